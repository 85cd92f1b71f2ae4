package org.sitrep.core.index;

import java.io.IOException;

/** A cursor by relevance whose state of the index is not kept any more, or was another object's. */
public final class CursorExpiredException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what to do. */
  public CursorExpiredException() {
    super(
        "cursor has expired, the state of the index that it belongs to is gone: search again from"
            + " the start, or sort by date");
  }
}
