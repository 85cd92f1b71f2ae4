package org.sitrep.core.index;

import java.io.IOException;

/**
 * A search whose thread was interrupted, as {@code Future.cancel(true)} does. There is no partial
 * answer. The thread is still interrupted, and later searches are not affected.
 */
public final class SearchCancelledException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public SearchCancelledException() {
    super("search was cancelled: its thread was interrupted");
  }
}
