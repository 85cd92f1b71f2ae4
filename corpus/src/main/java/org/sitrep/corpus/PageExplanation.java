package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.sitrep.corpus.page.ExplainedField;
import org.sitrep.corpus.page.ExplainedLine;

/**
 * Why an input was read as it was.
 *
 * @param reading what it was read as
 * @param lines every line of a text page, or every block of an HTML page, with its zone and reason;
 *     empty where the input is no page
 * @param fields where the article's fields come from; empty where the input is no page
 */
public record PageExplanation(
    Reading reading, List<ExplainedLine> lines, List<ExplainedField> fields) {
  /** Checks and copies the parts. */
  public PageExplanation {
    requireNonNull(reading, "reading");
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }
}
