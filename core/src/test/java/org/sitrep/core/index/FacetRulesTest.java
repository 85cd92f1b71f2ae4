package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Timeline;
import org.sitrep.core.vocabulary.Country;

/** The twelve rules by which facets count, one test or more each. */
class FacetRulesTest {
  private final ArticleIndex index = ArticleIndex.inMemory();
  private final SearchRequest all = SearchRequest.of(new Query.All());

  @BeforeEach
  void put() throws IOException {
    put("1", "2024-12-30", List.of("UA", "PL"), "Drones", "aid");
    put("2", "2025-01-02", List.of("UA"), "drones", "Navy");
    put("3", "2025-03", List.of("PL"), "Drones");
    put("4", "2025", List.of("DE"), "none", "(none)");
    put("5", "", List.of(), "navy");
    put("6", "2025-03-07T10:00", List.of("DE", "UA"));
  }

  private void put(String id, String date, List<String> countries, String... tags)
      throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      var article =
          Article.builder(id).title("Article " + id).countries(countries).tags(List.of(tags));
      if (!date.isEmpty()) {
        article.published(date);
      }
      writer.put(article.build());
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static List<String> listed(FacetResult facet) {
    return facet.values().stream().map(v -> v.label() + " " + v.count()).toList();
  }

  private FacetResult facet(SearchRequest request, Facet facet) throws IOException {
    return index.search(request.facets(facet)).facet(facet);
  }

  @Test
  void rule_1_joins_values_of_a_dimension_by_or_and_dimensions_by_and() throws IOException {
    assertThat(index.search(all.select(Facet.COUNTRY, "UA", "DE")).total()).isEqualTo(4);
    assertThat(
            index.search(all.select(Facet.COUNTRY, "UA", "DE").select(Facet.TAG, "navy")).total())
        .isEqualTo(1);
    assertThat(
            index
                .search(
                    all.select(Facet.COUNTRY, "UA", "DE").mode(Facet.COUNTRY, Selection.Mode.ALL))
                .total())
        .isEqualTo(1);
  }

  @Test
  void rule_2_counts_a_dimension_past_its_own_selection_and_under_every_other() throws IOException {
    SearchRequest selected = all.select(Facet.COUNTRY, "PL").select(Facet.TAG, "drones");
    assertThat(listed(facet(selected, Facet.COUNTRY))).containsExactly("Poland 2", "Ukraine 2");
    assertThat(listed(facet(selected, Facet.TAG))).containsExactly("Drones 2", "aid 1");
  }

  @Test
  void rule_2_keeps_a_filter_of_the_query_whatever_is_counted() throws IOException {
    SearchRequest scoped = SearchRequest.of(Query.parse("country:PL")).select(Facet.TAG, "aid");
    assertThat(listed(facet(scoped, Facet.COUNTRY))).containsExactly("Poland 1", "Ukraine 1");
  }

  @Test
  void rule_3_counts_what_selecting_the_value_would_find() throws IOException {
    SearchRequest request = all.select(Facet.COUNTRY, "PL").exclude(Facet.TAG, "aid");
    for (FacetValue value : facet(request, Facet.COUNTRY).values()) {
      SearchRequest only =
          request.selections(
              java.util.Map.of(
                  Facet.TAG, request.selection(Facet.TAG),
                  Facet.COUNTRY, Selection.none(Facet.COUNTRY)));
      assertThat(index.search(only.select(Facet.COUNTRY, value.key())).total())
          .as(value.label())
          .isEqualTo(value.count());
    }
  }

  @Test
  void rule_3_obeys_the_other_exclusions_of_the_same_dimension() throws IOException {
    FacetResult tags = facet(all.exclude(Facet.TAG, "aid"), Facet.TAG);
    assertThat(tags.value("drones").orElseThrow().count()).isEqualTo(2);
    assertThat(tags.value("aid").orElseThrow().count()).isEqualTo(1);
    assertThat(tags.value("aid").orElseThrow().state()).isEqualTo(FacetValue.State.EXCLUDED);
  }

