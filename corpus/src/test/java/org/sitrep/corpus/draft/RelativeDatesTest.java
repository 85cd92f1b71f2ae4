package org.sitrep.corpus.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.PartialDate;

class RelativeDatesTest {
  private static Optional<String> counted(String text, String fetched) {
    return RelativeDates.parse(text)
        .flatMap(d -> d.before(PartialDate.parse(fetched).orElseThrow()))
        .map(PartialDate::toString);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 hours ago        | 2025-03-07
          an hour ago        | 2025-03-07
          20 hours ago       | 2025-03-06
          5 min ago          | 2025-03-07
          3h ago             | 2025-03-07
          just now           | 2025-03-07
          yesterday          | 2025-03-06
          Yesterday at 14:05 | 2025-03-06T14:05
          3 days ago         | 2025-03-04
          2 months ago       | ''
          1 week ago         | 2025-02
          2 years ago        | ''
          vor 3 Stunden      | 2025-03-07
          vor einer Stunde   | 2025-03-07
          vor 2 Tagen        | 2025-03-05
          gestern, 14:05 Uhr | 2025-03-06T14:05
          vorgestern         | 2025-03-05
          il y a 2 heures    | 2025-03-07
          il y a un jour     | 2025-03-06
          hier à 9h05        | 2025-03-06T09:05
          hace 2 horas       | 2025-03-07
          hace 4 días        | 2025-03-03
          ayer               | 2025-03-06
          2 ore fa           | 2025-03-07
          un giorno fa       | 2025-03-06
          2 години тому      | 2025-03-07
          3 дні тому         | 2025-03-04
          сьогодні, 14:05    | 2025-03-07T14:05
          2 часа назад       | 2025-03-07
          час назад          | 2025-03-07
          1 год назад        | ''
          годину тому        | 2025-03-07
          2 год тому         | 2025-03-07
          godzinę temu       | 2025-03-07
          день назад         | 2025-03-06
          вчера в 14:05      | 2025-03-06T14:05
          2 godziny temu     | 2025-03-07
          wczoraj            | 2025-03-06
          """)
  void words_of_many_languages_are_counted_from_the_time_of_fetching(String text, String date) {
    assertThat(counted(text, "2025-03-07T16:27Z").orElse("")).isEqualTo(date);
  }

  @Test
  void what_can_lie_on_two_days_is_known_to_the_month() {
    assertThat(counted("2 hours ago", "2025-03-07T02:30")).contains("2025-03");
    assertThat(counted("2 weeks ago", "2025-03-28")).contains("2025-03");
  }

  @Test
  void what_can_lie_in_two_years_is_no_date() {
    assertThat(counted("a minute ago", "2025-01-01T00:01:30")).isEmpty();
    assertThat(counted("3 years ago", "2025-03-07")).isEmpty();
  }

  @Test
  void hours_cannot_be_counted_from_a_day() {
    assertThat(counted("2 hours ago", "2025-03-07")).isEmpty();
    assertThat(counted("yesterday", "2025-03-07")).contains("2025-03-06");
    assertThat(counted("yesterday", "2025-03")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 hours",
        "long ago",
        "yesterday's men",
        "Ukraine today and tomorrow",
        "vor 3 Jahren und einem Tag",
        "a few hours ago",
        "2026 days ago in 1999",
        ""
      })
  void other_texts_are_none(String text) {
    assertThat(RelativeDates.parse(text)).isEmpty();
  }

  @Test
  void every_phrase_of_the_file_is_found_in_either_case_amid_others() throws IOException {
    int phrases = 0;
    for (String line : lines()) {
      String[] entry = line.split("\\s+", 2);
      for (String phrase : entry[1].split("\\|", -1)) {
        String date =
            switch (entry[0]) {
              case "before" -> phrase.strip() + " 2 h";
              case "after" -> "2 h " + phrase.strip();
              case "now", "today", "yesterday", "day-before" -> phrase.strip();
              default -> "";
            };
        for (String text : List.of(date, date.toUpperCase(Locale.ROOT), "(x) " + date + ", y")) {
          assertThat(date.isEmpty() || RelativeDates.find(text).isPresent()).as(text).isTrue();
        }
        phrases += date.isEmpty() ? 0 : 1;
      }
    }
    assertThat(phrases).isGreaterThan(40);
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = RelativeDates.class.getResourceAsStream("relative.txt")) {
      return new String(requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
