package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what may be the name of a person from what cannot. */
final class Names {
  private static final String PART = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’ʼ.-]\\p{L}[\\p{L}\\p{M}]*)*\\.?";
  private static final String PARTICLE =
      "(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|zu|ter|y)";
  private static final Pattern PERSON =
      Pattern.compile(PART + "(?:\\s+(?:" + PARTICLE + "\\s+){0,2}" + PART + "){1,3}");
  private static final Pattern AND =
      Pattern.compile("\\s*(?:,|;|&|/|\\s(?:and|und|et|e|y|i|та|і|й|и)\\s)\\s*");
  private static final int LONGEST = 60;

  private Names() {}

  /** Two to four capitalised words, with the particles of names between them. */
  static boolean person(String text) {
    return text.length() <= LONGEST && PERSON.matcher(text.strip()).matches();
  }

  /** Whether all words but particles are capitalised: a person or an organisation. */
  static boolean name(String text) {
    Line line = new Line(0, 0, text);
    return line.words >= 1
        && line.words <= 6
        && line.small <= 0.34
        && text.length() <= LONGEST
        && Character.isLetter(text.strip().codePointAt(0));
  }

  /** Parts a list of names at commas and the word "and". */
  static List<String> split(String names) {
    List<String> parts = new ArrayList<>();
    for (String part : AND.split(names, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
