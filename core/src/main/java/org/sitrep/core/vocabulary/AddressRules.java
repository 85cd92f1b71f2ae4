package org.sitrep.core.vocabulary;

/** The rules that hold in every language: words in addresses and sums name no country. */
final class AddressRules implements ContextRules {
  @Override
  public void apply(Candidate candidate, boolean followsCandidate) {
    if (isGlued(candidate)) {
      candidate.drop();
    }
  }

  /** Part of an address or a sum: "@ukraine", "kremlin.ru", "www.usa.gov", "/india/", "US$5". */
  static boolean isGlued(Candidate candidate) {
    ZoneText zone = candidate.zone();
    char before = zone.at(candidate.start() - 1);
    char after = zone.at(candidate.end());
    char next = zone.at(candidate.end() + 1);
    char previous = zone.at(candidate.start() - 2);
    return before == '@'
        || before == '_'
        || after == '_'
        || after == '@'
        || after == '$'
        || (after == '.' && Character.isLowerCase(next))
        || (before == '.' && Character.isLowerCase(previous) && isLower(candidate))
        || (before == '/' && isLower(candidate));
  }

  private static boolean isLower(Candidate candidate) {
    return Character.isLowerCase(candidate.zone().at(candidate.start()));
  }
}
