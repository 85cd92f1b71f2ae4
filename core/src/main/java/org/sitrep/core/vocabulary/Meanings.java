package org.sitrep.core.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.core.vocabulary.CountryMention.Kind;

/**
 * Decides what the candidates of one article mean: from the comma after them, from the way a word
 * is written elsewhere in the article, and from what else the article names.
 */
final class Meanings {
  private static final Set<String> INSTITUTIONS =
      Set.of("University", "College", "Institute", "Diocese");

  private final Gazetteer gazetteer;
  private final List<Candidate> candidates;
  private final Map<Country, Integer> mentions = new HashMap<>();
  private final Map<String, Integer> mentionsByKey = new HashMap<>();
  private final Map<Country, Integer> states = new HashMap<>();
  private final Map<Country, Integer> names = new HashMap<>();

  Meanings(Gazetteer gazetteer, List<Candidate> candidates) {
    this.gazetteer = gazetteer;
    this.candidates = candidates;
  }

  /** Chooses a sense for each candidate or drops it. */
  void decide() {
    dropWordsInSmallLetters();
    for (int i = 0; i + 1 < candidates.size(); i++) {
      chooseAcrossComma(candidates.get(i), candidates.get(i + 1));
    }
    for (Candidate candidate : candidates) {
      if (isPlain(candidate)) {
        choose(candidate, candidate.first());
      }
    }
    dropNamesOfPersons();
    for (Candidate candidate : candidates) {
      if (!candidate.isDropped() && candidate.chosen() == null) {
        chooseBySupport(candidate);
      }
    }
  }

  private static boolean isPlain(Candidate candidate) {
    return !candidate.isDropped()
        && candidate.chosen() == null
        && !candidate.isShared()
        && !candidate.first().isSecond();
  }

  private void choose(Candidate candidate, Sense sense) {
    candidate.choose(sense);
    Country country = sense.country();
    mentions.merge(country, 1, Integer::sum);
    mentionsByKey.merge(candidate.key(), 1, Integer::sum);
    if (sense.isState()) {
      states.merge(country, 1, Integer::sum);
    } else if (sense.kind() == Kind.NAME) {
      names.merge(country, 1, Integer::sum);
    }
  }

