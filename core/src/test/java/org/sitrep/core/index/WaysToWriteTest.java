package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;

/** A word written joined, with a hyphen or apart: found in each way, first as it was typed. */
class WaysToWriteTest {
  private static final String FILLER = " the ministry said on monday that work had begun there";

  private static ArticleIndex index(List<String> ways) throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      for (String way : ways) {
        writer.put(article(way + "!", "Statement", "They saw " + way + " again." + FILLER));
      }
      for (int i = 0; i < 20; i++) {
        writer.put(article("other" + i, "Statement", "They saw nothing again." + FILLER));
      }
      writer.commit();
    }
    return index;
  }

  private static Article article(String id, String title, String body) {
    return Article.builder(id).title(title).body(body).language("en").build();
  }

  private static List<String> ids(ArticleIndex index, String query) throws IOException {
    SearchRequest request = SearchRequest.of(Query.parse(query)).match(Match.ALL).limit(100);
    return index.search(request).hits().stream().map(Hit::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "antitank, anti-tank, anti tank",
    "cooperation, co-operation, co operation",
    "rearmament, re-armament, re armament",
    "counteroffensive, counter-offensive, counter offensive",
    "multinational, multi-national, multi national",
    "midair, mid-air, mid air",
    "airspace, air-space, air space",
  })
  void each_way_finds_all_and_ranks_itself_first(String joined, String hyphened, String apart)
      throws IOException {
    List<String> ways = List.of(joined, hyphened, apart);
    Set<String> all = ways.stream().map(way -> way + "!").collect(Collectors.toSet());
    try (ArticleIndex index = index(ways)) {
      for (String query : ways) {
        assertThat(ids(index, query)).as(query).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(index, '"' + query + '"'))
            .as("phrase " + query)
            .containsExactlyInAnyOrderElementsOf(all);
      }
      assertThat(ids(index, joined)).first().isEqualTo(joined + "!");
      assertThat(ids(index, hyphened)).last().isEqualTo(joined + "!");
      assertThat(ids(index, '"' + apart + '"')).last().isEqualTo(joined + "!");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "minesweeper, mine-sweeper, mine sweeper",
    "antitank, anti-tank, anti tank",
    "cooperation, co-operation, co operation",
    "ceasefire, cease-fire, cease fire",
  })
  void each_way_finds_all_where_any_word_is_enough(String joined, String hyphened, String apart)
      throws IOException {
    List<String> ways = List.of(joined, hyphened, apart);
    try (ArticleIndex index = index(ways)) {
      for (String query : ways) {
        for (String typed : List.of(query, query + " frigate", "frigate " + query)) {
          assertThat(anyOf(index, typed))
              .as(typed)
              .containsExactlyInAnyOrderElementsOf(ways.stream().map(way -> way + "!").toList());
        }
      }
    }
  }

  @Test
  void a_hyphen_parts_no_word_where_any_word_is_enough() throws IOException {
    try (ArticleIndex index = index(List.of("overflight", "over-flight", "flight", "gunboats"))) {
      assertThat(anyOf(index, "over-flight frigate"))
          .containsExactlyInAnyOrder("overflight!", "over-flight!", "flight!");
      assertThat(anyOf(index, "overflight frigate"))
          .containsExactlyInAnyOrder("overflight!", "over-flight!");
      assertThat(anyOf(index, "frigate gun-boat")).containsExactly("gunboats!");
    }
  }

  private static List<String> anyOf(ArticleIndex index, String query) throws IOException {
    SearchRequest request = SearchRequest.of(Query.parse(query)).match(Match.ANY).limit(100);
    return index.search(request).hits().stream().map(Hit::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "minesweeper, mine-sweeper",
    "warplane, war-plane",
    "overflight, over-flight",
    "shipyard, ship-yard",
    "gunboats, gun-boats",
  })
  void a_hyphen_counts_for_nothing_but_rank(String joined, String hyphened) throws IOException {
    List<String> ways = List.of(joined, hyphened);
    try (ArticleIndex index = index(ways)) {
      assertThat(ids(index, joined)).containsExactly(joined + "!", hyphened + "!");
      assertThat(ids(index, hyphened)).containsExactly(hyphened + "!", joined + "!");
    }
  }
}
