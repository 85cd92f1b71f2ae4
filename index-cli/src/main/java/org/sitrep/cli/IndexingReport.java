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
  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  /** Goes back to the start of the line and clears it. */
  private static final String CLEAR = "\r\u001B[K";

  private final Surroundings surroundings;
  private final boolean quiet;
  private final Optional<Path> ledger;
  private long lastDrawn = System.nanoTime();
  private final ProgressLine line = new ProgressLine(lastDrawn);
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
    // A line as wide as the terminal would wrap on some.
    int columns = surroundings.terminal().columns() - 1;
    surroundings.err().raw(CLEAR).print(line.at(progress, now, columns)).flush();
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