  /**
   * A word that needs its capital is no name where it is small; nor is it where a capital says
   * nothing and the article elsewhere writes the word small.
   */
  private void dropWordsInSmallLetters() {
    Set<String> small = new HashSet<>();
    Set<String> firm = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!candidate.isDropped() && candidate.first().needsCapital()) {
        int start = candidate.start();
        if (Character.isLowerCase(candidate.zone().at(start))) {
          candidate.drop();
          small.add(candidate.key());
        } else if (!saysNothing(candidate)) {
          firm.add(candidate.key());
        }
      }
    }
    small.removeAll(firm);
    for (Candidate candidate : candidates) {
      if (small.contains(candidate.key()) && saysNothing(candidate)) {
        candidate.drop();
      }
    }
  }

  private static boolean saysNothing(Candidate candidate) {
    ZoneText zone = candidate.zone();
    return zone.capitalsAreVoid(candidate.start()) || zone.isSentenceStart(candidate.start());
  }

  /** "Paris, Texas", "Moscow, Idaho", "Athens, Greece", "Tbilisi, Georgia". */
  private void chooseAcrossComma(Candidate place, Candidate region) {
    if (place.isDropped() || region.isDropped() || !isCommaBetween(place, region)) {
      return;
    }
    for (Sense outer : region.senses()) {
      for (Sense inner : place.senses()) {
        if (outer.country() == inner.country()
            && inner.kind() != Kind.ADJECTIVE
            && (outer.isState() || outer.kind() == Kind.NAME)
            && (place.isShared() || region.isShared())) {
          if (isInstitution(place)) {
            place.choose(inner);
            region.choose(outer);
          } else {
            chooseIfOpen(place, inner);
            chooseIfOpen(region, outer);
          }
          return;
        }
      }
    }
    Sense state = region.first();
    Sense city = place.first();
    boolean isCity =
        city.kind() == Kind.CAPITAL
            || (city.kind() == Kind.PLACE && !city.isState())
            || (city.kind() == Kind.NAME && isTownOfAState(place, region));
    if (state.isState() && !region.isShared() && isCity && place.chosen() == null) {
      choose(place, state.asPlace());
    }
  }

  /** "Ireland, Indiana, voted", but not one of a list: "Ireland, Indiana and Ohio". */
  private static boolean isTownOfAState(Candidate place, Candidate region) {
    ZoneText zone = region.zone();
    String after = zone.wordAfter(region.end());
    if (zone.commaBefore(place.start()) >= 0 || after.equals("and") || after.equals("or")) {
      return false;
    }
    String afterComma = zone.at(region.end()) == ',' ? zone.wordAfter(region.end() + 1) : "";
    return afterComma.isEmpty()
        || (Character.isLowerCase(afterComma.charAt(0))
            && !afterComma.equals("and")
            && !afterComma.equals("or"));
  }

  /** "University of Moscow, Idaho": where it stands says nothing of other towns in the article. */
  private static boolean isInstitution(Candidate place) {
    ZoneText zone = place.zone();
    int end = zone.endOfWordBefore(place.start());
    if (end < 0 || !zone.wordBefore(place.start()).equals("of")) {
      return false;
    }
    String institution = zone.wordBefore(zone.startOfWord(end));
    return INSTITUTIONS.contains(institution);
  }

  private void chooseIfOpen(Candidate candidate, Sense sense) {
    if (candidate.chosen() == null) {
      choose(candidate, sense);
    }
  }

  private static boolean isCommaBetween(Candidate place, Candidate region) {
    return place.zone() == region.zone()
        && region.zone().commaBefore(region.start()) == place.end();
  }

  /**
   * A name that is a person's in one place of the article is so where it stands alone after that,
   * unless other words of the article or the words around it speak for the country.
   */
  private void dropNamesOfPersons() {
    Set<String> persons = new HashSet<>();
    Set<String> firm = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.isPerson()) {
        persons.add(candidate.key());
      } else if (!candidate.isDropped() && PlaceRules.isPlace(candidate)) {
        firm.add(candidate.key());
      }
    }
    Set<String> introduced = new HashSet<>();
    for (Candidate candidate : candidates) {
      String key = candidate.key();
      if (candidate.isPerson() && candidate.zone().zone() == Zone.BODY) {
        introduced.add(key);
      }
      Sense first = candidate.isDropped() ? null : candidate.first();
      boolean kept = firm.contains(key) && !introduced.contains(key);
      if (first != null
          && persons.contains(key)
          && !kept
          && !PlaceRules.isPlace(candidate)
          && !isSupported(candidate, first)) {
        candidate.dropAsPerson();
      }
    }
  }

  private boolean isSupported(Candidate candidate, Sense sense) {
    Country country = sense.country();
    int own = mentions.getOrDefault(country, 0) - mentionsByKey.getOrDefault(candidate.key(), 0);
    return own > 0 || nearMentions(country) > 0;
  }

  private int nearMentions(Country country) {
    int sum = 0;
    for (Country other : gazetteer.near(country)) {
      sum += mentions.getOrDefault(other, 0);
    }
    return sum;
  }

  /** The first claim holds unless the article names more that speaks for another meaning. */
  private void chooseBySupport(Candidate candidate) {
    Sense first = candidate.first();
    Sense choice = first.isSecond() ? null : first;
    int best = 0;
    for (Sense sense : candidate.senses()) {
      if (sense.isSecond()) {
        int support = support(sense, candidate) - (first.isSecond() ? 0 : claim(first, sense));
        if (support > best) {
          best = support;
          choice = sense;
        }
      }
    }
    if (choice == null) {
      candidate.drop();
    } else {
      candidate.choose(choice);
    }
  }

  /**
   * What the article says for the first claim: its other words for the country, and the names of
   * countries that neither meaning is about.
   */
  private int claim(Sense first, Sense second) {
    int others = -names.getOrDefault(first.country(), 0);
    for (Map.Entry<Country, Integer> entry : names.entrySet()) {
      others += entry.getKey() == second.country() ? 0 : entry.getValue();
    }
    return mentions.getOrDefault(first.country(), 0) + others + nearMentions(first.country());
  }

  /** For a place, the states of its country; for a name, every word for the country. */
  private int support(Sense sense, Candidate candidate) {
    if (sense.kind() != Kind.PLACE) {
      return mentions.getOrDefault(sense.country(), 0);
    }
    int support = states.getOrDefault(sense.country(), 0);
    return sense.isState() && isAfterUnknownPlace(candidate) ? support + 1 : support;
  }

  private static boolean isAfterUnknownPlace(Candidate candidate) {
    ZoneText zone = candidate.zone();
    int comma = zone.commaBefore(candidate.start());
    return comma > 0 && Character.isUpperCase(zone.at(zone.startOfWord(comma)));
  }
}
