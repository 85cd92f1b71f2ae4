package org.sitrep.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the text begins and ends, and what stands in it that is none. */
class TextEndsTest {
  private static final String TEXT =
      """
      The council of the port has bought four tugs for the harbour, its chair said on Thursday.
      They replace boats of the seventies, which the yard can no longer repair at a fair price.
      """;

  private static PageReading read(String page) {
    PageContext context = new PageContext("page.txt", LocalDate.of(2026, 11, 22), Neighbours.NONE);
    return PageReader.read(page, context);
  }

  private static String page(String text) {
    return "Home\nPort buys four tugs for its harbour\nBy Ida Brandt\n4 April 2024\n" + text;
  }

  @Test
  void a_short_last_sentence_over_the_credit_of_a_picture_is_text() {
    List<List<String>> ends =
        List.of(
            List.of("Two more ports wait for theirs.", "Photo: Ida Brandt"),
            List.of("Dwa inne porty czekają na swoje.", "Fot. Ida Brandt"),
            List.of("Ещё два порта ждут своих.", "Фото: Ида Брандт"),
            List.of("Deux autres ports attendent les leurs.", "Crédit photo Ida Brandt"));
    for (List<String> end : ends) {
      PageReading reading = read(page(TEXT + String.join("\n", end)));
      assertThat(reading.body()).endsWith(end.getFirst()).doesNotContain("Brandt", "Брандт");
    }
    assertThat(read(page(TEXT + "The tugs at the pier\nPhoto: Ida Brandt\n" + TEXT)).body())
        .doesNotContain("at the pier");
  }

  @Test
  void a_list_that_a_sentence_follows_does_not_end_the_text() {
    String list = "- two tugs of sixty tonnes\n- two of forty\n- a barge for the crane\n";
    PageReading reading =
        read(page(TEXT + list + "The council meets again in June.\n\nRelated\nMore tugs"));
    assertThat(reading.body())
        .contains("sixty tonnes")
        .endsWith("The council meets again in June.");
    assertThat(
            read(page(TEXT + "\u2022 Politics\n\u2022 Sports\nThe site that never sleeps.")).body())
        .endsWith("at a fair price.");
  }

  @Test
  void a_page_written_hour_by_hour_is_read_from_its_first_entry_to_its_last() {
    PageReading reading =
        read(
            page(
                """
                Live

                18.40 CET
                What we know
                %s
                17.05 CET
                Strike at the southern lock
                The crews of the lock walked out at noon over their shifts, the union said today.

                15.30 CET
                Ferry turns back
                A ferry with ninety passengers went back to the island because of the wind.

                Most viewed
                Bridge closed for the night
                """
                    .formatted(TEXT)));
    assertThat(reading.body())
        .startsWith("18.40 CET\n\nWhat we know")
        .endsWith("because of the wind.");
    assertThat(reading.title()).isEqualTo("Port buys four tugs for its harbour");
  }

  @Test
  void a_long_paragraph_without_a_full_stop_is_text() {
    String opening =
        "The council of the port has this morning bought four tugs from the yard in the north to"
            + " replace the boats that it could no longer repair in time";
    assertThat(read(page(opening + "\n\n" + TEXT)).body()).startsWith(opening);
  }

  @Test
  void the_line_over_the_name_of_the_author_is_the_headline() {
    PageReading reading =
        read(
            "HARBOUR REVIEW\nMembership\n\nTHE LAST OF THE STEAM\nIDA BRANDT\nAPRIL 4, 2024\n\n"
                + TEXT
                + "\nIda Brandt is a senior fellow at the Institute of Ports.\n");
    assertThat(reading.title()).isEqualTo("THE LAST OF THE STEAM");
    assertThat(reading.authors()).containsExactly("IDA BRANDT");
    assertThat(reading.body()).doesNotContain("fellow");
  }

  @Test
  void the_main_points_under_the_date_are_no_headline() {
    PageReading reading =
        read(
            page(
                "Item 1 of 2 A tug at the pier, April 3. PORT NEWS/Ida Brandt\n"
                    + "[1/2]A tug at the pier, April 3. PORT NEWS/Ida Brandt Purchase rights\n"
                    + "Summary\nCouncil bought four tugs\nYard can no longer repair boats\n\n"
                    + TEXT));
    assertThat(reading.title()).isEqualTo("Port buys four tugs for its harbour");
    assertThat(reading.body()).startsWith("The council").doesNotContain("Summary", "PORT NEWS");
  }

  @Test
  void pictures_paywalls_and_calls_to_follow_are_no_text() {
    for (String line :
        List.of(
            "A tug of the seventies at its last pier. IDA BRANDT / PORT NEWS",
            "Los remolcadores en el muelle. IDA BRANDT",
            "The tugs at the pier in the spring. Crown copyright.",
            "Il vous reste 48,3% de cet article à lire. La suite est réservée aux abonnés.",
            "Sie haben bereits ein Abo? Dann melden Sie sich hier an, um weiter zu lesen.",
            "Sigue toda la información de los puertos en nuestras redes y en el boletín.",
            "Contenuto riservato agli abbonati, che possono leggere il resto ogni giorno.",
            "Материал доступен только подписчикам, остальное читайте после оплаты.")) {
      assertThat(read(page(TEXT + "\n" + line + "\n\n" + TEXT.replace("four", "five"))).body())
          .as(line)
          .doesNotContain(line);
      assertThat(read(page(line + "\n\n" + TEXT)).body()).as(line).startsWith("The council");
    }
  }

  @Test
  void the_publisher_after_a_label_is_no_text_and_tags_have_other_names() {
    PageReading reading =
        read(
            "Home\nPort buys four tugs for its harbour\nFrom: Ministry of Ports and Ida Brandt MP\n"
                + "Published 4 April 2024\n"
                + TEXT
                + "Archivado en\nPuertos\nRemolcadores\n\nYou may also like...\nMore tugs\n");
    assertThat(reading.body()).startsWith("The council").endsWith("at a fair price.");
    assertThat(reading.tags()).containsExactly("Puertos", "Remolcadores");
  }
}
