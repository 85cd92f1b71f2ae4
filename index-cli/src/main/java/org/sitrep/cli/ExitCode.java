package org.sitrep.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the command's exit says to a script. */
final class ExitCode {
  static final int FOUND = 0;
  static final int NOTHING_FOUND = 1;
  static final int USAGE = 2;
  static final int REJECTED = 3;
  static final int NO_INDEX = 4;
  static final int UNEXPECTED = 70;

  private ExitCode() {}

  /** What each means, as the help shows it. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("" + FOUND, "found, or all done");
    meanings.put("" + NOTHING_FOUND, "nothing found, or an id that is not there");
    meanings.put("" + USAGE, "wrong usage, a missing source, or wrong syntax with --strict");
    meanings.put("" + REJECTED, "some inputs were rejected; the others are done");
    meanings.put(
        "" + NO_INDEX,
        "no answer: the index cannot be used, --timeout has passed, standard output or the ledger"
            + " cannot be written, memory runs out, or there is no Java");
    meanings.put("" + UNEXPECTED, "an error of the program itself; --debug shows where");
    return meanings;
  }
}
