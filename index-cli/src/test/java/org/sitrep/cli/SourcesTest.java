package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** Reading sources, indexing them, and getting the articles out again. */
class SourcesTest {
  private static final String RECORDS =
      """
      {"id":"a","title":"Second frigate handed over","published":"2025-03-07","keywords":["Navy"]}
      {"id":"b","title":"Drone crews train","published":"2025-13-40"}
      {"id":"c","title":"Ministers agree on shells","body":"They met in Kyiv."}
      """;
  private static final String PAGE =
      """
      Home
      News
      About us

      Two patrol boats join the coast guard

      12 March 2024

      The coast guard of Estonia took over two patrol boats on Tuesday, its commander said.

      They were built in the country and will watch the cables on the bottom of the sea.

      Newsletter
      Subscribe to our newsletter
      """;

  @TempDir Path folder;
  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private Ran run(String... args) {
    return Ran.on(index).run(args);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void indexing_ends_with_totals_that_add_up() throws IOException {
    String records = file("records.jsonl", RECORDS);
    Ran ran = run("index", records);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out()).isEqualTo("3 inputs: 2 added, 0 updated, 0 unchanged, 1 rejected\n");
    assertThat(ran.err().lines())
        .filteredOn(line -> line.startsWith("sitrep: "))
        .hasSize(1)
        .allMatch(line -> line.contains("records.jsonl:2: ") && line.contains("2025-13-40"));
    assertThat(run("search", "frigate").exit()).isZero();

    Files.writeString(Path.of(records), RECORDS.replace("shells", "more shells"));
    assertThat(run("index", records, "--format=json").out())
        .isEqualTo(
            "{\"format\":1,\"inputs\":3,\"added\":0,\"updated\":1,\"unchanged\":1,"
                + "\"rejected\":1,\"pruned\":0}\n");
  }

  @Test
  void what_is_gone_is_taken_out_when_asked() throws IOException {
    file("news/a.jsonl", "{\"id\":\"a\",\"title\":\"One\"}\n");
    String b = file("news/b.jsonl", "{\"id\":\"b\",\"title\":\"Two\"}\n");
    String news = folder.resolve("news").toString();
    assertThat(run("index", news).exit()).isZero();
    Files.delete(Path.of(b));
    assertThat(run("index", news).out())
        .isEqualTo("1 input: 0 added, 0 updated, 1 unchanged, 0 rejected\n");
    assertThat(run("show", "b").exit()).isZero();
    assertThat(run("index", news, "--prune").out())
        .isEqualTo("1 input: 0 added, 0 updated, 1 unchanged, 0 rejected; 1 article taken out\n");
    assertThat(run("show", "b").exit()).isEqualTo(1);
  }

  @Test
  void standard_input_is_a_source_and_fields_can_be_renamed() {
    Ran ran = Ran.on(index).in(RECORDS).run("index", "-", "--map=keywords=tags", "--quiet");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(run("search", "--tag=navy", "--format=jsonl").out()).contains("\"id\":\"a\"");
  }

  @Test
  void an_index_is_made_with_other_aliases_and_keeps_them() throws IOException {
    String news = file("a.jsonl", "{\"id\":\"a\",\"title\":\"Georgian Dream in Tiflis\"}\n");
    String aliases = file("names.txt", "GD = Georgian Dream\ntbilissi = tiflis\n");
    assertThat(run("index", news, "--aliases", aliases).exit()).isZero();
    assertThat(run("search", "tbilissi GD").exit()).isZero();
    assertThat(run("index", news).exit()).isZero();
    assertThat(run("search", "tbilissi GD").exit()).isZero();

    String others = file("others.txt", "GD = Great Danes\n");
    Ran refused = run("index", news, "--aliases", others);
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("was made with other aliases");
  }

  @Test
  void a_wrong_file_of_aliases_is_named_with_its_line_and_makes_no_index() throws IOException {
    String news = file("a.jsonl", "{\"id\":\"a\",\"title\":\"One\"}\n");
    String wrong = file("names.txt", "# names\ntbilissi\n");
    Ran ran = run("index", news, "--aliases", wrong);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("sitrep: --aliases: " + wrong + ":2: group has not two names: '[tbilissi]'");
    assertThat(run("index", news, "--aliases", wrong + "x").err())
        .startsWith("sitrep: --aliases cannot be read: '" + wrong + "x'");
    assertThat(index).doesNotExist();
  }

  @Test
  void a_source_that_is_missing_is_wrong_usage_and_makes_no_index() {
    Ran ran = run("index", folder.resolve("nothing").toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("sitrep: ").contains("nothing");
    assertThat(index).doesNotExist();
    assertThat(run("read", folder.resolve("nothing").toString()).exit()).isEqualTo(2);
  }

  @Test
  void a_path_that_could_not_be_decoded_may_be_another_and_is_refused() throws IOException {
    String news = file("a.jsonl", RECORDS);
    String odd = folder.resolve("caf").toString() + '\uFFFD';
    for (Ran ran :
        List.of(
            run("index", news, "--index", odd),
            run("search", "--index", odd),
            Ran.on(Path.of("")).env(IndexOption.VARIABLE, odd).run("index", news),
            run("index", news, "--ledger", odd),
            run("index", news, odd))) {
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("not in the encoding of the system", "caf\uFFFD");
    }
    assertThat(folder)
        .isDirectoryContaining("glob:**/a.jsonl")
        .isDirectoryNotContaining("glob:**/caf*");
    assertThat(index).doesNotExist();
  }

  @Test
  void a_field_that_is_no_field_of_articles_is_wrong_usage() throws IOException {
    Ran ran = run("read", file("a.jsonl", RECORDS), "--map=keywords=nonsense");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("sitrep: --map: ").contains("nonsense");
  }

  @Test
  void many_rejections_are_counted_and_the_ledger_keeps_them_all() throws IOException {
    String bad = file("bad.jsonl", "{}\n".repeat(50));
    Path ledger = folder.resolve("ledger.jsonl");
    Ran ran = run("index", bad, "--ledger=" + ledger);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err().lines()).hasSize(21).last().asString().contains("and 30 more rejected");
    List<String> entries = Files.readAllLines(ledger);
    assertThat(entries).hasSize(50).allMatch(line -> line.contains("\"outcome\":\"rejected\""));
  }

