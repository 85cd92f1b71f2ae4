package org.sitrep.core.index.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sitrep.core.query.Query;

/**
 * What a word may be the beginning of, and of what type a designation is a variant: F-16 of which
 * only the F-16C is reported on, or the F-35A where articles say F-35.
 */
final class Designations {
  private static final String DASH = "[-‐‑–]";
  private static final Pattern DESIGNATION =
      Pattern.compile(
          "\\d?\\p{L}{1,10}%1$s?\\d{1,4}(?:%1$s?[\\p{L}\\d]{1,10}){0,4}".formatted(DASH));
  private static final Pattern LAST_PART = Pattern.compile(DASH + "?(?:\\p{L}|\\d++)$");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}");

  private Designations() {}

  /** Returns what else may be looked for, the nearest first. */
  static List<Query> near(Query.Term word) {
    List<Query> near = new ArrayList<>();
    boolean designates = DESIGNATION.matcher(word.word()).matches();
    if (designates || WORD.matcher(word.word()).matches()) {
      near.add(new Query.Prefix(word.field(), word.word()));
    }
    String shorter = designates ? shorter(word.word()) : "";
    while (DESIGNATION.matcher(shorter).matches()) {
      near.add(new Query.Term(word.field(), shorter));
      near.add(new Query.Prefix(word.field(), shorter));
      shorter = shorter(shorter);
    }
    return near;
  }

  private static String shorter(String designation) {
    return LAST_PART.matcher(designation).replaceFirst("");
  }
}
