package org.sitrep.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
  /** When to use colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Reads {@code --color}. */
  static final class ColorValue implements ITypeConverter<Color> {
    @Override
    public Color convert(String value) {
      return Values.choice(Color.class, value);
    }
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = ColorValue.class,
      description =
          "auto (default: on a terminal, unless NO_COLOR is set or TERM is dumb), always or never")
  private Color color = Color.AUTO;

  @Option(
      names = Failures.DEBUG,
      description = "show the stack trace of an unexpected error (also: SITREP_DEBUG=1)")
  @SuppressWarnings("UnusedVariable") // Failures looks for it before the options are read
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  @SuppressWarnings("UnusedVariable") // for picocli alone
  private boolean help;

  /** Switches colours on or off for what is written from here on. */
  void apply(Surroundings surroundings) {
    boolean wanted = surroundings.wantsStyle();
    Terminal terminal = surroundings.terminal();
    surroundings.out().colors(isOn(wanted && terminal.out()));
    surroundings.err().colors(isOn(wanted && terminal.err()));
  }

  private boolean isOn(boolean auto) {
    return switch (color) {
      case AUTO -> auto;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
