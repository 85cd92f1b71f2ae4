package org.sitrep.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025",
        "2025-03",
        "2025-03-07",
        "2025-03-07T16:27",
        "2025-03-07T16:27Z",
        "2025-03-07T16:27+02:00",
        "2025-03-07T16:27:00",
        "2025-03-07T16:27:05",
        "2025-03-07T16:27:05-05:00",
        "2024-02-29"
      })
  void prints_exactly_the_parts_that_it_reads(String text) {
    assertThat(PartialDate.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1987-02-26T15:02:20.000Z, 1987-02-26T15:02:20Z",
    "2025-03-07T16:27+0200, 2025-03-07T16:27+02:00",
    "2025-03-07T16:27+02, 2025-03-07T16:27+02:00"
  })
  void reads_the_other_ways_to_write_iso_dates(String text, String printed) {
    assertThat(PartialDate.parse(text).orElseThrow()).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "25",
        "2025-13",
        "2025-00-01",
        "2025-02-29",
        "2025-3-7",
        "07.03.2025",
        "2025-03-07T25:00",
        "2025-03-07T16",
        "2025-03-07T16:27+19:00",
        "0000",
        "2025-03-07Z",
        "99999",
        "2025-03-07T16:27:61"
      })
  void reads_nothing_else(String text) {
    assertThat(PartialDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025, 2025-01-01T00:00, 2025-12-31T23:59:59",
    "2024-02, 2024-02-01T00:00, 2024-02-29T23:59:59",
    "2025-03-07, 2025-03-07T00:00, 2025-03-07T23:59:59",
    "2025-03-07T16:27, 2025-03-07T16:27, 2025-03-07T16:27:59",
    "9999, 9999-01-01T00:00, 9999-12-31T23:59:59"
  })
  void is_the_interval_that_it_names(String text, LocalDateTime start, LocalDateTime end) {
    PartialDate date = PartialDate.parse(text).orElseThrow();
    assertThat(date.start()).isEqualTo(start);
    assertThat(date.end()).isEqualTo(end);
  }

  @Test
  void prints_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(PartialDate.parse("2025-03-07T16:27:05").orElseThrow())
          .hasToString("2025-03-07T16:27:05");
      assertThat(PartialDate.parse("2025-03").orElseThrow()).hasToString("2025-03");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void is_ordered_by_start_then_end() {
    assertThat(
            Stream.of("2025", "2025-01-01T10:00", "2025-01-01", "2024-12", "2025-01")
                .map(text -> PartialDate.parse(text).orElseThrow())
                .sorted()
                .map(PartialDate::toString))
        .containsExactly("2024-12", "2025-01-01", "2025-01", "2025", "2025-01-01T10:00");
  }

  @Test
  void refuses_parts_that_do_not_fit_together() {
    LocalDateTime noon = LocalDateTime.of(2025, 3, 7, 12, 0);
    assertThatThrownBy(() -> new PartialDate(noon, PartialDate.Precision.DAY, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("start is finer than its precision: 2025-03-07T12:00");
  }
}
