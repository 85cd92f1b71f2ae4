package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.vocabulary.CountryMention.Zone;
import org.sitrep.core.vocabulary.PhraseMatcher.Match;

/**
 * Finds the countries that an article names. The rules are told in the description of this package.
 *
 * <p>Linear in the length of the text; of a title or a body, the first 50,000 mentions are looked
 * at. Immutable; safe for use by several threads.
 */
public final class CountryFinder {
  private static final int MAX_MENTIONS = 50_000;

  private final Gazetteer gazetteer;
  private final NameRules rules;

  private CountryFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.rules = new NameRules(gazetteer);
  }

  /**
   * The finder over the countries of this library. The first call reads their file.
   *
   * @return the one finder
   */
  public static CountryFinder standard() {
    return Standard.FINDER;
  }

  /**
   * Finds the countries that a headline and a text name.
   *
   * @param title the headline, empty where there is none
   * @param body the article's own text, possibly empty
   * @return what they name; empty lists where they name no country
   */
  public CountryMentions find(String title, String body) {
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    List<Candidate> candidates = new ArrayList<>();
    addCandidates(new ZoneText(Zone.TITLE, title), candidates);
    addCandidates(new ZoneText(Zone.BODY, body), candidates);
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

  private void addCandidates(ZoneText zone, List<Candidate> candidates) {
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

  private static final class Standard {
    static final CountryFinder FINDER = new CountryFinder(Gazetteer.standard());

    private Standard() {}
  }
}
