package org.sitrep.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.index.SearchTimeoutException;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/**
 * Random and mutated queries, and bombs: each is answered, with facets, a timeline, snippets and
 * help, within a bound of time and memory.
 */
class HostileQueriesTest {
  private static final long SEED = Long.getLong("sitrep.seed", System.nanoTime());
  private static final Splitter WORDS = Splitter.onPattern("\\W+").omitEmptyStrings();

  /** How long one answer may take, on a machine that does much else. */
  private static final Duration MOST_TIME = Duration.ofSeconds(SharedData.LONG ? 60 : 20);

  /** How many bytes one answer may allocate in all, nearly all of them free again at once. */
  private static final long MOST_BYTES = 6L << 30;

  /** How much longer than its limit a search may take, on a machine that does much else. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private static final int SLOWEST = 10;

  /**
   * In the ordinary build one in how many requests asks for hits, and so for help where there are
   * none: that is most of the time, as most of these queries find nothing.
   */
  private static final int HELPED = 12;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What a query cost. */
  private record Cost(String query, Duration time, long bytes) {
    @Override
    public String toString() {
      String shown = query.length() > 60 ? query.substring(0, 60) + "… " + query.length() : query;
      return "%6d ms %6d MB  %s"
          .formatted(time.toMillis(), bytes >> 20, shown.replaceAll("\\p{C}", "\ufffd"));
    }
  }

  private final Random random = new Random(SEED);
  private final List<Cost> costs = new ArrayList<>();

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private SearchRequest request(String text) {
    boolean helps = SharedData.LONG || random.nextInt(HELPED) == 0;
    SearchRequest request =
        SearchRequest.of(Query.parse(text))
            .match(any(Match.values()))
            .sort(any(Sort.values()))
            .limit(helps ? 1 + random.nextInt(20) : 0)
            .snippets(random.nextInt(4));
    List<FacetRequest> facets = new ArrayList<>();
    boolean all = random.nextInt(16) == 0;
    for (Facet facet : all ? Facet.values() : new Facet[] {any(Facet.values())}) {
      FacetRequest asked = FacetRequest.of(facet);
      asked = random.nextInt(4) == 0 ? asked.withOthers() : asked;
      facets.add(
          random.nextInt(4) == 0 ? asked.prefix(text.substring(0, text.length() % 4)) : asked);
    }
    request = request.facets(facets.toArray(FacetRequest[]::new));
    request = all ? request.timeline(DateLevel.MONTH) : request;
    return random.nextInt(4) == 0 ? request.select(Facet.COUNTRY, "US") : request;
  }

  private void ask(ArticleIndex index, String text) throws IOException {
    long started = System.nanoTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    SearchRequest request = request(text);
    SearchResults results = index.search(request);
    if (random.nextInt(4) == 0) {
      index.suggest(text, 5);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    Cost cost = new Cost(text, Duration.ofNanos(System.nanoTime() - started), bytes);
    costs.add(cost);
    assertThat(results.nothingFound().isPresent())
        .isEqualTo(results.total() == 0 && request.limit() > 0);
    assertThat(cost.time()).as("seed %s: %s", SEED, cost).isLessThan(MOST_TIME);
    assertThat(cost.bytes()).as("seed %s: %s", SEED, cost).isLessThan(MOST_BYTES);
  }

  private void askAll(ArticleIndex index, int queries) throws IOException {
    HostileQueries hostile = new HostileQueries(SEED, words(index));
    String last = "";
    try {
      for (String bomb : HostileQueries.BOMBS) {
        last = bomb;
        ask(index, bomb);
      }
      for (int i = 0; i < queries; i++) {
        last = hostile.next();
        ask(index, last);
      }
    } catch (RuntimeException | IOException e) {
      throw new AssertionError("seed %s: %s".formatted(SEED, last), e);
    } finally {
      if (SharedData.LONG || Boolean.getBoolean("sitrep.report")) {
        report();
      }
    }
  }

  private static List<String> words(ArticleIndex index) throws IOException {
    Set<String> words = new TreeSet<>();
    try (Stream<Article> articles = index.articles()) {
      articles
          .limit(1_000)
          .forEach(article -> words.addAll(WORDS.splitToList(article.title() + article.body())));
    }
    return List.copyOf(words);
  }

  private void report() {
    costs.sort(Comparator.comparing(Cost::time).reversed());
    System.out.println("slowest of " + costs.size() + " hostile queries:");
    costs.stream().limit(SLOWEST).forEach(System.out::println);
  }

  @Test
  void each_is_answered_within_bounds() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      index(index, madeUp());
      askAll(index, Integer.getInteger("sitrep.mutations", 2_500));
    }
  }

  @Test
  void each_is_answered_within_bounds_on_reuters() throws IOException {
    Assumptions.assumeTrue(SharedData.LONG, "skipped: the long form runs with -Prelease");
    ReadOptions options =
        ReadOptions.standard().withField("topics", "tags").withField("date", "published");
    String file = SharedData.find("data/reuters/reuters.jsonl.gz").toString();
    try (ArticleIndex index = ArticleIndex.inMemory();
        Stream<Reading> readings = Corpus.open(List.of(file), options).readings()) {
      index(
          index,
          readings
              .filter(Reading.Read.class::isInstance)
              .map(reading -> ((Reading.Read) reading).article()));
      askAll(index, Integer.getInteger("sitrep.mutations", 100_000));
    }
  }

  /** A search of a bomb ends at its limit, in the midst of what it does, help included. */
  @Test
  void a_time_limit_ends_a_bomb() throws IOException {
    Duration limit = Duration.ofMillis(20);
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      index(index, madeUp());
      for (String bomb : HostileQueries.BOMBS) {
        SearchRequest request = request(bomb).limit(10);
        long started = System.nanoTime();
        try {
          index.search(request.timeLimit(limit));
        } catch (SearchTimeoutException e) {
          assertThat(e).hasMessageContaining("PT0.02S");
        }
        Duration time = Duration.ofNanos(System.nanoTime() - started);
        assertThat(time).as(new Cost(bomb, time, 0).toString()).isLessThan(limit.plus(SLACK));
      }
    }
  }

  private static void index(ArticleIndex index, Stream<Article> articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : (Iterable<Article>) articles::iterator) {
        writer.put(article);
      }
      writer.commit();
    }
  }

  /** Articles of words that are about as frequent as those of a language. */
  private Stream<Article> madeUp() {
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      vocabulary.add(Integer.toString(i * 7919 + 11, 36).replaceAll("\\d", "e"));
    }
    return Stream.iterate(0, i -> i < 400, i -> i + 1)
        .map(
            i ->
                Article.builder("made/" + i)
                    .title(words(vocabulary, 8))
                    .body(words(vocabulary, 150))
                    .published("20%02d-%02d".formatted(i % 25, 1 + i % 12))
                    .countries(i % 3 == 0 ? "US" : "UA")
                    .tags(words(vocabulary, 1), words(vocabulary, 2))
                    .authors(words(vocabulary, 2))
                    .source("source " + i % 20)
                    .language(List.of("en", "de", "ru", "pl").get(i % 4))
                    .build());
  }

  private String words(List<String> vocabulary, int number) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < number; i++) {
      int rank = (int) Math.pow(vocabulary.size(), random.nextDouble()) - 1;
      words.append(i == 0 ? "" : " ").append(vocabulary.get(rank));
    }
    return words.toString();
  }
}
