package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why an article has its score, as a tree. The values of the parts give the value of the whole by
 * its rule, but for rounding.
 *
 * @param value what it adds to the score; at the root, the score
 * @param description what it is, in words
 * @param rule how the parts make the value
 * @param parts the parts; empty exactly where the rule is {@link Rule#GIVEN}
 */
public record Explanation(double value, String description, Rule rule, List<Explanation> parts) {
  /** How the parts make the value of the whole. */
  public enum Rule {
    /** There are no parts. */
    GIVEN,
    /** The parts are added. */
    SUM,
    /** The parts are multiplied. */
    PRODUCT,
    /** The largest part counts. */
    LARGEST
  }

  /** Checks and copies the parts. */
  public Explanation {
    requireNonNull(description, "description");
    requireNonNull(rule, "rule");
    parts = List.copyOf(parts);
    if (parts.isEmpty() != (rule == Rule.GIVEN)) {
      throw new IllegalArgumentException("rule %s of parts: %d".formatted(rule, parts.size()));
    }
  }
}
