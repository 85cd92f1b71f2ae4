package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.cli.options.Options;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.index.SearchTimeoutException;

/** What a script can tell from the exit code, and a person from the message beside it. */
class ExitCodeTest {
  @TempDir Path folder;
  private Path index;

  @BeforeEach
  void fill() throws IOException {
    index = folder.resolve("index");
    News.index(index);
  }

  private Ran run(String... args) {
    return Ran.on(index).run(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search frigate",
        "search",
        "search --country=ukraine",
        "facets tag",
        "facets date frigate",
        "facets author --format=csv --limit=0",
        "facets tag --format=json --limit=0 --prefix=nav",
        "show news/frigate",
        "stats",
        "verify --searches=5 --seed=1",
        "--help",
        "help",
        "help search",
        "help help",
        "help --help",
        "-hV",
        "--version"
      })
  void found_is_0(String command) {
    Ran ran = run(command.split(" "));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).isNotEmpty();
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search unheard-of",
        "search --country=chad",
        "facets tag unheard-of",
        "facets tag unheard-of --limit=0",
        "facets tag --prefix=unheard-of --limit=0",
        "facets date unheard-of",
        "show unheard-of",
        "delete unheard-of"
      })
  void nothing_found_is_1(String command) {
    assertThat(run(command.split(" ")).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serch frigate | no command: 'serch' | did you mean: search",
        "'' | missing required subcommand | commands: index, search",
        "help serch | no command: 'serch' | did you mean: search",
        "help index search | unexpected argument: 'search' | help",
        "help --bogus | unknown option: '--bogus' | help",
        "--color=never search x | unknown option: '--color=never' | a command stands first",
        "-- search x | unexpected arguments: 'search', 'x' | a command stands first",
        "stats --limt 3 | unknown option: '--limt' | help",
        "stats x | unexpected argument: 'x' | help",
        "eval --querys=q | unknown option: '--querys=q' | did you mean: --queries",
        "search --contry=pl | unknown option: '--contry=pl' | did you mean: --country",
        "search -election | unknown option: '-election' | after '--'",
        "search --limit=-3 | limit is not in 0..1000: -3 | help: sitrep search --help",
        "search --limit -3 | limit is not in 0..1000: -3 | help",
        "search --limit=ten | --limit is not a whole number: 'ten' | help",
        "search --offset=-1 | offset is not in 0..100000: -1 | help",
        "search --after=x | --after is no cursor: 'x' | help",
        "search --snippets=99 | snippets is not in 0..20: 99 | help",
        "search --facet-limit=-1 | facet-limit is not in 0..1000000: -1 | help",
        "search --from=2025-13 | --from is not a date: '2025-13': did you mean 2025? | help",
        "search --from=3/4/2025 | --from is not clear: '3/4/2025': | 2025-04-03 or 2025-03-04?",
        "search --from=..2025 | --from names no first day | help",
        "search --to=2025.. | --to names no last day | help",
        "search --date=2024..2025 | --date is not one year, month or day: '2024..2025' | help",
        "search --recency=1d --recency-from=unknown | --recency-from is not a date | 'unknown'",
        "search --to=tomorrow | --to is not a date such as | 'tomorrow'",
        "search x --format=csv --explain | --explain is not for --format csv | help",
        "search x --format=trec --explain | --explain is not for --format trec | help",
        "search x --format=tsv --facets=tag | --facets is not for --format tsv | help",
        "search x --format=jsonl --facets=tag | --facets is not for --format jsonl | help",
        "search --from=2025 --to=2024 | --to is before --from: '2024-12-31' | help",
        "search --date=2024 --from=2025 | --date cannot be used with --from or --to | a range",
        "facets tag --date=unknown --to=2025 | --date cannot be used with --from or --to | help",
        "search --date=2025-02-30 | --date is not a date: '2025-02-30': did you mean 2025? | help",
        "search --country=ukrane | --country names no country: 'ukrane' | help",
        "search --country=-us | --country begins with a minus, and --exclude leaves a country out:"
            + " '-us' | help",
        "search --tag= | --tag is empty: '' | help",
        "search --lang=!! | --lang is not a language tag | '!!'",
        "search --facets=contry | --facets is none of country, about, tag | 'contry'",
        "search --facets=tag:month | --facets has levels in date alone: 'tag:month' | help",
        "search --facets=date:week | --facets is none of year, month, day: 'week' | help",
        "search --exclude=navy | --exclude is not such as tag=procurement: 'navy' | help",
        "search --tag=navy --exclude=tag=Navy | --exclude takes back what --tag selects | 'navy'",
        "search --sort=best | --sort is none of relevance, newest, oldest: 'best' | help",
        "search --match=few | --match is none of all, most, any: 'few' | help",
        "search --timeout=2h | --timeout is not a time such as 500ms, 2s or 1m: '2h' | help",
        "search --timeout=0s | --timeout is not a time | '0s'",
        "search --format=xml | --format is none of text, json, jsonl, csv, tsv, trec: 'xml' | help",
        "search --query-id=7 | --query-id is for --format trec alone: '7' | help",
        "search --query-id= --format=trec | --query-id is empty or holds a blank: '' | help",
        "search --offset=3 --format=trec | --offset is not for --format trec | '3'",
        "eval --qrels=q | missing required option: '--queries=FILE' | help: sitrep eval --help",
        "eval --queries=no --qrels=no | --queries names no file: 'no' | help",
        "eval --queries=no --qrels=no --measures=bleu | --measures is none such as ndcg@10 |"
            + " 'bleu'",
        "eval --queries=no --qrels=no --depth=0 | --depth is not in 1..1000: 0 | help",
        "eval --queries=no --qrels=no --permutations=0 | --permutations is not in 1..10000000: 0 |"
            + " help",
        "search --color=blue | --color is none of auto, always, never: 'blue' | help",
        "search --index= x | --index is empty: '' | help",
        "facets | missing required parameter: 'DIMENSION' | help: sitrep facets --help",
        "facets colour | DIMENSION is none of country, about | 'colour'",
        "facets date --sort=count | --sort is not for dates | help",
        "facets tag --by=year | --by is for dates alone | tag",
        "facets tag --limit=-1 | limit is not in | -1",
        "show | missing required parameter: 'ID' | help",
        "read | missing required parameter: 'SOURCE' | help",
        "read a.txt --map=tags | --map is not such as topics=tags: 'tags' | help",
        "read a.txt --explain --format=json | --explain is for people | help",
        "index - --prune | --prune cannot be used with standard input | help",
        "verify --searches=-1 | --searches is negative: '-1' | help",
        "verify --seed=x | --seed is not a whole number: 'x' | help"
      })
  void wrong_usage_is_2_and_says_what_is_wrong(String command, String message, String hint) {
    Ran ran = run(command.isEmpty() ? new String[0] : command.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("sitrep: ").contains(message).contains(hint);
  }

  @Test
  void a_query_that_needs_repair_is_2_under_strict_alone() {
    Ran strict = run("search", "--strict", "joint \"task force");
    assertThat(strict.exit()).isEqualTo(2);
    assertThat(strict.out()).isEmpty();
    assertThat(strict.err().lines())
        .containsExactly("sitrep: quote at 6 never closes", "  joint \"task force", "        ^");
    Ran lenient = run("search", "joint \"task force");
    assertThat(lenient.exit()).isZero();
    assertThat(lenient.err()).startsWith("note: quote at 6 never closes");
  }

  @Test
  void repairs_are_said_beside_every_form_but_the_one_that_holds_them() {
    assertThat(run("search", "\"frigate", "--format=jsonl").err()).startsWith("note: ");
    assertThat(run("facets", "tag", "\"frigate", "--format=csv").err()).startsWith("note: ");
    Ran json = run("search", "\"frigate", "--format=json");
    assertThat(json.err()).isEmpty();
    assertThat(json.out()).contains("\"repairs\":[{\"offset\":0");
  }

  @Test
  void what_java_cannot_go_on_with_is_said_and_not_1() {
    assertThat(fails(new OutOfMemoryError("Java heap space")))
        .isEqualTo(
            new Ran(
                4,
                "",
                "sitrep: out of memory (Java heap space): give it more, as by"
                    + " JDK_JAVA_OPTIONS=-Xmx4g\n"));
    Ran unloaded = fails(new NoClassDefFoundError("a/B"));
    assertThat(unloaded.exit()).isEqualTo(70);
    assertThat(unloaded.err()).startsWith("sitrep: unexpected error: java.lang.NoClassDefFound");
  }

  /** A run whose output fails in this way. */
  private Ran fails(Error error) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw error;
          }
        };
    return new Ran(Ran.on(index).run(out, err, "stats"), "", err.toString(UTF_8));
  }

  @Test
  void a_search_that_takes_too_long_is_4() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            Output.ofData(OutputStream.nullOutputStream()),
            Output.ofMessages(err),
            Map.of(),
            new Terminal(false, false, Terminal.USUAL_COLUMNS, true));
    List<String> args = List.of("frigate", "--timeout=500ms");
    Failures failures = new Failures(surroundings, args);
    Options search = requireNonNull(Sitrep.command("search", surroundings)).options();
    assertThat(search.read(args)).isTrue();
    SearchTimeoutException late = new SearchTimeoutException(Duration.ofMillis(500));
    assertThat(failures.tookTooLong(late, search.typed(ScopeOptions.TIMEOUT))).isEqualTo(4);
    assertThat(err.toString(UTF_8))
        .isEqualTo("sitrep: search took longer than its time limit: 500ms\n");
  }

  @Test
  void of_an_option_given_twice_the_last_holds() {
    Ran ran = run("search", "--limit=0", "--strict", "--strict", "--limit", "2", "--format=jsonl");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines()).hasSize(2);
  }

  @Test
  void an_empty_query_finds_everything() {
    assertThat(run("search", "").out()).startsWith("5 of 5 articles");
  }

  @Test
  void an_index_that_is_not_there_yet_holds_nothing_and_is_not_made() {
    Path missing = folder.resolve("missing");
    Ran ran = Ran.on(missing).run("search", "frigate");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("0 of 0 articles\n");
    assertThat(ran.err()).contains("there is no index at " + missing);
    assertThat(Ran.on(missing).run("delete", "a").exit()).isEqualTo(1);
    assertThat(missing).doesNotExist();
  }

  @Test
  void a_folder_without_a_commit_is_no_index_yet_and_an_index_without_articles_is_one()
      throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path begun = folder.resolve("begun");
    try (ArticleIndex opened = ArticleIndex.open(begun);
        ArticleWriter writer = opened.newWriter()) {
      writer.put(News.articles().getFirst());
    }
    for (Path path : List.of(empty, begun)) {
      Ran ran = Ran.on(path).run("search", "frigate");
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.err()).contains("there is no index at " + path);
    }
    News.articles().forEach(article -> run("delete", article.id()));
    Ran ran = run("search", "frigate");
    assertThat(ran.out()).isEqualTo("0 of 0 articles\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void an_index_that_cannot_be_used_is_4() throws IOException {
    Path notes = Files.createDirectory(folder.resolve("notes"));
    Files.writeString(notes.resolve("notes.txt"), "mine");
    for (String command : new String[] {"search", "stats", "export", "verify", "delete a"}) {
      Ran ran = Ran.on(notes).run(command.split(" "));
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines()).hasSize(1).first().asString().contains("is not an index");
    }
  }

  @Test
  void an_empty_variable_is_an_error_and_not_another_index() {
    Ran ran = new Ran.Builder().env(IndexOption.VARIABLE, "").run("search", "frigate");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("SITREP_INDEX is empty");
  }

  @Test
  void the_option_goes_before_the_variable() {
    Ran ran = Ran.on(folder.resolve("other")).run("search", "frigate", "--index=" + index);
    assertThat(ran.exit()).isZero();
  }

  @Test
  void deleting_says_of_each_id_whether_it_was_there() {
    Ran ran = run("delete", "news/frigate", "unheard-of", "news/frigate");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("deleted news/frigate\n");
    assertThat(ran.err()).isEqualTo("sitrep: no article has the id 'unheard-of'\n");
    assertThat(run("show", "news/frigate").exit()).isEqualTo(1);
    assertThat(run("delete", "news/drones", "--format=json", "x").out())
        .isEqualTo("{\"format\":1,\"deleted\":[\"news/drones\"],\"missing\":[\"x\"]}\n");
    assertThat(run("delete", "news/wojsko", "news/hostile").exit()).isZero();
  }

  private static boolean holdsArticles(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".fdt") || name.endsWith(".cfs");
  }

  @Test
  void damage_that_verify_finds_is_4() throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.filter(ExitCodeTest::holdsArticles).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    Ran ran = run("verify");
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.out() + ran.err()).contains("damage");
  }

  @Test
  void pages_by_date_go_on_after_the_cursor_of_the_last() {
    String[] page = {"search", "--sort=newest", "--limit=2", "--format=json"};
    Matcher next = Pattern.compile("\"next\":\"([\\w-]+)\"").matcher(run(page).out());
    assertThat(next.find()).isTrue();
    Ran after = run("search", "--sort=newest", "--after=" + next.group(1), "--format=jsonl");
    Ran offset = run("search", "--sort=newest", "--offset=2", "--format=jsonl");
    assertThat(after.out().replaceAll("\"rank\":\\d+,", ""))
        .isEqualTo(offset.out().replaceAll("\"rank\":\\d+,", ""));
    assertThat(run("search", "--limit=2", "--format=json").out()).doesNotContain("\"next\"");
    Ran other = run("search", "--sort=oldest", "--after=" + next.group(1));
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err()).contains("cursor is not of the order");
    Ran narrowed = run("search", "--sort=newest", "--after=" + next.group(1), "--country=ua");
    assertThat(narrowed.exit()).isEqualTo(2);
    assertThat(narrowed.err()).contains("--after goes on with another search");
  }

  @Test
  void an_index_is_rebuilt_where_it_is() {
    assertThat(run("reindex").out()).isEqualTo("5 articles rebuilt\n");
    assertThat(index.resolve("gen-2")).isDirectory();
    assertThat(run("verify", "--searches=5").exit()).isZero();
    assertThat(Ran.on(folder.resolve("missing")).run("reindex").out())
        .isEqualTo("0 articles rebuilt\n");
  }

  @Test
  void a_second_writer_is_4_with_one_sentence() throws IOException {
    try (ArticleIndex opened = ArticleIndex.open(index);
        ArticleWriter writer = opened.newWriter()) {
      writer.delete("unheard-of");
      for (String command : List.of("delete news/frigate", "reindex")) {
        Ran ran = run(command.split(" "));
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err())
            .isEqualTo(
                "sitrep: index %s is being written by another writer of this process: close it, or wait until it is closed\n"
                    .formatted(index));
      }
    }
  }
}
