package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.page.ExplainedField;

/** Dates that a page counts from the time of its reading. */
class FetchedTest {
  private static final PartialDate FETCHED = PartialDate.parse("2025-03-07T16:27Z").orElseThrow();

  private static final String TEXT =
      """
      The ministry ordered twelve patrol boats from a yard in the north, the first since the reform.

      Crews begin their training in autumn, an officer said on the pier, where the old boats lie.
      """;
  private static final String PAGE = "Boats ordered from the north\n\n%s\n\n" + TEXT;
  private static final String HTML =
      "<html><body><article><h1>Boats ordered from the north</h1><p>%s</p><p>"
          + TEXT.replace("\n\n", "</p><p>")
          + "</p></article></body></html>";

  @TempDir Path folder;

  private PageExplanation explain(ReadOptions options, String content) throws IOException {
    Path file = Files.writeString(folder.resolve("page"), content, UTF_8);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-03-07T16:27:00Z")));
    try (Stream<PageExplanation> read =
        Corpus.open(List.of(file.toString()), options).explanations()) {
      return read.findFirst().orElseThrow();
    }
  }

  private Article article(ReadOptions options, String content) throws IOException {
    return Sources.article(explain(options, content).reading());
  }

  private static ReadOptions fetched() {
    return ReadOptions.standard().withFetched(FETCHED);
  }

  private static Optional<String> published(Article article) {
    return article.published().map(PartialDate::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 hours ago",
        "Published 2 hours ago",
        "By Ann Lee | 2 hours ago",
        "vor 3 Stunden",
        "il y a 2 heures",
        "hace 2 horas",
        "2 ore fa",
        "2 години тому",
        "2 часа назад",
        "2 godziny temu"
      })
  void is_counted_from_the_time_of_fetching_where_that_is_known(String said) throws IOException {
    for (String form : List.of(PAGE, HTML)) {
      Article article = article(fetched(), form.formatted(said));

      assertThat(published(article)).contains("2025-03-07");
      assertThat(article.publishedFrom()).contains(DateFrom.DECLARED);
      assertThat(article.title()).isEqualTo("Boats ordered from the north");
      assertThat(article.body()).startsWith("The ministry").doesNotContain(said);
    }
  }

  @Test
  void is_no_date_where_the_time_of_fetching_is_not_known_and_it_is_said_why() throws IOException {
    for (String form : List.of(PAGE, HTML)) {
      PageExplanation page = explain(ReadOptions.standard(), form.formatted("2 hours ago"));

      assertThat(Sources.article(page.reading()).published()).isEmpty();
      assertThat(page.fields())
          .filteredOn(f -> f.field().equals("published"))
          .extracting(ExplainedField::reason)
          .singleElement()
          .asString()
          .contains("“2 hours ago”", "when the page was fetched is not known");
    }
  }

  @Test
  void the_reason_of_a_counted_date_names_both_the_words_and_the_time() throws IOException {
    assertThat(explain(fetched(), PAGE.formatted("gestern, 14:05 Uhr")).fields())
        .contains(
            new ExplainedField(
                "published",
                "2025-03-06T14:05",
                "line 3 says “gestern, 14:05 Uhr”, counted from the fetching at"
                    + " 2025-03-07T16:27Z"));
  }

  @Test
  void a_change_that_is_counted_is_no_publication() throws IOException {
    Article article = article(fetched(), PAGE.formatted("Updated 2 hours ago"));

    assertThat(article.published()).isEmpty();
    assertThat(article.modified().map(PartialDate::toString)).contains("2025-03-07");
  }

  @Test
  void a_stated_date_goes_before_a_counted_one() throws IOException {
    Article article = article(fetched(), PAGE.formatted("3 March 2025\n\n2 hours ago"));

    assertThat(published(article)).contains("2025-03-03");
  }

  @Test
  void a_date_beside_the_author_is_read_in_markup_too() throws IOException {
    assertThat(published(article(fetched(), HTML.formatted("By Ann Lee | 3 March 2025"))))
        .contains("2025-03-03");
  }

  @Test
  void a_count_in_a_rail_belongs_to_another_article() throws IOException {
    String rail = "\nRelated\n\nYard hires two hundred welders\n\n2 hours ago\n";

    assertThat(article(fetched(), PAGE.formatted("") + rail).published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- Page saved with SingleFile; saved date: Fri Mar 07 2025 16:27:00 GMT+0100 (CET) -->",
        "<!--\n     FILE ARCHIVED ON 16:27:00 Mar 07, 2025 AND RETRIEVED FROM THE"
            + " INTERNET ARCHIVE ON 12:00:00 Nov 20, 2026.\n-->",
        "<!-- Mirrored from a.example/b by HTTrack Copier/3.x, Fri, 07 Mar 2025 16:27:00 GMT -->",
        "<!-- saved from url=(0021)https://a.example/b at 2025-03-07 16:27 -->"
      })
  void a_page_may_say_itself_when_it_was_saved(String comment) throws IOException {
    String page = HTML.formatted("2 hours ago");

    assertThat(published(article(ReadOptions.standard(), comment + page))).contains("2025-03-07");
    assertThat(published(article(ReadOptions.standard(), page + comment))).contains("2025-03-07");
  }

  @Test
  void a_page_saved_as_text_may_say_it_in_a_line_which_is_no_date_of_publication()
      throws IOException {
    String line = "Retrieved on 7 March 2025, 16:27\n\n";

    assertThat(published(article(ReadOptions.standard(), line + PAGE.formatted("yesterday"))))
        .contains("2025-03-06");
    assertThat(article(ReadOptions.standard(), line + PAGE.formatted("")).published()).isEmpty();
  }

  @Test
  void a_record_may_say_it_in_a_field_of_its_own() throws IOException {
    String record = "{\"title\":\"Boats\",\"published\":\"yesterday\"%s}";
    String own = ",\"fetched\":\"2025-03-01T10:00Z\"";

    assertThat(published(article(fetched(), record.formatted(own)))).contains("2025-02-28");
    assertThat(published(article(fetched(), record.formatted("")))).contains("2025-03-06");
  }

  @Test
  void a_record_is_kept_without_the_date_where_nobody_knows_and_a_note_says_so()
      throws IOException {
    Reading reading =
        explain(ReadOptions.standard(), "{\"title\":\"Boats\",\"published\":\"2 hours ago\"}")
            .reading();

    assertThat(Sources.article(reading).published()).isEmpty();
    assertThat(((Reading.Read) reading).notes())
        .containsExactly(
            "published is counted from a time that is not known and left out: '2 hours ago'");
  }

  @Test
  void a_time_that_is_not_known_to_the_day_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReadOptions.standard().withFetched(PartialDate.of(2025)))
        .withMessage("time of fetching is not known to the day: 2025");
  }
}
