package org.sitrep.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.ArticleFormatException;

class RecordReaderTest {
  private final RecordReader reader = reader(Map.of());

  private static RecordReader reader(Map<String, String> names) {
    return new RecordReader(
        "in/a.jsonl", names, LocalDate.of(2026, 11, 22), java.util.Optional.empty());
  }

  private RecordReader.Result read(String json) throws ArticleFormatException {
    return reader.read("a.jsonl:17", "in/a.jsonl:17", json);
  }

  private void rejects(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage("a.jsonl:17: " + message);
  }

  @Test
  void names_an_article_by_its_id_its_url_or_its_place() throws ArticleFormatException {
    assertThat(
            read("{\"id\":\"x\",\"url\":\"https://a.example/1\",\"title\":\"T\"}").article().id())
        .isEqualTo("x");
    assertThat(read("{\"id\":42,\"title\":\"T\"}").article().id()).isEqualTo("42");
    assertThat(read("{\"url\":\"https://a.example/1\",\"title\":\"T\"}").article().id())
        .isEqualTo("https://a.example/1");
    assertThat(read("{\"title\":\"T\"}").article().id()).isEqualTo("in/a.jsonl:17");
  }

  @Test
  void derives_what_is_left_out_and_takes_what_is_given() throws ArticleFormatException {
    String body =
        "Ukraine and Poland signed a treaty on the joint production of shells in Warsaw today.";
    Article derived = read("{\"body\":\"" + body + "\"}").article();
    assertThat(derived.titleFrom()).isEqualTo(TitleFrom.DERIVED);
    assertThat(derived.title()).isEqualTo(body);
    assertThat(derived.countries()).contains("UA", "PL");
    assertThat(derived.language()).contains("en");

    Article given =
        read("{\"body\":\"" + body + "\",\"countries\":[],\"about\":[],\"language\":\"fr\"}")
            .article();
    assertThat(given.countries()).isEmpty();
    assertThat(given.about()).isEmpty();
    assertThat(given.language()).contains("fr");
  }

  @Test
  void a_list_may_be_a_single_text() throws ArticleFormatException {
    assertThat(read("{\"title\":\"T\",\"tags\":\"navy\"}").article().tags())
        .containsExactly("navy");
  }

  @Test
  void countries_are_known_by_code_or_name_and_others_noted() throws ArticleFormatException {
    RecordReader.Result result =
        read("{\"title\":\"T\",\"countries\":[\"ua\",\"Poland\",\"west-germany\",\"Atlantis\"]}");
    assertThat(result.article().countries()).startsWith("UA", "PL");
    assertThat(result.notes()).contains("country is not known and left out: 'Atlantis'");
  }

  @Test
  void reads_fields_under_other_names() throws ArticleFormatException {
    RecordReader mapped = reader(Map.of("topics", "tags", "date", "published"));
    Article article =
        mapped
            .read(
                "a",
                "a:1",
                "{\"title\":\"T\",\"tags\":[\"old\"],\"topics\":[\"grain\"],\"date\":\"1987-02-26T15:01:01.000Z\"}")
            .article();
    assertThat(article.tags()).containsExactly("grain");
    assertThat(article.topics()).isEmpty();
    assertThat(article.published().orElseThrow()).hasToString("1987-02-26T15:01:01Z");
  }

  @Test
  void notes_ignored_fields_once_for_a_file() throws ArticleFormatException {
    assertThat(read("{\"title\":\"T\",\"places\":[{\"a\":[1]}],\"x\":1}").notes())
        .containsExactly("ignored fields: places, x");
    assertThat(read("{\"title\":\"T\",\"places\":1,\"y\":2}").notes())
        .containsExactly("ignored fields: y");
    assertThat(read("{\"title\":\"T\",\"places\":1}").notes()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025                            | 2025
          2025-03                         | 2025-03
          2025-03-07 16:27                | 2025-03-07T16:27
          2025-03-07 16:27:05 UTC         | 2025-03-07T16:27:05Z
          2025-03-07 16:27:05.123+0200    | 2025-03-07T16:27:05+02:00
          20250307                        | 2025-03-07
          Fri, 7 Mar 2025 16:27:00 +0100  | 2025-03-07T16:27:00+01:00
          Fri, 7 Mar 2025 16:27 +0100     | 2025-03-07T16:27+01:00
          """)
  void reads_dates_leniently(String written, String iso) throws ArticleFormatException {
    Article article = read("{\"title\":\"T\",\"published\":\"" + written + "\"}").article();
    assertThat(article.published().orElseThrow()).hasToString(iso);
  }

  @Test
  void refuses_what_makes_no_article_and_says_why() {
    rejects("{\"id\":\"1\"}", "has neither title nor body");
    rejects("{\"title\":null,\"body\":\" \"}", "has neither title nor body");
    rejects(
        "{\"title\":\"T\",\"published\":\"2025-13-40\"}", "published is not a date: '2025-13-40'");
    rejects(
        "{\"title\":\"T\",\"published\":\"2031-01-01\"}",
        "published is in the future: '2031-01-01'");
    rejects("{\"title\":17}", "title is not a text: '17'");
    rejects("{\"title\":[\"T\"]}", "title is not a text: a list");
    rejects("{\"title\":\"T\",\"tags\":[\"a\",5]}", "tags holds what is not a text: '5'");
    rejects("{\"title\":\"T\",\"tags\":{\"a\":1}}", "tags is not a list of texts: an object");
    rejects("[1,2]", "is not a JSON object: '[1,2]'");
    rejects("{\"title\":\"T\"} {}", "has more than one value on its line");
  }

  @Test
  void refuses_json_that_is_broken_doubled_or_too_deep() {
    for (String json :
        List.of(
            "{\"title\":\"T\"",
            "{\"title\":\"T\",\"title\":\"U\"}",
            "{\"title\":\"T\u0000\"}",
            "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            "nonsense")) {
      assertThatThrownBy(() -> read(json)).isInstanceOf(ArticleFormatException.class);
    }
  }

  @Test
  void control_characters_and_lone_surrogates_do_not_survive() throws ArticleFormatException {
    Article article =
        read("{\"title\":\"A\\u0000B\\u001b[31m\\ud83d\",\"body\":\"x\\u0007y\\r\\nz\"}").article();
    assertThat(article.title()).isEqualTo("AB[31m");
    assertThat(article.body()).isEqualTo("xy\nz");
  }
}
