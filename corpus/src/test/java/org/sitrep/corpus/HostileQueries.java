package org.sitrep.corpus;

import java.util.List;
import java.util.Random;

/** Makes texts that nobody should type into a search, the same ones for the same seed. */
final class HostileQueries {
  private static final String[] SIGNS = {
    " ", " ", " ", " AND ", " OR ", " NOT ", " -", "(", ")", "\"", "“", "*", "?", "~", "~1", "~9",
    "\\", ":", "..", "+", "\u0000", "\ud800", "\udc00", "\u202e", "\u200f", "\n", "\t", "…", "||",
    "&&", "=", "[", "]", "{", "^", "/", "'"
  };
  private static final String[] FIELDS = {
    "title:",
    "body:",
    "tag:",
    "topic:",
    "country:",
    "about:",
    "source:",
    "author:",
    "author:=",
    "section:",
    "lang:",
    "id:",
    "date:",
    "since:",
    "until:",
    "contry:",
    "tga:",
    "title:(",
    "tag:\""
  };
  private static final String[] ODD = {
    "none",
    "unknown",
    "2025-03",
    "2025-13",
    "1987..",
    "..1987",
    "7d",
    "0d",
    "9999y",
    "yesterday",
    "ukraine",
    "polnad",
    "united kingdom",
    "F-16",
    "155mm",
    "€150bn",
    "קיר ברזל",
    "مضاد للدبابات",
    "київ",
    "東京",
    "𝄞",
    "ﷺ",
    "İstanbul",
    "ß",
    "a\u0301",
    "http://a.b/c?d=1",
    "C++",
    "U.S.",
    "the"
  };

  /** A fuzzy word takes some milliseconds to make ready for, whatever the index. */
  private static final int PATTERNS = SharedData.LONG ? 2_000 : 100;

  /** The texts that are hostile by their size or by what they match. */
  static final List<String> BOMBS =
      List.of(
          "*a*b*c*d*e*f*g*h*",
          "*a*e*i*o*u*",
          "????????",
          "?*?*?*?*?*?*?*?*",
          "*?*?*?*?*?*?*?*?e",
          "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*",
          "*e *a *t *s *n *r",
          "*".repeat(10_000),
          "?".repeat(10_000),
          "a?".repeat(200),
          "*a".repeat(200),
          "word~ words~2 ward~ wort~2 wird~2 world~ work~2 worm~2",
          "tag:*a*e* source:*e*r* author:*a*e*i* topic:*n*",
          "zzzzz".repeat(19) + "~2",
          "(".repeat(100_000),
          ")".repeat(100_000),
          "(a ".repeat(33_000),
          "\"".repeat(10_000),
          "\" ".repeat(10_000),
          "-".repeat(100_000),
          "NOT ".repeat(20_000),
          "a OR ".repeat(20_000),
          words(10_000),
          "\"" + words(10_000) + "\"",
          "\"" + words(1_000) + "\"~100",
          words(2_000).replace(" ", " OR "),
          words(PATTERNS).replace(" ", "* "),
          words(PATTERNS).replace(" ", "~ "),
          "a-".repeat(50_000),
          "a/".repeat(50_000),
          "a.".repeat(50_000),
          "x'".repeat(50_000),
          "1-2-3-".repeat(16_000),
          "the-of-a-in-".repeat(8_000),
          "\u6771".repeat(100_000),
          "\u30a2a".repeat(50_000),
          "author:" + "a-".repeat(49_000),
          "author:" + "x".repeat(99_000),
          "title:" + "a-b:".repeat(24_000),
          "country:" + "a-".repeat(49_000),
          "\"" + "the of a ".repeat(10_000) + "\"~100",
          "\"" + "the of ".repeat(64) + "\"~100",
          ("\"" + "the of a in ".repeat(30) + "\"~9 OR ").repeat(16) + "x",
          "to-be-or-not-to-be ".repeat(500),
          "x".repeat(600_000),
          "\ud800".repeat(100_000),
          "\u0000".repeat(100_000),
          "\u202eaba ".repeat(5_000),
          "e\u0301".repeat(50_000),
          "tag:".repeat(50_000),
          "date:7d ".repeat(3_000),
          "country:*a* ".repeat(300),
          "\\".repeat(100_001));

  private final Random random;
  private final List<String> words;

  /**
   * Prepares texts.
   *
   * @param words words that articles have
   */
  HostileQueries(long seed, List<String> words) {
    this.random = new Random(seed);
    this.words = words;
  }

  private static String words(int number) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < number; i++) {
      words.append(i == 0 ? "" : " ").append(Integer.toString(i * 7919 + 11, 36));
    }
    return words.toString();
  }

  String next() {
    return switch (random.nextInt(4)) {
      case 0 -> question();
      case 1 -> mutated(question());
      default -> pieces();
    };
  }

  private String any(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String word() {
    String word = words.get(random.nextInt(words.size()));
    return switch (random.nextInt(12)) {
      case 0 -> word + "*";
      case 1 -> word.substring(0, 1) + "*";
      case 2 -> word + "~" + random.nextInt(4);
      case 3 -> "*" + word.substring(word.length() / 2) + "*";
      case 4 -> mutated(word);
      case 5 -> any(ODD);
      default -> word;
    };
  }

  /** What a person might ask. */
  private String question() {
    StringBuilder text = new StringBuilder();
    int clauses = 1 + random.nextInt(4);
    for (int i = 0; i < clauses; i++) {
      text.append(random.nextInt(5) == 0 ? any(FIELDS) : "");
      text.append(random.nextInt(5) == 0 ? '"' + word() + " " + word() + '"' : word());
      text.append(random.nextInt(4) == 0 ? " OR " : random.nextInt(8) == 0 ? " -" : " ");
    }
    return text.toString();
  }

  private String pieces() {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(20); pieces > 0; pieces--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(word());
        case 1 -> text.append(any(FIELDS));
        case 2 -> text.append(any(ODD));
        default -> text.append(any(SIGNS).repeat(1 + random.nextInt(3)));
      }
    }
    return text.toString();
  }

  private String mutated(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int changes = 1 + random.nextInt(4); changes > 0 && !changed.isEmpty(); changes--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, any(SIGNS));
        case 2 -> changed.setCharAt(at, (char) random.nextInt(0x10000));
        default -> changed.insert(at, changed.substring(at));
      }
    }
    return changed.toString();
  }
}
