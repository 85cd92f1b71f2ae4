package org.sitrep.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page, record or entry that takes longer than it may is rejected, and the rest goes on. */
class TimeBoundTest {
  private static final String SENTENCE =
      "The ministry ordered twelve patrol boats from a yard in the north, the first since March.";
  private static final ReadOptions SHORT =
      ReadOptions.standard().withTimeBound(Duration.ofMillis(200));
  private static final String LATE = "took longer to read than it may: 0.2 seconds";

  @TempDir Path folder;

  private List<Reading> read(ReadOptions options) throws IOException {
    try (Stream<Reading> readings = Corpus.open(List.of(folder.toString()), options).readings()) {
      return readings.toList();
    }
  }

  /** Large, and full of what reading looks at closely. */
  private static String large() {
    String block = "7 March 2025\n\nBy Ann Lee\n\nRelated\n\n" + SENTENCE + "\n\n";
    return "Boats ordered\n\n" + block.repeat(7_000_000 / block.length());
  }

  @Test
  @Timeout(60)
  void a_page_over_its_bound_is_rejected_and_the_next_is_read() throws IOException {
    Files.writeString(folder.resolve("a.txt"), large());
    String html = large().substring(0, 700_000).replace("\n\n", "</p>\n<p>");
    Files.writeString(folder.resolve("b.html"), "<p>" + html);
    Files.writeString(folder.resolve("c.txt"), "Boats ordered\n\n" + SENTENCE + "\n");
    long start = System.nanoTime();

    List<Reading> readings = read(SHORT);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(Sources.reason(readings.get(0))).isEqualTo(LATE);
    assertThat(Sources.reason(readings.get(1))).isEqualTo(LATE);
    assertThat(Sources.article(readings.get(2)).body()).isEqualTo(SENTENCE);
  }

  @Test
  void records_and_entries_are_bounded_one_by_one() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"id\":\"1\",\"body\":\"%s\"}\n{\"id\":\"2\",\"title\":\"Boats\"}\n".formatted(SENTENCE));
    Files.writeString(
        folder.resolve("b.xml"),
        "<rss><channel><item><title>A</title><description>%s</description></item></channel></rss>"
            .formatted(SENTENCE));

    assertThat(read(ReadOptions.standard().withTimeBound(Duration.ofNanos(1))))
        .hasSize(3)
        .allSatisfy(r -> assertThat(Sources.reason(r)).startsWith("took longer to read"));
    assertThat(read(ReadOptions.standard())).allMatch(Reading.Read.class::isInstance);
  }

  @Test
  void a_page_of_too_many_lines_is_rejected_before_they_are_looked_at() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Boats" + "\n".repeat(500_001) + SENTENCE);

    assertThat(Sources.reason(read(ReadOptions.standard()).getFirst()))
        .isEqualTo("holds more lines than a page may: 500,000");
  }

  @Test
  void a_bound_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadOptions.standard().withTimeBound(Duration.ZERO))
        .withMessage("time bound is not more than 0: PT0S");
  }
}
