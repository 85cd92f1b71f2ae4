package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

/**
 * A topic of a vocabulary.
 *
 * @param id what the topic is asked for by: small Latin letters, digits and hyphens, as in {@code
 *     air-defence}
 * @param label what a person reads, as in {@code Air defence}
 */
public record Topic(String id, String label) {
  /** The longest id and the longest label. */
  static final int MAX_LENGTH = 100;

  /** Checks both. */
  public Topic {
    requireNonNull(id, "id");
    requireNonNull(label, "label");
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "id is not made of small letters, digits and single hyphens: '" + id + "'");
    }
    if (label.isBlank() || label.length() > MAX_LENGTH || !label.equals(label.strip())) {
      throw new IllegalArgumentException(
          "label is blank, has space around it or is longer than "
              + MAX_LENGTH
              + ": '"
              + label
              + "'");
    }
  }

  private static boolean isId(String id) {
    boolean afterHyphen = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean hyphen = c == '-';
      if (hyphen ? afterHyphen : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
      afterHyphen = hyphen;
    }
    return !afterHyphen && id.length() <= MAX_LENGTH;
  }
}
