package org.sitrep.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFinderTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-03-07                              | 2025-03-07
          2025-03-07T16:27                        | 2025-03-07T16:27
          2025-03-07T16:27:05+02:00               | 2025-03-07T16:27+02:00
          2025/03/07                              | 2025-03-07
          16:27 07.03.2025                        | 2025-03-07T16:27
          13.03.2025 at 9:05                      | 2025-03-13T09:05
          Wednesday, January 31, 2024             | 2024-01-31
          05 November 2025 13:08                  | 2025-11-05T13:08
          Mar 7, 2025, 4:27 pm EST                | 2025-03-07T16:27-05:00
          7 March 2012, 09:40 GMT                 | 2012-03-07T09:40Z
          9 Aug 2024 06:15 GMT+8                  | 2024-08-09T06:15+08:00
          July 2nd, 2018                          | 2018-07-02
          Nov. 19, 2019                           | 2019-11-19
          12 a.m., 3 May 2020                     | 2020-05-03T00:00
          May 3, 2020 at 12:30 p.m.               | 2020-05-03T12:30
          10:48, Tue, Nov 19, 2019                | 2019-11-19T10:48
          12. März 2025, 14:05 Uhr                | 2025-03-12T14:05
          18 janvier 2024 à 09h30                 | 2024-01-18T09:30
          7 de marzo de 2025                      | 2025-03-07
          12 stycznia 2024                        | 2024-01-12
          5 листопада 2025, 13:08                 | 2025-11-05T13:08
          7 марта 2025                            | 2025-03-07
          Fri, 5th Jan '24                        | 2024-01-05
          Jan 5, ’24                              | 2024-01-05
          5 marca 2024 r., godz. 14:20            | 2024-03-05T14:20
          5 лютого 2025 року, 11:20               | 2025-02-05T11:20
          March 2025                              | 2025-03
          2018年10月9日                            | 2018-10-09
          """)
  void reads_dates_in_the_styles_of_pages(String text, String iso) {
    assertThat(DateFinder.find(text))
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.ordered(FoundDate.Order.DAY_FIRST).partial().orElseThrow().toString())
                    .isEqualTo(iso));
  }

  @Test
  void keeps_a_date_without_a_year_and_its_weekday() {
    FoundDate date = DateFinder.find("It began on Friday, 14 May, at dawn.").getFirst();
    assertThat(date.full()).isFalse();
    assertThat(date.day()).isEqualTo(14);
    assertThat(date.weekday()).contains(DayOfWeek.FRIDAY);
  }

  @Test
  void finds_several_dates_in_order() {
    assertThat(DateFinder.find("Published 12 May 2025, 10:00; updated 13 May 2025"))
        .extracting(FoundDate::day)
        .containsExactly(12, 13);
  }

  @Test
  void tells_numbers_that_are_no_dates() {
    for (String text :
        List.of(
            "1.2.3.4",
            "version 10.12",
            "12/2025/7",
            "99.99.2025",
            "the 5th fleet",
            "+380 44 123",
            "F-16 and Mi-24",
            "may 500 go")) {
      assertThat(
              DateFinder.find(text).stream()
                  .flatMap(d -> d.ordered(FoundDate.Order.DAY_FIRST).partial().stream()))
          .as(text)
          .isEmpty();
    }
  }

  @Test
  void an_offset_that_several_zones_share_is_left_out() {
    FoundDate date = DateFinder.find("7 March 2025, 16:27 IST").getFirst();
    assertThat(date.partial().orElseThrow()).hasToString("2025-03-07T16:27");
  }
}
