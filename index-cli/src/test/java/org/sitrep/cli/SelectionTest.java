package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** What the options select. */
class SelectionTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"news/([^\"]+)\"");
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\\\.|[^\\s'\\\\])+");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\\\\(.)");

  @TempDir static Path index;

  @BeforeAll
  static void fill() throws IOException {
    News.index(index);
  }

  /** Splits a command as a shell does. */
  static List<String> words(String command) {
    return WORD.matcher(command).results().map(m -> unquoted(m.group())).toList();
  }

  private static String unquoted(String word) {
    return QUOTED
        .matcher(word)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1) == null ? m.group(2) : m.group(1)));
  }

  private static List<String> found(List<String> args) {
    Ran ran = Ran.on(index).run(args.toArray(String[]::new));
    List<String> found = ID.matcher(ran.out()).results().map(m -> m.group(1)).toList();
    if (!found.isEmpty()) {
      // Where nothing is found, it says what to ask instead.
      assertThat(ran.err().lines().filter(line -> !line.startsWith("note: --date: "))).isEmpty();
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--country=polish | wojsko frigate task-force",
        "--country=PL --country=norway | wojsko drones frigate task-force",
        "--country=PL --country=DE --all=country | task-force",
        "--country=none | hostile",
        "--about=ua | task-force",
        "--tag=PROCUREMENT | frigate task-force",
        "--tag=procurement --tag=navy --all=tag | frigate",
        "--tag=none | ``",
        "--tag='\"none\"' | frigate",
        "--topic=ammunition | task-force",
        "--source='gazeta lodzka' | wojsko",
        "--author='jana novak' | task-force",
        "--section=sea | frigate",
        "--lang=pl | wojsko",
        "--language=none | hostile",
        "--date=2025 | frigate task-force",
        "--date=2024-11 | wojsko drones",
        "--date=2024-11-30 | wojsko",
        "--date='30 November 2024' | wojsko",
        "--date=30.11.2024 --date=unknown | wojsko hostile",
        "--date=unknown | hostile",
        "--date=none | hostile",
        "--from=2024-11 --to=2025-03 | wojsko drones frigate",
        "--from=2024-11-02 --to=2025-03-07 | wojsko frigate",
        "--to=2024 | wojsko drones",
        "--exclude=country=poland | hostile drones",
        "--exclude=tag=none --exclude=date=2024 --exclude=source=none | hostile frigate task-force",
        "--exclude='tag=\"none\"' --exclude=lang=pl | hostile drones task-force",
        "--match=any frigate drone | drones frigate",
        "-- -frigate -drone | hostile wojsko task-force"
      })
  void options_select(String options, String expected) {
    List<String> command = new ArrayList<>(List.of("search", "--format=jsonl"));
    command.addAll(words(options));
    assertThat(found(command)).containsExactlyInAnyOrderElementsOf(words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from=1.11.2024 | --from: date is not written so: '1.11.2024': read as 2024-11-01",
        "--from=November_2024 --to=march_2025 | --to: date is not written so: 'march 2025': read as"
            + " 2025-03",
        "--date=[2024-01-01_TO_2024-12-31] | --date: date is not written so:"
            + " '[2024-01-01 TO 2024-12-31]': read as 2024-01-01..2024-12-31",
        "--from='2024 to 2026' | --from: date is not written so: '2024 to 2026': read as"
            + " 2024..2026",
      })
  void days_are_read_as_in_a_query(String options, String note) {
    List<String> command = new ArrayList<>(List.of("search", "--format=csv"));
    words(options).forEach(word -> command.add(word.replace('_', ' ')));

    Ran ran = Ran.on(index).run(command.toArray(String[]::new));

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.err()).contains("note: " + note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frigate",
        "-frigate --limit=3 --offset=1 --sort=oldest --snippets=0",
        "--country=polish --country=norway --exclude=tag=none --from=2024 --match=any frigate"
            + " wojsko",
        "--tag='\"none\"' --tag=none --date=unknown --facets=tag,date:day --timeout=1m",
        "--source=\"it's\" --tag='a,b' --all=tag",
        "\"task force",
        "\"it's a task force\" OR tag:none"
      })
  void the_command_that_repeats_a_search_finds_the_same(String options) {
    List<String> command = new ArrayList<>(List.of("search", "--format=json"));
    List<String> typed = words(options);
    typed.stream().filter(word -> word.startsWith("--")).forEach(command::add);
    command.addAll(List.of("--show-query", "--"));
    typed.stream().filter(word -> !word.startsWith("--")).forEach(command::add);
    String first = Ran.on(index).run(command.toArray(String[]::new)).out();
    Matcher again = Pattern.compile("\"command\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(first);
    assertThat(again.find()).isTrue();
    String repeat = again.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
    List<String> repeated = new ArrayList<>(words(repeat));
    assertThat(repeated.removeFirst()).isEqualTo("sitrep");
    repeated.addAll(1, List.of("--format=json", "--show-query"));
    String second = Ran.on(index).run(repeated.toArray(String[]::new)).out();
    assertThat(unrepaired(second)).isEqualTo(unrepaired(first));
  }

  private static String unrepaired(String json) {
    return json.replaceAll("\"took_ms\":\\d+", "").replaceAll("\"repairs\":\\[.*?]", "");
  }

  @Test
  void values_are_found_by_how_their_words_begin() {
    assertThat(Ran.on(index).run("facets", "source", "--prefix=LÓD").out())
        .contains("Gazeta Łódzka");
    assertThat(Ran.on(index).run("facets", "source", "--prefix=azeta").exit()).isEqualTo(1);
    assertThat(Ran.on(index).run("facets", "country", "--prefix=polish").out()).contains("Poland");
  }

  @Test
  void the_range_selected_is_shown_with_the_counts_of_dates() {
    Ran search = Ran.on(index).run("search", "--from=2024-11", "--facets=date,tag", "--limit=0");
    assertThat(search.out())
        .contains("\n\ndate\n+ from 2024-11-01\n  2024")
        .contains("\n\ntag\n  ");
    assertThat(Ran.on(index).run("facets", "date", "--to=2024").out())
        .startsWith("+ to 2024-12-31\n");
    assertThat(Ran.on(index).run("facets", "date", "--from=2024-11", "--to=2025-03").out())
        .startsWith("+ 2024-11-01 to 2025-03-31\n");
    assertThat(Ran.on(index).run("facets", "tag", "--to=2024").out()).doesNotContain("+");
    String days = "\"from\":\"2024-11-01\",\"to\":\"2024-12-31\",";
    String[] range = {"--from=2024-11", "--to=2024", "--format=json"};
    assertThat(Ran.on(index).run(with(range, "search", "--facets=date:month")).out())
        .contains("\"date:month\":{" + days + "\"values\":");
    assertThat(Ran.on(index).run(with(range, "facets", "date")).out())
        .contains(days + "\"buckets\":");
    assertThat(Ran.on(index).run(with(range, "facets", "tag")).out()).doesNotContain("\"from\"");
  }

  private static String[] with(String[] options, String... command) {
    return Stream.of(command, options).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void a_value_that_reads_like_the_missing_one_is_told_from_it(@TempDir Path folder)
      throws IOException {
    try (ArticleIndex opened = ArticleIndex.open(folder);
        ArticleWriter writer = opened.newWriter()) {
      writer.put(Article.builder("news/none").title("Untagged").build());
      List<String> tags = List.of("(none)", "(None)", "none", "\"(none)\"", "\"x\"");
      for (int i = 0; i < tags.size(); i++) {
        writer.put(Article.builder("news/" + i).title("Tagged").tags(tags.get(i)).build());
      }
      writer.commit();
    }
    assertThat(Ran.on(folder).run("facets", "tag", "--sort=label").out().lines().skip(1))
        .map(String::strip)
        .containsExactlyInAnyOrder(
            "\"(None)\"    2",
            "none        1",
            "\"\"(none)\"\"  1",
            "\"\"x\"\"       1",
            "(none)      1");
    assertThat(tagged(folder, "none")).containsExactly("none");
    assertThat(tagged(folder, "(none)")).containsExactly("none");
    assertThat(tagged(folder, "\"(none)\"")).containsExactly("0", "1");
    assertThat(tagged(folder, "\"none\"")).containsExactly("2");
    assertThat(tagged(folder, "\"\"(none)\"\"")).containsExactly("3");
    assertThat(tagged(folder, "\"\"x\"\"")).containsExactly("4");
    for (String key : List.of("(none)", "none", "\"(none)\"", "\"x\"", "x")) {
      assertThat(Dimension.value(Facet.TAG, Dimension.typed(Facet.TAG, key))).isEqualTo(key);
    }
    Ran empty = Ran.on(folder).run("search", "--tag=\" \"");
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err()).contains("--tag is empty");
  }

  private static List<String> tagged(Path folder, String tag) {
    String out = Ran.on(folder).run("search", "--tag=" + tag, "--format=jsonl").out();
    return ID.matcher(out).results().map(m -> m.group(1)).sorted().toList();
  }

  @Test
  void values_come_page_by_page() {
    String all = Ran.on(index).run("facets", "country", "--format=csv").out();
    String page =
        Ran.on(index).run("facets", "country", "--limit=2", "--offset=1", "--format=csv").out();
    assertThat(page.lines().skip(1))
        .containsExactlyElementsOf(all.lines().skip(2).limit(2).toList());
  }
}
