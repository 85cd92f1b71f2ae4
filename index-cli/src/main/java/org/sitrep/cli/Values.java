package org.sitrep.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.cli.options.WrongValueException;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.QuerySyntaxException;
import org.sitrep.core.query.Repair;
import org.sitrep.core.search.Cursor;

/** Reads the values of options. What is wrong is said so that it can follow the option's name. */
final class Values {
  /** What has a meaning in quotes. */
  private static final Pattern SIGNS = Pattern.compile("[\\\\\"“”„‟«»＂]");

  private static final Pattern NO_DATE = Pattern.compile("^date is not one");
  private static final Pattern DATE = Pattern.compile("^date ");

  /** What is said of a path of which it is not known which one it is. */
  static final String NOT_DECODED =
      "holds bytes that are not in the encoding of the system, and so cannot be told from others";

  private Values() {}

  /** What is said of a wrong value: {@code --from is not a date: '2025-13'}. */
  static WrongValueException wrong(String problem, String value) {
    return new WrongValueException("%s: '%s'".formatted(problem, value));
  }

  static WrongValueException wrong(String problem, String detail, String value) {
    return wrong(problem.formatted(detail), value);
  }

  static String present(String value) {
    if (value.isBlank()) {
      throw wrong("is empty", value);
    }
    return value;
  }

  /** Any text. */
  static String any(String value) {
    return value;
  }

  /** Where a page begins. */
  static Cursor cursor(String value) {
    try {
      return Cursor.parse(present(value));
    } catch (IllegalArgumentException e) {
      throw wrong("is no cursor", value);
    }
  }

  /** A source: a file, a folder or a pattern. */
  static String source(String value) {
    if (isUndecoded(present(value))) {
      throw wrong(NOT_DECODED + "; it is read as part of the folder that it lies in", value);
    }
    return value;
  }

  /**
   * Says whether a path given to this process may be another: Java decodes arguments, variables and
   * the current folder, and what it cannot decode is lost.
   */
  static boolean isUndecoded(String path) {
    return path.indexOf('\uFFFD') >= 0;
  }

  /** A file or folder. */
  static Path path(String value) {
    if (isUndecoded(present(value))) {
      throw wrong(NOT_DECODED, value);
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw wrong("is no path", value);
    }
  }

  /** A whole number; its bounds are the library's to say. */
  static Integer wholeNumber(String value) {
    try {
      return Integer.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw wrong("is not a whole number", value);
    }
  }

  /** A whole number of more digits. */
  static Long longNumber(String value) {
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw wrong("is not a whole number", value);
    }
  }

  /**
   * Days as a query's {@code date:} takes them.
   *
   * @param days from a first to a last day, one of which may be missing
   * @param repairs what was read otherwise than typed
   */
  record Days(Query.Range days, List<Repair> repairs) {}

  /** A date as queries take it: also {@code yesterday}, {@code 7d} and what comes close to one. */
  static Days days(String value) {
    String date = present(value).strip();
    String query = "date:\"" + SIGNS.matcher(date).replaceAll("\\\\$0") + '"';
    ParsedQuery parsed = Query.parse(query);
    if (parsed.query() instanceof Query.Range days) {
      return new Days(days, parsed.repairs());
    }
    try {
      Query.parseStrict(query);
    } catch (QuerySyntaxException e) {
      String problem =
          NO_DATE.matcher(String.valueOf(e.getMessage())).replaceFirst("is not a date");
      throw new WrongValueException(DATE.matcher(problem).replaceFirst(""));
    }
    throw wrong("is not a date such as 2025, 2025-03, 2025-03-07, yesterday or 7d", value);
  }

  /** A year, a month or a day. */
  static PartialDate day(String value) {
    String printed = days(value).days().print();
    return PartialDate.parse(printed.substring(printed.indexOf(':') + 1))
        .filter(date -> printed.startsWith(Field.DATE.id()))
        .orElseThrow(() -> wrong("is not one year, month or day", value));
  }

  /** A length of time with its unit. */
  static Duration time(String value) {
    Matcher time = Pattern.compile("(\\d{1,9})(ms|s|m)").matcher(value.strip());
    if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
      throw wrong("is not a time such as 500ms, 2s or 1m", value);
    }
    long amount = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  /** The constant of an enum by its name in lower case. */
  static <E extends Enum<E>> E choice(Class<E> type, String value) {
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(constant -> id(constant).equals(value.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "is none of %s",
                    all.stream().map(Values::id).collect(Collectors.joining(", ")), value));
  }

  static List<String> ids(Enum<?>... constants) {
    return Arrays.stream(constants).map(Values::id).toList();
  }

  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
