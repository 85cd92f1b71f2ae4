package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.NothingFound.Change;
import org.sitrep.core.search.NothingFound.Respelling;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Similar;

/** What an answer says where nothing is found. */
class NothingFoundTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @BeforeEach
  void put() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < 14; i++) {
        writer.put(
            Article.builder("ua" + i)
                .title("Drone strikes near Kharkiv")
                .body("Commissioner Kubilius spoke about drones and ammunition.")
                .countries("UA")
                .tags(i < 5 ? "Procurement" : "aid")
                .published("2024-06-" + (10 + i))
                .build());
      }
      writer.put(
          Article.builder("pl")
              .title("Frigate handed over")
              .body("The navy of Poland took over a frigate in Gdańsk.")
              .countries("PL")
              .published("2025-03-07")
              .build());
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void put(Article... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
  }

  private NothingFound help(SearchRequest request) throws IOException {
    SearchResults results = index.search(request);
    assertThat(results.total()).isZero();
    return results.nothingFound().orElseThrow();
  }

  private NothingFound help(String typed) throws IOException {
    return help(SearchRequest.of(Query.parse(typed)));
  }

  private static List<String> shown(List<Change> changes) {
    return changes.stream().map(change -> change.text() + " " + change.total()).toList();
  }

  private static List<String> spelt(NothingFound help) {
    return help.spellings().stream()
        .map(s -> s.typed() + " > " + s.spelling() + " " + s.articles() + " " + s.total())
        .toList();
  }

  private void assertTrue(NothingFound help) throws IOException {
    assertTrue(index, help);
  }

  /** Every request that help offers finds what it says, and its query can be typed. */
  static void assertTrue(ArticleIndex index, NothingFound help) throws IOException {
    List<SearchRequest> requests = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    for (List<Change> changes :
        List.of(
            help.meant(),
            help.looser(),
            help.without(),
            help.phrases(),
            help.together(),
            help.choices())) {
      changes.forEach(change -> requests.add(change.request()));
      changes.forEach(change -> totals.add(change.total()));
    }
    help.spellings().forEach(spelling -> requests.add(spelling.request()));
    help.spellings().forEach(spelling -> totals.add(spelling.total()));
    for (int i = 0; i < requests.size(); i++) {
      SearchRequest request = requests.get(i);
      assertThat(index.search(request).total()).as("%s", request).isEqualTo(totals.get(i));
      ParsedQuery typed = Query.parse(request.query().print());
      assertThat(typed.query()).isEqualTo(request.query());
      assertThat(typed.repairs()).isEmpty();
    }
  }

  @Test
  void names_of_authors_publishers_and_languages_are_spelt_as_articles_have_them()
      throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("named")
              .title("Drones")
              .authors("Jane Kowalska", "John Smith")
              .source("Gazeta Łódzka")
              .sections("Land and Sea")
              .language("uk")
              .build());
      writer.commit();
    }
    assertThat(spelt("drones author:kowalksa")).containsExactly("drones author:kowalska 1");
    assertThat(spelt("author:\"john smiht\"")).containsExactly("author:\"john smith\" 1");
    assertThat(spelt("author:=\"jon smith\"")).containsExactly("author:=\"john smith\" 1");
    assertThat(spelt("source:gazetta")).containsExactly("source:gazeta 1");
    assertThat(spelt("section:laand")).containsExactly("section:land 1");
    assertThat(spelt("lang:ukranian drones")).containsExactly("lang:uk drones 1");
    assertThat(spelt("lang:englsh")).isEmpty();
    assertThat(
            index
                .search(SearchRequest.of(new Query.All()).select(Facet.LANGUAGE, "ukranian"))
                .nothingFound())
        .hasValueSatisfying(
            help ->
                assertThat(help.spellings())
                    .singleElement()
                    .returns(1L, Respelling::total)
                    .returns("uk", Respelling::spelling));
  }

  @Test
  void values_are_offered_that_differ_by_dashes_alone_or_have_the_word() throws IOException {
    put(
        Article.builder("v")
            .title("Drones")
            .tags("F-35", "Joint Task Force")
            .topics(List.of("naval-forces"))
            .source("The Lantern Post")
            .body("The idea")
            .build());

    assertThat(spelt("tag:f35")).containsExactly("tag:f-35 1");
    assertThat(spelt("tag:joint-task-force")).containsExactly("tag:\"joint task force\" 1");
    assertThat(spelt("topic:naval")).containsExactly("topic:naval-forces 1");
    assertThat(spelt("tag:ta")).isEmpty();
    NothingFound source = help(SearchRequest.of(new Query.All()).select(Facet.SOURCE, "lantern"));
    assertThat(spelt(source)).containsExactly("lantern > the lantern post 1 1");
    assertTrue(source);
    assertThat(spelt("IAEA")).isEmpty();
    assertThat(spelt("iaea")).containsExactly("idea 1");
  }

  private List<String> spelt(String query) throws IOException {
    return index
        .search(SearchRequest.of(Query.parse(query)))
        .nothingFound()
        .orElseThrow()
        .spellings()
        .stream()
        .map(spelling -> spelling.request().query().print() + " " + spelling.total())
        .toList();
  }

  @Test
  void counts_what_is_found_without_each_word_and_filter() throws IOException {
    NothingFound help = help("drone country:PL date:2025");

    assertThat(shown(help.without())).containsExactly("drone 1", "country:PL date:2025 14");
    assertThat(shown(help("kubilius country:PL").without()))
        .containsExactly("kubilius 1", "country:PL 14");
    assertThat(help.skipped()).isZero();
    assertTrue(help);
  }

  @Test
  void counts_what_is_found_without_each_selection() throws IOException {
    NothingFound help =
        help(
            SearchRequest.of(Query.parse("drones"))
                .select(Facet.COUNTRY, "PL")
                .select(new Query.Range(Optional.empty(), day("2025-12-31"))));

    assertThat(shown(help.without())).containsExactly("drones 1", "country:PL 14");
    assertThat(help.without().getLast().request().selection(Facet.COUNTRY).isEmpty()).isTrue();
    assertTrue(help);
  }

  private static Optional<LocalDate> day(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  @Test
  void offers_fewer_words_where_all_were_asked_for() throws IOException {
    NothingFound help = help("drone ammunition kharkiv frigate");

    assertThat(shown(help.looser())).containsExactly("most 14", "any 15");
    assertThat(help.looser().getFirst().request().match()).isEqualTo(Match.MOST);
    assertTrue(help);
    assertThat(help(SearchRequest.of(Query.parse("xyzzy plugh")).match(Match.ANY)).looser())
        .isEmpty();
  }

  @Test
  void finds_a_spelling_that_exists() throws IOException {
    NothingFound help = help("kubilus");

    assertThat(spelt(help)).containsExactly("kubilus > kubilius 14 14");
    assertThat(help.spellings().getFirst().request().query().print()).isEqualTo("kubilius");
    assertTrue(help);
  }

  @Test
  void offers_only_plausible_spellings() throws IOException {
    put(
        Article.builder("near")
            .title("Title, time, times, ties and tile; iran, ten, day, control, step")
            .body("Harbour and harbours are received.")
            .build());

    assertThat(spelt(help("titel"))).containsExactly("titel > title 1 1");
    assertThat(spelt(help("recieved"))).containsExactly("recieved > received 1 1");
    assertThat(spelt(help("harbuor"))).containsExactly("harbuor > harbour 1 1");
    assertThat(spelt(help("teh"))).containsExactly("teh > the 1 1");
    assertThat(spelt(help("irn"))).containsExactly("irn > iran 1 1");
    assertThat(spelt(help("dat"))).isEmpty();
    assertThat(spelt(help("contry"))).isEmpty();
    assertThat(spelt(help("sitrep"))).isEmpty();
    assertThat(spelt(help("xime"))).isEmpty();
  }

  @Test
  void prefers_a_spelling_with_fewer_changes_and_leaves_out_one_that_is_rare() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(Article.builder("r" + i).title("receive receives").build());
    }
    articles.add(Article.builder("rare").title("rexeive").build());
    put(articles.toArray(new Article[0]));

    assertThat(spelt(help("recieve"))).containsExactly("recieve > receive 30 30");
    assertThat(spelt(help("reqeive"))).containsExactly("reqeive > receive 30 30");
  }

  @Test
  void takes_no_name_of_a_field_for_a_misspelt_word() throws IOException {
    put(Article.builder("near").title("Time").build());

    NothingFound help = help("titel:kharkiv");

    assertThat(shown(help.meant())).containsExactly("title:kharkiv 14");
    assertThat(spelt(help)).isEmpty();
    assertThat(help.unmatched()).isEmpty();
    assertThat(spelt(help("titel:kharkvi"))).containsExactly("kharkvi > kharkiv 14 14");
    assertThat(help("dat:someday").meant()).isEmpty(); // every article would be no help
    assertTrue(help);
  }

  @Test
  void counts_each_exclusion_that_is_left_out_and_all_of_them() throws IOException {
    NothingFound query = help("kubilius -kharkiv -frigate");
    assertThat(shown(query.without())).containsExactly("-kharkiv 14");
  }

  @Test
  void corrects_all_words_that_no_article_has_together() throws IOException {
    NothingFound help = help("\"comissioner kubilus\" drone");

    assertThat(help.spellings())
        .extracting(spelling -> spelling.request().query().print())
        .containsOnly("\"commissioner kubilius\" drone");
    assertThat(help.spellings())
        .extracting(Respelling::typed)
        .containsExactly("comissioner", "kubilus");
    assertThat(help.spellings()).extracting(Respelling::total).containsOnly(14L);
    assertTrue(help);
  }

  @Test
  void counts_each_excluded_value_that_is_left_out_and_all_of_them() throws IOException {
    put(Article.builder("both").title("Kubilius").countries("UA", "PL").tags("x").build());

    NothingFound one =
        help(
            SearchRequest.of(Query.parse("drones"))
                .exclude(Facet.COUNTRY, "UA", "FR")
                .exclude(Facet.TAG, "nonesuch"));
    assertThat(shown(one.without())).containsExactly("drones 1", "-country:UA 14");
    assertTrue(one);

    NothingFound both =
        help(
            SearchRequest.of(Query.parse("both:x OR title:kubilius -kharkiv"))
                .exclude(Facet.COUNTRY, "UA", "PL"));
    assertThat(shown(both.without())).contains("-country:UA -country:PL 1");
    assertTrue(both);

    NothingFound included =
        help(
            SearchRequest.of(Query.parse("drones"))
                .select(Facet.COUNTRY, "PL")
                .exclude(Facet.COUNTRY, "FR"));
    assertThat(shown(included.without())).containsExactly("drones 2", "country:PL 14");
    assertTrue(included);

    NothingFound all =
        help(
            SearchRequest.of(Query.parse("kubilius"))
                .select(Facet.TAG, "procurement", "aid")
                .mode(Facet.TAG, Selection.Mode.ALL));
    assertThat(shown(all.without()))
        .containsExactly("tag:procurement 9", "tag:aid 5", "tag:procurement AND tag:aid 15");
    assertTrue(all);
  }

  @Test
  void counts_among_the_articles_like_some() throws IOException {
    put(
        Article.builder("given")
            .title("Harbour dredgers")
            .body("Dredgers deepen harbours.")
            .build(),
        Article.builder("like").title("Dredgers at work").body("A harbour is deepened.").build());

    NothingFound help =
        help(SearchRequest.of(Query.parse("dredgers kubilius")).similarTo(Similar.to("given")));

    assertThat(shown(help.without())).containsExactly("kubilius 1");
    assertThat(
            help(SearchRequest.of(new Query.All())
                    .select(Facet.TAG, "nonesuch")
                    .similarTo(Similar.to("given")))
                .without())
        .extracting(Change::total)
        .containsExactly(1L);
    assertTrue(help);
  }

  @Test
  void counts_stories_where_hits_are_collapsed() throws IOException {
    String body = "Dredgers deepen the harbour of the town for the frigates that are to come.";
    put(
        Article.builder("a").title("Harbour").body(body).build(),
        Article.builder("b").title("Harbour").body(body).build());

    SearchRequest request =
        SearchRequest.of(Query.parse("dredgers xyzzyq")).collapse(Collapse.first());
    NothingFound help = help(request);

    assertThat(shown(help.without())).containsExactly("xyzzyq 1");
    assertThat(index.search(help.without().getFirst().request()).total()).isEqualTo(1);
    assertTrue(help);
  }

  @Test
  void finds_spellings_across_accents_and_in_a_field() throws IOException {
    assertThat(spelt(help("gdnask"))).containsExactly("gdnask > gdansk 1 1");
    assertThat(spelt(help("Gdańzk"))).containsExactly("Gdańzk > gdansk 1 1");
    assertThat(spelt(help("title:ffrigx*"))).isEmpty();
    assertThat(spelt(help("title:firgate"))).containsExactly("firgate > frigate 1 1");
  }

  @Test
  void finds_tags_that_exist_in_the_query_and_among_the_selections() throws IOException {
    NothingFound help = help("drones tag:procurment");

    assertThat(spelt(help)).containsExactly("procurment > procurement 5 5");
    assertThat(help.spellings().getFirst().request().query().print())
        .isEqualTo("drones tag:procurement");
    NothingFound selected = help(SearchRequest.of(new Query.All()).select(Facet.TAG, "procurment"));
    assertThat(spelt(selected)).containsExactly("procurment > procurement 5 5");
    assertThat(selected.without()).isEmpty();
    assertTrue(selected);
  }

  @Test
  void reads_a_misspelt_field_as_was_meant() throws IOException {
    NothingFound help = help("contry:ukrane kubilius");

    assertThat(shown(help.meant())).containsExactly("country:UA kubilius 14");
    assertTrue(help);
  }

  @Test
  void says_nothing_where_something_is_found_or_hits_are_not_wanted() throws IOException {
    assertThat(index.search(SearchRequest.of(Query.parse("drones"))).nothingFound()).isEmpty();
    assertThat(index.search(SearchRequest.of(Query.parse("xyzzy")).limit(0)).nothingFound())
        .isEmpty();
    try (ArticleIndex empty = ArticleIndex.inMemory()) {
      NothingFound help =
          empty.search(SearchRequest.of(Query.parse("drone tag:x"))).nothingFound().orElseThrow();
      List<Change> none = List.of();
      assertThat(help)
          .isEqualTo(
              new NothingFound(
                  none, List.of(), none, none, 0, none, none, List.of(), List.of(), none));
    }
  }

  @Test
  void offers_the_words_of_a_phrase_near_each_other_and_anywhere() throws IOException {
    NothingFound near = help("\"strikes drone kharkiv\"");
    assertThat(shown(near.phrases())).containsExactly("\"strikes drone kharkiv\"~10 14");
    assertThat(near.unmatched()).containsExactly("\"strikes drone kharkiv\"");
    assertTrue(near);

    NothingFound anywhere = help("\"kharkiv ammunition\" strikes");
    assertThat(shown(anywhere.phrases())).containsExactly("(kharkiv ammunition) strikes 14");
    assertTrue(anywhere);
    assertTrue(help("\"AND ( drone) kharkiv: -strikes OR ammunition*\""));
  }

  @Test
  void offers_to_leave_out_all_filters_together() throws IOException {
    NothingFound help =
        help(
            SearchRequest.of(Query.parse("kubilius tag:nope -source:x date:2025"))
                .select(Facet.COUNTRY, "NO"));

    assertThat(shown(help.without())).containsExactly("tag:nope -source:x date:2025 country:NO 14");
    assertThat(help.unmatched()).containsExactly("tag:nope", "country:NO");
    assertTrue(help);
  }

  @Test
  void offers_to_leave_out_all_that_no_article_has() throws IOException {
    NothingFound help = help("frigate xqzzyq tag:nonesuch poland");

    assertThat(shown(help.without())).containsExactly("xqzzyq tag:nonesuch 1");
    assertThat(help.unmatched()).containsExactly("xqzzyq", "tag:nonesuch");
    assertTrue(help);
  }

  @Test
  void changes_several_things_where_one_does_not_help() throws IOException {
    NothingFound phrase =
        help(SearchRequest.of(Query.parse("\"kharkiv ammunition\" tag:nonesuch country:FR")));
    assertThat(shown(phrase.together())).containsExactly("kharkiv ammunition 14");
    assertTrue(phrase);

    NothingFound words = help("drone frigate tag:nonesuch");
    assertThat(shown(words.together())).containsExactly("drone frigate 15");
    assertThat(words.together().getFirst().request().match()).isEqualTo(Match.ANY);
    assertTrue(words);
  }

  @Test
  void names_what_no_article_has_where_nothing_helps() throws IOException {
    NothingFound help = help("xqzzyq (qqwwq OR wwqqw) -zzz");

    assertThat(help.unmatched()).containsExactly("xqzzyq", "qqwwq", "wwqqw");
    assertThat(help.together()).isEmpty();
    assertTrue(help);
  }

  @Test
  void says_how_much_was_skipped() throws IOException {
    assertThat(help(words(100)).skipped()).isPositive();
  }

  private static String words(int number) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < number; i++) {
      words.append(" word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
    }
    return words.toString();
  }

  @Test
  void a_request_with_little_time_is_answered_or_fails_and_never_lies() throws IOException {
    try {
      SearchResults results =
          index.search(
              SearchRequest.of(Query.parse("kubilus drone country:PL"))
                  .timeLimit(Duration.ofMillis(2)));
      assertTrue(results.nothingFound().orElseThrow());
    } catch (SearchTimeoutException e) {
      assertThat(e).hasMessageContaining("2");
    }
  }
}
