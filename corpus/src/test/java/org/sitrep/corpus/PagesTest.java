package org.sitrep.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;

/**
 * Whole pages, field by field: the sample corpus, pages in other layouts and languages, real ones.
 */
class PagesTest {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static final double ABOUT = 0.94;

  private static final Path SAMPLE =
      Path.of(System.getProperty("sitrep.root")).resolve("corpus/articles");

  @TestFactory
  Stream<DynamicTest> every_field_of_every_sample_page_is_read_right() throws Exception {
    return compared(SAMPLE, "articles/", TestJson.lines(resource("/sample-gold.jsonl")));
  }

  @TestFactory
  Stream<DynamicTest> every_field_of_every_sample_html_page_is_read_right() throws Exception {
    return compared(SAMPLE, "articles/", TestJson.lines(resource("/sample-gold-html.jsonl")));
  }

  @TestFactory
  Stream<DynamicTest> every_field_of_every_sample_feed_entry_is_read_right() throws Exception {
    return compared(SAMPLE, "articles/", TestJson.lines(resource("/sample-gold-feeds.jsonl")));
  }

  @TestFactory
  Stream<DynamicTest> pages_in_other_layouts_and_languages_are_read_right() throws Exception {
    Path gold = resource("/pages/gold.jsonl");
    return compared(Path.of(gold.getParent() + "/*.txt"), "pages/", TestJson.lines(gold));
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(PagesTest.class.getResource(name).toURI());
  }

  private static Stream<DynamicTest> compared(
      Path source, String prefix, List<Map<String, Object>> gold) throws IOException {
    Map<String, List<Article>> articles =
        read(source.toString()).values().stream()
            .collect(Collectors.groupingBy(a -> a.file().orElseThrow()));
    return gold.stream()
        .map(
            expected -> {
              String file = (String) expected.get("file");
              int entry = Integer.parseInt((String) expected.getOrDefault("entry", "1"));
              return DynamicTest.dynamicTest(
                  expected.containsKey("entry") ? file + ":" + entry : file,
                  () -> {
                    List<Article> read = articles.get(prefix + file);
                    compare(Objects.requireNonNull(read, file).get(entry - 1), expected);
                  });
            });
  }

  private static Map<String, Article> read(String source) throws IOException {
    try (Stream<Reading> readings =
        Corpus.open(List.of(source), ReadOptions.standard().withClock(TODAY)).readings()) {
      return readings
          .map(r -> ((Reading.Read) r).article())
          .collect(
              Collectors.toMap(Article::id, a -> a, (a, b) -> fail(a.id()), LinkedHashMap::new));
    }
  }

  private static void compare(Article article, Map<String, Object> gold) {
    SoftAssertions softly = new SoftAssertions();
    Object title = gold.get("title");
    softly
        .assertThat(article.titleFrom())
        .isEqualTo(title == null ? TitleFrom.DERIVED : TitleFrom.DECLARED);
    if (title != null) {
      softly.assertThat(article.title()).isEqualTo(title);
    }
    softly.assertThat(article.authors()).isEqualTo(TestJson.texts(gold, "authors"));
    softly.assertThat(article.tags()).isEqualTo(TestJson.texts(gold, "tags"));
    softly.assertThat(article.sections()).isEqualTo(TestJson.texts(gold, "sections"));
    softly.assertThat(article.source().orElse(null)).isEqualTo(gold.get("source"));
    softly
        .assertThat(article.language().orElse(null))
        .isEqualTo(gold.getOrDefault("language", "en"));
    softly.assertThat(article.body()).startsWith((String) gold.get("body_first"));
    softly.assertThat(article.body()).endsWith((String) gold.get("body_last"));
    TestJson.texts(gold, "body_has").forEach(t -> softly.assertThat(article.body()).contains(t));
    TestJson.texts(gold, "must_not_body")
        .forEach(t -> softly.assertThat(article.body()).doesNotContain(t));
    dates(softly, article, gold);
    if (gold.containsKey("countries")) {
      softly
          .assertThat(article.countries())
          .containsExactlyInAnyOrderElementsOf(TestJson.texts(gold, "countries"));
    }
    softly.assertAll();
  }

  private static void dates(SoftAssertions softly, Article article, Map<String, Object> gold) {
    Object published = gold.get("published");
    if (published == null) {
      softly.assertThat(article.publishedFrom()).isNotEqualTo(Optional.of(DateFrom.DECLARED));
    } else {
      same(softly, article.published(), published);
      softly
          .assertThat(article.publishedFrom().map(f -> f.name().toLowerCase(java.util.Locale.ROOT)))
          .contains((String) gold.getOrDefault("publishedFrom", "declared"));
    }
    if (gold.containsKey("modified")) {
      same(softly, article.modified(), gold.get("modified"));
    }
  }

