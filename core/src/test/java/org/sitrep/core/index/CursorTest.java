package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Similar;
import org.sitrep.core.search.Sort;

/** Pages that go on where the last one ended. */
class CursorTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_719);
  private static final int ARTICLES = 700;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  private Article article(String id) {
    ArticleBuilder article =
        Article.builder(id).title("Frigate " + id).body("frigate ".repeat(1 + random.nextInt(9)));
    if (random.nextInt(5) > 0) {
      article.published("20%02d-%02d".formatted(random.nextInt(3) + 23, 1 + random.nextInt(12)));
    }
    return article.build();
  }

  @Test
  void pages_hold_every_copy_where_scores_are_as_high_as_they_can_be() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      Random lengths = new Random(SEED);
      for (int i = 0; i < 120; i++) {
        writer.put(
            Article.builder("copy-" + i)
                .title("army drone brigade")
                .body("The army sends a drone brigade over the border.")
                .build());
        writer.put(Article.builder("other-" + i).title("Weather").body("w".repeat(i + 1)).build());
        if (lengths.nextInt(30) == 0) {
          writer.commit();
        }
      }
      writer.commit();
      Ranking usual = Ranking.usual();
      for (double k1 : new double[] {0, 0.001, usual.k1()}) {
        Ranking ranking =
            new Ranking(
                k1,
                usual.b(),
                usual.titleWeight(),
                usual.exactWeight(),
                usual.nearWeight(),
                usual.feedbackWeight(),
                usual.feedback(),
                usual.recency());
        for (String words :
            List.of(
                "army drone",
                "title:army drone",
                "title:drone title:brigade",
                "army OR drone",
                "border drone army",
                "\"army drone\"~5 brigade")) {
          SearchRequest request = SearchRequest.of(Query.parse(words)).ranking(ranking).snippets(0);
          List<String> all =
              index.search(request.limit(1000)).hits().stream().map(Hit::id).toList();
          List<String> paged = new ArrayList<>();
          Optional<Cursor> next = Optional.empty();
          do {
            SearchResults page = index.search(next.map(request::after).orElse(request));
            page.hits().forEach(hit -> paged.add(hit.id()));
            next = page.next();
          } while (next.isPresent());
          assertThat(paged).as("%s, k1 %s", words, k1).hasSize(120).isEqualTo(all);
        }
      }
    }
  }

  private void fill(ArticleWriter writer) throws IOException {
    for (int i = 0; i < ARTICLES; i++) {
      writer.put(article("a" + i));
      if (i % 150 == 0) {
        writer.commit();
      }
    }
    writer.commit();
  }

  private static SearchRequest request(Sort sort) {
    return SearchRequest.of(Query.parse("frigate")).sort(sort).snippets(0);
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  private interface BetweenPages {
    void run() throws IOException;
  }

  private List<String> pageByPage(ArticleIndex index, Sort sort, BetweenPages between)
      throws IOException {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      SearchRequest page = request(sort).limit(1 + random.nextInt(250));
      SearchResults results = index.search(next.map(page::after).orElse(page));
      ids.addAll(ids(results));
      next = results.next().map(Cursor::toString).map(Cursor::parse);
      between.run();
    } while (next.isPresent());
    return ids;
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void pages_together_are_the_whole_answer(Sort sort) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      List<String> whole = ids(index.search(request(sort).limit(1000)));
      assertThat(whole).hasSize(ARTICLES);
      assertThat(pageByPage(index, sort, () -> {})).as("seed %d", SEED).isEqualTo(whole);
    }
  }

  @Test
  void by_relevance_pages_stay_those_of_one_state_whatever_is_committed() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder, FaultyStorage.sound());
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      List<String> whole = ids(index.search(request(Sort.RELEVANCE).limit(1000)));
      List<String> pages =
          pageByPage(
              index,
              Sort.RELEVANCE,
              () -> {
                writer.delete("a" + random.nextInt(ARTICLES));
                writer.put(article("b" + random.nextInt(50)));
                writer.commit();
              });
      assertThat(pages).as("seed %d", SEED).isEqualTo(whole);
    }
    Resources.assertNoneHeld(folder);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWEST", "OLDEST"})
  void by_date_what_is_not_changed_meanwhile_comes_once_and_in_order(Sort sort) throws IOException {
    Set<String> touched = new HashSet<>();
    try (ArticleIndex index = ArticleIndex.open(folder, FaultyStorage.sound());
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      List<String> whole = new ArrayList<>(ids(index.search(request(sort).limit(1000))));
      List<String> pages =
          pageByPage(
              index,
              sort,
              () -> {
                String deleted = "a" + random.nextInt(ARTICLES);
                writer.delete(deleted);
                String changed = "a" + random.nextInt(ARTICLES);
                writer.put(article(changed));
                touched.addAll(List.of(deleted, changed));
                writer.commit();
              });
      whole.removeAll(touched);
      pages.removeAll(touched);
      assertThat(pages).as("seed %d", SEED).isEqualTo(whole);
    }
  }

  @Test
  void by_date_a_cursor_outlives_the_process_and_by_relevance_it_expires_with_it()
      throws IOException {
    Cursor byDate;
    Cursor byRelevance;
    List<String> rest;
    try (ArticleIndex index = ArticleIndex.open(folder, FaultyStorage.sound());
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      byDate = index.search(request(Sort.NEWEST).limit(7)).next().orElseThrow();
      byRelevance = index.search(request(Sort.RELEVANCE).limit(7)).next().orElseThrow();
      rest = ids(index.search(request(Sort.NEWEST).offset(7).limit(1000)));
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(ids(index.search(request(Sort.NEWEST).limit(1000).after(byDate)))).isEqualTo(rest);
      SearchRequest expired = request(Sort.RELEVANCE).after(byRelevance);
      assertThatThrownBy(() -> index.search(expired))
          .isInstanceOf(CursorExpiredException.class)
          .hasMessageContaining("search again from the start, or sort by date");
    }
  }

  @Test
  void keeps_the_states_of_the_last_cursors_alone() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      List<Cursor> cursors = new ArrayList<>();
      for (int i = 0; i <= KeptSnapshots.MAX_KEPT; i++) {
        writer.put(article("c" + i));
        writer.commit();
        cursors.add(index.search(request(Sort.RELEVANCE)).next().orElseThrow());
      }
      SearchRequest first = request(Sort.RELEVANCE).after(cursors.getFirst());
      assertThatThrownBy(() -> index.search(first)).isInstanceOf(CursorExpiredException.class);
      for (Cursor cursor : cursors.subList(1, cursors.size())) {
        assertThat(index.search(request(Sort.RELEVANCE).after(cursor)).hits()).hasSize(10);
      }
    }
  }

  @Test
  void the_last_page_has_no_cursor() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      assertThat(index.search(request(Sort.NEWEST)).next()).isEmpty();
      fill(writer);
      assertThat(index.search(request(Sort.NEWEST).limit(ARTICLES)).next()).isEmpty();
      assertThat(index.search(request(Sort.NEWEST).limit(ARTICLES - 1)).next()).isPresent();
      assertThat(index.search(request(Sort.NEWEST).limit(0)).next()).isEmpty();
    }
  }

  @Test
  void refuses_a_cursor_of_another_order_or_beside_an_offset() {
    Cursor cursor = Cursor.of(request(Sort.NEWEST), "", 0, 1, 2, "a");
    assertThatThrownBy(() -> request(Sort.OLDEST).after(cursor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cursor is not of the order OLDEST");
    assertThatThrownBy(() -> request(Sort.NEWEST).after(cursor).offset(3))
        .hasMessage("offset cannot be used with a cursor: 3");
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void refuses_a_cursor_of_another_request(Sort sort) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      SearchRequest asked = request(sort);
      Cursor cursor = index.search(asked).next().orElseThrow();
      List<SearchRequest> others =
          List.of(
              asked.query(Query.parse("frigate a1").query()),
              asked.match(Match.ANY),
              asked.select(Facet.DATE, "2024"),
              asked.exclude(Facet.DATE, "2024"),
              asked.select(Query.Range.parse("2024")),
              asked.collapse(Collapse.first()),
              asked.similarTo(Similar.to("a1")));
      for (SearchRequest other : others) {
        assertThat(cursor.fits(other)).isFalse();
        SearchRequest mixed = other.after(cursor);
        assertThatThrownBy(() -> index.search(mixed))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "cursor was given for another query, other selections or another ranking: "
                    + cursor);
      }
      SearchRequest recent = asked.ranking(Ranking.usual().feedback(Feedback.ALWAYS)).after(cursor);
      if (sort == Sort.RELEVANCE) {
        assertThatThrownBy(() -> index.search(recent)).isInstanceOf(IllegalArgumentException.class);
      } else {
        assertThat(index.search(recent).hits()).hasSize(10);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void what_a_page_shows_may_differ_from_the_last_and_the_order_of_building_does_not_matter(
      Sort sort) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      SearchRequest asked =
          request(sort).select(Facet.DATE, "2024", "2025").exclude(Facet.TAG, "a", "b");
      SearchResults first = index.search(asked);
      SearchResults second =
          index.search(
              request(sort)
                  .after(first.next().orElseThrow())
                  .exclude(Facet.TAG, "b", "a")
                  .select(Facet.DATE, "2025", "2024")
                  .facets(Facet.DATE)
                  .snippets(1)
                  .limit(3)
                  .timeLimit(Duration.ofMinutes(1)));
      assertThat(ids(second)).isEqualTo(ids(index.search(asked.offset(10).limit(3))));
      FacetValue year = second.facet(Facet.DATE).values().getFirst();
      assertThat(index.search(year.toggled()).total()).isPositive();
      assertThat(second.next().orElseThrow().toString()).hasSizeLessThan(100);
    }
  }

  @Test
  void a_cursor_by_date_is_the_same_text_in_every_process() {
    SearchRequest asked =
        request(Sort.NEWEST).select(Facet.COUNTRY, "UA").collapse(Collapse.preferring("Wire"));
    assertThat(Cursor.of(asked, "", 0, 1, 2, "a").toString())
        .isEqualTo("Ak5PsWenAAAAAAAAAAAAAAABAAAAAAAAAAIAYZium7M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "AQE", "not a cursor", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refuses_what_is_no_cursor(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cursor is not one that a search gave: '");
  }

  @Test
  void refuses_every_mutation_of_a_cursor() {
    String text = Cursor.of(request(Sort.NEWEST), "", 0, 1, 2, "an id of Łódź").toString();
    assertThat(Cursor.parse(text).id()).isEqualTo("an id of Łódź");
    for (int i = 0; i < 2_000; i++) {
      StringBuilder mutated = new StringBuilder(text);
      char other = (char) (33 + random.nextInt(94));
      int at = random.nextInt(text.length() - 1);
      if (other != text.charAt(at)) {
        mutated.setCharAt(at, other);
        assertThatThrownBy(() -> Cursor.parse(mutated.toString()))
            .as("%s, seed %d", mutated, SEED)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThatThrownBy(() -> Cursor.parse("A".repeat(10_000_000)))
        .hasMessageMatching("(?s).{0,120}");
  }
}
