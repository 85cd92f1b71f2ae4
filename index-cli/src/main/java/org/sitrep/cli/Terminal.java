package org.sitrep.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about where the output goes. The launcher knows and says it in system properties;
 * without the launcher it is asked of the JDK, which cannot tell standard output from standard
 * error.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param columns how wide it is
 * @param unicode whether it shows more than ASCII
 */
record Terminal(boolean out, boolean err, int columns, boolean unicode) {
  static final int USUAL_COLUMNS = 80;

  private static final int MIN_COLUMNS = 20;
  private static final int MAX_COLUMNS = 500;

  static Terminal detect(Map<String, String> env) {
    String said = System.getProperty("sitrep.terminal");
    boolean out = said == null ? isTerminal() : said.contains("out");
    boolean err = said == null ? out : said.contains("err");
    String columns = System.getProperty("sitrep.columns", env.getOrDefault("COLUMNS", ""));
    String unicode = System.getProperty("sitrep.unicode");
    return new Terminal(
        out,
        err,
        columns(columns),
        unicode == null ? isUnicode(env) : Boolean.parseBoolean(unicode));
  }

  static int columns(String given) {
    try {
      return Math.clamp(Integer.parseInt(given.strip()), MIN_COLUMNS, MAX_COLUMNS);
    } catch (NumberFormatException unknown) {
      return USUAL_COLUMNS;
    }
  }

  /** Says whether the locale that the environment names writes UTF-8, as POSIX looks it up. */
  static boolean isUnicode(Map<String, String> env) {
    Optional<String> locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> env.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst();
    return locale
        .map(name -> name.toLowerCase(Locale.ROOT).replace("-", ""))
        .filter(name -> name.contains("utf8"))
        .isPresent();
  }

  @SuppressWarnings("SystemConsoleNull") // what newer versions say is asked below
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console without a terminal too, and a way to ask.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }
}