  /** As exact as expected; an offset that the page states is kept, and not always expected. */
  private static void same(SoftAssertions softly, Optional<PartialDate> date, Object expected) {
    softly
        .assertThat(date.map(PartialDate::toString).orElse(""))
        .matches(java.util.regex.Pattern.quote((String) expected) + "(Z|[+-]\\d\\d:\\d\\d)?");
  }

  /**
   * What an article is about is a matter of judgement, so it is measured over all pages: as F1 of
   * the countries that were judged and found.
   */
  @Test
  void what_the_sample_is_about_is_mostly_what_a_reader_says() throws Exception {
    int right = 0;
    int found = 0;
    int judged = 0;
    Map<String, List<Article>> articles =
        read(SAMPLE.toString()).values().stream()
            .collect(Collectors.groupingBy(a -> a.file().orElseThrow()));
    for (String name : List.of("sample-gold", "sample-gold-html", "sample-gold-feeds")) {
      for (Map<String, Object> gold : TestJson.lines(resource("/" + name + ".jsonl"))) {
        int entry = Integer.parseInt((String) gold.getOrDefault("entry", "1"));
        List<Article> read = Objects.requireNonNull(articles.get("articles/" + gold.get("file")));
        List<String> about = read.get(entry - 1).about();
        List<String> expected = TestJson.texts(gold, "about");
        right += (int) about.stream().filter(expected::contains).count();
        found += about.size();
        judged += expected.size();
      }
    }

    assertThat(2.0 * right / (found + judged)).isGreaterThanOrEqualTo(ABOUT);
  }

  @Test
  void the_seed_pages_read_as_they_should() throws IOException {
    Map<String, Article> articles = read(SharedData.find("seeds").toString());
    for (Map<String, Object> gold : TestJson.lines(SharedData.find("gold/seeds.jsonl"))) {
      Article article = Objects.requireNonNull(articles.get("seeds/" + gold.get("file")));
      SoftAssertions softly = new SoftAssertions();
      softly
          .assertThat(article.titleFrom())
          .isEqualTo(gold.containsKey("title") ? TitleFrom.DECLARED : TitleFrom.DERIVED);
      softly
          .assertThat(article.title())
          .startsWith(String.valueOf(gold.getOrDefault("title", gold.get("body_first"))));
      String time = gold.containsKey("published_time") ? "T" + gold.get("published_time") : "";
      Object day = gold.getOrDefault("published", gold.get("inferred"));
      softly.assertThat(article.published()).contains(PartialDate.parse(day + time).orElseThrow());
      softly
          .assertThat(article.publishedFrom())
          .contains(gold.containsKey("published") ? DateFrom.DECLARED : DateFrom.INFERRED);
      softly.assertThat(article.authors()).isEqualTo(TestJson.texts(gold, "authors"));
      softly.assertThat(article.source().orElse(null)).isEqualTo(gold.get("source"));
      softly.assertThat(article.tags()).isEqualTo(TestJson.texts(gold, "tags"));
      softly.assertThat(article.sections()).isEqualTo(TestJson.texts(gold, "sections"));
      softly.assertThat(article.language()).contains("en");
      softly.assertThat(article.body()).startsWith((String) gold.get("body_first"));
      softly.assertThat(article.body()).endsWith((String) gold.get("body_last"));
      TestJson.texts(gold, "headings").forEach(h -> softly.assertThat(article.body()).contains(h));
      TestJson.texts(gold, "must_not_body")
          .forEach(t -> softly.assertThat(article.body()).doesNotContain(t));
      softly.assertThat(article.countries()).containsAll(TestJson.texts(gold, "countries"));
      TestJson.texts(gold, "must_not_countries")
          .forEach(c -> softly.assertThat(article.countries()).doesNotContain(c));
      softly.assertAll();
    }
  }

  @Test
  void bodies_of_real_pages_are_found() throws IOException {
    Path folder = SharedData.find("data/extract/article-extraction");
    Map<String, Article> articles = read(folder.resolve("text").toString());
    Map<String, String> read =
        articles.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().replaceAll("^text/|[.].*", ""), e -> e.getValue().body()));
    Map<String, String> gold =
        TestJson.lines(folder.resolve("gold.jsonl")).stream()
            .collect(Collectors.toMap(g -> (String) g.get("id"), g -> (String) g.get("body")));

    assertThat(BodyScore.f1(gold, read)).isGreaterThanOrEqualTo(0.94);
  }
}
