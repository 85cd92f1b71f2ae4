package org.sitrep.core.vocabulary;

import java.util.List;
import java.util.Set;
import org.sitrep.core.vocabulary.CountryMention.Kind;

/** The rules that read English around a candidate. */
final class NameRules implements ContextRules {
  private static final Set<String> SPEAKING =
      Set.of(
          "speak",
          "speaks",
          "spoke",
          "spoken",
          "speaking",
          "learn",
          "learns",
          "learned",
          "learning",
          "fluent",
          "teach",
          "teaches",
          "taught",
          "teaching",
          "translated",
          "write",
          "writes",
          "writing");
  private static final Set<String> LANGUAGE_NOUNS =
      Set.of(
          "language",
          "languages",
          "speaker",
          "speakers",
          "lesson",
          "lessons",
          "dictionary",
          "grammar",
          "subtitles",
          "translation",
          "translations",
          "translator",
          "alphabet",
          "teacher",
          "teachers",
          "literature",
          "vocabulary");
  private static final Set<String> LINKING =
      Set.of("and", "or", "but", "as", "on", "by", "with", "for", "at", "that", "to", "when");

  private static final Set<String> HOW_WELL =
      Set.of("some", "good", "fluent", "broken", "little", "no");
  private static final Set<String> STREETS =
      Set.of(
          "Road",
          "Street",
          "Avenue",
          "Drive",
          "Lane",
          "Boulevard",
          "Turnpike",
          "Terrace",
          "Parkway",
          "Rd",
          "St",
          "Ave",
          "Blvd");

  private final Gazetteer gazetteer;
  private final PersonRules persons;

  NameRules(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.persons = new PersonRules(gazetteer);
  }

  @Override
  public void apply(Candidate candidate, boolean followsCandidate) {
    ZoneText zone = candidate.zone();
    if (AddressRules.isGlued(candidate)
        || isPronoun(zone, candidate)
        || isLanguage(zone, candidate)
        || isStreet(zone, candidate)
        || isAcronym(zone, candidate)
        || isCulture(zone, candidate)) {
      candidate.drop();
      return;
    }
    List<Sense> left =
        candidate.senses().stream().filter(s -> hasItsComma(zone, candidate, s)).toList();
    candidate.keep(left);
    if (!candidate.isDropped() && persons.isPerson(candidate, followsCandidate)) {
      candidate.dropAsPerson();
    }
  }

  /** In a line of capitals "US" is the country after "the", before a hyphen and at the start. */
  private static boolean isPronoun(ZoneText zone, Candidate candidate) {
    int start = candidate.start();
    return candidate.first().isCommonWord()
        && zone.isShouted(start)
        && !zone.wordBefore(start).equals("THE")
        && zone.at(candidate.end()) != '-'
        && !zone.isSentenceStart(start);
  }

  private static boolean hasItsComma(ZoneText zone, Candidate candidate, Sense sense) {
    if (!sense.needsComma()) {
      return true;
    }
    int comma = zone.commaBefore(candidate.start());
    if (comma < 1 || (sense.needsDot() && !endsWithDot(zone, candidate))) {
      return false;
    }
    if (!sense.needsDot() && zone.isShouted(candidate.start())) {
      return false;
    }
    return Character.isUpperCase(zone.at(zone.startOfWord(comma)));
  }

  private static boolean endsWithDot(ZoneText zone, Candidate candidate) {
    return zone.at(candidate.end()) == '.' || zone.at(candidate.end() - 1) == '.';
  }

  /** "the SWAT team", "a GAO report": a short place name in capitals inside a normal line. */
  private static boolean isAcronym(ZoneText zone, Candidate candidate) {
    String text = candidate.text();
    Sense first = candidate.first();
    return first.kind() == Kind.PLACE
        && !first.isState()
        && text.length() <= 4
        && text.chars().allMatch(Character::isUpperCase)
        && !first.entry().has('=')
        && !zone.isShouted(candidate.start())
        && !zone.isSentenceStart(candidate.start());
  }

  /** "Dublin Road", "St. Paul's" (a church); "Lebanon County", for such counties are elsewhere. */
  private static boolean isStreet(ZoneText zone, Candidate candidate) {
    Kind kind = candidate.first().kind();
    String after = zone.wordAfter(candidate.end());
    boolean city = kind == Kind.NAME || kind == Kind.CAPITAL;
    return (kind != Kind.ADJECTIVE && STREETS.contains(after))
        || (city && after.equals("County"))
        || (kind == Kind.NAME && PlaceRules.isPartOfAName(candidate))
        || (kind == Kind.PLACE && isChurch(zone, candidate));
  }

  private static boolean isChurch(ZoneText zone, Candidate candidate) {
    String text = candidate.text();
    return text.startsWith("St")
        && text.indexOf(' ') > 0
        && WordScanner.isApostrophe(zone.at(candidate.end()));
  }

  /** "Chilean wines", "a French-style pub", "of Lebanese origin". */
  private boolean isCulture(ZoneText zone, Candidate candidate) {
    if (candidate.first().kind() != Kind.ADJECTIVE) {
      return false;
    }
    int end = candidate.end();
    return gazetteer.isCulture(zone.at(end) == '-' ? zone.lettersAt(end + 1) : zone.wordAfter(end));
  }

  /** The language and not the country: "speaks French", "in English.", "a Russian dictionary". */
  private static boolean isLanguage(ZoneText zone, Candidate candidate) {
    if (candidate.first().kind() != Kind.ADJECTIVE) {
      return false;
    }
    String after = zone.wordAfter(candidate.end());
    if (LANGUAGE_NOUNS.contains(after)) {
      return true;
    }
    int beforeEnd = zone.endOfWordBefore(candidate.start());
    if (beforeEnd < 0) {
      return false;
    }
    String before = zone.wordBefore(candidate.start());
    if (SPEAKING.contains(before)) {
      return true;
    }
    if (before.equals("in") || before.equals("into")) {
      return after.isEmpty() ? zone.at(candidate.end()) != '-' : LINKING.contains(after);
    }
    return HOW_WELL.contains(before)
        && SPEAKING.contains(zone.wordBefore(zone.startOfWord(beforeEnd)));
  }
}
