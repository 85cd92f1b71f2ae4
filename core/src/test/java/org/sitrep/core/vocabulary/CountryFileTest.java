package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

class CountryFileTest {
  private static final List<Row> ROWS = CountryFile.read();
  private static final Set<String> WORD_LISTS = Set.of("near", "given", "body", "culture");

  @Test
  void holds_every_iso_country_and_the_five_others() {
    assertThat(codes())
        .contains(Locale.getISOCountries())
        .contains("XK", "SU", "YU", "DD", "CS")
        .hasSize(Locale.getISOCountries().length + 5);
  }

  @Test
  void gives_each_code_one_label_before_its_other_rows() {
    Set<String> seen = new HashSet<>();
    for (Row row : ROWS) {
      if (row.is("label")) {
        assertThat(seen.add(row.code())).as(row.code()).isTrue();
      } else if (!row.code().equals(CountryFile.NO_COUNTRY)) {
        assertThat(seen).contains(row.code());
      }
    }
  }

  @Test
  void has_no_label_twice() {
    assertThat(Country.all()).extracting(Country::label).doesNotHaveDuplicates();
  }

  @Test
  void knows_only_its_kinds() {
    assertThat(ROWS)
        .extracting(Row::kind)
        .containsOnly(
            "label",
            "name",
            "adjective",
            "capital",
            "metonym",
            "state",
            "place",
            "near",
            "none",
            "given",
            "body",
            "culture");
  }

  @Test
  void lists_no_phrase_for_two_countries_without_a_mark_on_all_but_one() {
    Map<String, List<String>> firsts = new HashMap<>();
    for (Row row : ROWS) {
      if (!WORD_LISTS.contains(row.kind())) {
        for (Entry entry : row.entries()) {
          if (!entry.has('~')) {
            firsts.computeIfAbsent(key(entry), k -> new ArrayList<>()).add(row.code());
          }
        }
      }
    }
    assertThat(firsts.values()).allMatch(codes -> new HashSet<>(codes).size() == 1);
  }

  @Test
  void refers_to_known_codes_only() {
    Set<String> codes = codes();
    for (Row row : ROWS) {
      if (row.is("near")) {
        assertThat(codes).contains(row.phrases().split("; ", -1));
      }
    }
  }

  @Test
  void has_no_stray_spaces_and_no_empty_phrases() {
    for (Row row : ROWS) {
      for (Entry entry : row.entries()) {
        assertThat(entry.text()).as(row.code()).isNotEmpty().isEqualTo(entry.text().strip());
      }
    }
  }

  private static Set<String> codes() {
    Set<String> codes = new HashSet<>();
    ROWS.stream().filter(r -> r.is("label")).forEach(r -> codes.add(r.code()));
    return codes;
  }

  /** The words as the matcher compares them. */
  private static String key(Entry entry) {
    WordScanner words = new WordScanner(entry.text());
    List<String> key = new ArrayList<>();
    int at = 0;
    while (words.next(at)) {
      key.add(words.folded());
      at = words.resume();
    }
    return String.join(" ", key);
  }
}
