package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;

/**
 * A copy of a hit: another article of its story that matches too.
 *
 * @param id the article's id
 * @param title the title, possibly empty
 * @param published the publication date, empty where unknown
 * @param publishedFrom where the date comes from; present exactly when there is one
 * @param source the publisher, empty where unknown
 */
public record Copy(
    String id,
    String title,
    Optional<PartialDate> published,
    Optional<DateFrom> publishedFrom,
    Optional<String> source) {
  /** Checks the parts. */
  public Copy {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(published, "published");
    requireNonNull(publishedFrom, "publishedFrom");
    requireNonNull(source, "source");
  }
}
