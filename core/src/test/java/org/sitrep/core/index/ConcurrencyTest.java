package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/** Eight threads search while two write, one deletes and commits go on. */
class ConcurrencyTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_724);
  private static final Duration LENGTH =
      Duration.ofSeconds(Boolean.getBoolean("sitrep.long") ? 60 : 5);
  private static final int IDS = 2_000;

  @TempDir Path folder;

  private final AtomicReference<Throwable> failed = new AtomicReference<>();
  private final AtomicLong searches = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();
  private final long end = System.nanoTime() + LENGTH.toNanos();

  private interface Work {
    void once(Random random) throws IOException;
  }

  private Thread thread(int number, Work work) {
    Thread thread =
        new Thread(
            () -> {
              Random random = new Random(SEED + number);
              try {
                while (System.nanoTime() < end && failed.get() == null) {
                  work.once(random);
                }
              } catch (IOException | RuntimeException | AssertionError e) {
                failed.compareAndSet(null, e);
              }
            });
    thread.start();
    return thread;
  }

  /** Each article has one of three colours and, for it, the country that goes with it. */
  private static Article article(Random random) {
    int colour = random.nextInt(3);
    return Article.builder("a" + random.nextInt(IDS))
        .title("Frigate")
        .body("frigate ".repeat(1 + random.nextInt(5)))
        .tags("all", "colour" + colour)
        .countries(List.of("UA", "PL", "DE").get(colour))
        .published("2025-05-%02d".formatted(1 + random.nextInt(28)))
        .build();
  }

  private static Map<String, Long> counts(FacetResult facet) {
    return facet.values().stream().collect(Collectors.toMap(FacetValue::key, FacetValue::count));
  }

  private void search(ArticleIndex index, Random random) throws IOException {
    SearchRequest request =
        SearchRequest.of(random.nextBoolean() ? new Query.All() : Query.parse("frigate").query())
            .facets(FacetRequest.of(Facet.TAG), FacetRequest.of(Facet.COUNTRY))
            .limit(random.nextInt(30));
    int chosen = random.nextInt(6);
    if (chosen < 3) {
      request = request.select(Facet.TAG, "colour" + chosen);
    }
    SearchResults results = index.search(request);
    Map<String, Long> tags = counts(results.facet(Facet.TAG));
    Map<String, Long> countries = counts(results.facet(Facet.COUNTRY));
    long all = tags.getOrDefault("all", 0L);
    long sum = tags.values().stream().mapToLong(Long::longValue).sum();
    assertThat(sum - all).isEqualTo(all);
    assertThat(countries.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(results.total());
    if (chosen < 3) {
      assertThat(results.total()).isEqualTo(tags.getOrDefault("colour" + chosen, 0L));
      assertThat(countries.size()).isLessThanOrEqualTo(1);
    } else {
      assertThat(results.total()).isEqualTo(all);
      List<String> codes = List.of("ua", "pl", "de");
      for (int i = 0; i < 3; i++) {
        assertThat(value(countries, codes.get(i))).isEqualTo(tags.getOrDefault("colour" + i, 0L));
      }
    }
    assertThat(results.hits().stream().map(Hit::id).distinct().count())
        .isEqualTo(Math.min(results.total(), request.limit()));
    searches.incrementAndGet();
  }

  private static long value(Map<String, Long> counts, String code) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().equalsIgnoreCase(code))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void counts_agree_in_every_answer_and_nothing_is_left_open() throws Exception {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleIndex other = ArticleIndex.openReadOnly(folder);
        ArticleWriter writer = index.newWriter()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ArticleIndex searched = i % 4 == 3 ? other : index;
        threads.add(thread(i, random -> search(searched, random)));
      }
      for (int i = 8; i < 10; i++) {
        threads.add(
            thread(
                i,
                random -> {
                  for (int n = random.nextInt(100); n >= 0; n--) {
                    writer.put(article(random));
                  }
                  writer.commit();
                  commits.incrementAndGet();
                }));
      }
      threads.add(thread(10, random -> writer.delete("a" + random.nextInt(IDS))));
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failed.get()).as("seed %d", SEED).isNull();
      assertThat(searches).hasPositiveValue();
      assertThat(commits).hasPositiveValue();
      assertThat(index.verify(20, SEED).passed()).isTrue();
    }
    Resources.assertNoneHeld(folder);
  }
}
