package org.sitrep.core.index;

import java.io.IOException;
import java.time.Duration;

/** A search that took longer than its request allows. There is no partial answer. */
public final class SearchTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the limit.
   *
   * @param limit how long the search was allowed to take
   */
  public SearchTimeoutException(Duration limit) {
    super("search took longer than its time limit: " + limit);
  }
}
