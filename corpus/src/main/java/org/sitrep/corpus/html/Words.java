package org.sitrep.corpus.html;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts compared by their words alone. */
final class Words {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Words() {}

  /** What texts share that say the same: their words without case, signs and spacing. */
  static String key(String text) {
    return OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
