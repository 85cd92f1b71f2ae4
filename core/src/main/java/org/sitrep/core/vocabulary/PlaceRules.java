package org.sitrep.core.vocabulary;

import java.util.Locale;
import java.util.Set;

/** Tells from the words around a name whether it is a place, or part of another place's name. */
final class PlaceRules {
  private static final Set<String> PREPOSITIONS =
      Set.of("in", "into", "to", "for", "across", "inside", "throughout", "toward", "towards");

  /** What may follow a name that is no part of a longer one ("in Jordan league play"). */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "and", "or", "but", "on", "in", "at", "by", "with", "from", "to", "for", "of", "as",
          "that", "this", "last", "next", "since", "after", "before", "until", "during", "over",
          "under", "because", "when", "where", "while", "which", "who", "is", "was", "has", "will");

  private static final Set<String> WHAT_STATES_HAVE =
      Set.of(
          "army",
          "military",
          "navy",
          "air",
          "government",
          "parliament",
          "president",
          "king",
          "queen",
          "foreign",
          "defence",
          "defense",
          "prime",
          "interior",
          "armed",
          "border",
          "borders",
          "capital",
          "economy",
          "forces",
          "ambassador",
          "embassy",
          "state",
          "national",
          "security",
          "monarchy",
          "royal");
  private static final Set<String> SMALL_PLACES =
      Set.of("Hill", "Hills", "Creek", "Ridge", "Farm", "Farms", "Grove", "Township", "Hollow");

  /** Small places too, where a capital says that the word is no verb. */
  private static final Set<String> ALSO_VERBS = Set.of("Run", "Spring", "Springs", "Mill", "Mills");

  private static final Set<String> COMPANIES = Set.of("Inc", "LLC", "Ltd", "Corp", "Holdings");

  private PlaceRules() {}

  /** "to Jordan", "in Chad", "Jordan's army": what is said of states and seldom of persons. */
  static boolean isPlace(Candidate candidate) {
    ZoneText zone = candidate.zone();
    String before = zone.wordBefore(candidate.start()).toLowerCase(Locale.ROOT);
    int end = candidate.end();
    boolean possessive =
        WordScanner.isApostrophe(zone.at(end)) && Character.toLowerCase(zone.at(end + 1)) == 's';
    String after = zone.wordAfter(end);
    boolean alone = after.isEmpty() || FUNCTION_WORDS.contains(after);
    return (alone && PREPOSITIONS.contains(before))
        || (possessive
            && WHAT_STATES_HAVE.contains(zone.wordAfter(end + 2).toLowerCase(Locale.ROOT)));
  }

  /** "Turkey Hill", "Poland Spring", "Chile Holdings": a small place or a company of that name. */
  static boolean isPartOfAName(Candidate candidate) {
    ZoneText zone = candidate.zone();
    String after = zone.wordAfter(candidate.end());
    return SMALL_PLACES.contains(after)
        || COMPANIES.contains(after)
        || (ALSO_VERBS.contains(after) && !zone.capitalsAreVoid(candidate.start()));
  }
}
