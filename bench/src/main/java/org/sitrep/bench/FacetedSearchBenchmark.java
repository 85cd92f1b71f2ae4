package org.sitrep.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/**
 * The ten best articles of a common word with exact counts of country, tag and day, beside the same
 * with Lucene's own facets over the same articles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FacetedSearchBenchmark {
  private static final long SEED = 42;
  private static final String WORD = MadeUpNews.word(20);

  /** How many articles there are. */
  @Param("20000")
  public int articles = 1;

  private final ArticleIndex index = ArticleIndex.inMemory();
  private SearchRequest plain = SearchRequest.of(new Query.All());
  private SearchRequest faceted = plain;
  private SearchRequest sideways = plain;
  private final Directory directory = new ByteBuffersDirectory();
  private final FacetsConfig config = new FacetsConfig();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private @Nullable IndexSearcher searcher;
  private List<SortedSetDocValuesReaderState> states = List.of();

  /** Made by JMH. */
  public FacetedSearchBenchmark() {}

  /**
   * Indexes the same articles twice.
   *
   * @throws IOException if memory fails
   */
  @Setup(Level.Trial)
  public void index() throws IOException {
    for (String field : List.of("country", "tag", "day")) {
      config.setMultiValued(field, true);
      config.setIndexFieldName(field, "$" + field);
    }
    MadeUpNews news = new MadeUpNews(SEED);
    try (ArticleWriter writer = index.newWriter();
        IndexWriter lucene =
            new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      for (int i = 0; i < articles; i++) {
        Article article = news.article(i);
        writer.put(article);
        lucene.addDocument(config.build(document(article)));
      }
      writer.commit();
      lucene.commit();
    }
    plain = SearchRequest.of(new Query.Term(org.sitrep.core.query.Field.TEXT, WORD)).snippets(0);
    faceted =
        plain.facets(
            FacetRequest.of(Facet.COUNTRY),
            FacetRequest.of(Facet.TAG),
            FacetRequest.of(DateLevel.DAY).limit(10));
    sideways = faceted.select(Facet.COUNTRY, "UA");
    DirectoryReader reader = DirectoryReader.open(directory);
    opened.add(reader);
    searcher = new IndexSearcher(reader);
    states =
        List.of(
            new DefaultSortedSetDocValuesReaderState(reader, "$country", config),
            new DefaultSortedSetDocValuesReaderState(reader, "$tag", config),
            new DefaultSortedSetDocValuesReaderState(reader, "$day", config));
  }

  private static Document document(Article article) {
    Document document = new Document();
    document.add(new TextField("text", article.title() + " " + article.body(), Field.Store.NO));
    article.countries().forEach(c -> document.add(new SortedSetDocValuesFacetField("country", c)));
    article.tags().forEach(t -> document.add(new SortedSetDocValuesFacetField("tag", t)));
    article
        .published()
        .ifPresent(d -> document.add(new SortedSetDocValuesFacetField("day", d.toString())));
    return document;
  }

  /**
   * Closes both indexes.
   *
   * @throws Exception if memory fails
   */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    for (AutoCloseable open : opened) {
      open.close();
    }
    index.close();
  }

  /**
   * The ten best articles.
   *
   * @return the answer
   * @throws IOException if memory fails
   */
  @Benchmark
  public SearchResults top10() throws IOException {
    return index.search(plain);
  }

  /**
   * The ten best articles and three facets.
   *
   * @return the answer
   * @throws IOException if memory fails
   */
  @Benchmark
  public SearchResults top10WithThreeFacets() throws IOException {
    return index.search(faceted);
  }

  /**
   * The ten best articles and three facets, with one country selected.
   *
   * @return the answer
   * @throws IOException if memory fails
   */
  @Benchmark
  public SearchResults top10WithThreeFacetsSideways() throws IOException {
    return index.search(sideways);
  }

  /**
   * The ten best articles and three facets by Lucene's own counters, one field for each.
   *
   * @return the counts
   * @throws IOException if memory fails
   */
  @Benchmark
  public List<FacetResult> luceneTop10WithThreeFacets() throws IOException {
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(
            requireNonNull(searcher),
            new TermQuery(new Term("text", WORD)),
            10,
            new FacetsCollectorManager());
    FacetsCollector hits = found.facetsCollector();
    List<FacetResult> results = new ArrayList<>();
    List<String> dimensions = List.of("country", "tag", "day");
    for (int i = 0; i < dimensions.size(); i++) {
      results.add(
          new SortedSetDocValuesFacetCounts(states.get(i), hits)
              .getTopChildren(10, dimensions.get(i)));
    }
    return results;
  }
}
