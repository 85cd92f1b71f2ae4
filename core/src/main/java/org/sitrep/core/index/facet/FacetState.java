package org.sitrep.core.index.facet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.story.StoryOrdinals;

/**
 * What facets need to know of one reader, worked out once when first asked for. Made with the
 * reader and dropped with it; safe for use by several threads.
 */
public final class FacetState {
  private final IndexReader reader;
  private final FacetCache cache;
  private final Map<Facet, Ordinals> ordinals = new ConcurrentHashMap<>();
  private final Map<Facet, FacetLabels> labels = new ConcurrentHashMap<>();
  private @Nullable StoryOrdinals stories;

  /**
   * Makes the state of a reader; nothing is read yet.
   *
   * @param reader the reader
   * @param cache keeps values unfolded, for all readers of an index
   */
  public FacetState(IndexReader reader, FacetCache cache) {
    this.reader = reader;
    this.cache = cache;
  }

  /**
   * Returns the reader.
   *
   * @return the reader, to whose close this has no say
   */
  public IndexReader reader() {
    return reader;
  }

  Ordinals ordinals(Facet facet) throws IOException {
    try {
      return ordinals.computeIfAbsent(facet, this::number);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Returns the labels of a dimension.
   *
   * @param facet the dimension
   * @return its labels
   */
  public FacetLabels labels(Facet facet) {
    return labels.computeIfAbsent(facet, f -> new FacetLabels(f, reader));
  }

  private Ordinals number(Facet facet) {
    try {
      return new Ordinals(facet, reader, cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the stories of two articles or more.
   *
   * @return the stories' numbers, worked out when first asked for
   * @throws IOException if the index cannot be read
   */
  public synchronized StoryOrdinals stories() throws IOException {
    StoryOrdinals known = stories;
    if (known == null) {
      known = new StoryOrdinals(reader);
      stories = known;
    }
    return known;
  }
}
