package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say where nothing is found, and while a query is being typed. */
class HelpWhileSearchingTest {
  @TempDir private static Path index;

  @BeforeAll
  static void index() throws IOException {
    News.index(index);
  }

  private static Ran run(String... args) {
    return Ran.on(index).run(args);
  }

  @Test
  void nothing_found_is_answered_with_commands_that_find_something() {
    Ran ran = run("search", "fregate country:UA", "--source=Harbour Post");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("0 of 5 articles\n");
    assertThat(ran.err()).contains("note: fregate -> frigate is in 1, with the rest: 0 articles\n");

    Ran spelt = run("search", "fregate", "--limit=3");
    assertThat(spelt.err())
        .isEqualTo("note: fregate -> frigate: 1 article\n      sitrep search --limit 3 frigate\n");
    Ran looser = run("search", "frigate drone crews");
    assertThat(looser.err())
        .contains("note: with most of the words: 1 article\n")
        .contains("note: without frigate: 1 article\n      sitrep search 'drone crews'\n");
    assertThat(run("search", "drone crews").out()).startsWith("1 of 5 articles");
  }

  @Test
  void nothing_found_is_helped_where_no_hits_are_asked_for_too() {
    assertThat(run("search", "fregate", "--limit=0").err())
        .isEqualTo("note: fregate -> frigate: 1 article\n      sitrep search --limit 0 frigate\n");
    assertThat(run("search", "fregate", "--limit=0", "--format=json").out())
        .contains("\"spelling\":\"frigate\"", "\"command\":\"sitrep search --limit 0 frigate\"");
    assertThat(run("search", "frigate", "--limit=0").err()).isEmpty();
  }

  @Test
  void a_page_behind_the_last_hit_says_how_many_there_are() {
    Ran ran = run("search", "frigate", "--offset=3");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEqualTo("note: only 1 hit: --offset passes over 3\n");
    assertThat(run("search", "frigate", "--offset=3", "--format=json").err()).isEmpty();
    assertThat(run("search", "*", "--offset=3").err()).isEmpty();
  }

  @Test
  void a_preferred_source_that_no_article_has_is_named() {
    assertThat(run("search", "frigate", "--collapse=source:Harbor Post").err())
        .isEqualTo(
            "note: no article is of the source 'Harbor Post': did you mean 'harbour post'?\n");
    assertThat(run("search", "frigate", "--collapse=source:Harbour Post").err()).isEmpty();
  }

  @Test
  void signs_alone_are_told_to_find_every_article() {
    assertThat(run("search", "--", "--").err())
        .isEqualTo("note: nothing to search for: '--': read as every article\n");
  }

  @Test
  void a_misspelt_field_is_answered_with_the_one_that_was_meant() {
    assertThat(run("search", "contry:polnad frigate").err())
        .contains("note: did you mean country:PL frigate: 1 article\n")
        .contains("      sitrep search 'country:PL frigate'\n");
  }

  @Test
  void nothing_found_is_never_answered_with_nothing() {
    assertThat(run("search", "xqzzyq tag:nonesuch").err())
        .isEqualTo("note: no article has xqzzyq, tag:nonesuch\n");
    assertThat(run("search", "\"crews drone\"").err()).contains("note: looser: ");
    assertThat(run("search", "frigate tag:nonesuch", "--country=NO").err())
        .contains("note: no article has tag:nonesuch\n")
        .contains("note: without tag:nonesuch country:NO: 1 article\n");
    assertThat(run("search", "frigate xqzzyq tag:nonesuch", "--format=json").out())
        .contains("\"unmatched\":[\"xqzzyq\",\"tag:nonesuch\"]");
  }

  @Test
  void a_program_gets_the_same_as_json() {
    Ran ran = run("search", "fregate country:PL", "--format=json");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(
            "\"nothingFound\":{\"meant\":[],\"spellings\":[{\"typed\":\"fregate\","
                + "\"spelling\":\"frigate\",\"articles\":1,\"total\":1,"
                + "\"query\":\"frigate country:PL\","
                + "\"command\":\"sitrep search 'frigate country:PL'\"}]")
        .contains("\"skipped\":0");
    assertThat(run("search", "frigate", "--format=json").out()).doesNotContain("nothingFound");
  }

  @Test
  void says_what_is_excluded_by_itself_and_which_values_there_are() {
    assertThat(run("search", "frigate -frigates").err())
        .startsWith("note: asked for and excluded at once: frigates\n");
    assertThat(run("search", "lang:xx").err())
        .matches("note: no article has lang:xx\nnote: there are lang:en \\(\\d\\).*\n");
    assertThat(run("search", "lang:xx -frigate frigate", "--format=json").out())
        .contains("\"contradictions\":[\"frigate\"],\"choices\":[]");
    assertThat(run("search", "lang:xx", "--format=json").out())
        .contains("\"choices\":[{\"text\":\"lang:en\",\"total\":");
  }

  @Test
  void suggests_what_a_query_may_become() {
    Ran ran = run("suggest", "drones task f");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains("1 country Finland country:FI", "2 word force", "1 word frigate");
    assertThat(run("suggest", "tag:pro", "--format=json").out())
        .isEqualTo(
            "{\"format\":1,\"text\":\"tag:pro\",\"suggestions\":[{\"kind\":\"tag\","
                + "\"label\":\"Procurement\",\"query\":\"tag:procurement\",\"count\":2,"
                + "\"from\":0,\"to\":7}]}\n");
    assertThat(run("suggest", "country:finn").out()).contains("Finland (Finnish)");
    assertThat(run("suggest", "country:finn", "--format=json").out())
        .contains("\"otherName\":\"Finnish\"");
    assertThat(run("suggest", "xyzzy").exit()).isEqualTo(1);
    assertThat(run("suggest", "x", "--limit=0").err()).contains("limit is not in 1..100: 0");
    assertThat(run("suggest", "bad", "--format=csv").out().chars().filter(c -> c == 27)).isEmpty();
  }

  @Test
  void says_where_no_article_is_like_another_that_copies_can_be_asked_for() {
    String id = News.articles().getFirst().id();
    News.articles().stream().skip(1).forEach(other -> run("delete", other.id()));

    Ran ran = run("similar", id);

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("--with-copies").doesNotContain("no smaller change");
  }

  @Test
  void days_can_be_counted_back_from_today() {
    Ran ran = run("search", "--from=7d", "--to=yesterday", "--show-query");

    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    assertThat(Arrays.asList(ran.err().split(" ")))
        .contains(today.minusDays(6).toString(), today.minusDays(1).toString());
    assertThat(run("search", "--from=2025 OR x").exit()).isEqualTo(2);
    assertThat(run("search", "--from=*").exit()).isEqualTo(2);
  }
}
