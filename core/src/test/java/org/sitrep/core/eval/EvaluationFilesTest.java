package org.sitrep.core.eval;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of queries, judgements and runs: what is read, and what is said of a wrong line. */
class EvaluationFilesTest {
  private static final long SEED = Long.getLong("sitrep.seed", System.nanoTime());

  @TempDir Path folder;

  /** Reads one of the kinds of files. */
  interface Reader {
    Object read(String name, InputStream in) throws IOException, EvaluationFormatException;
  }

  private static final Map<String, Reader> READERS =
      Map.of("queries", Queries::read, "judgements", Judgements::read, "run", Run::read);

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void queries_are_read_in_their_order() throws Exception {
    Path file = folder.resolve("queries.tsv");
    Files.writeString(file, "\uFEFF2\tjoint  task\tforce \r\n\n 1 \t\"Zażółć\" -x\n");
    assertThat(Queries.read(file).texts())
        .containsExactly(Map.entry("2", "joint  task\tforce"), Map.entry("1", "\"Zażółć\" -x"));
  }

  @Test
  void judgements_are_read_with_any_white_space() throws Exception {
    Judgements read =
        Judgements.read("qrels", bytes("1 0 a/b.txt 2\r\n1\t0\tan id\t-1\n\n 2  Q0\tc   0\n"));
    assertThat(read.grades())
        .isEqualTo(Map.of("1", Map.of("a/b.txt", 2, "an id", -1), "2", Map.of("c", 0)));
    assertThat(read.queries()).containsExactly("1");
    assertThat(read.grade("1", "an id")).isZero();
    assertThat(read.grade("9", "a")).isZero();
    assertThat(read.only(List.of("2", "9")).grades()).containsOnlyKeys("2");
  }

  @Test
  void a_run_is_read_in_the_order_of_its_ranks() throws Exception {
    Run run =
        Run.read(
            "run", bytes("1 Q0 c 3 9 me\n1 Q0 a 1 1.5e1 me\n1 Q0 d 2 .5 me\n1 Q0 b 2 0.75 me\n"));
    assertThat(run.tag()).isEqualTo("me");
    assertThat(run.ranking("1")).extracting(RankedArticle::id).containsExactly("a", "b", "d", "c");
    assertThat(run.ranking("2")).isEmpty();
  }

