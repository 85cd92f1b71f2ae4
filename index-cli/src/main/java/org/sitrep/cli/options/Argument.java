package org.sitrep.cli.options;

import java.util.List;
import java.util.function.Consumer;

/**
 * An argument of a command that is no option.
 *
 * @param label what help calls it
 * @param description what help says of it
 * @param choices the values there are, for completion; none where they are not known
 * @param due what one is the name of
 * @param atLeast how many there have to be
 * @param atMost how many there can be
 * @param store reads and keeps one
 */
record Argument(
    String label,
    String description,
    List<String> choices,
    Option.Due due,
    int atLeast,
    int atMost,
    Consumer<String> store) {

  /** How a synopsis shows it: {@code ID}, {@code ID...} or {@code [QUERY...]}. */
  String signature() {
    String shown = atMost > 1 ? label + "..." : label;
    return atLeast == 0 ? "[" + shown + "]" : shown;
  }

  void take(String value) {
    try {
      store.accept(value);
    } catch (WrongValueException e) {
      throw new UsageException(label + " " + e.getMessage(), e);
    }
  }
}
