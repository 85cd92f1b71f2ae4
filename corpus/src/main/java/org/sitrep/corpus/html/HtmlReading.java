package org.sitrep.corpus.html;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.sitrep.corpus.page.PageReading;

/**
 * What an HTML page reads as.
 *
 * @param page the article, and every block of the page with its zone and reason; the number of a
 *     line is that of its block
 * @param language the language that the page declares, as a BCP 47 tag
 */
public record HtmlReading(PageReading page, Optional<String> language) {
  /** Checks the parts. */
  public HtmlReading {
    requireNonNull(page, "page");
    requireNonNull(language, "language");
  }
}
