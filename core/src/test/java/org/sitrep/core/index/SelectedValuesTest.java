package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;

/** What an application selects is found as people write it, or refused; never silently nothing. */
class SelectedValuesTest {
  private final ArticleIndex index = ArticleIndex.inMemory();
  private final SearchRequest all = SearchRequest.of(new Query.All());

  @BeforeEach
  void put() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("full")
              .title("Frigate sails")
              .published("2025-05-14")
              .countries("GB", "KR")
              .tags("Procurement", "None")
              .source("Meridian Ledger")
              .language("en")
              .build());
      writer.put(
          Article.builder("odd")
              .title("Frigate stays")
              .published("2024-05")
              .countries("XX")
              .language("unknown")
              .build());
      writer.put(Article.builder("bare").title("Frigate").build());
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> found(SearchRequest request) throws IOException {
    return index.search(request).hits().stream().map(hit -> hit.id()).sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, UK",
    "COUNTRY, british",
    "COUNTRY, GBR",
    "COUNTRY, south-korea",
    "DATE, May 2025",
    "DATE, 14.5.2025",
    "DATE, 2025-05-14T10:00",
    "DATE, 2025",
    "LANGUAGE, English",
    "LANGUAGE, en-AU",
    "COUNTRY, the United Kingdom",
    "COUNTRY, The UK",
    "TAG, PROCUREMENT",
    "TAG, '#Procurement'",
    "TAG, none",
    "SOURCE, meridian ledger",
  })
  void values_are_read_as_the_query_language_reads_them(Facet facet, String value)
      throws IOException {
    assertThat(found(all.select(facet, value))).containsExactly("full");
    assertThat(found(all.exclude(facet, value))).containsExactly("bare", "odd");
    assertThat(found(all.toggle(facet, value))).containsExactly("full");
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, (none)",
    "ABOUT, (None)",
    "DATE, (none)",
    "LANGUAGE, (none)",
    "COUNTRY, none",
    "DATE, none",
    "DATE, unknown",
    "LANGUAGE, None",
    "TAG, ''"
  })
  void the_missing_value_goes_by_its_name_where_no_value_can_be_called_so(
      Facet facet, String value) {
    assertThat(all.select(facet, value)).isEqualTo(all.select(facet, Facet.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, bogus, value of country is no country's code or name: 'bogus'",
    "ABOUT, Ukrane, value of about is no country's code or name: 'Ukrane'",
    "COUNTRY, -uk, value of country begins with a minus",
    "ABOUT, '−United Kingdom', value of about begins with a minus",
    "DATE, bogus, 'date is not one such as 2025, 2025-03, 2025-03-07, yesterday or 7d: ''bogus'''",
    "DATE, 2025-13, 'date is not one: ''2025-13'''",
    "DATE, 7d, 'value of date is not one year, month or day, but a Query.Range: ''7d'''",
    "LANGUAGE, no such tongue, value of language is no language's tag or name: 'no such tongue'",
    "TAG, ' ', value of tag is blank: ' '",
    "SOURCE, '\u0301', value of source is blank: '\u0301'",
  })
  void what_no_article_can_have_is_refused(Facet facet, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.select(facet, value))
        .satisfies(e -> assertThat(e.getMessage()).startsWith(message.replaceAll("'$", "")));
    assertThatIllegalArgumentException().isThrownBy(() -> all.exclude(facet, value));
    assertThatIllegalArgumentException().isThrownBy(() -> all.toggle(facet, value));
  }

  @Test
  void a_preferred_source_is_read_like_a_selected_one() {
    assertThat(Collapse.preferring("Wire", " WIRE ").sources()).containsExactly("wire");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Collapse.preferring("Wire", " "))
        .withMessage("value of source is blank: ' '");
  }

  @Test
  void a_date_that_could_be_two_is_refused_with_both() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.select(Facet.DATE, "03/04/2025"))
        .withMessageContainingAll("2025-04-03", "2025-03-04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNTRY", "TAG", "DATE", "LANGUAGE"})
  void a_hostile_value_is_shown_short(Facet facet) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.select(facet, "x".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void days_are_read_from_text() throws IOException {
    assertThat(Query.Range.parse("2024-03..May 2024"))
        .isEqualTo(
            new Query.Range(
                Optional.of(LocalDate.of(2024, 3, 1)), Optional.of(LocalDate.of(2024, 5, 31))));
    assertThat(found(all.select(Query.Range.parse("2024-03..2024-05")))).containsExactly("odd");
    for (String text : List.of("", " ", "bogus", "2025\" OR date:\"2024", "unknown", "\\")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Query.Range.parse(text));
    }
  }

  @Test
  void a_value_of_an_open_vocabulary_that_no_article_has_is_named_by_the_help() throws IOException {
    NothingFound help =
        index.search(all.select(Facet.TAG, "procurment")).nothingFound().orElseThrow();
    assertThat(help.unmatched()).containsExactly("tag:procurment");
    assertThat(help.spellings())
        .extracting(NothingFound.Respelling::spelling)
        .containsExactly("procurement");
    assertThat(
            index.search(all.select(Facet.SOURCE, "none")).nothingFound().orElseThrow().unmatched())
        .containsExactly("source:=\"none\"");
    assertThat(
            index
                .search(all.select(Facet.LANGUAGE, "frensh").select(Facet.COUNTRY, "qq"))
                .nothingFound()
                .orElseThrow()
                .unmatched())
        .containsExactlyInAnyOrder("lang:frensh", "country:QQ");
  }

  @Test
  void every_listed_value_can_be_toggled_and_found_by_its_key() throws IOException {
    SearchResults results = index.search(all.facets(Facet.values()));
    for (FacetResult facet : results.facets()) {
      for (FacetValue value : facet.values()) {
        assertThat(index.search(value.toggled()).total())
            .as("%s %s", facet.facet(), value.key())
            .isEqualTo(value.count())
            .isPositive();
        assertThat(facet.value(value.key())).contains(value);
      }
    }
    FacetResult months =
        index.search(all.facets(FacetRequest.of(DateLevel.MONTH))).facet(Facet.DATE);
    assertThat(months.value("May 2025").orElseThrow().key()).isEqualTo("2025-05");
    assertThat(months.value("bogus")).isEmpty();
  }

  @Test
  void a_click_on_a_value_asks_for_the_first_page() throws IOException {
    FacetResult tags = index.search(all.offset(2).facets(Facet.TAG)).facet(Facet.TAG);
    assertThat(tags.values()).allSatisfy(value -> assertThat(value.toggled().offset()).isZero());
  }

  @Test
  void the_mode_holds_for_what_is_selected_later() throws IOException {
    SearchRequest every = all.mode(Facet.COUNTRY, Selection.Mode.ALL);
    assertThat(found(every)).hasSize(3);
    assertThat(found(every.select(Facet.COUNTRY, "GB", "KR"))).containsExactly("full");
    assertThat(found(every.select(Facet.COUNTRY, "GB", "XX"))).isEmpty();
    SearchRequest again = every.toggle(Facet.COUNTRY, "GB").toggle(Facet.COUNTRY, "GB");
    assertThat(again).isEqualTo(every);
    assertThat(again.without(Facet.COUNTRY)).isEqualTo(all);
  }

  @Test
  void dates_are_joined_as_the_mode_says() throws IOException {
    SearchRequest dates = all.mode(Facet.DATE, Selection.Mode.ALL);
    assertThat(found(dates.select(Facet.DATE, "2025", "May 2025"))).containsExactly("full");
    assertThat(found(dates.select(Facet.DATE, "2025", "2024"))).isEmpty();
    assertThat(found(dates.select(Facet.DATE, "2025").select(Query.Range.parse("2025-06..2026"))))
        .isEmpty();
  }

  @Test
  void a_selection_holds_keys_in_their_one_spelling() throws IOException {
    Selection tags =
        new Selection(
            Facet.TAG, Set.of("PROCUREMENT"), Set.of(), Optional.empty(), Selection.Mode.ANY);
    assertThat(tags.included()).containsExactly("procurement");
    assertThat(found(all.selections(Map.of(Facet.TAG, tags)))).containsExactly("full");
    assertThat(found(all.selection(Selection.none(Facet.COUNTRY).include("XX"))))
        .containsExactly("odd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.none(Facet.DATE).include("May 2025"))
        .withMessage("value of date is no key: 'May 2025'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.none(Facet.COUNTRY).exclude("bogus"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void null_is_refused_by_name() {
    assertThatNullPointerException().isThrownBy(() -> all.timeline(null)).withMessage("level");
    assertThatNullPointerException().isThrownBy(() -> all.after(null)).withMessage("cursor");
    assertThatNullPointerException().isThrownBy(() -> all.collapse(null)).withMessage("collapse");
    assertThatNullPointerException().isThrownBy(() -> all.timeLimit(null)).withMessage("timeLimit");
    assertThatNullPointerException()
        .isThrownBy(() -> all.select(Facet.TAG, (String[]) null))
        .withMessage("values");
    assertThatNullPointerException()
        .isThrownBy(() -> all.select((Query.Range) null))
        .withMessage("days");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> all.selection((Selection) null))
        .withMessage("selection");
  }
}
