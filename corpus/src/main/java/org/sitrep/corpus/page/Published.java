package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;

/**
 * A date of publication and where it comes from.
 *
 * @param date the date
 * @param from where it comes from
 * @param reason why, in plain words
 */
public record Published(PartialDate date, DateFrom from, String reason) {
  /** Checks the parts. */
  public Published {
    requireNonNull(date, "date");
    requireNonNull(from, "from");
    requireNonNull(reason, "reason");
  }
}
