package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

/**
 * A field of an article and where its value comes from.
 *
 * @param field the field's name, as in JSON
 * @param value the value, as in JSON without quotes
 * @param reason where it comes from, in plain words
 */
public record ExplainedField(String field, String value, String reason) {
  /** Checks the parts. */
  public ExplainedField {
    requireNonNull(field, "field");
    requireNonNull(value, "value");
    requireNonNull(reason, "reason");
  }
}
