package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;

/** The ledger of an indexing run cannot be written any further. */
final class LedgerException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerException(Path ledger, IOException cause) {
    super(
        "the ledger cannot be written, %s; what is committed stays: make room or name another file, and run again to go on: '%s'"
            .formatted(cause.getMessage(), ledger),
        cause);
  }
}
