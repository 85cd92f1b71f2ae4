package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Span;

/** An amount typed in several words is one clause, which is found whole or not at all. */
class AmountsTest {
  private static final Map<String, String> BODIES =
      Map.of(
          "short", "A deal of $1.5bn for a million shells, with 1.5 years to go.",
          "long", "A deal of 1.5 billion dollars, not 1.5 of a billion, for tanks.",
          "stray", "The dollars bought 1.5 tanks each for a billion people, in dollars.",
          "euros", "A deal of €1.5bn, to be paid in dollars, for billion of shells.",
          "share", "A rise of 10% was seen, after 10 deals with tanks.",
          "shares", "A rise of 10 per cent was seen.",
          "parts", "Ten per cent of 10 tanks cost a cent per shell.");

  private static ArticleIndex index() throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      for (Map.Entry<String, String> body : BODIES.entrySet()) {
        writer.put(
            Article.builder(body.getKey()).title("-").body(body.getValue()).language("en").build());
      }
      writer.put(
          Article.builder("fr").title("-").body("Un contrat de 3 euros.").language("fr").build());
      writer.commit();
    }
    return index;
  }

  private static SearchResults search(ArticleIndex index, String query, Match match)
      throws IOException {
    return index.search(SearchRequest.of(Query.parse(query)).match(match));
  }

  private static List<String> ids(ArticleIndex index, String query, Match match)
      throws IOException {
    SearchResults results = search(index, query, match);
    assertThat(results.total()).isEqualTo(results.hits().size());
    return results.hits().stream().map(Hit::id).toList();
  }

  private static List<String> marks(Hit hit) {
    List<String> marks = new ArrayList<>();
    hit.snippets()
        .forEach(
            snippet -> {
              for (Span match : snippet.matches()) {
                marks.add(snippet.text().substring(match.start(), match.end()));
              }
            });
    return marks;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$1.5 billion",
        "US$1.5 billion",
        "US$ 1.5 billion",
        "USD 1.5 billion",
        "$ 1.5bn",
        "$ 1.5 billion",
        "1.5 billion dollars",
        "1.5 billion $",
        "1.5bn US dollars",
        "1.5 bln dollars",
        "$1.5bln",
        "$1,500 million",
      })
  void a_sum_typed_in_several_words_is_found_and_marked_whole(String query) throws IOException {
    try (ArticleIndex index = index()) {
      for (Match match : Match.values()) {
        SearchResults results = search(index, query, match);

        assertThat(results.total()).as(match.toString()).isEqualTo(2);
        for (Hit hit : results.hits()) {
          String sum = hit.id().equals("short") ? "$1.5bn" : "1.5 billion dollars";
          assertThat(marks(hit)).as(hit.id()).containsExactly(sum);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 %", "10 per cent", "10 percent", "10 pct"})
  void a_share_typed_in_several_words_is_found_and_marked_whole(String query) throws IOException {
    try (ArticleIndex index = index()) {
      for (Match match : Match.values()) {
        SearchResults results = search(index, query, match);

        assertThat(results.total()).as(match.toString()).isEqualTo(2);
        for (Hit hit : results.hits()) {
          String share = hit.id().equals("share") ? "10%" : "10 per cent";
          assertThat(marks(hit)).as(hit.id()).containsExactly(share);
        }
      }
    }
  }

  @Test
  void a_sum_counts_as_one_of_the_words_of_which_most_have_to_match() throws IOException {
    try (ArticleIndex index = index()) {
      // The sum, "deal" and "tanks" are three clauses, of which two are enough.
      assertThat(ids(index, "$1.5 billion deal tanks", Match.MOST))
          .containsExactlyInAnyOrder("short", "long", "share");
      assertThat(ids(index, "deal tanks 1.5 billion dollars", Match.MOST))
          .containsExactlyInAnyOrder("short", "long", "share");
      assertThat(ids(index, "$1.5 billion deal tanks", Match.ALL)).containsExactly("long");
      assertThat(ids(index, "$1.5 billion shells", Match.ANY))
          .containsExactlyInAnyOrder("short", "long", "euros", "parts");
    }
  }

  @Test
  void the_words_of_a_sum_rank_what_another_word_has_found_and_are_not_marked() throws IOException {
    try (ArticleIndex index = index()) {
      SearchResults results = search(index, "1.5 billion dollars tanks", Match.ANY);

      // "parts" and "share" have tanks alone, and "stray" the dollars, the 1.5 and the billion too.
      assertThat(results.hits().stream().map(Hit::id).limit(3))
          .containsExactly("long", "short", "stray");
      assertThat(marks(results.hits().get(2))).containsExactly("tanks");
    }
  }

  @Test
  void what_is_counted_is_no_part_of_a_large_number() throws IOException {
    try (ArticleIndex index = index()) {
      assertThat(ids(index, "1.5 billion shells", Match.ALL))
          .containsExactlyInAnyOrder("short", "euros");
      assertThat(ids(index, "1.5 billion -shells", Match.ALL)).containsExactly("long");
      assertThat(ids(index, "-(1.5 billion) deal", Match.ALL)).containsExactly("share");
    }
  }

  @Test
  void a_sum_is_read_back_from_how_it_is_printed() throws IOException {
    for (String query : List.of("$ 1.5 billion deal", "1.5 billion € tanks", "rise 10 % deal")) {
      String printed = Query.parse(query).canonical();

      assertThat(Query.parse(printed).query()).isEqualTo(Query.parse(query).query());
      try (ArticleIndex index = index()) {
        assertThat(ids(index, printed, Match.ALL)).isEqualTo(ids(index, query, Match.ALL));
      }
    }
  }
}
