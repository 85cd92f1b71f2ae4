package org.sitrep.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sitrep.corpus.LedgerEntry;
import org.sitrep.corpus.Outcome;
import org.sitrep.corpus.Progress;

/**
 * Tells a person how an indexing run goes: a bar on a terminal, and what was rejected. For one
 * thread.
 */
final class IndexingReport {
  private static final int MAX_LINES = 20;
  private static final int BAR = 24;
  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final double NANOS_PER_SECOND = 1e9;

  /** Goes back to the start of the line and clears it. */
  private static final String CLEAR = "\r\u001B[K";

  private final Surroundings surroundings;
  private final boolean quiet;
  private final Optional<Path> ledger;
  private final long start = System.nanoTime();
  private long lastDrawn = start;
  private boolean drawn;
  private long rejected;
  private long noted;

  IndexingReport(Surroundings surroundings, boolean quiet, Optional<Path> ledger) {
    this.surroundings = surroundings;
    this.quiet = quiet;
    this.ledger = ledger;
  }

  void ended(LedgerEntry entry, Progress progress) {
    if (entry.outcome() == Outcome.REJECTED && rejected++ < MAX_LINES) {
      clear();
      surroundings.say(entry.input() + ": " + entry.reason().orElseThrow());
    }
    if (!quiet) {
      for (String note : entry.notes()) {
        if (noted++ < MAX_LINES) {
          clear();
          surroundings.err().print("note: ").print(entry.input()).print(": ").line(note).flush();
        }
      }
      draw(progress);
    }
  }

  private void draw(Progress progress) {
    long now = System.nanoTime();
    if (!surroundings.terminal().err() || surroundings.isDumb() || now - lastDrawn < EVERY) {
      return;
    }
    lastDrawn = now;
    drawn = true;
    surroundings.err().raw(CLEAR).print(line(progress, now - start)).flush();
  }

  private static String line(Progress progress, long nanos) {
    long rate = Math.round(progress.inputs() / (nanos / NANOS_PER_SECOND));
    String counted =
        "%,d %s, %,d a second"
            .formatted(progress.inputs(), progress.inputs() == 1 ? "input" : "inputs", rate);
    if (progress.totalBytes() <= 0) {
      return counted;
    }
    double part = Math.clamp((double) progress.bytes() / progress.totalBytes(), 0, 1);
    int full = (int) (part * BAR);
    String bar = "#".repeat(full) + ".".repeat(BAR - full);
    return "[%s] %3d%%  %s".formatted(bar, (int) (part * 100), counted);
  }

  private void clear() {
    if (drawn) {
      surroundings.err().raw(CLEAR);
      drawn = false;
    }
  }

  /** Takes the bar away and says what was not said line by line. */
  void close() {
    clear();
    sayMore(rejected, "rejected");
    sayMore(noted, "notes");
    surroundings.err().flush();
  }

  private void sayMore(long number, String what) {
    if (number > MAX_LINES) {
      String where =
          ledger.map(file -> "see " + file).orElse("--ledger FILE writes them all to a file");
      surroundings.say("… and %,d more %s: %s".formatted(number - MAX_LINES, what, where));
    }
  }
}
