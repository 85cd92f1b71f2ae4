package org.sitrep.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
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
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Searches of Reuters' articles by the product and by Lucene alone. Run by {@link Speed}, which
 * makes the indexes and names their folder in the property {@code sitrep.bench.indexes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class SearchBenchmark {
  static final String INDEXES = "sitrep.bench.indexes";

  /** How many copies of the articles there are. */
  @Param({"1", "10"})
  public int times = 1;

  /** What is searched for: a common word, the commonest, either of two, both of two. */
  @Param({"oil", "said", "oil OR bank", "oil price"})
  public String words = "";

  private @Nullable ArticleIndex index;
  private @Nullable RawLucene oneField;
  private @Nullable RawLucene fieldEach;
  private SearchRequest plain = SearchRequest.of(new Query.All());
  private SearchRequest faceted = plain;
  private org.apache.lucene.search.Query query = new BooleanQuery.Builder().build();

  /** Made by JMH. */
  public SearchBenchmark() {}

  /**
   * Opens the indexes.
   *
   * @throws IOException if there are none
   */
  @Setup(Level.Trial)
  public void open() throws IOException {
    Path folder = Path.of(requireNonNull(System.getProperty(INDEXES), INDEXES));
    index = ArticleIndex.open(folder.resolve("sitrep-" + times));
    oneField = new RawLucene(folder.resolve("one-field-" + times), true);
    fieldEach = new RawLucene(folder.resolve("field-each-" + times), false);
    plain = SearchRequest.of(Query.parse(words)).snippets(0);
    faceted =
        plain.facets(
            FacetRequest.of(Facet.TAG),
            FacetRequest.of(Facet.TOPIC),
            FacetRequest.of(DateLevel.DAY).limit(10));
    BooleanQuery.Builder raw = new BooleanQuery.Builder();
    Occur occur = words.contains("OR") ? Occur.SHOULD : Occur.MUST;
    try (Analysis analysis = new Analysis(Aliases.standard())) {
      for (Analysis.Word word : analysis.words(words.replace(" OR", ""), "en")) {
        raw.add(new TermQuery(new Term("body", word.stem())), occur);
      }
    }
    query = raw.build();
  }

  /**
   * Closes the indexes.
   *
   * @throws IOException if one cannot be closed
   */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    requireNonNull(index).close();
    requireNonNull(oneField).close();
    requireNonNull(fieldEach).close();
  }

  /**
   * The ten best articles.
   *
   * @return the answer
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public SearchResults top10() throws IOException {
    return requireNonNull(index).search(plain);
  }

  /**
   * The tenth best article: the same search, with a tenth of the hits to read.
   *
   * @return the answer
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public SearchResults tenth() throws IOException {
    return requireNonNull(index).search(plain.offset(9).limit(1));
  }

  /**
   * The ten best articles and three facets.
   *
   * @return the answer
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public SearchResults facets() throws IOException {
    return requireNonNull(index).search(faceted);
  }

  /**
   * The ten best articles and three facets, with one place selected.
   *
   * @return the answer
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public SearchResults sideways() throws IOException {
    return requireNonNull(index).search(faceted.select(Facet.TAG, "usa"));
  }

  /**
   * The ten best articles by Lucene alone, none of them read.
   *
   * @return the answer
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public TopDocs luceneTop10() throws IOException {
    return requireNonNull(oneField).top10(query);
  }

  /**
   * The ten best articles, not read, and three facets by Lucene's counters, all in one field.
   *
   * @return the counts
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public List<FacetResult> luceneFacetsOneField() throws IOException {
    return requireNonNull(oneField).top10WithFacets(query);
  }

  /**
   * The ten best articles, not read, and three facets by Lucene's counters, a field for each.
   *
   * @return the counts
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public List<FacetResult> luceneFacetsFieldEach() throws IOException {
    return requireNonNull(fieldEach).top10WithFacets(query);
  }

  /**
   * The same with one place selected, all in one field.
   *
   * @return the counts
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public List<FacetResult> luceneSidewaysOneField() throws IOException {
    return requireNonNull(oneField).top10Sideways(query, "usa");
  }

  /**
   * The same with one place selected, a field for each.
   *
   * @return the counts
   * @throws IOException if the index cannot be read
   */
  @Benchmark
  public List<FacetResult> luceneSidewaysFieldEach() throws IOException {
    return requireNonNull(fieldEach).top10Sideways(query, "usa");
  }
}
