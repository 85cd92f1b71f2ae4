package org.sitrep.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.sitrep.core.article.Facet;

/** Makes queries and texts that nobody would think of, the same ones for the same seed. */
final class RandomQueries {
  private static final String[] WORDS = {
    "drone",
    "Zelenskyy’s",
    "F-16",
    "AND",
    "OR",
    "NOT",
    "none",
    "None",
    "&&",
    "||",
    "a:b",
    "tag:x",
    "http://a.b/c?d=1",
    "title:",
    "10:30",
    "-x",
    "+x",
    "--",
    "–",
    "*",
    "**",
    "?",
    "??",
    "what?",
    "#x",
    "!x",
    "www.a?b",
    "a*b",
    "x~",
    "oil^2",
    "^2",
    "oil~",
    "x~2",
    "~1",
    "\\",
    "\"",
    "“q”",
    "(",
    ")",
    "a b",
    "\u0000",
    "\ud800",
    "\udc00z",
    "\u200fкиїв",
    "…",
    "C++",
    "U.S.",
    "=x",
    "[a]",
    "since:2025",
    "*:*",
    "é",
    "ﷺ",
    "𝄞",
    "\u00a0",
    "'",
    "id:",
    "contry:x",
    "ΑΣ",
    "İ",
    "´",
    "text:",
    "\n",
    "ukraine",
    "2025",
    "2025-03..",
    "\ufeff",
    "//",
    "a-".repeat(Query.MAX_PARTS) + "b",
    "=w".repeat(Query.MAX_PARTS + 1),
    "5",
    "$1.5",
    "100",
    "000",
    "million",
    "m",
    "euros",
    "€",
    "USD",
    "per",
    "cent",
    "a|b",
    "|",
    "to",
    "date:2024"
  };
  private static final String[] PIECES = {
    " ",
    " ",
    " ",
    "(",
    ")",
    "\"",
    "AND ",
    " OR ",
    "NOT ",
    "-",
    "*",
    "?",
    "~",
    "~1",
    "~9",
    ":",
    "\\",
    "tag:",
    "title:(",
    "country:",
    "date:",
    "since:",
    "id:",
    "author:=",
    "lang:",
    "text:",
    "«",
    "»",
    "„",
    "“",
    "”",
    "..",
    "2025",
    "7d",
    "+",
    "—",
    "=",
    "none",
    "unknown",
    ",",
    ".",
    "foo:",
    "about:",
    "!",
    "#",
    "://",
    "|",
    "||",
    "$",
    "100 million",
    " million ",
    " dollars ",
    " % ",
    " to ",
    " - ",
    "2024-03"
  };
  private static final String[] CODES = {"UA", "ua", "Ukraine", "polish", "ZZ", "UK", "XK", ""};

  private final Random random;

  RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }

  /** A text of pieces of the language, of words, and of any characters. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0, 1 -> text.append(any(PIECES));
        case 2 -> text.append(any(WORDS));
        case 3 -> text.append(any(WORDS)).append(' ');
        default -> text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65536));
      }
    }
    return text.toString();
  }

  /** A text that comes close to a bound, and often over it. */
  String crowdedText() {
    int less = random.nextInt(12);
    String start =
        switch (random.nextInt(4)) {
          case 0 -> "-(a ".repeat(Query.MAX_DEPTH + 3 - less);
          case 1 -> "title:(a OR b ".repeat(Query.MAX_DEPTH + 3 - less);
          case 2 -> "w ".repeat(Query.MAX_CLAUSES - less);
          default -> "x".repeat(Query.MAX_LENGTH - 2 * less) + " ";
        };
    String end = any("country:*land* ", "-country:s* ", "-foo:bar ", "NOT -x ", "-tag:* ", "");
    return start + end + text();
  }

  /** A text with some of its characters dropped, doubled, swapped or replaced. */
  String mutated(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !changed.isEmpty(); i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, changed.charAt(at));
        case 2 -> changed.insert(at, any(PIECES));
        default -> changed.setCharAt(at, (char) random.nextInt(128));
      }
    }
    return changed.toString();
  }

  /** A query that an application could have built. */
  Query query(int depth) {
    int kind = random.nextInt(depth > 0 ? 14 : 8);
    return switch (kind) {
      case 8, 9 -> new Query.Group(queries(depth - 1));
      case 10 -> new Query.And(queries(depth - 1));
      case 11 -> new Query.Or(queries(depth - 1));
      case 12, 13 -> new Query.Not(query(depth - 1));
      default -> leaf(kind);
    };
  }

  private List<Query> queries(int depth) {
    List<Query> queries = new ArrayList<>();
    for (int i = random.nextInt(3); i >= -1; i--) {
      queries.add(query(depth));
    }
    return queries;
  }

  private Query leaf(int kind) {
    Field field = any(List.of(Field.values()));
    return switch (kind) {
      case 0 -> random.nextInt(8) == 0 ? new Query.All() : range();
      case 1 -> valid(() -> new Query.Value(any(List.of(Facet.values())), value()));
      case 2 -> valid(() -> new Query.Phrase(field, word() + any("", " " + word()), slop()));
      case 3 -> valid(() -> new Query.Prefix(field, word()));
      case 4 ->
          valid(() -> new Query.Wildcard(field, word() + any("*", "?", "*?") + any("", word())));
      case 5 -> valid(() -> new Query.Fuzzy(field, word(), 1 + random.nextInt(2)));
      default -> valid(() -> new Query.Term(field, word()));
    };
  }

  private Query valid(Supplier<Query> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException impossible) {
      return new Query.Term(Field.TEXT, "w" + random.nextInt(100));
    }
  }

  private int slop() {
    return random.nextBoolean() ? 0 : random.nextInt(101);
  }

  private String value() {
    return random.nextInt(3) == 0 ? any(CODES) : word();
  }

  private String word() {
    return switch (random.nextInt(4)) {
      case 0 -> any(WORDS) + any(WORDS);
      case 1 -> any(WORDS) + (char) random.nextInt(random.nextBoolean() ? 128 : 65536);
      default -> any(WORDS);
    };
  }

  private Query range() {
    LocalDate from = LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1);
    LocalDate to =
        any(
            List.of(
                from,
                from.withDayOfMonth(from.lengthOfMonth()),
                LocalDate.of(from.getYear(), 12, 31),
                LocalDate.of(9999, 12, 31)));
    return switch (random.nextInt(3)) {
      case 0 -> new Query.Range(Optional.of(from), Optional.empty());
      case 1 -> new Query.Range(Optional.empty(), Optional.of(from));
      default -> new Query.Range(Optional.of(from), Optional.of(to));
    };
  }
}