  @Test
  void rule_3_adds_a_value_to_those_selected_where_all_are_wanted() throws IOException {
    FacetResult countries =
        facet(
            all.select(Facet.COUNTRY, "UA").mode(Facet.COUNTRY, Selection.Mode.ALL), Facet.COUNTRY);
    assertThat(listed(countries)).containsExactly("Ukraine 3", "Germany 1", "Poland 1");
  }

  @Test
  void rule_3_counts_articles_and_not_values() throws IOException {
    put("7", "", List.of(), "Drones", "DRONES", "drones");
    assertThat(facet(all, Facet.TAG).value("drones").orElseThrow().count()).isEqualTo(4);
  }

  @Test
  void rule_6_counts_a_language_with_all_that_is_written_in_it_anywhere() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (String language : List.of("en", "en-GB", "en_US", "eng", "uk-UA", "ger", "zh-Hant-TW")) {
        writer.put(Article.builder("l-" + language).title("x").language(language).build());
      }
      writer.commit();
    }
    assertThat(listed(facet(all, Facet.LANGUAGE)))
        .contains("English 4", "Ukrainian 1", "German 1", "Chinese 1");
    for (FacetValue value : facet(all, Facet.LANGUAGE).values()) {
      assertThat(index.search(all.select(Facet.LANGUAGE, value.key())).total())
          .as(value.label())
          .isEqualTo(value.count());
    }
    for (String english : List.of("en", "EN", "eng", "English", "en-GB", "en_AU")) {
      assertThat(index.search(all.select(Facet.LANGUAGE, english)).total()).isEqualTo(4);
      assertThat(index.search(SearchRequest.of(Query.parse("lang:" + english))).total())
          .isEqualTo(4);
    }
    assertThat(index.find("l-en_US").orElseThrow().language()).contains("en-US");
    for (String german : List.of("ger", "deu", "de-AT")) {
      assertThat(index.search(SearchRequest.of(Query.parse("lang:" + german))).total())
          .as(german)
          .isEqualTo(1);
    }
    assertThat(
            index
                .search(SearchRequest.of(Query.parse("lang:ua")))
                .nothingFound()
                .orElseThrow()
                .spellings())
        .extracting(spelling -> spelling.spelling() + " " + spelling.total())
        .containsExactly("uk 1");
    assertThat(index.verify(20, 7).passed()).isTrue();
  }

  @Test
  void rule_4_lists_a_selected_value_at_0_too() throws IOException {
    SearchRequest request =
        SearchRequest.of(Query.parse("country:DE")).select(Facet.TAG, "never used");
    FacetValue value = facet(request, Facet.TAG).value("never used").orElseThrow();
    assertThat(value.count()).isZero();
    assertThat(value.state()).isEqualTo(FacetValue.State.SELECTED);
    SearchResults few =
        index.search(all.select(Facet.TAG, "aid").facets(FacetRequest.of(Facet.TAG).limit(1)));
    assertThat(listed(few.facet(Facet.TAG))).containsExactly("Drones 3", "aid 1");
  }

  @Test
  void rule_5_keeps_none_apart_from_tags_of_that_name() throws IOException {
    FacetResult tags = facet(all, Facet.TAG);
    assertThat(tags.values().stream().map(FacetValue::key))
        .containsExactlyInAnyOrder("drones", "navy", "aid", "none", "(none)", Facet.NONE);
    assertThat(tags.value(Facet.NONE).orElseThrow().label()).isEqualTo("(none)");
    assertThat(tags.value(Facet.NONE).orElseThrow().count()).isEqualTo(1);
    assertThat(index.search(all.select(Facet.TAG, Facet.NONE)).hits().get(0).id()).isEqualTo("6");
    assertThat(index.search(all.select(Facet.TAG, "none")).hits().get(0).id()).isEqualTo("4");
  }

  @Test
  void rule_5_shows_an_unknown_date_as_unknown() throws IOException {
    FacetResult dates = facet(all, Facet.DATE);
    assertThat(listed(dates)).containsExactly("2024 1", "2025 4", "unknown 1");
  }

  @Test
  void rule_6_labels_a_tag_with_the_form_most_often_seen_among_the_live_articles()
      throws IOException {
    assertThat(facet(all, Facet.TAG).value("drones").orElseThrow().label()).isEqualTo("Drones");
    try (ArticleWriter writer = index.newWriter()) {
      writer.delete("1");
      writer.delete("3");
      writer.commit();
    }
    assertThat(facet(all, Facet.TAG).value("DRONES").orElseThrow().label()).isEqualTo("drones");
  }

  @Test
  void rule_6_breaks_ties_of_forms_by_code_point() throws IOException {
    assertThat(facet(all, Facet.TAG).value("navy").orElseThrow().label()).isEqualTo("Navy");
  }

  @Test
  void rule_7_counts_a_date_in_the_levels_to_which_it_is_known() throws IOException {
    SearchResults results = index.search(all.facets(FacetRequest.of(DateLevel.MONTH)));
    assertThat(listed(results.facet(Facet.DATE)))
        .containsExactly("2024-12 1", "2025-01 1", "2025-03 2", "unknown 1");
    assertThat(index.search(all.select(Facet.DATE, "2025-03-07")).total()).isEqualTo(1);
    assertThat(index.search(all.select(Facet.DATE, "2025")).total()).isEqualTo(4);
  }

  @Test
  void rule_7_draws_a_timeline_without_gaps() throws IOException {
    Timeline timeline = index.search(all.timeline(DateLevel.MONTH)).timeline().orElseThrow();
    assertThat(timeline.buckets())
        .extracting(b -> b.key() + " " + b.count())
        .containsExactly("2024-12 1", "2025-01 1", "2025-02 0", "2025-03 2");
    assertThat(timeline.coarser()).isEqualTo(1);
    assertThat(timeline.unknown()).isEqualTo(1);
    assertThat(timeline.before()).isZero();
    assertThat(timeline.after()).isZero();
  }

  @Test
  void rule_7_draws_a_timeline_of_the_days_selected_with_what_lies_before_and_after()
      throws IOException {
    Query.Range range =
        new Query.Range(
            Optional.of(LocalDate.of(2025, 1, 1)), Optional.of(LocalDate.of(2025, 2, 28)));
    SearchResults results = index.search(all.select(range).timeline(DateLevel.MONTH));
    Timeline timeline = results.timeline().orElseThrow();
    assertThat(timeline.buckets())
        .extracting(b -> b.key() + " " + b.count())
        .containsExactly("2025-01 1", "2025-02 0");
    assertThat(timeline.before()).isEqualTo(1);
    assertThat(timeline.after()).isEqualTo(2);
    assertThat(results.total()).isEqualTo(1);
  }

  @Test
  void rule_7_selects_a_date_only_where_the_range_holds_all_of_it() throws IOException {
    Query.Range march =
        new Query.Range(
            Optional.of(LocalDate.of(2025, 3, 1)), Optional.of(LocalDate.of(2025, 3, 31)));
    assertThat(index.search(all.select(march).facets(Facet.DATE)).total()).isEqualTo(2);
    assertThat(index.search(all.select(march)).total()).isEqualTo(2);
    Query.Range from6 = new Query.Range(Optional.of(LocalDate.of(2025, 3, 6)), Optional.empty());
    assertThat(index.search(all.select(from6)).total()).isEqualTo(1);
  }

  @Test
  void rule_8_orders_by_count_with_ties_by_label_or_by_label() throws IOException {
    SearchResults results =
        index.search(all.facets(FacetRequest.of(Facet.COUNTRY).order(FacetOrder.LABEL)));
    assertThat(listed(results.facet(Facet.COUNTRY)))
        .containsExactly("Germany 2", "Poland 2", "Ukraine 3", "(none) 1");
    assertThat(listed(facet(all, Facet.COUNTRY)))
        .containsExactly("Ukraine 3", "Germany 2", "Poland 2", "(none) 1");
  }

  @Test
  void rule_8_pages_through_values_and_says_how_many_there_are() throws IOException {
    FacetResult tags =
        index
            .search(all.facets(FacetRequest.of(Facet.TAG).offset(1).limit(2).withOthers()))
            .facet(Facet.TAG);
    assertThat(listed(tags)).containsExactly("Navy 2", "(none) 1");
    assertThat(tags.distinct()).isEqualTo(5);
    assertThat(tags.others()).hasValue(5);
  }

  @Test
  void rule_10_carries_the_request_with_the_value_toggled() throws IOException {
    FacetValue drones =
        facet(all.select(Facet.COUNTRY, "PL"), Facet.TAG).value("drones").orElseThrow();
    assertThat(index.search(drones.toggled()).total()).isEqualTo(drones.count());
    FacetValue selected = facet(drones.toggled(), Facet.TAG).value("drones").orElseThrow();
    assertThat(selected.toggled().selection(Facet.TAG).isEmpty()).isTrue();
  }

  @Test
  void rule_11_refuses_a_facet_that_was_not_asked_for() {
    assertThatThrownBy(() -> index.search(all).facet(Facet.TAG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("facet was not asked for: tag");
  }

  private FacetResult values(String prefix, Facet facet) throws IOException {
    return index.search(all.facets(FacetRequest.of(facet).prefix(prefix))).facet(facet);
  }

  @Test
  void rule_9_searches_values_by_any_word_start_with_case_and_accents_folded() throws IOException {
    put("7", "2025", List.of("MM", "GB"), "Joint Task Force", "Écoles", "Taskmaster", "multitask");

    assertThat(listed(values("TASK", Facet.TAG)))
        .containsExactly("Joint Task Force 1", "Taskmaster 1");
    assertThat(listed(values("ecol", Facet.TAG))).containsExactly("Écoles 1");
    assertThat(listed(values("task f", Facet.TAG))).containsExactly("Joint Task Force 1");
    assertThat(listed(values("xyzzy", Facet.TAG))).isEmpty();
    assertThat(values("xyzzy", Facet.TAG).distinct()).isZero();
  }

  @Test
  void rule_9_searches_countries_by_their_other_names() throws IOException {
    put("7", "2025", List.of("MM", "GB"));

    assertThat(listed(values("burma", Facet.COUNTRY))).containsExactly("Myanmar 1");
    assertThat(listed(values("Burm", Facet.COUNTRY))).containsExactly("Myanmar 1");
    assertThat(listed(values("uk", Facet.COUNTRY)))
        .containsExactly("Ukraine 3", "United Kingdom 1");
    assertThat(listed(values("brit", Facet.COUNTRY))).containsExactly("United Kingdom 1");
    assertThat(listed(values("Polen", Facet.COUNTRY))).containsExactly("Poland 2");
  }

  @Test
  void rule_9_searches_countries_and_languages_by_the_beginnings_of_names_in_other_languages()
      throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("7").title("x").countries("RU", "NL").language("de").build());
      writer.commit();
    }
    assertThat(listed(values("\u0440\u043e\u0441\u0441", Facet.COUNTRY)))
        .containsExactly("Russia 1");
    assertThat(listed(values("deutschl", Facet.COUNTRY))).containsExactly("Germany 2");
    assertThat(listed(values("niederl", Facet.COUNTRY))).containsExactly("Netherlands 1");
    assertThat(listed(values("deut", Facet.LANGUAGE))).containsExactly("German 1");
    assertThat(index.verify(20, 7).passed()).isTrue();
  }

  @Test
  void rule_9_takes_three_letters_or_all_of_a_countrys_other_names() throws IOException {
    put("7", "2025", List.of("RU", "US", "MM"));

    assertThat(listed(values("ta", Facet.COUNTRY))).isEmpty(); // Tatars
    assertThat(listed(values("fl", Facet.COUNTRY))).isEmpty(); // Floridians
    assertThat(listed(values("us", Facet.COUNTRY))).containsExactly("United States 1");
    assertThat(listed(values("bu", Facet.COUNTRY))).isEmpty();
    assertThat(listed(values("bur", Facet.COUNTRY))).containsExactly("Myanmar 1");
    assertThat(listed(values("STATES", Facet.COUNTRY))).containsExactly("United States 1");
  }

  @Test
  void rule_9_folds_accents_and_white_space_of_several_words() throws IOException {
    put("7", "2025", List.of("CI"), "Côte d'Azur Fleet", "South  China Sea");

    assertThat(listed(values("cote d'iv", Facet.COUNTRY))).containsExactly("Côte d'Ivoire 1");
    assertThat(listed(values("CÔTE D'A", Facet.TAG))).containsExactly("Côte d'Azur Fleet 1");
    assertThat(listed(values("south ch", Facet.TAG))).hasSize(1);
    assertThat(listed(values("china s", Facet.TAG))).hasSize(1);
    assertThat(listed(values("outh", Facet.TAG))).isEmpty();
  }

  @Test
  void rule_9_counts_and_pages_over_the_values_that_pass_a_search() throws IOException {
    FacetRequest tags = FacetRequest.of(Facet.TAG).prefix("n").withOthers();
    FacetResult first = index.search(all.facets(tags.limit(1))).facet(Facet.TAG);
    FacetResult second = index.search(all.facets(tags.limit(1).offset(1))).facet(Facet.TAG);

    assertThat(listed(first)).containsExactly("Navy 2");
    assertThat(first.distinct()).isEqualTo(3); // navy, none, (none): tags of that name
    assertThat(first.others()).hasValue(2); // 4 has the tags, 6 has none
    assertThat(listed(second)).containsExactly("(none) 1");
  }

  @Test
  void rule_9_lists_a_selected_value_whatever_is_searched_for() throws IOException {
    FacetResult tags =
        index
            .search(
                all.select(Facet.TAG, "drones").facets(FacetRequest.of(Facet.TAG).prefix("nav")))
            .facet(Facet.TAG);

    assertThat(listed(tags)).containsExactly("Navy 2", "Drones 3");
    assertThat(tags.distinct()).isEqualTo(1);
  }

  @Test
  void rule_4_keeps_an_excluded_value_and_its_count() throws IOException {
    FacetResult tags = facet(all.exclude(Facet.TAG, "drones"), Facet.TAG);

    assertThat(tags.value("drones"))
        .hasValueSatisfying(
            value -> {
              assertThat(value.state()).isEqualTo(FacetValue.State.EXCLUDED);
              assertThat(value.count()).isEqualTo(3);
            });
    assertThat(tags.value("aid")).isEmpty(); // all of its articles are excluded
  }

  @Test
  void rule_6_shows_countries_and_languages_by_name() throws IOException {
    assertThat(listed(facet(all, Facet.COUNTRY)))
        .containsExactly("Ukraine 3", "Germany 2", "Poland 2", "(none) 1");
    assertThat(Country.ofCode("UA").orElseThrow().label(Locale.GERMAN)).isEqualTo("Ukraine");
    assertThat(Country.ofCode("DE").orElseThrow().label(Locale.GERMAN)).isEqualTo("Deutschland");
  }

  @Test
  void rule_7_keeps_coarser_dates_apart_from_unknown_ones_that_are_excluded() throws IOException {
    SearchRequest months = all.timeline(DateLevel.MONTH);

    assertThat(index.search(months).timeline().orElseThrow().coarser()).isEqualTo(1);
    assertThat(index.search(months.exclude(Facet.DATE, Facet.NONE)).timeline().orElseThrow())
        .returns(1L, Timeline::coarser)
        .returns(1L, Timeline::unknown);
  }

  @Test
  void rule_8_counts_the_articles_of_unlisted_values() throws IOException {
    FacetRequest two = FacetRequest.of(Facet.COUNTRY).limit(1).withOthers();

    assertThat(index.search(all.facets(two)).facet(Facet.COUNTRY).others()).hasValue(5);
  }

  @Test
  void rule_11_finds_no_dimension_by_an_unknown_name_and_gives_no_null() throws IOException {
    assertThat(Facet.of("contry")).isEmpty();
    try (ArticleIndex empty = ArticleIndex.inMemory()) {
      SearchResults results = empty.search(all.facets(Facet.values()).timeline(DateLevel.DAY));
      assertThat(results.facets()).allSatisfy(f -> assertThat(f.values()).isEmpty());
      assertThat(results.timeline()).hasValueSatisfying(t -> assertThat(t.buckets()).isEmpty());
    }
  }

  @Test
  void rule_12_verify_counts_again_by_brute_force() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());

    assertThat(index.verify(300, seed))
        .satisfies(
            verification -> {
              assertThat(verification.differences()).isEmpty();
              assertThat(verification.searches()).isEqualTo(300);
              assertThat(verification.counts()).isGreaterThan(1_000);
            });
  }
}
