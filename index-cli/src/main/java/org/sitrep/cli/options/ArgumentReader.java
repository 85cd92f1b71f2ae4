package org.sitrep.cli.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the arguments of a command by its table, from the left: options and other arguments in any
 * order, and behind {@code --} no option. For one reading.
 */
final class ArgumentReader {
  private static final String END = "--";

  private final Options options;
  private final List<String> typed;
  private final int first;
  private final Map<String, Option> byName = new HashMap<>();

  /** Where what belongs nowhere stands. */
  private final List<Integer> unmatched = new ArrayList<>();

  private int at;
  private int taken;
  private boolean help;

  ArgumentReader(Options options, List<String> typed, int first) {
    this.options = options;
    this.typed = typed;
    this.first = first;
    for (Option option : options.options()) {
      option.names().forEach(name -> byName.put(name, option));
    }
  }

  /** Returns false where help is asked for; then nothing needs to be complete. */
  boolean read() {
    boolean optionsEnded = false;
    while (at < typed.size()) {
      String argument = typed.get(at++);
      if (optionsEnded || !looksLikeOption(argument)) {
        argument(argument);
      } else if (argument.equals(END)) {
        optionsEnded = true;
      } else {
        option(argument);
      }
    }
    if (!help) {
      checkComplete();
      checkMatched();
    }
    return !help;
  }

  /** A lone hyphen is standard input, and a number is one. */
  private static boolean looksLikeOption(String argument) {
    return argument.length() > 1
        && argument.charAt(0) == '-'
        && !(argument.charAt(1) >= '0' && argument.charAt(1) <= '9');
  }

  private void argument(String value) {
    int passed = 0;
    for (Argument argument : options.arguments()) {
      if (taken - passed < argument.atMost()) {
        taken++;
        argument.take(value);
        return;
      }
      passed += argument.atMost();
    }
    unmatched.add(at - 1);
  }

  private void option(String argument) {
    Option option = named(argument);
    int sign = argument.indexOf('=');
    if (option == null) {
      unmatched.add(at - 1);
    } else if (option.isFlag()) {
      if (sign >= 0) {
        throw new UsageException(
            "%s takes no value: '%s'".formatted(option.name(), argument.substring(sign + 1)));
      }
      option.take("");
      help |= Options.asksForHelp(option);
    } else if (option.takesNext()) {
      option.take(sign < 0 ? next(option) : argument.substring(sign + 1));
    } else {
      option.take(sign < 0 ? "" : argument.substring(sign));
    }
  }

  private @org.jspecify.annotations.Nullable Option named(String argument) {
    int sign = argument.indexOf('=');
    return byName.get(sign < 0 ? argument : argument.substring(0, sign));
  }

  private String next(Option option) {
    if (at == typed.size()) {
      throw new UsageException(
          "missing required parameter for option '%s' (%s)"
              .formatted(option.name(), option.label()));
    }
    String value = typed.get(at++);
    if (named(value) != null || value.equals(END)) {
      throw new UsageException(
          "expected parameter for option '%s' but found '%s'".formatted(option.name(), value));
    }
    return value;
  }

  // ---- what is wrong in the end

  private void checkComplete() {
    List<String> missing =
        options.options().stream()
            .filter(Option::isMissing)
            .map(option -> quoted(option.name() + option.signature()))
            .toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          "missing required %s: %s"
              .formatted(missing.size() == 1 ? "option" : "options", String.join(", ", missing)));
    }
    int needed = 0;
    for (Argument argument : options.arguments()) {
      needed += argument.atLeast();
      if (taken < needed) {
        throw new UsageException("missing required parameter: " + quoted(argument.label()));
      }
    }
  }

  private void checkMatched() {
    if (unmatched.isEmpty()) {
      return;
    }
    List<String> wrong = unmatched.stream().map(typed::get).toList();
    String shown = String.join(", ", wrong.stream().map(ArgumentReader::quoted).toList());
    boolean one = wrong.size() == 1;
    if (!looksLikeOption(wrong.getFirst())) {
      throw new UsageException(
          "unmatched %s index %d: %s"
              .formatted(
                  one ? "argument at" : "arguments from", first + unmatched.getFirst(), shown));
    }
    throw new UsageException(
        "unknown %s: %s".formatted(one ? "option" : "options", shown), advice(wrong.getFirst()));
  }

  private List<String> advice(String unknown) {
    List<String> advice = new ArrayList<>(NearNames.advice(unknown, options.names().toList()));
    if (!unknown.startsWith(END)) {
      advice.add("words that begin with '-' stand after '--'");
    }
    return advice;
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
