package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Sort;
import org.sitrep.core.search.Timeline;

/** One hit a story: which copy it is, where it ranks, what is counted. */
class CollapseTest {
  private static final String WIRE =
      "The navy has ordered three frigates from the yard at the coast and expects the first of them"
          + " within four years, the ministry said on Friday after long talks about the price";

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private static ArticleBuilder article(String id, String body, String date, String source) {
    ArticleBuilder article = Article.builder(id).title("Title of " + id).body(body).source(source);
    PartialDate.parse(date).ifPresent(day -> article.published(day, DateFrom.DECLARED));
    return article;
  }

  @BeforeEach
  void fill() throws IOException {
    put(
        article("copy-a", WIRE, "2025-03-07", "Harbour Post").tags("navy").countries("PL"),
        article("copy-b", WIRE + "!!!", "2025-03-05", "Wire").tags("navy").countries("PL", "DE"),
        article("copy-c", WIRE + "!", "", "Gazette").tags("ships"),
        article("lone", "Talks about drones end.", "2025-03-06", "Wire").tags("ships"));
  }

  private void put(ArticleBuilder... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (ArticleBuilder article : articles) {
        writer.put(article.build());
      }
      writer.commit();
    }
  }

  private static SearchRequest all(Collapse collapse) {
    return SearchRequest.of(new Query.All()).sort(Sort.NEWEST).collapse(collapse);
  }

  private SearchResults search(SearchRequest request) throws IOException {
    return index.search(request);
  }

  private List<String> ids(SearchRequest request) throws IOException {
    return search(request).hits().stream().map(Hit::id).toList();
  }

  private static Map<String, Long> counts(SearchResults results, Facet facet) {
    Map<String, Long> counts = new TreeMap<>();
    results.facet(facet).values().forEach(value -> counts.put(value.key(), value.count()));
    return counts;
  }

  @Test
  void a_hit_is_a_story_and_lists_its_copies() throws IOException {
    SearchResults results = search(all(Collapse.first()));
    assertThat(results.total()).isEqualTo(2);
    assertThat(results.articles()).isEqualTo(4);
    Hit wire = results.hits().get(1);
    assertThat(wire.id()).isEqualTo("copy-b");
    assertThat(wire.copyCount()).isEqualTo(2);
    assertThat(wire.copies())
        .extracting(Copy::id, Copy::title, copy -> copy.source().orElse(""))
        .containsExactly(
            tuple("copy-a", "Title of copy-a", "Harbour Post"),
            tuple("copy-c", "Title of copy-c", "Gazette"));
    assertThat(wire.copies().get(0).published()).isEqualTo(PartialDate.parse("2025-03-07"));
    assertThat(wire.copies().get(1).published()).isEmpty();
  }

  @Test
  void an_article_without_copies_is_a_story_of_one() throws IOException {
    Hit lone = search(all(Collapse.first())).hits().get(0);
    assertThat(lone.id()).isEqualTo("lone");
    assertThat(lone.copies()).isEmpty();
    assertThat(lone.copyCount()).isZero();
  }

  @Test
  void without_collapse_there_are_no_copies_and_as_many_hits_as_articles() throws IOException {
    SearchResults results = search(SearchRequest.of(new Query.All()));
    assertThat(results.total()).isEqualTo(4);
    assertThat(results.articles()).isEqualTo(4);
    assertThat(results.hits()).allMatch(hit -> hit.copies().isEmpty() && hit.copyCount() == 0);
  }

  @Test
  void the_first_the_longest_or_the_preferred_copy_stands_for_its_story() throws IOException {
    assertThat(ids(all(Collapse.first()))).containsExactly("lone", "copy-b");
    put(article("copy-c", WIRE + "!!!!", "", "Gazette"));
    assertThat(ids(all(Collapse.longest()))).containsExactly("lone", "copy-c");
    assertThat(ids(all(Collapse.preferring("none of them", "GAZETTE", "wire"))))
        .containsExactly("lone", "copy-c");
    assertThat(ids(all(Collapse.preferring("none of them")))).containsExactly("lone", "copy-b");
  }

  @Test
  void equals_go_by_id_and_unknown_dates_come_last() throws IOException {
    put(article("copy-0", WIRE, "2025-03-05", "Wire"), article("copy-9", WIRE, "", "Wire"));
    Hit wire = search(all(Collapse.first())).hits().get(1);
    assertThat(wire.id()).isEqualTo("copy-0");
    assertThat(wire.copies())
        .extracting(Copy::id)
        .containsExactly("copy-b", "copy-a", "copy-9", "copy-c");
  }

  @Test
  void copies_that_do_not_match_take_no_part() throws IOException {
    SearchResults results = search(all(Collapse.first()).select(Facet.COUNTRY, "PL"));
    assertThat(results.articles()).isEqualTo(4 - 2);
    SearchResults german = search(all(Collapse.first()).exclude(Facet.COUNTRY, "DE"));
    assertThat(german.hits()).extracting(Hit::id).containsExactly("copy-a", "lone");
    assertThat(german.hits().get(0).copies()).extracting(Copy::id).containsExactly("copy-c");
    assertThat(german.articles()).isEqualTo(3);
  }

  @Test
  void by_relevance_a_story_ranks_by_its_best_match() throws IOException {
    put(
        article("copy-d", WIRE, "2025-03-09", "Wire").title("Frigates, frigates, frigates"),
        article("other", "Frigates pass by.", "2025-03-09", "Wire"));
    SearchRequest request = SearchRequest.of(Query.parse("frigates"));
    List<Hit> each = search(request).hits();
    List<Hit> hits = search(request.collapse(Collapse.first())).hits();
    assertThat(each.get(0).id()).isEqualTo("copy-d");
    assertThat(hits).extracting(Hit::id).containsExactly("copy-b", "other");
    assertThat(hits.get(0).score()).isEqualTo(each.get(0).score());
  }

  @Test
  void by_date_a_story_ranks_as_the_copy_that_stands_for_it() throws IOException {
    assertThat(ids(all(Collapse.preferring("Harbour Post")))).containsExactly("copy-a", "lone");
    assertThat(ids(all(Collapse.preferring("Harbour Post")).sort(Sort.OLDEST)))
        .containsExactly("lone", "copy-a");
    assertThat(ids(all(Collapse.preferring("Gazette")).sort(Sort.OLDEST)))
        .containsExactly("lone", "copy-c");
  }

  @Test
  void limit_and_offset_count_stories_and_pages_do_not_overlap() throws IOException {
    List<ArticleBuilder> more = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      more.add(article("m" + i, "Report number w" + i % 13, "2025-01-0" + (1 + i % 3), "Wire"));
    }
    put(more.toArray(ArticleBuilder[]::new));
    for (Sort sort : Sort.values()) {
      SearchRequest request = all(Collapse.longest()).sort(sort);
      long total = search(request).total();
      List<String> paged = new ArrayList<>();
      for (int offset = 0; offset < total; offset += 4) {
        paged.addAll(ids(request.offset(offset).limit(4)));
      }
      assertThat(paged).hasSize((int) total).isEqualTo(ids(request.limit(100)));
      assertThat(new HashSet<>(paged)).hasSameSizeAs(paged);
      assertThat(ids(request.offset((int) total))).isEmpty();
    }
  }

  @Test
  void more_copies_than_are_listed_are_counted() throws IOException {
    for (int i = 0; i < 30; i++) {
      put(article("more-" + i, WIRE, "2025-04-01", "Wire"));
    }
    Hit wire = search(all(Collapse.first())).hits().get(1);
    assertThat(wire.copies()).hasSize(Hit.MAX_COPIES);
    assertThat(wire.copyCount()).isEqualTo(32);
  }

  @Test
  void counts_by_story_are_the_hits_after_selecting() throws IOException {
    SearchRequest request = all(Collapse.first()).facets(Facet.TAG, Facet.COUNTRY);
    SearchResults results = search(request);
    assertThat(counts(results, Facet.TAG)).isEqualTo(Map.of("navy", 1L, "ships", 2L));
    assertThat(counts(results, Facet.COUNTRY)).isEqualTo(Map.of("PL", 1L, "DE", 1L, "", 2L));
    for (FacetValue value : results.facet(Facet.TAG).values()) {
      assertThat(search(value.toggled()).total()).isEqualTo(value.count());
    }
  }

  @Test
  void counts_by_article_are_the_articles_after_selecting() throws IOException {
    SearchRequest request =
        all(Collapse.first().counting(Collapse.Counted.ARTICLES)).facets(Facet.TAG);
    SearchResults results = search(request.limit(1));
    assertThat(counts(results, Facet.TAG)).isEqualTo(Map.of("navy", 2L, "ships", 2L));
    for (FacetValue value : results.facet(Facet.TAG).values()) {
      assertThat(search(value.toggled()).articles()).isEqualTo(value.count());
    }
  }

  @Test
  void a_story_counts_for_a_value_that_another_copy_would_be_found_by() throws IOException {
    SearchRequest request = all(Collapse.first()).select(Facet.TAG, "ships").facets(Facet.TAG);
    SearchResults results = search(request);
    assertThat(results.hits()).extracting(Hit::id).containsExactly("lone", "copy-c");
    assertThat(counts(results, Facet.TAG)).isEqualTo(Map.of("navy", 1L, "ships", 2L));
    SearchResults both =
        search(request.select(Facet.TAG, "navy").mode(Facet.TAG, Selection.Mode.ALL));
    assertThat(both.total()).isZero();
  }

  @Test
  void unlisted_values_hold_each_story_once() throws IOException {
    SearchResults results =
        search(all(Collapse.first()).facets(FacetRequest.of(Facet.COUNTRY).limit(0).withOthers()));
    assertThat(results.facet(Facet.COUNTRY).others()).hasValue(2);
  }

  @Test
  void a_timeline_by_story_counts_a_story_once_in_each_of_its_parts() throws IOException {
    put(
        article("year-1", "A report known to the year", "2024", "Wire"),
        article("year-2", "A report known to the year!", "2024-05", "Wire"),
        article("year-3", "A report known to the year?", "2023-01-01", "Wire"),
        article("year-4", "A report known to the year...", "2023-02-01", "Wire"));
    SearchRequest request =
        all(Collapse.first())
            .select(
                new Query.Range(
                    PartialDate.parse("2025-01").map(PartialDate::firstDay),
                    PartialDate.parse("2025-12").map(PartialDate::lastDay)));
    Timeline months = search(request.timeline(DateLevel.MONTH)).timeline().orElseThrow();
    assertThat(months.buckets().get(2)).isEqualTo(new Timeline.Bucket("2025-03", 2));
    assertThat(months.before()).isEqualTo(1);
    assertThat(months.coarser()).isEqualTo(1);
    assertThat(months.unknown()).isEqualTo(1);
    Timeline days = search(request.timeline(DateLevel.DAY)).timeline().orElseThrow();
    assertThat(days.before()).isEqualTo(1);
    assertThat(days.coarser()).isEqualTo(1);
  }

  @Test
  void a_timeline_that_excludes_unknown_dates_still_says_how_many_are_coarser() throws IOException {
    put(article("y", "Known to the year alone", "2024", "Wire"));
    SearchRequest request = SearchRequest.of(new Query.All()).exclude(Facet.DATE, Facet.NONE);
    Timeline months = index.search(request.timeline(DateLevel.MONTH)).timeline().orElseThrow();
    assertThat(months.coarser()).isEqualTo(1);
    assertThat(months.unknown()).isEqualTo(1);
  }

  @Test
  void deleted_and_changed_copies_leave_the_hit() throws IOException {
    put(article("copy-a", "Another text altogether.", "2025-03-07", "Harbour Post"));
    try (ArticleWriter writer = index.newWriter()) {
      writer.delete("copy-b");
      writer.commit();
    }
    SearchResults results = search(all(Collapse.first()));
    assertThat(results.hits()).extracting(Hit::id).containsExactly("copy-a", "lone", "copy-c");
    assertThat(results.hits()).allMatch(hit -> hit.copyCount() == 0);
  }

  @Test
  void no_limit_still_counts_and_an_empty_index_has_nothing() throws IOException {
    SearchResults counted = search(all(Collapse.first()).limit(0));
    assertThat(counted.total()).isEqualTo(2);
    assertThat(counted.articles()).isEqualTo(4);
    try (ArticleIndex empty = ArticleIndex.inMemory()) {
      SearchResults nothing = empty.search(all(Collapse.first()).facets(Facet.TAG));
      assertThat(nothing.total()).isZero();
      assertThat(nothing.articles()).isZero();
    }
  }

  @Test
  void refuses_sources_that_make_no_sense() {
    assertThatIllegalArgumentException()
        .isThrownBy(Collapse::preferring)
        .withMessage("sources are empty");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Collapse(Collapse.Best.FIRST, List.of("wire"), Collapse.Counted.STORIES))
        .withMessage("sources are not asked for: [wire]");
    assertThat(Collapse.preferring("Wire", "WIRE", "É").sources()).containsExactly("wire", "e");
  }
}
