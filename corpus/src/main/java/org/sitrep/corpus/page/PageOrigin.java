package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a page says that it comes from, which tells how its dates are written.
 *
 * @param language the language that it declares, as a BCP 47 tag, its region among it
 * @param url its own address
 */
public record PageOrigin(Optional<String> language, Optional<String> url) {
  /** A page that says nothing of it. */
  public static final PageOrigin UNKNOWN = new PageOrigin(Optional.empty(), Optional.empty());

  /** Checks the parts. */
  public PageOrigin {
    requireNonNull(language, "language");
    requireNonNull(url, "url");
  }
}
