package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Facet;

/** What the texts of the language mean, on Wednesday, 14 May 2025. */
class QueryLanguageTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-14T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource({
    "words",
    "amounts",
    "joined",
    "fields",
    "values",
    "dates",
    "everything",
    "characters"
  })
  void reads_without_repair(String text, Query query, String canonical) {
    ParsedQuery parsed = Query.parse(text, CLOCK);

    assertThat(parsed.query()).isEqualTo(query);
    assertThat(parsed.canonical()).isEqualTo(canonical);
    assertThat(parsed.repairs()).isEmpty();
    assertThat(Query.parse(canonical, CLOCK))
        .isEqualTo(new ParsedQuery(query, canonical, List.of()));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        same("drone", word("drone")),
        same("joint task force", group(word("joint"), word("task"), word("force"))),
        same("\"joint task force\"", phrase("joint task force")),
        same("\"task force\"~3", new Query.Phrase(Field.TEXT, "task force", 3)),
        same("procur*", new Query.Prefix(Field.TEXT, "procur")),
        same("kubil?us", new Query.Wildcard(Field.TEXT, "kubil?us")),
        same("*drone*", new Query.Wildcard(Field.TEXT, "*drone*")),
        arguments("zelensky~", fuzzy("zelensky", 2), "zelensky~2"),
        arguments("cat~", fuzzy("cat", 1), "cat~1"),
        arguments("tanks~", fuzzy("tanks", 1), "tanks~1"),
        arguments("cat~2", fuzzy("cat", 2), "cat~2"),
        same("zelensky~1", fuzzy("zelensky", 1)),
        same("zelensky~2", fuzzy("zelensky", 2)),
        arguments("kubil**us", new Query.Wildcard(Field.TEXT, "kubil*us"), "kubil*us"),
        same("text:http://a?b", new Query.Wildcard(Field.TEXT, "http://a?b")),
        same("title:tan? x", group(new Query.Wildcard(Field.TITLE, "tan?"), word("x"))),
        same("\"foo bar\" \\~3", group(phrase("foo bar"), word("~3"))),
        same("\\!x", word("!x")),
        same("text:tan?", new Query.Wildcard(Field.TEXT, "tan?")));
  }

  static Stream<Arguments> amounts() {
    return Stream.of(
        arguments("$ 1.5bn", word("$1.5bn"), "$1.5bn"),
        arguments("€ 12 million", group(word("€12"), word("million")), "€12 million"),
        arguments("12 million €", group(word("12"), word("million€")), "12 million€"),
        arguments("12 € tax", group(word("12€"), word("tax")), "12€ tax"),
        arguments("10 %", word("10%"), "10%"),
        arguments("1.5bn $", word("1.5bn$"), "1.5bn$"),
        arguments("150bn €, x", group(word("150bn€"), word("x")), "150bn€ x"),
        arguments("5-10 % x", group(word("5-10%"), word("x")), "5-10% x"),
        arguments("5bn $ 6", group(word("5bn"), word("$6")), "5bn $6"),
        arguments("rise (10 %)", group(word("rise"), word("10%")), "rise 10%"),
        arguments("10 %, 20 %", group(word("10%"), word("20%")), "10% 20%"),
        arguments("5 $ 6", group(word("5"), word("$6")), "5 $6"),
        arguments("title:10 %", new Query.Term(Field.TITLE, "10%"), "title:10%"),
        arguments(
            "date:2025 % 5 %", group(days("2025-01-01", "2025-12-31"), word("5%")), "date:2025 5%"),
        arguments(
            "date:(2025 %) 5", group(days("2025-01-01", "2025-12-31"), word("5")), "date:2025 5"),
        arguments("tanks % of", group(word("tanks"), word("of")), "tanks of"),
        same("\"10 %\"", phrase("10 %")));
  }

  static Stream<Arguments> joined() {
    return Stream.of(
        same("drone OR uav", or(word("drone"), word("uav"))),
        same("drone AND uav", and(word("drone"), word("uav"))),
        arguments("a && b || c", or(and(word("a"), word("b")), word("c")), "(a AND b) OR c"),
        arguments("a OR b OR c", or(word("a"), word("b"), word("c")), "a OR b OR c"),
        arguments("a AND b OR c", or(and(word("a"), word("b")), word("c")), "(a AND b) OR c"),
        arguments("a OR b AND c", or(word("a"), and(word("b"), word("c"))), "a OR (b AND c)"),
        arguments("a b OR c", group(word("a"), or(word("b"), word("c"))), "a (b OR c)"),
        arguments("a OR b c", group(or(word("a"), word("b")), word("c")), "(a OR b) c"),
        arguments("a AND b c", group(and(word("a"), word("b")), word("c")), "(a AND b) c"),
        arguments(
            "drone OR uav country:ukraine",
            group(or(word("drone"), word("uav")), country("UA")),
            "(drone OR uav) country:UA"),
        same("-election", not(word("election"))),
        arguments("NOT election", not(word("election")), "-election"),
        arguments("a NOT b c", group(word("a"), not(word("b")), word("c")), "a -b c"),
        arguments("a AND NOT b", and(word("a"), not(word("b"))), "a AND -b"),
        same("-a -b", group(not(word("a")), not(word("b")))),
        same("-(a b)", not(group(word("a"), word("b")))),
        same("-(-a)", not(not(word("a")))),
        same("a (b c)", group(word("a"), group(word("b"), word("c")))),
        arguments("((a b))", group(word("a"), word("b")), "a b"),
        arguments(
            "(drone OR uav)tank",
            group(or(word("drone"), word("uav")), word("tank")),
            "(drone OR uav) tank"),
        same("and or not", group(word("and"), word("or"), word("not"))),
        arguments(
            "+drone +\"task force\"",
            group(word("drone"), phrase("task force")),
            "drone \"task force\""));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        same("title:drone", new Query.Term(Field.TITLE, "drone")),
        same("body:\"task force\"", new Query.Phrase(Field.BODY, "task force", 0)),
        arguments("TITLE:drone", new Query.Term(Field.TITLE, "drone"), "title:drone"),
        arguments("text:drone", word("drone"), "drone"),
        same("author:smith", new Query.Term(Field.AUTHOR, "smith")),
        same("author:\"jane smith\"", new Query.Phrase(Field.AUTHOR, "jane smith", 0)),
        arguments(
            "author:=\"Jane Smith\"",
            new Query.Value(Facet.AUTHOR, "jane smith"),
            "author:=\"jane smith\""),
        same("source:reut*", new Query.Prefix(Field.SOURCE, "reut")),
        same("section:europe", new Query.Term(Field.SECTION, "europe")),
        same("id:https://a.b/c?d=1&e=*", new Query.Term(Field.ID, "https://a.b/c?d=1&e=*")),
        same("id:\"a(1)\"", new Query.Term(Field.ID, "a(1)")),
        same("id:\"with space\"", new Query.Term(Field.ID, "with space")),
        arguments("(id:a/b.txt)", new Query.Term(Field.ID, "a/b.txt"), "id:a/b.txt"),
        arguments(
            "title:(drone OR uav)",
            or(new Query.Term(Field.TITLE, "drone"), new Query.Term(Field.TITLE, "uav")),
            "title:drone OR title:uav"),
        arguments(
            "title:(a body:b \"c d\" e*)",
            group(
                new Query.Term(Field.TITLE, "a"),
                new Query.Term(Field.BODY, "b"),
                new Query.Phrase(Field.TITLE, "c d", 0),
                new Query.Prefix(Field.TITLE, "e")),
            "title:a body:b title:\"c d\" title:e*"),
        arguments("title:AND", new Query.Term(Field.TITLE, "AND"), "title:\\AND"));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        same("tag:procurement", tag("procurement")),
        arguments("tag:Procurement,", tag("procurement"), "tag:procurement"),
        same("tag:\"joint task force\"", tag("joint task force")),
        arguments("tag:#Umerov", tag("umerov"), "tag:umerov"),
        arguments("tag:#umer*", new Query.Prefix(Field.TAG, "umer"), "tag:umer*"),
        same("tag:\\#umer*", new Query.Prefix(Field.TAG, "#umer")),
        arguments("tag:\"#umerov\"", tag("umerov"), "tag:umerov"),
        arguments("tag:=#umerov", tag("umerov"), "tag:umerov"),
        arguments("country:UKR", country("UA"), "country:UA"),
        same("topic:drones", new Query.Value(Facet.TOPIC, "drones")),
        arguments("country:ukraine", country("UA"), "country:UA"),
        same("country:UA", country("UA")),
        arguments("country:ua", country("UA"), "country:UA"),
        arguments("country:ukrainian", country("UA"), "country:UA"),
        arguments("country:burma", country("MM"), "country:MM"),
        arguments("country:\"south korea\"", country("KR"), "country:KR"),
        arguments("country:south-korea", country("KR"), "country:KR"),
        arguments("country:fin*", country("FI"), "country:FI"),
        arguments("country:slov*", or(country("SK"), country("SI")), "country:SK OR country:SI"),
        same("country:=ZZ", country("ZZ")),
        same("about:PL", new Query.Value(Facet.ABOUT, "PL")),
        arguments("about:pl", new Query.Value(Facet.ABOUT, "PL"), "about:PL"),
        same("lang:en", new Query.Value(Facet.LANGUAGE, "en")),
        arguments("language:EN_gb", new Query.Value(Facet.LANGUAGE, "en"), "lang:en"),
        same("lang:en*", new Query.Prefix(Field.LANGUAGE, "en")),
        arguments("tag:(a OR b)", or(tag("a"), tag("b")), "tag:a OR tag:b"),
        same("-tag:x", not(tag("x"))),
        same("tag:procur*", new Query.Prefix(Field.TAG, "procur")),
        same("tag:procurment~2", new Query.Fuzzy(Field.TAG, "procurment", 2)),
        same("tag:none", tag(Facet.NONE)),
        arguments("tag:None", tag(Facet.NONE), "tag:none"),
        same("tag:\"none\"", tag("none")),
        arguments("tag:=none", tag("none"), "tag:\"none\""),
        same("country:none", country(Facet.NONE)),
        same("author:none", new Query.Value(Facet.AUTHOR, Facet.NONE)),
        same("author:\"none\"", new Query.Phrase(Field.AUTHOR, "none", 0)));
  }

  static Stream<Arguments> dates() {
    return Stream.of(
        same("date:2025", days("2025-01-01", "2025-12-31")),
        same("date:2025-03", days("2025-03-01", "2025-03-31")),
        same("date:2025-03-07", days("2025-03-07", "2025-03-07")),
        same("date:2025-03..2025-05", days("2025-03-01", "2025-05-31")),
        same("date:2024..2025", days("2024-01-01", "2025-12-31")),
        same("date:2025-03-07..2025-05-31", days("2025-03-07", "2025-05-31")),
        arguments("date:2025..2025-02", days("2025-01-01", "2025-02-28"), "date:2025-01..2025-02"),
        arguments("date:2025-03..", since("2025-03-01"), "since:2025-03"),
        arguments("date:..2025-05", until("2025-05-31"), "until:2025-05"),
        same("since:2025-03", since("2025-03-01")),
        same("until:2025-05-14", until("2025-05-14")),
        same("until:2025", until("2025-12-31")),
        arguments("date:today", days("2025-05-14", "2025-05-14"), "date:2025-05-14"),
        arguments("date:Yesterday", days("2025-05-13", "2025-05-13"), "date:2025-05-13"),
        arguments("date:7d", days("2025-05-08", "2025-05-14"), "date:2025-05-08..2025-05-14"),
        arguments("date:2w", days("2025-05-01", "2025-05-14"), "date:2025-05-01..2025-05-14"),
        arguments("date:3m", days("2025-02-15", "2025-05-14"), "date:2025-02-15..2025-05-14"),
        arguments("date:1y", days("2024-05-15", "2025-05-14"), "date:2024-05-15..2025-05-14"),
        arguments("date:9999y", days("0001-01-01", "2025-05-14"), "date:0001-01-01..2025-05-14"),
        arguments("since:7d", since("2025-05-08"), "since:2025-05-08"),
        arguments("date:yesterday..", since("2025-05-13"), "since:2025-05-13"),
        arguments("date:\"2025-03\",", days("2025-03-01", "2025-03-31"), "date:2025-03"),
        arguments(
            "date:(2023 OR 2025)",
            or(days("2023-01-01", "2023-12-31"), days("2025-01-01", "2025-12-31")),
            "date:2023 OR date:2025"),
        same("date:unknown", new Query.Value(Facet.DATE, Facet.NONE)),
        arguments("date:none", new Query.Value(Facet.DATE, Facet.NONE), "date:unknown"));
  }

  static Stream<Arguments> everything() {
    return Stream.of(
        same("*", new Query.All()),
        arguments("", new Query.All(), "*"),
        arguments(" \t\n", new Query.All(), "*"),
        arguments("*:*", new Query.All(), "*"),
        arguments("id:*", new Query.All(), "*"),
        same("title:*", new Query.Wildcard(Field.TITLE, "*")),
        arguments("tag:*", not(tag(Facet.NONE)), "-tag:none"),
        arguments("-tag:*", tag(Facet.NONE), "tag:none"),
        arguments("country:*", not(country(Facet.NONE)), "-country:none"),
        arguments("date:*", not(new Query.Value(Facet.DATE, Facet.NONE)), "-date:unknown"));
  }

  static Stream<Arguments> characters() {
    return Stream.of(
        arguments("“joint task force”", phrase("joint task force"), "\"joint task force\""),
        arguments("„Zeitenwende“", phrase("Zeitenwende"), "\"Zeitenwende\""),
        arguments(
            "«drone» »drone«", group(phrase("drone"), phrase("drone")), "\"drone\" \"drone\""),
        arguments(
            "\"called it a “disaster” today\"",
            phrase("called it a “disaster” today"),
            "\"called it a “disaster” today\""),
        arguments(
            "–election −vote", group(not(word("election")), not(word("vote"))), "-election -vote"),
        arguments(
            "EU - Ukraine – talks — today",
            group(word("EU"), word("Ukraine"), word("talks"), word("today")),
            "EU Ukraine talks today"),
        same(
            "EU-Ukraine F-16 EU–Ukraine",
            group(word("EU-Ukraine"), word("F-16"), word("EU–Ukraine"))),
        same(
            "Ukraine's Ukraine’s soldiers'",
            group(word("Ukraine's"), word("Ukraine’s"), word("soldiers'"))),
        same("http://a.b/c 10:30 a:b", group(word("http://a.b/c"), word("10:30"), word("a:b"))),
        arguments(
            "Reuters: Kyiv, [Lviv]; done.",
            group(word("Reuters"), word("Kyiv"), word("Lviv"), word("done")),
            "Reuters Kyiv Lviv done"),
        same(
            "€150bn #umerov 50% C++",
            group(word("€150bn"), word("#umerov"), word("50%"), word("C++"))),
        same("\\AND tag\\:x procur\\*", group(word("AND"), word("tag:x"), word("procur*"))),
        same("\\-x two\\ words", group(word("-x"), word("two words"))),
        same("\"say \\\"yes\\\"\"", phrase("say \"yes\"")),
        arguments("\u200fкиїв\u200f \ufeffuav", group(word("київ"), word("uav")), "київ uav"),
        arguments("a\u0000b\ud800c", group(word("a"), word("b"), word("c")), "a b c"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(strings = {"", "drone OR uav since:2025-03", "tag:none -\"joint task force\"~2"})
  void the_strict_reading_is_the_lenient_one_where_nothing_is_repaired(String text)
      throws QuerySyntaxException {
    assertThat(Query.parseStrict(text, CLOCK)).isEqualTo(Query.parse(text, CLOCK).query());
    assertThat(Query.parseStrict(text)).isEqualTo(Query.parse(text).query());
  }

  @Test
  void days_are_those_of_the_clocks_zone() {
    Clock late = Clock.fixed(Instant.parse("2025-05-14T23:30:00Z"), ZoneOffset.ofHours(2));

    assertThat(Query.parse("date:today", late).canonical()).isEqualTo("date:2025-05-15");
  }

  private static Arguments same(String text, Query query) {
    return arguments(text, query, text);
  }

  private static Query word(String word) {
    return new Query.Term(Field.TEXT, word);
  }

  private static Query phrase(String words) {
    return new Query.Phrase(Field.TEXT, words, 0);
  }

  private static Query fuzzy(String word, int edits) {
    return new Query.Fuzzy(Field.TEXT, word, edits);
  }

  private static Query tag(String value) {
    return new Query.Value(Facet.TAG, value);
  }

  private static Query country(String code) {
    return new Query.Value(Facet.COUNTRY, code);
  }

  private static Query days(String from, String to) {
    return new Query.Range(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }

  private static Query since(String from) {
    return new Query.Range(Optional.of(LocalDate.parse(from)), Optional.empty());
  }

  private static Query until(String to) {
    return new Query.Range(Optional.empty(), Optional.of(LocalDate.parse(to)));
  }

  private static Query group(Query... clauses) {
    return new Query.Group(List.of(clauses));
  }

  private static Query and(Query... clauses) {
    return new Query.And(List.of(clauses));
  }

  private static Query or(Query... clauses) {
    return new Query.Or(List.of(clauses));
  }

  private static Query not(Query clause) {
    return new Query.Not(clause);
  }
}
