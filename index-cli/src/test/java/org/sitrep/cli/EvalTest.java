package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code sitrep eval}. */
class EvalTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    News.index(folder.resolve("index"));
    Files.writeString(
        folder.resolve("queries.tsv"),
        "1\tammunition together\n2\tfrigate \"delay\n3\tzeppelin\n4\tdrone\n");
    Files.writeString(
        folder.resolve("qrels.txt"),
        """
        1 0 news/task-force 2
        1 0 news/wojsko 1
        2 0 news/frigate 1
        3 0 news/drones 1
        other 0 news/drones 1
        """);
  }

  private Ran eval(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "eval";
    args[1] = "--queries=" + folder.resolve("queries.tsv");
    args[2] = "--qrels=" + folder.resolve("qrels.txt");
    System.arraycopy(more, 0, args, 3, more.length);
    return Ran.on(folder.resolve("index")).run(args);
  }

  @Test
  void prints_the_means_and_says_what_was_left_out() {
    Ran ran = eval("--measures=mrr,p@1,MRR");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            3 queries scored, 1 without an answer

            mrr  0.6667
            p@1  0.6667
            """);
    assertThat(ran.err())
        .isEqualTo(
            """
            note: without an article judged relevant, and left out of the means: 4
            note: judged but not among the queries, and left out: other
            """);
  }

  @Test
  void prints_the_scores_of_each_query() {
    assertThat(eval("--measures=mrr,recall@10", "--by-query").out())
        .contains(
            """
            query       mrr  recall@10
            1        1.0000     0.5000
            2        1.0000     1.0000
            3        0.0000     0.0000
            """);
  }

  @Test
  void answers_as_json() {
    assertThat(eval("--format=json", "--measures=mrr", "--by-query").out())
        .isEqualTo(
            "{\"format\":1,\"queries\":3,\"unanswered\":[\"3\"],\"means\":{\"mrr\":0.6666666666666666},\"scores\":{\"mrr\":{\"1\":1.0,\"2\":1.0,\"3\":0.0}}}\n");
  }

  @Test
  void writes_a_run_and_compares_with_it() throws IOException {
    Path run = folder.resolve("today.run");
    assertThat(eval("--run=" + run).exit()).isZero();
    assertThat(Files.readString(run)).contains("1 Q0 news/task-force 1 ").contains(" sitrep\n");
    Ran same = eval("--compare=" + run, "--measures=mrr");
    assertThat(same.out())
        .endsWith(
            """
            measure     other      this      gain         p    better     worse
            mrr        0.6667    0.6667   +0.0000    1.0000         0         0
            """);
    Files.writeString(run, "3 Q0 news/drones 1 5 old\n2 Q0 news/drones 1 5 old\n");
    assertThat(eval("--compare=" + run, "--measures=mrr", "--format=json").out())
        .contains(
            "\"compared\":{\"mrr\":{\"other\":0.3333333333333333,\"gain\":0.3333333333333333,"
                + "\"p\":1.0,\"method\":\"exact\",\"better\":2,\"worse\":1}}");
  }

  @Test
  void asks_for_any_word_unless_told_otherwise() {
    assertThat(eval("--measures=recall@10", "--match=all").out()).contains("recall@10  0.5000");
    assertThat(eval("--measures=recall@10", "--match=any").out())
        .isEqualTo(eval("--measures=recall@10").out());
  }

  @Test
  void nothing_found_at_all_is_1() throws IOException {
    Files.writeString(folder.resolve("queries.tsv"), "3\tzeppelin\n");
    assertThat(eval().exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queries.tsv | no tab | queries.tsv:1: line is not 'id<TAB>text': 'no tab'",
        "qrels.txt | 1 0 news/frigate high | qrels.txt:1: grade is not a whole number: 'high'",
        "queries.tsv | '' | --queries holds no query: ",
        "qrels.txt | '' | --qrels holds no judgement: ",
        "qrels.txt | 7 0 news/frigate 1 | --qrels has none of the ids of --queries: ",
        "qrels.txt | 1 0 news/frigate 0 | --qrels judges no article relevant to any of the queries",
      })
  void a_file_that_cannot_be_used_is_2_and_names_the_line(String file, String line, String said)
      throws IOException {
    Files.writeString(folder.resolve(file), line + "\n");
    Ran ran = eval();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("sitrep: ").contains(said);
  }

  @Test
  void a_run_to_compare_without_answers_is_2_and_missing_answers_are_named() throws IOException {
    Path run = folder.resolve("other.run");
    Files.writeString(run, "");
    assertThat(eval("--compare=" + run).exit()).isEqualTo(2);
    assertThat(eval("--compare=" + run).err())
        .contains("--compare answers none of the queries that are scored: ");
    Files.writeString(run, "9 Q0 news/drones 1 5 old\n");
    assertThat(eval("--compare=" + run).exit()).isEqualTo(2);
    Files.writeString(run, "2 Q0 news/frigate 1 5 old\n");
    assertThat(eval("--compare=" + run).err())
        .contains("note: without an answer in --compare, where they count 0: 1, 3\n");
    Files.writeString(run, "2 Q0 a 1 5 old\n2 Q0 a 2 4 old\n");
    assertThat(eval("--compare=" + run).err())
        .contains("other.run:2: article stands twice in the answer to 2: 'a'");
  }

  @Test
  void a_small_p_is_shown_as_a_bound_and_never_as_0() throws IOException {
    StringBuilder queries = new StringBuilder();
    StringBuilder judgements = new StringBuilder();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      queries.append(i).append("\tfrigate\n");
      judgements.append(i).append(" 0 news/frigate 1\n");
      run.append(i).append(" Q0 nonesuch 1 5 old\n");
    }
    Files.writeString(folder.resolve("queries.tsv"), queries);
    Files.writeString(folder.resolve("qrels.txt"), judgements);
    Files.writeString(folder.resolve("other.run"), run);
    String compare = "--compare=" + folder.resolve("other.run");

    assertThat(eval(compare, "--measures=mrr").out()).contains(" <0.0001  ");
    assertThat(eval(compare, "--measures=mrr", "--permutations=500").out()).contains(" <0.0020  ");
  }

  @Test
  void a_run_that_cannot_be_read_or_written_is_2() {
    assertThat(eval("--compare=" + folder).err()).contains("--compare cannot be read: ");
    Ran ran = eval("--run=" + folder);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--run cannot be written: ");
  }
}
