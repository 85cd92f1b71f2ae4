package org.sitrep.cli;

import java.util.List;
import org.sitrep.cli.options.Options;

/** The options that every command has. */
final class CommonOptions {
  /** When to use colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  private Color color = Color.AUTO;

  CommonOptions(Options options) {
    options.choice(
        "--color",
        "WHEN",
        List.of(Color.values()),
        value -> color = value,
        "auto (default: on a terminal, unless NO_COLOR is set or TERM is dumb), always or never");
    // Failures looks for it before the options are read.
    options.flag(
        Failures.DEBUG,
        () -> {},
        "show the stack trace of an unexpected error (also: SITREP_DEBUG=1)");
    options.help("show this help");
  }

  /** Says whether standard output is to have colours. */
  boolean wantsStyle(Surroundings surroundings) {
    return isOn(surroundings.wantsStyle() && surroundings.terminal().out());
  }

  /** Switches colours on or off for what is written from here on. */
  void apply(Surroundings surroundings) {
    surroundings.out().colors(wantsStyle(surroundings));
    surroundings.err().colors(isOn(surroundings.wantsStyle() && surroundings.terminal().err()));
  }

  private boolean isOn(boolean auto) {
    return switch (color) {
      case AUTO -> auto;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