  @Test
  void ties_go_by_score_and_then_by_the_id_that_comes_last() throws Exception {
    Run run =
        Run.read(
            "tied.run",
            new ByteArrayInputStream(
                "1 Q0 a 0 2 x\n1 Q0 b 0 2 x\n1 Q0 c 0 7 x\n1 Q0 d 0 1 x\n"
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(run.ranking("1")).extracting(RankedArticle::id).containsExactly("c", "b", "a", "d");
    Judgements judgements = new Judgements(Map.of("1", Map.of("a", 1, "d", 1, "gone", 1)));
    // Found at ranks 3 and 4 of three that are relevant: (1/3 + 2/4) / 3.
    assertThat(new Evaluation.Result(judgements, run).mean("map"))
        .isCloseTo((1 / 3.0 + 2 / 4.0) / 3, within(1e-12));
    assertThat(new Evaluation.Result(judgements, run).mean("mrr"))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void a_run_is_written_with_scores_that_fall() throws Exception {
    Run run =
        new Run(
            "sitrep",
            Map.of(
                "1",
                List.of(
                    new RankedArticle("a", 1),
                    new RankedArticle("b c", 1),
                    new RankedArticle("d", 2)),
                "2",
                List.of()));
    Path file = folder.resolve("sitrep.run");
    run.write(file);
    assertThat(Files.readString(file))
        .isEqualTo(
"""
1 Q0 a 1 1.0 sitrep
1\tQ0\tb c\t2\t0.99999994\tsitrep
1 Q0 d 3 0.9999999 sitrep
""");
    assertThat(Run.read(file).ranking("1"))
        .extracting(RankedArticle::id)
        .containsExactly("a", "b c", "d");
  }

  @Test
  void an_empty_file_holds_nothing() throws Exception {
    assertThat(Queries.read("q", bytes("")).texts()).isEmpty();
    assertThat(Judgements.read("j", bytes("\n")).grades()).isEmpty();
    assertThat(Run.read("r", bytes("")).rankings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          queries    | 1 no tab            | "line is not 'id<TAB>text': '1 no tab'"
          queries    | a b\\ttext          | "query id is empty or holds white space: 'a b'"
          queries    | \\ttext             | "query id is empty or holds white space: ''"
          queries    | 1\\t                | "query has no text: '1\\t'"
          queries    | ok\\tagain          | "query is there already: 'ok'"
          judgements | 1 0 a               | "line is not 'query iteration article grade': '1 0 a'"
          judgements | 1 0 a b 1           | "line is not 'query iteration article grade': '1 0 a b 1'"
          judgements | 1 0 a good          | "grade is not a whole number: 'good'"
          judgements | 1 0 a 1.5           | "grade is not a whole number: '1.5'"
          judgements | 1 0 a 99999999999   | "grade is not a whole number: '99999999999'"
          judgements | ok 0 a 2            | "article is judged twice for query ok: 'a'"
          judgements | 1\\t\\ta\\t2        | "line has an empty field: '1\\t\\ta\\t2'"
          run        | 1 Q0 a 1 1.0        | "line is not 'query Q0 article rank score tag': '1 Q0 a 1 1.0'"
          run        | 1 Q0 a first 1.0 me | "rank is not a whole number: 'first'"
          run        | 1 Q0 a 1 NaN me     | "score is not a finite number: 'NaN'"
          run        | 1 Q0 a 1 1e99 me    | "score is not a finite number: '1e99'"
          run        | ok Q0 a 2 0.5 me    | "article stands twice in the answer to ok: 'a'"
          """)
  void a_wrong_line_is_named_with_its_file_and_value(String kind, String line, String message) {
    String good =
        switch (kind) {
          case "queries" -> "ok\ttext\n";
          case "judgements" -> "ok 0 a 1\n";
          default -> "ok Q0 a 1 1.0 me\n";
        };
    String text = "\n" + good + line.replace("\\t", "\t") + "\n";
    EvaluationFormatException e =
        catchThrowableOfType(
            EvaluationFormatException.class,
            () ->
                java.util.Objects.requireNonNull(READERS.get(kind)).read("file.txt", bytes(text)));
    assertThat(e).hasMessage("file.txt:3: " + message.replace("\\t", "\t"));
    assertThat(e.file()).isEqualTo("file.txt");
    assertThat(e.line()).isEqualTo(3);
  }

  @Test
  void bytes_that_are_no_text_and_endless_lines_are_named_by_their_line() {
    InputStream latin =
        new ByteArrayInputStream(
            "1\tok\n2\tZaż\n3\tdéfense\n".replace("ż", "z").getBytes(ISO_8859_1));
    assertThatThrownBy(() -> Queries.read("q.tsv", latin))
        .hasMessage("q.tsv:3: line is not UTF-8: '3\td\uFFFDfense'");
    String endless = "1\t" + "x".repeat(TextLines.MAX_LINE);
    assertThatThrownBy(() -> Queries.read("q.tsv", bytes(endless)))
        .isInstanceOf(EvaluationFormatException.class)
        .hasMessageStartingWith("q.tsv:1: line has more than 1048576 bytes: '1\txxx");
  }

  @Test
  void random_bytes_are_read_or_refused() throws IOException {
    Random random = new Random(SEED);
    String letters = "12 aQ0.\t\n\r-eé\u0000\uFEFF";
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      StringBuilder text = new StringBuilder();
      for (byte b : bytes) {
        text.append(letters.charAt(Math.floorMod(b, letters.length())));
      }
      byte[] content = round % 2 == 0 ? bytes : text.toString().getBytes(UTF_8);
      for (Reader reader : READERS.values()) {
        try {
          assertThat(reader.read("f", new ByteArrayInputStream(content)).toString()).isNotEmpty();
        } catch (EvaluationFormatException e) {
          assertThat(e.line()).as("seed %d, round %d", SEED, round).isPositive();
        }
      }
    }
  }

  @Test
  void what_cannot_stand_in_a_file_is_refused() {
    assertThatThrownBy(() -> new Run("two words", Map.of()))
        .hasMessage("tag is empty or holds white space: 'two words'");
    assertThatThrownBy(() -> new Queries(Map.of("a b", "text")))
        .hasMessage("query id is empty or holds white space: 'a b'");
    assertThatThrownBy(() -> new RankedArticle("a", Float.NaN))
        .hasMessage("score is not finite: NaN");
    RankedArticle a = new RankedArticle("a", 1);
    assertThatThrownBy(() -> new Run("t", Map.of("1", List.of(a, a))))
        .hasMessage("article stands twice in the answer to 1: 'a'");
  }
}
