package org.sitrep.corpus;

import java.io.IOException;

/** Content that cannot be read as an article whatever the disk does; the message says why. */
final class RejectedContentException extends IOException {
  private static final long serialVersionUID = 1L;

  RejectedContentException(String reason) {
    super(reason);
  }
}
