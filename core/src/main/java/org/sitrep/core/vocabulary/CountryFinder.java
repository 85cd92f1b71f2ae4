package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.vocabulary.PhraseMatcher.Match;

/**
 * Finds the countries that an article names. The rules are told in the description of this package.
 *
 * <p>Linear in the length of the text; of a title or a body, the first 50,000 mentions are looked
 * at. Immutable; safe for use by several threads.
 */
public final class CountryFinder {
  private static final int MAX_MENTIONS = 50_000;

  private CountryFinder() {}

  /**
   * The finder over the countries of this library.
   *
   * @return the one finder
   */
  public static CountryFinder standard() {
    return Standard.FINDER;
  }

  /**
   * Finds the countries that a headline and a text in English name.
   *
   * @param title the headline, empty where there is none
   * @param body the article's own text, possibly empty
   * @return what they name; empty lists where they name no country
   */
  public CountryMentions find(String title, String body) {
    return find(title, body, "");
  }

  /**
   * Finds the countries that a headline and a text name in their language: English, German, French,
   * Spanish, Italian, Polish, Ukrainian or Russian. A name of one of these is found in texts of
   * that language alone; English names are found in all of them, where they mean nothing else. The
   * first call for a language reads its file.
   *
   * @param title the headline, empty where there is none
   * @param body the article's own text, possibly empty
   * @param language the language of both, a BCP 47 tag; where it is empty, or another language,
   *     they are read as English
   * @return what they name; empty lists where they name no country
   */
  public CountryMentions find(String title, String body, String language) {
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    requireNonNull(language, "language");
    Optional<CountryLanguage> known = CountryLanguage.of(language);
    return known.isPresent()
        ? find(title, body, known.get().gazetteer(), new AddressRules())
        : find(title, body, Gazetteer.english(), English.RULES);
  }

  private static CountryMentions find(
      String title, String body, Gazetteer gazetteer, ContextRules rules) {
    Reading reading = new Reading(gazetteer, rules);
    reading.add(new ZoneText(Zone.TITLE, title));
    reading.add(new ZoneText(Zone.BODY, body));
    List<Candidate> candidates = reading.candidates;
    new Meanings(gazetteer, candidates).decide();
    List<CountryMention> evidence = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Sense sense = candidate.isDropped() ? null : candidate.chosen();
      if (sense != null) {
        evidence.add(
            new CountryMention(
                sense.country(),
                candidate.zone().zone(),
                sense.kind(),
                candidate.start(),
                candidate.end(),
                candidate.text()));
      }
    }
    return Prominence.rank(title, body, evidence);
  }

  /** Gathers the candidates of one article. */
  private static final class Reading {
    final List<Candidate> candidates = new ArrayList<>();
    private final Gazetteer gazetteer;
    private final ContextRules rules;

    Reading(Gazetteer gazetteer, ContextRules rules) {
      this.gazetteer = gazetteer;
      this.rules = rules;
    }

    void add(ZoneText zone) {
      List<Match<Optional<Sense>>> matches = gazetteer.matcher().find(zone.text(), MAX_MENTIONS);
      int previousEnd = -2;
      for (int i = 0; i < matches.size(); ) {
        Match<?> match = matches.get(i);
        List<Sense> senses = new ArrayList<>(2);
        while (i < matches.size() && matches.get(i).start() == match.start()) {
          matches.get(i).value().ifPresent(senses::add);
          i++;
        }
        if (!senses.isEmpty()) {
          Candidate candidate = new Candidate(zone, match, senses);
          rules.apply(candidate, previousEnd == match.start() - 1);
          candidates.add(candidate);
        }
        previousEnd = match.end();
      }
    }
  }

  private static final class English {
    static final ContextRules RULES = new NameRules(Gazetteer.english());

    private English() {}
  }

  private static final class Standard {
    static final CountryFinder FINDER = new CountryFinder();

    private Standard() {}
  }
}
