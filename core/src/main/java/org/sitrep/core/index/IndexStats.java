package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;

/**
 * What is in an index.
 *
 * @param articles how many articles
 * @param deleted how many replaced or deleted articles still take room on the disk
 * @param bytes how many bytes its files take, 0 in memory; without those that a writer has deleted
 *     since
 * @param values how many different values each facet has
 * @param first the earliest publication date, empty where none is known
 * @param last the latest publication date, empty where none is known
 * @param undated how many articles have no publication date
 * @param schema the version of what is kept
 * @param lucene the version of Lucene that wrote it
 */
public record IndexStats(
    long articles,
    long deleted,
    long bytes,
    Map<Facet, Integer> values,
    Optional<PartialDate> first,
    Optional<PartialDate> last,
    long undated,
    int schema,
    String lucene) {
  /** Checks and copies the parts. */
  public IndexStats {
    values = Map.copyOf(values);
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(lucene, "lucene");
  }
}
