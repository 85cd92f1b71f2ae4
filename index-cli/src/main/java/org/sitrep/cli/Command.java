package org.sitrep.cli;

import java.io.IOException;
import org.sitrep.cli.options.Options;

/** A command: what it takes, and what it does. */
interface Command {
  /** Its table, which hands on to it what is typed. */
  Options options();

  /**
   * Does what was asked and returns the exit code.
   *
   * @throws IOException if the index or a file cannot be used
   */
  int call() throws IOException;
}
