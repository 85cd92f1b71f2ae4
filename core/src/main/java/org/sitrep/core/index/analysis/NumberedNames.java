package org.sitrep.core.index.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways to write a name with a number that is no designation: Artemis-2, Artemis 2 and Artemis2.
 * An article's text is taken as it stands; what a person types is read in both ways.
 */
final class NumberedNames {
  /** Letters too many for a designation's, which has a place of its own. */
  private static final String NAME = "\\p{L}{4,24}";

  private static final String NUMBER = "[0-9]{1,4}";
  private static final Pattern JOINED = Pattern.compile("(" + NAME + ")(" + NUMBER + ")");
  private static final Pattern APART =
      Pattern.compile("(" + NAME + ")[-\\x{2010}-\\x{2013}\\x{2212} ](" + NUMBER + ")");

  private NumberedNames() {}

  /** Whether two words that stand apart may be one name. */
  static boolean isOne(String name, String number) {
    return APART.matcher(name + " " + number).matches();
  }

  /** The other way to write a text that is such a name; none of another text. */
  static List<String> otherWays(String text) {
    Matcher joined = JOINED.matcher(text);
    if (joined.matches()) {
      return List.of(joined.group(1) + " " + joined.group(2));
    }
    Matcher apart = APART.matcher(text);
    return apart.matches() ? List.of(apart.group(1) + apart.group(2)) : List.of();
  }
}
