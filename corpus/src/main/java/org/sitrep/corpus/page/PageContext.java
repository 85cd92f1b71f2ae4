package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.draft.Deadline;

/**
 * What is known of a page beside its text.
 *
 * @param name its file's name or address, which may carry a date
 * @param latest the last day on which it can have been published
 * @param neighbours what other pages of the same place show
 * @param fetched when the page was fetched, where that is known; "2 hours ago" is counted from it
 * @param deadline when its reading has to be over
 * @param origin where it says that it comes from
 */
public record PageContext(
    String name,
    LocalDate latest,
    Neighbours neighbours,
    Optional<PartialDate> fetched,
    Deadline deadline,
    PageOrigin origin) {
  /** Checks the parts. */
  public PageContext {
    requireNonNull(name, "name");
    requireNonNull(latest, "latest");
    requireNonNull(neighbours, "neighbours");
    requireNonNull(fetched, "fetched");
    requireNonNull(deadline, "deadline");
    requireNonNull(origin, "origin");
  }

  /**
   * A page that has not said yet where it comes from.
   *
   * @param name its file's name or address
   * @param latest the last day on which it can have been published
   * @param neighbours what other pages of the same place show
   * @param fetched when the page was fetched, where that is known
   * @param deadline when its reading has to be over
   */
  public PageContext(
      String name,
      LocalDate latest,
      Neighbours neighbours,
      Optional<PartialDate> fetched,
      Deadline deadline) {
    this(name, latest, neighbours, fetched, deadline, PageOrigin.UNKNOWN);
  }

  /**
   * A page of which it is not known when it was fetched, and which may be read for ever.
   *
   * @param name its file's name or address
   * @param latest the last day on which it can have been published
   * @param neighbours what other pages of the same place show
   */
  public PageContext(String name, LocalDate latest, Neighbours neighbours) {
    this(name, latest, neighbours, Optional.empty(), Deadline.NEVER);
  }

  /**
   * Takes over what the page says of its own fetching, which goes before what is said of all pages.
   *
   * @param saved when the page says that it was saved, empty where it does not
   * @return the context with the time of fetching that counts
   */
  public PageContext saved(Optional<PartialDate> saved) {
    return saved.isEmpty()
        ? this
        : new PageContext(name, latest, neighbours, saved, deadline, origin);
  }

  /**
   * Takes over what the page says of where it comes from.
   *
   * @param said what it says
   * @return the context with it
   */
  public PageContext from(PageOrigin said) {
    return new PageContext(name, latest, neighbours, fetched, deadline, said);
  }
}