  @Test
  void a_ledger_that_cannot_be_written_stops_the_run_before_it_starts() throws IOException {
    Ran ran = run("index", file("a.jsonl", RECORDS), "--ledger=" + folder.resolve("no/ledger"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--ledger cannot be written");
    assertThat(index).doesNotExist();
  }

  @Test
  void a_writer_at_work_keeps_the_second_out() throws IOException {
    String records = file("a.jsonl", RECORDS);
    run("index", records);
    try (ArticleIndex held = ArticleIndex.open(index);
        ArticleWriter writer = held.newWriter()) {
      Ran ran = run("index", records);
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.err().lines()).hasSize(1);
      assertThat(run("search", "frigate").exit()).isZero();
      writer.commit();
    }
  }

  @Test
  void progress_is_drawn_on_a_terminal_alone() throws IOException {
    String lines =
        IntStream.range(0, 3000)
            .mapToObj(i -> "{\"id\":\"%d\",\"title\":\"Number %d\"}\n".formatted(i, i))
            .reduce("", String::concat);
    String records = file("many.jsonl", lines);
    assertThat(run("index", records).err()).isEmpty();
    Terminal terminal = new Terminal(false, true, 80, true);
    Ran drawn = Ran.on(folder.resolve("second")).terminal(terminal).run("index", records);
    assertThat(drawn.out()).startsWith("3000 inputs: 3000 added");
    assertThat(drawn.err()).doesNotContain("\n");
  }

  @Test
  void reading_shows_articles_and_rejections_and_touches_no_index() throws IOException {
    Ran ran = run("read", file("records.jsonl", RECORDS), file("pages/boats.txt", PAGE));
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out())
        .contains("Second frigate handed over")
        .contains("Two patrol boats join the coast guard")
        .doesNotContain("Newsletter");
    assertThat(ran.err()).contains("records.jsonl:2");
    assertThat(index).doesNotExist();
  }

  @Test
  void explaining_names_the_zone_of_each_line() throws IOException {
    Ran ran = run("read", file("boats.txt", PAGE), "--explain");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .containsPattern("(?m)^ +5  headline +Two patrol boats join the coast guard  \\[.+]$")
        .containsPattern("(?m)^ +9  (body|standfirst) +The coast guard of Estonia .*\\[.+]$")
        .containsPattern("(?m)^  published: 2024-03-12  \\[.+]$");
  }

  @Test
  void explaining_shows_the_words_that_name_each_country_first() throws IOException {
    String records =
        """
        {"id":"a","title":"Kyiv asks for shells","body":"Ukraine and German makers met.","countries":["UA","DE","NO"]}
        """;
    assertThat(run("read", file("boats.txt", PAGE), "--explain").out())
        .contains("\ncountries\n  Estonia: Estonia  [body, name]\n");
    assertThat(run("read", file("a.jsonl", records), "--explain").out())
        .contains(
            """

            countries
              Ukraine: Kyiv  [title, capital]
              Germany: German  [body, adjective]
              Norway  [declared; the text does not name it]
            """);
  }

  @Test
  void json_is_one_object_that_begins_with_the_version_of_its_form() throws IOException {
    String records =
        file("records.jsonl", RECORDS.replace("\"id\":\"c\",", "\"id\":\"c\\u202e\","));
    Ran read = run("read", records, "--format=json");
    assertThat(read.exit()).isEqualTo(3);
    List<String> lines = run("read", records, "--format=jsonl").out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(read.out())
        .startsWith("{\"format\":1,\"articles\":[" + String.join(",", lines) + "],\"rejected\":[{")
        .contains("records.jsonl:2\",\"reason\":\"published is not a date: '2025-13-40'\"")
        .endsWith("}]}\n");
    Ran none = run("read", file("bad.jsonl", "{}\n"), "--format=json");
    assertThat(none.out()).startsWith("{\"format\":1,\"articles\":[],\"rejected\":[{\"input\":");
    assertThat(run("index", records).exit()).isEqualTo(3);
    assertThat(run("show", "a", "--format=json").out())
        .isEqualTo("{\"format\":1,\"article\":" + lines.getFirst() + ",\"copies\":[]}\n");
  }

  @Test
  void what_is_read_exported_or_shown_as_json_lines_is_read_back_the_same() throws IOException {
    String page = file("boats.txt", PAGE);
    String read = run("read", page, "--format=jsonl").out();
    assertThat(run("index", page).exit()).isZero();
    assertThat(run("export").out()).isEqualTo(read);
    assertThat(run("show", "boats.txt", "--format=jsonl").out()).isEqualTo(read);
    Path copy = folder.resolve("copy");
    assertThat(Ran.on(copy).in(read).run("index", "-").exit()).isZero();
    assertThat(Ran.on(copy).run("export").out()).isEqualTo(read);
  }
}
