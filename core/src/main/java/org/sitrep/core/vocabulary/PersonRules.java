package org.sitrep.core.vocabulary;

import java.util.Set;
import org.sitrep.core.vocabulary.CountryMention.Kind;

/** Tells from the words around a candidate whether it is part of a person's name. */
final class PersonRules {
  private static final Set<String> PLACE_PREFIXES = Set.of("St", "Saint", "San", "Prince", "Fort");

  private final Gazetteer gazetteer;

  PersonRules(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether a person carries the name; a word after another candidate is not taken for one. */
  boolean isPerson(Candidate candidate, boolean followsCandidate) {
    ZoneText zone = candidate.zone();
    Sense first = candidate.first();
    boolean adjective = first.kind() == Kind.ADJECTIVE;
    if (candidate.text().indexOf(' ') >= 0
        || ((adjective || first.isState()) && !first.isPersonName())) {
      return false;
    }
    boolean given = !followsCandidate && followsGivenName(zone, candidate.start());
    return given || (first.isPersonName() && !adjective && precedesSurname(zone, candidate));
  }

  /** "Michael Jordan", "George W. Washington", "Mr. Holland". */
  private boolean followsGivenName(ZoneText zone, int start) {
    int end = zone.endOfWordBefore(start);
    if (end < 0) {
      return false;
    }
    int from = zone.startOfWord(end);
    String word = zone.text().substring(from, end);
    if (!Character.isUpperCase(word.charAt(0))) {
      return false;
    }
    if (word.length() == 1 && zone.at(end) == '.') {
      String before = zone.wordBefore(from);
      return !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    }
    return gazetteer.isGivenName(word) && !PLACE_PREFIXES.contains(zone.wordBefore(from));
  }

  /** "Jordan Smith", "Chad J. Wolf"; but "Jordan Army", "Jordan Monday", "Jordan NATO". */
  private boolean precedesSurname(ZoneText zone, Candidate candidate) {
    if (zone.capitalsAreVoid(candidate.start())) {
      return false;
    }
    String after = zone.wordAfter(candidate.end());
    if (after.isEmpty() || !Character.isUpperCase(after.charAt(0))) {
      return false;
    }
    if (after.length() == 1) {
      return zone.at(candidate.end() + 2) == '.';
    }
    return Character.isLowerCase(after.charAt(1))
        && !gazetteer.isBody(after)
        && gazetteer.matcher().find(after).isEmpty();
  }
}
