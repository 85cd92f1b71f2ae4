package org.sitrep.core.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;
import org.sitrep.core.vocabulary.CountryMention.Kind;
import org.sitrep.core.vocabulary.PhraseMatcher.LetterCase;
import org.sitrep.core.vocabulary.PhraseMatcher.Phrase;

/** The data file made ready for finding countries: built once, on first use. */
final class Gazetteer {
  private final PhraseMatcher<Optional<Sense>> matcher;
  private final Set<String> givenNames = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> culture = new HashSet<>();
  private final Map<Country, Set<Country>> near = new HashMap<>();

  private Gazetteer() {
    List<Phrase<Optional<Sense>>> phrases = new ArrayList<>(8192);
    for (Row row : Country.Known.ROWS) {
      switch (row.kind()) {
        case "given" -> addWords(row, givenNames);
        case "body" -> addWords(row, bodies);
        case "culture" -> addWords(row, culture);
        case "near" -> addNear(row);
        default -> addPhrases(row, phrases);
      }
    }
    matcher = PhraseMatcher.of(phrases);
  }

  static Gazetteer standard() {
    return Holder.STANDARD;
  }

  /** The phrases with what they mean; those that name no country have no meaning. */
  PhraseMatcher<Optional<Sense>> matcher() {
    return matcher;
  }

  /** Whether a capitalised word before a country's name makes it a person's name. */
  boolean isGivenName(String word) {
    return givenNames.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a capitalised word after a country's name leaves it a country's. */
  boolean isBody(String word) {
    return bodies.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word after an adjective makes it one of kitchen, art, sport or descent. */
  boolean isCulture(String word) {
    return culture.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The countries that speak for one whose name has another meaning too. */
  Set<Country> near(Country country) {
    return near.getOrDefault(country, Set.of());
  }

  private static void addWords(Row row, Set<String> words) {
    for (String word : row.phrases().split("; ", -1)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
  }

  private void addNear(Row row) {
    Set<Country> countries = new HashSet<>();
    Arrays.stream(row.phrases().split("; ", -1))
        .forEach(code -> countries.add(Country.ofCode(code).orElseThrow()));
    near.put(Country.ofCode(row.code()).orElseThrow(), countries);
  }

  private static void addPhrases(Row row, List<Phrase<Optional<Sense>>> phrases) {
    Country country = Country.Known.BY_CODE.get(row.code());
    Kind kind =
        switch (row.kind()) {
          case "adjective" -> Kind.ADJECTIVE;
          case "capital" -> Kind.CAPITAL;
          case "metonym" -> Kind.METONYM;
          case "state", "place" -> Kind.PLACE;
          default -> Kind.NAME;
        };
    boolean capital = kind == Kind.METONYM || kind == Kind.PLACE;
    for (Entry entry : row.entries()) {
      if (!entry.has('?')) {
        LetterCase letterCase =
            entry.has('=') ? LetterCase.EXACT : capital ? LetterCase.CAPITAL : LetterCase.ANY;
        Optional<Sense> sense =
            Optional.ofNullable(country)
                .map(known -> new Sense(known, kind, row.is("state"), entry));
        phrases.add(new Phrase<>(entry.text(), letterCase, sense));
      }
    }
  }

  private static final class Holder {
    static final Gazetteer STANDARD = new Gazetteer();
  }
}
