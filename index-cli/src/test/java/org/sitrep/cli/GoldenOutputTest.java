package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print, to the letter. */
class GoldenOutputTest {
  private static final Terminal COLOURS = new Terminal(true, true, 60, true);

  @TempDir static Path index;

  @BeforeAll
  static void fill() throws IOException {
    News.index(index);
  }

  private static void check(String golden, String... args) throws IOException {
    check(golden, Ran.on(index), args);
  }

  private static void check(String golden, Ran.Builder builder, String... args) throws IOException {
    Ran ran = builder.run(args);
    Golden.assertSame(golden, ran.out());
    assertThat(ran.exit()).isZero();
  }

  @Test
  void search_as_text() throws IOException {
    check(
        "search.txt",
        "search",
        "task force",
        "--facets=country,date:month,tag,language",
        "--country=poland",
        "--exclude=tag=navy");
  }

  @Test
  void search_on_a_terminal_with_colours() throws IOException {
    check("search-colours.txt", Ran.on(index).terminal(COLOURS), "search", "\"task force\"");
  }

  @Test
  void search_everything_page_by_page() throws IOException {
    check("search-page.txt", "search", "--sort=newest", "--limit=2", "--offset=2");
  }

  @Test
  void search_as_json() throws IOException {
    check(
        "search.json",
        "search",
        "\"task force",
        "--facets=country,tag,date:month",
        "--tag=procurement",
        "--exclude=source=harbour post",
        "--from=2025-03",
        "--show-query",
        "--format=json");
  }

  @Test
  void search_as_json_lines() throws IOException {
    check("search.jsonl", "search", "drone OR frigate", "--snippets=0", "--format=jsonl");
  }

  @Test
  void search_as_a_table() throws IOException {
    check("search.csv", "search", "--sort=newest", "--format=csv");
    check("search.tsv", "search", "--sort=newest", "--format=tsv");
  }

  @Test
  void search_as_a_run_file() throws IOException {
    check("search.run", "search", "task force", "--format=trec", "--query-id=q7");
  }

  @Test
  void facets_as_text() throws IOException {
    check("facets.txt", "facets", "tag", "--tag=none", "--exclude=tag=navy");
  }

  @Test
  void facets_as_json() throws IOException {
    check("facets.json", "facets", "country", "--prefix=p", "--format=json");
  }

  @Test
  void facets_as_a_table() throws IOException {
    check("facets.csv", "facets", "source", "--sort=label", "--format=csv");
    check("facets.tsv", "facets", "source", "--sort=label", "--format=tsv");
    check("facets.jsonl", "facets", "source", "--sort=label", "--format=jsonl");
  }

  @Test
  void a_timeline_as_text() throws IOException {
    check("timeline.txt", "facets", "date");
  }

  @Test
  void a_timeline_in_plain_characters() throws IOException {
    check(
        "timeline-ascii.txt",
        Ran.on(index).terminal(new Terminal(false, false, 40, false)),
        "facets",
        "date",
        "--by=year");
  }

  @Test
  void a_timeline_as_json() throws IOException {
    check("timeline.json", "facets", "date", "--by=month", "--format=json");
  }

  @Test
  void a_whole_article_as_text() throws IOException {
    check("show.txt", "show", "news/task-force");
    check("show-inferred.txt", "show", "news/drones");
  }

  @Test
  void help() throws IOException {
    check("help.txt", "--help");
    check("help-search.txt", "search", "--help");
    check("help-eval.txt", "eval", "--help");
  }
}
