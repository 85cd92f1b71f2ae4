package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

/**
 * What an article was read from, kept with it so that reading the same source again can tell what
 * has changed.
 *
 * @param source names the source, such as the real path of a file; the same for every article read
 *     from it
 * @param fingerprint a digest of what was read; equal fingerprints mean an unchanged article
 */
public record Origin(String source, String fingerprint) {
  /** Checks the parts. */
  public Origin {
    requireNonNull(source, "source");
    requireNonNull(fingerprint, "fingerprint");
  }
}
