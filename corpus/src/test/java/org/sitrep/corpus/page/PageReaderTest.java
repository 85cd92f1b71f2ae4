package org.sitrep.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;

/** The rules of reading, one by one. */
class PageReaderTest {
  private static final LocalDate LATEST = LocalDate.of(2026, 11, 22);

  private static final String TEXT =
      """
      The ministry ordered twelve patrol boats from a yard in the north, the first since the reform.
      Crews begin their training in autumn, an officer said on the pier, where the old boats lie.
      """;

  private static PageReading read(String page) {
    return read(page, "page.txt", Neighbours.NONE);
  }

  private static PageReading read(String page, String name, Neighbours neighbours) {
    return PageReader.read(page, new PageContext(name, LATEST, neighbours));
  }

  private static Optional<String> published(PageReading reading) {
    return reading.published().map(PartialDate::toString);
  }

  private static String zones(PageReading reading) {
    return reading.lines().stream()
        .filter(l -> l.zone() != Zone.BLANK)
        .map(l -> l.zone().id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void a_date_in_a_rail_belongs_to_another_article_but_may_complete_a_year() {
    PageReading reading =
        read(
            """
            Patrol boats ordered from northern yard

            %s
            The contract was signed on 3 June in the capital, the ministry said.

            Related
            5 June 2024 Maria Lund
            Yard hires two hundred welders
            """
                .formatted(TEXT));

    assertThat(published(reading)).contains("2024-06-03");
    assertThat(reading.publishedFrom()).contains(DateFrom.INFERRED);
    assertThat(reading.authors()).isEmpty();
  }

  @Test
  void a_day_that_lies_ahead_or_bounds_a_time_infers_nothing() {
    PageReading reading =
        read(
            "Patrol boats ordered\n\n"
                + TEXT
                + "The boats will arrive on 3 June 2025. They have been wanted since 1 May 2019.");

    assertThat(reading.published()).isEmpty();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The yard signed on Friday, the minister said.                   | 2024-01-05 | DECLARED
          Will the yard close, they asked on Friday.                      | 2024-01-05 | DECLARED
          The yard signs next Friday, the minister said.                  | 2024-05-01 | INFERRED
          The yard will close on Friday, said the minister.               | 2024-05-01 | INFERRED
          The department of defense pays for it, said the minister.       | 2024-01-05 | DECLARED
          The ministry of defence pays for it, said the minister.         | 2024-05-01 | DECLARED
          The old one was sold on 13/02/2020 to a museum in the south.    | 2024-05-01 | DECLARED
          The old one was sold on 02/13/2020 to a museum in the south.    | 2024-01-05 | DECLARED
          """)
  void the_order_of_day_and_month_is_told_by_the_page_or_is_a_guess(
      String sentence, String date, String from) {
    PageReading reading =
        read("Patrol boats ordered\n\nPublished: 01/05/2024\n\n" + TEXT + "\n" + sentence);

    assertThat(published(reading)).contains(date);
    assertThat(reading.publishedFrom().orElseThrow()).hasToString(from);
  }

  @Test
  void the_address_tells_the_order_of_day_and_month_and_goes_before_a_guess() {
    String page = "Patrol boats ordered\n\nPublished: 01/05/2024\n\n" + TEXT;

    PageReading month = read("https://x.example/2024/01/boats\n\n" + page);
    PageReading country = read("https://news.x.com.au/boats\n\n" + page);
    PageReading american = read("https://www.x.mil/boats/\n\n" + page);

    assertThat(published(month)).contains("2024-01-05");
    assertThat(published(country)).contains("2024-05-01");
    assertThat(published(american)).contains("2024-01-05");
    assertThat(month.publishedFrom()).contains(DateFrom.DECLARED);
    assertThat(country.publishedFrom()).contains(DateFrom.DECLARED);
    assertThat(american.publishedFrom()).contains(DateFrom.DECLARED);
  }

  @Test
  void american_time_puts_the_month_first() {
    assertThat(published(read("Patrol boats\n\nPosted 01/05/2024 3:45 p.m. EST\n\n" + TEXT)))
        .contains("2024-01-05T15:45-05:00");
  }

  @Test
  void a_time_by_itself_below_a_date_belongs_to_it() {
    for (String time : List.of("alle 18:20", "godz. 18:20", "18:20", "6:20 p.m.", "à 18h20")) {
      assertThat(published(read("Patrol boats ordered\n\n23 May 2024\n" + time + "\n\n" + TEXT)))
          .as(time)
          .contains("2024-05-23T18:20");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Maria Ioannou — Monday, 27 May 2024, 14:05                   | Maria Ioannou              |
          Іван Петренко — Середа, 5 лютого 2025, 11:20                 | Іван Петренко              |
          Coast Pravda — Monday, 27 May 2024, 14:05                    |                            | Coast Pravda
          European Notes - 27 May 2024                                 |                            | European Notes
          Madrid - 27 MAY 2024 - 14:05 CEST                            |                            |
          Nieuwsbericht - 17-02-2023                                   |                            |
          By Ann Lee and Bob Poe, Sea Press                            | Ann Lee, Bob Poe           | Sea Press
          By Ann Lee, Bob Poe and Tom Fox                              | Ann Lee, Bob Poe, Tom Fox  |
          Par Jean Dupont et Marie Durand (avec AFP), à Kiev           | Jean Dupont, Marie Durand  |
          Von Jan Beck und Eva Kern                                    | Jan Beck, Eva Kern         |
          Por Juan Sosa y Ana Paz                                      | Juan Sosa, Ana Paz         |
          Di Aldo Riva e Ada Conti                                     | Aldo Riva, Ada Conti       |
          Autor: Jan Nowak i Ewa Lis                                   | Jan Nowak, Ewa Lis         |
          Автор: Іван Кравець та Олена Мельник                         | Іван Кравець, Олена Мельник |
          Автор: Иван Петров и Анна Белова                             | Иван Петров, Анна Белова   |
          """)
  void tells_authors_from_publishers_places_and_words(
      String line, @Nullable String authors, @Nullable String source) {
    PageReading reading = read("Patrol boats ordered from the north\n\n" + line + "\n\n" + TEXT);

    assertThat(String.join(", ", reading.authors())).isEqualTo(authors == null ? "" : authors);
    assertThat(reading.source()).isEqualTo(Optional.ofNullable(source));
  }

  @Test
  void a_name_before_the_date_that_the_site_says_of_itself_is_the_publishers() {
    String page = "Patrol boats ordered\n\nCape Lantern — Monday, 27 May 2024, 14:05\n\n" + TEXT;

    assertThat(read(page + "\n\n© 2024 Cape Lantern. All rights reserved.").source())
        .contains("Cape Lantern");
    assertThat(read(page).source()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          © 2024 Cape Lantern. All rights reserved.       | Cape Lantern
          Copyright © 2019-2025 The Sea Post              | The Sea Post
          © 2024 All rights reserved                      |
          © the photographer                              |
          """)
  void the_notice_of_copyright_below_a_text_names_its_publisher(
      String line, @Nullable String source) {
    assertThat(read("Patrol boats ordered\n\n" + TEXT + "\n\n" + line).source())
        .isEqualTo(Optional.ofNullable(source));
  }

  @Test
  void a_place_beside_the_date_is_no_section() {
    assertThat(read("Patrol boats ordered\n\n05.03.2024 | Berlin\n\n" + TEXT).sections()).isEmpty();
    assertThat(read("Patrol boats ordered\n\n05.03.2024 | Analysis\n\n" + TEXT).sections())
        .containsExactly("Analysis");
  }

  @Test
  void a_date_in_the_future_is_refused() {
    PageReading reading = read("Patrol boats ordered\n\n1 January 2031\n\n" + TEXT);

    assertThat(reading.published()).isEmpty();
  }

  @Test
  void the_page_itself_decides_whether_day_or_month_comes_first() {
    String page = "Patrol boats ordered\n\n03/07/2025\n\n" + TEXT;

    assertThat(published(read(page + "\nRelated\n03/28/2025 Yard hires welders")))
        .contains("2025-03-07");
    assertThat(published(read(page + "\nRelated\n28/03/2025 Yard hires welders")))
        .contains("2025-07-03");
    assertThat(published(read("Saved 2025-07-03\n" + page))).contains("2025-07-03");
    assertThat(published(read(page.replace("03/07", "Friday, 03/07")))).contains("2025-03-07");
  }

  @Test
  void pages_of_the_same_place_decide_where_the_page_does_not() {
    Neighbours.Collector collector = new Neighbours.Collector();
    collector.add("28/03/2025");
    String page = "Patrol boats ordered\n\n03/07/2025\n\n" + TEXT.replace("ministry", "defense");

    assertThat(published(read(page))).contains("2025-03-07");
    assertThat(published(read(page, "page.txt", collector.neighbours()))).contains("2025-07-03");
  }

  @Test
  void labels_that_recur_over_different_articles_are_furniture_and_sentences_never() {
    String sentence =
        "All of our reporting is free to read because readers pay for it, every month.";
    String links = "Harbour webcam\nTide tables\n";
    Neighbours.Collector collector = new Neighbours.Collector();
    for (int i = 0; i < 6; i++) {
      collector.add(TEXT.replace("twelve", "number " + i).repeat(2) + links + sentence);
    }
    String page =
        "Patrol boats ordered\n\n"
            + TEXT
            + links
            + "\n"
            + sentence
            + "\n"
            + TEXT.replace("twelve", "ten");

    assertThat(read(page).body()).contains(sentence, "webcam");
    assertThat(read(page, "page.txt", collector.neighbours()).body()).contains(sentence, "webcam");
    for (int i = 0; i < 3; i++) {
      collector.add("The council of town %d met on a bright day to vote.\n".formatted(i) + links);
    }
    assertThat(read(page, "page.txt", collector.neighbours()).body())
        .contains(sentence)
        .doesNotContain("webcam", "Tide");
  }

  @Test
  void a_missing_headline_is_the_first_sentence_and_says_so() {
    PageReading reading = read(TEXT + "A new class\n" + TEXT.replace("twelve", "ten"));

    assertThat(reading.titleFrom()).isEqualTo(TitleFrom.DERIVED);
    assertThat(reading.title()).startsWith("The ministry ordered").endsWith("since the reform.");
    assertThat(reading.body()).contains("A new class");
  }

  @Test
  void a_headline_given_twice_is_one() {
    PageReading reading =
        read(
            "Ministry orders patrol boats\n\n7 March 2025\n\nMinistry orders patrol boats\n\n"
                + TEXT);

    assertThat(reading.title()).isEqualTo("Ministry orders patrol boats");
    assertThat(reading.body()).startsWith("The ministry ordered");
    assertThat(zones(reading)).isEqualTo("headline dateline headline body body");
  }

  @Test
  void menus_are_no_sections_and_lists_under_the_headline_are() {
    PageReading reading =
        read("• En\n• Es\n• De\n\nMinistry orders patrol boats\n- Europe\n- Security\n\n" + TEXT);

    assertThat(reading.sections()).containsExactly("Europe", "Security");
    assertThat(zones(reading))
        .isEqualTo("navigation navigation navigation headline section section body body");
  }

  @Test
  void tags_come_one_a_line_or_in_a_row() {
    assertThat(read("Boats ordered\n\n" + TEXT + "Tags\n- navy\n- boats\nAbout us").tags())
        .containsExactly("navy", "boats");
    assertThat(read("Boats ordered\n\n" + TEXT + "\nTags: #navy #boats").tags())
        .containsExactly("navy", "boats");
    assertThat(read("Boats ordered\n\n" + TEXT + "\nKeywords: coast guard, boats").tags())
        .containsExactly("coast guard", "boats");
  }

  @Test
  void bylines_name_authors_and_publishers() {
    assertThat(read("Boats ordered\nBy Ann Lee and Bo Falk\n\n" + TEXT).authors())
        .containsExactly("Ann Lee", "Bo Falk");
    PageReading agency = read("Boats ordered\nby Ann Lee, Coast Press\n\n" + TEXT);
    assertThat(agency.authors()).containsExactly("Ann Lee");
    assertThat(agency.source()).contains("Coast Press");
    assertThat(read("Boats ordered\nCoast Press - 05 November 2025 13:08\n\n" + TEXT).source())
        .contains("Coast Press");
    assertThat(
            read("Boats ordered\n\n" + TEXT + "\n(Reporting by Ann Lee; editing by Bo Falk)")
                .authors())
        .containsExactly("Ann Lee");
  }

  private static final String AFTER_THE_BOX =
      "The boats will be delivered next year and guard the coast in the east, the ministry said.";

  @Test
  void a_box_of_links_within_the_text_ends_where_sentences_begin_again() {
    for (String box : List.of("Auch interessant", "Lire aussi", "Read also")) {
      PageReading reading =
          read(
              "Boats ordered\n\n7. März 2025\n\n"
                  + TEXT
                  + "\n"
                  + box
                  + "\nYard hires two hundred welders\nFrigate named\n\n"
                  + AFTER_THE_BOX
                  + "\n\nSchlagworte Marine, Baltikum\n");
      assertThat(reading.body()).as(box).endsWith(AFTER_THE_BOX).doesNotContain("welders");
      assertThat(reading.tags()).containsExactly("Marine", "Baltikum");
      assertThat(published(reading)).contains("2025-03-07");
    }
  }

  @Test
  void tags_may_be_hashtags_alone_or_follow_a_list_of_others() {
    assertThat(read("Boats ordered\n\n" + TEXT + "\n#exercise #airforce #Kazakhstan").tags())
        .containsExactly("exercise", "airforce", "Kazakhstan");
    assertThat(
            read("Boats ordered\n\n"
                    + TEXT
                    + "\nLire aussi\nFrigate named\n\nMots-clés : navy, boats")
                .tags())
        .containsExactly("navy", "boats");
  }

  @Test
  void a_name_in_capitals_over_a_role_is_the_author_and_a_biography_is_no_text() {
    PageReading reading =
        read(
            "Boats ordered\n\nELLEN TURANGA\nDefence correspondent\n\n7 March 2025\n\n"
                + TEXT
                + "\n"
                + "Marten Kask covers the Baltic states for the Coast Press and lives in the"
                + " north.");
    assertThat(reading.authors()).containsExactly("ELLEN TURANGA");
    assertThat(reading.body()).doesNotContain("Kask");
  }

  @Test
  void names_are_bare_and_what_is_no_name_is_nothing() {
    assertThat(read("Boats ordered\nBy Ann Lee Updated Nov 13, 2019\n\n" + TEXT).authors())
        .containsExactly("Ann Lee");
    assertThat(read("Boats ordered\nBy Ann LeeStaff Writer\n\n" + TEXT).authors())
        .containsExactly("Ann Lee");
    PageReading posted =
        read("Boats ordered\nPosted by Ann Mary Lee on November 19, 2019\n\n" + TEXT);
    assertThat(posted.authors()).containsExactly("Ann Mary Lee");
    assertThat(posted.source()).isEmpty();
    assertThat(read("Boats ordered\n\n" + TEXT + "\nStory Timeline\n").authors()).isEmpty();
    for (String line :
        List.of(
            "Nov.November 18, 2019 12:02 PM",
            "Posted on October 27, 2015 by Admin",
            "Written by Ann Lee, MS, RD on November 14, 2019",
            "Von Ann Lee, Vilnius",
            "Brent Co November 20, 2019 12:32",
            "[Screen-Shot-2018-07-02-at-10]",
            "Tested by: Ann Lee RRP: £23.99 More info: www.yard.example")) {
      assertThat(read("Boats ordered\n" + line + "\n\n" + TEXT).source()).as(line).isEmpty();
    }
    assertThat(
            read("Boats ordered\n\n" + TEXT + "\nSource: Coast Ministry, October 25, 2019")
                .source())
        .contains("Coast Ministry");
  }

  @Test
  void trails_give_sections_without_labels_homes_and_what_is_no_section() {
    PageReading reading =
        read("Sie sind hier: Start > Verteidigung > Marine\n\nBoats ordered\n\n" + TEXT);
    assertThat(reading.sections()).containsExactly("Verteidigung", "Marine");
    assertThat(reading.fields())
        .contains(
            new ExplainedField(
                "sections", "Marine", "line 1: leads from the whole site to this page"));
    for (String line :
        List.of(
            "Image 1 of / 5",
            "1 / 9",
            "(Ann Lee / Coast Press)",
            "Expand / Collapse search",
            "Submit a Tip / Contact Us")) {
      assertThat(read("Menu\n\n" + line + "\n\nBoats ordered\n\n" + TEXT).sections())
          .as(line)
          .isEmpty();
    }
  }

  @Test
  void furniture_within_the_text_is_taken_out_and_says_why() {
    PageReading reading =
        read(
            "Boats ordered\n\n"
                + TEXT
                + "\nRead also: The yard that builds for five navies\n\nAdvertisement\n\n"
                + "Photo: the pier at dawn\n\n"
                + TEXT.replace("twelve", "ten"));

    assertThat(reading.body()).doesNotContain("Read also", "Advertisement", "Photo");
    assertThat(reading.lines())
        .filteredOn(l -> l.text().startsWith("Read also"))
        .singleElement()
        .satisfies(l -> assertThat(l.reason()).contains("another article"));
  }

  @Test
  void a_date_in_the_name_comes_before_one_in_the_text() {
    PageReading reading =
        read(
            "Boats ordered\n\n" + TEXT + "It was signed on 3 June 2024.",
            "2024/2024-06-05-boats.txt",
            Neighbours.NONE);

    assertThat(published(reading)).contains("2024-06-05");
    assertThat(reading.publishedFrom()).contains(DateFrom.URL);
  }

  @Test
  void every_line_has_its_number_a_zone_and_a_reason() {
    PageReading reading = read("Menu\n\nBoats ordered\n\n" + TEXT + "\nRelated\nMore boats");

    assertThat(reading.lines())
        .extracting(ExplainedLine::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(reading.lines()).allSatisfy(l -> assertThat(l.reason()).isNotBlank());
    assertThat(reading.fields()).extracting(ExplainedField::field).contains("title");
  }

  @Test
  void nothing_is_read_out_of_nothing() {
    assertThat(read("").article()).isFalse();
    assertThat(read("\n \n\t\n").article()).isFalse();
    assertThat(List.of(read("...").body(), read("...").title())).containsOnly("");
  }

  @Test
  void an_agency_after_the_author_is_the_source_and_a_place_is_not() {
    String page = "Patrol boats ordered from northern yard\n\nBy Ann Lee, %s\n\n" + TEXT;

    assertThat(read(page.formatted("Reuters")).source()).contains("Reuters");
    assertThat(read(page.formatted("Reuters")).authors()).containsExactly("Ann Lee");
    assertThat(read(page.formatted("London")).source()).isEmpty();
  }

  @Test
  void what_says_that_nobody_chose_a_section_is_none() {
    for (String label : List.of("Uncategorized", "Allgemein", "Non classé", "Без категорії")) {
      String page = "Home > " + label + "\n\nPatrol boats ordered from northern yard\n\n" + TEXT;

      assertThat(read(page).sections()).isEmpty();
      assertThat(read(page.replace(label, "Navy")).sections()).containsExactly("Navy");
    }
  }
}
