package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** Articles that are the same text, and articles that are alike. */
class CollapseCommandTest {
  @TempDir static Path index;

  @BeforeAll
  static void fill() throws IOException {
    News.index(index);
    try (ArticleIndex opened = ArticleIndex.open(index);
        ArticleWriter writer = opened.newWriter()) {
      Article wire = opened.find("news/task-force").orElseThrow();
      writer.put(copy("news/copy-1", wire, "2025-05-15", "Harbour Post"));
      writer.put(copy("news/-copy-2", wire, "2025-05-13", "Evil, \u001B[31mWire"));
      writer.put(
          Article.builder("news/chairman")
              .title("Joint task force gets a chairman")
              .body("The joint task force for ammunition has a chairman; Poland is to lead it.")
              .published("2025-06-02")
              .tags("ammunition")
              .language("en")
              .build());
      writer.commit();
    }
  }

  private static Article copy(String id, Article article, String published, String source) {
    return Article.builder(id)
        .title("Copy: " + article.title())
        .body(article.body() + " (" + source + ")")
        .published(published)
        .source(source)
        .tags("procurement", "wire")
        .language("en")
        .build();
  }

  private static Ran run(String... args) {
    return Ran.on(index).run(args);
  }

  private static void check(String golden, String... args) throws IOException {
    Ran ran = run(args);
    Golden.assertSame(golden, ran.out());
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void collapse_as_text() throws IOException {
    check("collapse.txt", "search", "--collapse", "\"task force\"", "--facets=tag,date:month");
  }

  @Test
  void collapse_as_json() throws IOException {
    check(
        "collapse.json",
        "search",
        "\"task force\"",
        "--collapse=source:harbour post",
        "--collapse=source:Northern Wire",
        "--count-by=article",
        "--facets=tag",
        "--show-query",
        "--format=json");
  }

  @Test
  void similar_as_text() throws IOException {
    check("similar.txt", "similar", "news/task-force", "--facets=tag");
  }

  @Test
  void similar_as_json() throws IOException {
    check(
        "similar.json",
        "similar",
        "news/task-force",
        "--with-copies",
        "--query=ammunition",
        "--collapse=longest",
        "--to=2025-05",
        "--show-query",
        "--format=json");
  }

  @Test
  void the_word_after_collapse_is_the_querys() {
    assertThat(run("search", "--collapse", "chairman").out()).startsWith("2 stories, 4 of");
    assertThat(run("search", "--collapse", "longest").out()).startsWith("0 stories, 0 of");
    assertThat(run("search", "chairman", "--collapse").out()).startsWith("2 stories, 4 of");
    assertThat(run("search", "chairman", "--collapse=longest", "--limit=1").out())
        .startsWith("2 stories, 4 of 8 articles, 1 to 1 shown");
  }

  @Test
  void facets_count_stories_or_articles() {
    assertThat(run("facets", "tag", "--tag=wire", "--format=csv").out()).contains("wire,wire,2");
    assertThat(run("facets", "tag", "--tag=wire", "--collapse", "--format=csv").out())
        .contains("wire,wire,1");
    assertThat(run("facets", "tag", "--collapse", "--count-by=article", "--format=csv").out())
        .contains("wire,wire,2");
  }

  @ParameterizedTest
  @CsvSource({
    "--collapse --collapse=longest, --collapse=longest",
    "--collapse=longest --collapse, --collapse",
    "--collapse=source:a --collapse=source:b --collapse=first, --collapse",
    "--collapse=source:a --collapse --collapse=source:b --collapse=source:c,"
        + " --collapse=source:b --collapse=source:c"
  })
  void of_what_is_said_more_than_once_the_last_holds(String typed, String read) {
    String[] command = ("search --show-query " + typed).split(" ");
    assertThat(run(command).err()).contains("again: sitrep search " + read + " '*'\n");
  }

  @Test
  void wrong_usage_is_said() {
    assertThat(run("search", "--collapse=shortest").err())
        .startsWith("sitrep: --collapse is none of first, longest, source:NAME: 'shortest'");
    assertThat(run("search", "--collapse=source:").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run("search", "--count-by=story").err())
        .startsWith("sitrep: --count-by is for --collapse alone");
    assertThat(run("similar").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_article_that_is_not_there_is_named() {
    Ran ran = run("similar", "news/frigate", "news/gone");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("sitrep: no article has the id 'news/gone'\n");
  }

  @Test
  void the_command_shown_gives_the_same_answer() {
    for (List<String> args :
        List.of(
            List.of("search", "--collapse", "task force"),
            List.of("search", "force", "--collapse=longest", "--count-by=article"),
            List.of("search", "force", "--collapse=source:a, b", "--collapse=source:x"),
            List.of("similar", "news/task-force", "--collapse"),
            List.of("similar", "news/chairman", "--query=force -frigate", "--with-copies"))) {
      Ran ran = run(and(args, "--show-query"));
      String again =
          ran.err().lines().filter(line -> line.startsWith("again: sitrep ")).findFirst().get();
      List<String> words = SelectionTest.words(again.substring("again: sitrep ".length()));
      assertThat(run(words.toArray(String[]::new)).out()).as(again).isEqualTo(ran.out());
    }
  }

  private static String[] and(List<String> args, String more) {
    List<String> all = new java.util.ArrayList<>(args);
    all.add(more);
    return all.toArray(String[]::new);
  }
}
