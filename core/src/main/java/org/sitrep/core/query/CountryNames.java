package org.sitrep.core.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/** The countries by the names that people type, right or wrong. */
final class CountryNames {
  private static final int NEAR = 2;
  private static final int SHORTEST_MISSPELT = 4;
  private static final Pattern JOINTS = Pattern.compile("[-_]");

  private static final Pattern SEPARATORS = Pattern.compile("[,;|/+&]");

  private CountryNames() {}

  /**
   * Returns the code of a country by its code, name, adjective or alias; none where a minus before
   * it says that it is not wanted.
   */
  static Optional<String> code(String name) {
    if (isNegated(name)) {
      return Optional.empty();
    }
    return Country.named(name)
        .or(() -> Country.named(JOINTS.matcher(name).replaceAll(" ")))
        .map(Country::code);
  }

  /** Says whether a minus stands before a name. */
  static boolean isNegated(String name) {
    String stripped = name.strip();
    return stripped.length() > 1 && Characters.isMinus(stripped.charAt(0));
  }

  /**
   * Returns the names that stand between commas or the like, in quotes if need be; none if one is
   * none.
   */
  static List<String> parts(String names) {
    List<String> parts = SEPARATORS.splitAsStream(names).map(String::strip).toList();
    boolean known = parts.size() > 1 && parts.stream().allMatch(part -> code(part).isPresent());
    return known
        ? parts.stream().map(part -> part.indexOf(' ') < 0 ? part : '"' + part + '"').toList()
        : List.of();
  }

  /** Returns the codes of the countries whose code or folded name passes a test. */
  static List<String> codes(Predicate<String> names) {
    return Country.all().stream()
        .filter(c -> names.test(Folding.fold(c.code())) || names.test(Folding.fold(c.label())))
        .map(Country::code)
        .toList();
  }

  /** Returns the name that is closest to one that is none. */
  static Optional<String> nearest(String name) {
    if (name.length() < SHORTEST_MISSPELT) {
      return Optional.empty();
    }
    String wanted = Folding.fold(name);
    return Country.all().stream()
        .map(Country::label)
        .filter(label -> distance(label, wanted) <= NEAR)
        .min(Comparator.comparingInt(label -> distance(label, wanted)));
  }

  private static int distance(String label, String wanted) {
    return EditDistance.between(Folding.fold(label), wanted);
  }
}
