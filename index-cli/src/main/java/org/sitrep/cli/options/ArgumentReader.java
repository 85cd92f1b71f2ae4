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
  private final Map<String, Option> byName = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  private int at;
  private int taken;
  private boolean help;

  ArgumentReader(Options options, List<String> typed) {
    this.options = options;
    this.typed = typed;
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
      checkMatched();
      checkComplete();
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
    unexpected.add(value);
  }

  private void option(String argument) {
    Option option = named(argument);
    int sign = argument.indexOf('=');
    if (option == null) {
      List<Option> joined = joined(argument);
      joined.forEach(this::flag);
      if (joined.isEmpty()) {
        unknown.add(argument);
      }
    } else if (option.isFlag()) {
      if (sign >= 0) {
        throw new UsageException(
            "%s takes no value: '%s'".formatted(option.name(), argument.substring(sign + 1)));
      }
      flag(option);
    } else if (option.takesNext()) {
      option.take(sign < 0 ? next(option) : argument.substring(sign + 1));
    } else {
      option.take(sign < 0 ? "" : argument.substring(sign));
    }
  }

  private void flag(Option option) {
    option.take("");
    help |= Options.asksForHelp(option);
  }

  /** The flags that stand behind one hyphen: {@code -hV} is {@code -h -V}. None if one is none. */
  private List<Option> joined(String argument) {
    List<Option> flags = new ArrayList<>();
    for (char letter : argument.substring(1).toCharArray()) {
      Option flag = byName.get("-" + letter);
      if (flag == null || !flag.isFlag()) {
        return List.of();
      }
      flags.add(flag);
    }
    return flags;
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
          "expected parameter for option '%s' but found '%s'".formatted(option.name(), value),
          List.of("a value that reads like an option stands behind an equals sign"));
    }
    return value;
  }

  // ---- what is wrong in the end

  private void checkComplete() {
    List<String> missing =
        options.options().stream()
            .filter(Option::isMissing)
            .map(option -> option.name() + option.signature())
            .toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          "missing required %s: %s".formatted(counted("option", missing), quoted(missing)));
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
    // What follows an option that is not known may be its value: the option alone is told.
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "unknown %s: %s".formatted(counted("option", unknown), quoted(unknown)),
          advice(unknown.getFirst()));
    }
    if (!unexpected.isEmpty()) {
      throw new UsageException(
          "unexpected %s: %s".formatted(counted("argument", unexpected), quoted(unexpected)));
    }
  }

  private static String counted(String noun, List<String> things) {
    return things.size() == 1 ? noun : noun + "s";
  }

  private List<String> advice(String unknown) {
    List<String> advice = new ArrayList<>(NearNames.advice(unknown, options.names().toList()));
    if (!unknown.startsWith(END) && !options.arguments().isEmpty()) {
      advice.add("words that begin with '-' stand after '--'");
    }
    return advice;
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private static String quoted(List<String> texts) {
    return String.join(", ", texts.stream().map(ArgumentReader::quoted).toList());
  }
}
