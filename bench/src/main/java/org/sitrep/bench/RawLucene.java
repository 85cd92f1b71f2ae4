package org.sitrep.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.Origin;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.vocabulary.Aliases;

/**
 * What a developer would write on Lucene alone: the same articles, the same terms of titles, of
 * bodies and of both, and Lucene's own facets, all dimensions in one field or each in its own.
 */
final class RawLucene implements Closeable {
  /** The dimensions that the benchmarks count. */
  static final List<Facet> COUNTED = List.of(Facet.TAG, Facet.TOPIC, Facet.DATE);

  private static final Set<Facet> DIMENSIONS =
      Set.of(Facet.TAG, Facet.TOPIC, Facet.DATE, Facet.SECTION, Facet.SOURCE, Facet.AUTHOR);
  private static final double BUFFER_MEGABYTES = 64;
  private static final FieldType PLACED =
      analysed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
  private static final FieldType COUNTED_WORDS = analysed(IndexOptions.DOCS_AND_FREQS);

  private final Directory directory;
  private final DirectoryReader reader;
  private final FacetsConfig config;
  private final IndexSearcher searcher;
  private final List<SortedSetDocValuesReaderState> states = new ArrayList<>();

  RawLucene(Path folder, boolean oneField) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    config = config(oneField);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    for (Facet facet : oneField ? COUNTED.subList(0, 1) : COUNTED) {
      String field = config.getDimConfig(facet.id()).indexFieldName;
      states.add(new DefaultSortedSetDocValuesReaderState(reader, field, config));
    }
  }

  private static FieldType analysed(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  private static FacetsConfig config(boolean oneField) {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : DIMENSIONS) {
      config.setMultiValued(facet.id(), true);
      if (!oneField) {
        config.setIndexFieldName(facet.id(), "$" + facet.id());
      }
    }
    return config;
  }

  /** Makes what is written of an article. */
  private interface Documents {
    Document of(Article article, long sequence, ArticleTokens tokens) throws IOException;
  }

  /** Writes articles with Lucene's facets, each taken by one of some threads, and commits. */
  static void write(Path folder, List<Article> articles, boolean oneField, int threads)
      throws Exception {
    FacetsConfig config = config(oneField);
    write(
        folder,
        articles,
        threads,
        (article, sequence, tokens) -> config.build(document(article, sequence, tokens)));
  }

  /** Writes articles with all fields that the product writes, and does not look for stories. */
  static void writeSameFields(Path folder, List<Article> articles, int threads) throws Exception {
    Origin origin = new Origin("", "");
    write(
        folder,
        articles,
        threads,
        (article, sequence, tokens) -> Schema.document(article, origin, sequence, tokens));
  }

  private static void write(Path folder, List<Article> articles, int threads, Documents documents)
      throws Exception {
    IndexWriterConfig writing = new IndexWriterConfig();
    writing.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    AtomicLong sequence = new AtomicLong();
    try (Directory directory = FSDirectory.open(folder);
        Analysis analysis = new Analysis(Aliases.standard());
        IndexWriter writer = new IndexWriter(directory, writing)) {
      Threads.each(
          articles,
          threads,
          article -> {
            try (ArticleTokens tokens = analysis.tokens(article)) {
              writer.updateDocument(
                  new Term("id", article.id()),
                  documents.of(article, sequence.incrementAndGet(), tokens));
            }
          });
      writer.commit();
    }
  }

  private static Document document(Article article, long sequence, ArticleTokens tokens) {
    Document document = new Document();
    document.add(new KeywordField("id", article.id(), Field.Store.YES));
    document.add(new Field("title", tokens.title(), PLACED));
    document.add(new Field("body", tokens.body(), PLACED));
    document.add(new Field("text", tokens.text(2), COUNTED_WORDS));
    document.add(new StoredField("title", article.title()));
    document.add(new StoredField("body", article.body()));
    document.add(new StoredField("source", article.source().orElse("")));
    document.add(new StringField("language", article.language().orElse(""), Field.Store.YES));
    document.add(new LongField("sequence", sequence, Field.Store.NO));
    article.published().ifPresent(date -> document.add(new StoredField("date", date.toString())));
    for (Facet facet : DIMENSIONS) {
      for (String value : Reuters.values(article, facet)) {
        document.add(new SortedSetDocValuesFacetField(facet.id(), value));
      }
    }
    return document;
  }

  TopDocs top10(Query query) throws IOException {
    return searcher.search(query, 10);
  }

  /** The ten best articles and the ten most frequent values of three dimensions. */
  List<FacetResult> top10WithFacets(Query query) throws IOException {
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(searcher, query, 10, new FacetsCollectorManager());
    return counts(found.facetsCollector());
  }

  private List<FacetResult> counts(FacetsCollector hits) throws IOException {
    List<Facets> counters = new ArrayList<>();
    for (SortedSetDocValuesReaderState state : states) {
      counters.add(new SortedSetDocValuesFacetCounts(state, hits));
    }
    List<FacetResult> results = new ArrayList<>();
    for (int i = 0; i < COUNTED.size(); i++) {
      Facets counter = counters.get(Math.min(i, counters.size() - 1));
      results.add(counter.getTopChildren(10, COUNTED.get(i).id()));
    }
    return results;
  }

  /** The same with a place selected, whose dimension is counted as if it were not. */
  List<FacetResult> top10Sideways(Query query, String place) throws IOException {
    DrillDownQuery selected = new DrillDownQuery(config, query);
    selected.add(Facet.TAG.id(), place);
    DrillSideways sideways =
        states.size() == 1
            ? new DrillSideways(searcher, config, states.get(0))
            : new DrillSideways(searcher, config, null, null) {
              @Override
              protected Facets buildFacetsResult(
                  FacetsCollector hits, FacetsCollector[] sideways, String[] dimensions)
                  throws IOException {
                java.util.Map<String, Facets> byDimension = new java.util.HashMap<>();
                for (int i = 0; i < COUNTED.size(); i++) {
                  String dimension = COUNTED.get(i).id();
                  FacetsCollector counted = dimensions[0].equals(dimension) ? sideways[0] : hits;
                  byDimension.put(
                      dimension, new SortedSetDocValuesFacetCounts(states.get(i), counted));
                }
                return new org.apache.lucene.facet.MultiFacets(byDimension);
              }
            };
    DrillSideways.DrillSidewaysResult found = sideways.search(selected, 10);
    List<FacetResult> results = new ArrayList<>();
    for (Facet facet : COUNTED) {
      results.add(found.facets.getTopChildren(10, facet.id()));
    }
    return results;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
