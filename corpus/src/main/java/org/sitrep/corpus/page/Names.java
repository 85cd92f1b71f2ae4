package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.CountryFinder;

/** Tells what may be the name of a person from what cannot. */
final class Names {
  private static final String PART = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’ʼ.-]\\p{L}[\\p{L}\\p{M}]*)*+\\.?";
  private static final String PARTICLE =
      "(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|zu|ter|y)";
  static final String PERSON_PATTERN =
      PART + "(?:\\s+(?:" + PARTICLE + "\\s+){0,2}" + PART + "){1,3}";
  private static final Pattern PERSON = Pattern.compile(PERSON_PATTERN);
  private static final Pattern AND =
      Pattern.compile("(?:(?<!\\s)\\s++)?(?:[,;&/]|(?<=\\s)(?:and|und|et|e|y|i|та|і|й|и)\\s)\\s*+");
  private static final int LONGEST = 60;
  private static final int SHORTEST = 2;
  private static final String QUALIFIER =
      "(?:Staff|Senior|Special|Chief|Contributing|Guest|National|Political|Diplomatic"
          + "|Defen[cs]e|Business|Foreign)";

  /** What stands after a name and is none of it: "Updated", "on", "Staff Writer", an account. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:@\\w+|(?<=\\p{Ll}{2})\\p{Lu}{2}\\p{L}*"
              + "|[\\s,–-]+(?i:updated|published|posted|modified|last|on|at|in|am|le|el|den)"
              + "|(?:(?<=\\p{Ll})(?:\\p{Lu}\\p{Ll}+\\s+)?|[\\s,–-]+(?:"
              + QUALIFIER
              + "\\s+)*+)(?:Writer|Reporter|Correspondent|Columnist|Contributor|Editor)s?)\\s*$");

  /** Words of the names of organisations and of labels, which are in no person's. */
  private static final Pattern NOT_A_PERSON =
      Pattern.compile(
          "(?iuU)\\b(?:agency|agencies|press|news|media|online|times|post|observer|tribune|journal"
              + "|gazette|herald|radio|television|ministry|department|office|command|institute"
              + "|university|center|centre|council|association|foundation|agentur|nachrichten"
              + "|zeitung|presse|ministerium|agence|ministère|agencia|ministerio|agenzia|ministero"
              + "|agencja|агентство|новини|новости|міністерство|министерство|timeline|comments?"
              + "|headlines?|reports|newsletter|updated|menu|newsroom|reviews?|image)\\b");

  /** Agencies that go by one word, which says nothing of what they are. */
  private static final Pattern AGENCIES =
      Pattern.compile(
          "(?iu)(?:reuters|bloomberg|interfax(?:-ukraine)?|xinhua|ukrinform|belta|kyodo|yonhap|antara|anadolu|adnkronos|askanews|europa"
              + " press|belga|lusa|hina|ritzau|agerpres|unian)");

  /** What newspapers and companies are called, and persons hardly ever. */
  private static final Pattern PUBLISHERS =
      Pattern.compile(
          "(?iuU)\\b(?:pravd\\p{L}|правд\\p{L}|chas|час|novosti|visti|вісті|vesti|вести|holos|голос|dzerkalo|дзеркало|gazeta|газета|gazzetta|courier|kurier|courrier|corriere|daily"
              + "|weekly|monitor|digest|bulletin|chronicle|dispatch|examiner|sentinel|telegraph"
              + "|independent|insider|today|world|international|national|european|global|defen[cs]e"
              + "|military|army|naval|navy|aviation|security|review|monde|mundo|zeitung|allgemeine"
              + "|rundschau|incorporated|inc|ltd|llc|gmbh|corp|plc)\\b\\.?");

  private static final Pattern AND_WORD =
      Pattern.compile("\\s(?:and|und|et|e|y|i|та|і|й|и|&)\\s(?=\\s*\\p{Lu})");
  private static final Pattern ROLE_ALONE =
      Pattern.compile(
          "(?iu)(?:\\p{L}+\\s+){0,2}(?:staff|writers?|reporters?|correspondents?|editors?"
              + "|columnists?|contributors?)");
  private static final int WORDS_OF_A_PLACE = 2;

  private static final Pattern IMPLAUSIBLE = Pattern.compile("[\\d\\[\\](){}<>:£$€%#@|_]|www\\.");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)(?:admin\\w*|web-?master|editor|guest|user|staff|author|redaktion)");

  private Names() {}

  /** Two to four capitalised words, with the particles of names between them. */
  static boolean person(String text) {
    return text.length() <= LONGEST
        && PERSON.matcher(text.strip()).matches()
        && !NOT_A_PERSON.matcher(text).find();
  }

  /** Whether all words but particles are capitalised: a person or an organisation. */
  static boolean name(String text) {
    Line line = new Line(0, 0, text);
    return line.words >= 1
        && line.words <= 6
        && line.small <= 0.34
        && text.length() <= LONGEST
        && Character.isLetter(text.strip().codePointAt(0))
        && plausible(text);
  }

  /** Whether it may be a name at all: no digits, brackets, dates, no account of a machine. */
  static boolean plausible(String text) {
    String name = text.strip();
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && !IMPLAUSIBLE.matcher(name).find()
        && !ACCOUNT.matcher(name).matches()
        && !dated(name);
  }

  private static boolean dated(String name) {
    for (String word : name.split("[\\s.,-]+", -1)) {
      if (DateWords.STANDARD.month(word) == 0 && DateWords.STANDARD.weekday(word) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name says of itself that it is an organisation's: "Coast Press", "AFP". */
  static boolean organisation(String name) {
    boolean capitals = name.length() >= 3 && name.equals(name.toUpperCase(Locale.ROOT));
    return capitals
        || AGENCIES.matcher(name).matches()
        || name.matches("\\S+\\.\\p{Ll}{2,}")
        || NOT_A_PERSON.matcher(name).find()
        || PUBLISHERS.matcher(name).find();
  }

  /** Whether a name is a country's or one of its capital, as datelines begin with. */
  static boolean place(String name) {
    return new Line(0, 0, name).words <= WORDS_OF_A_PLACE
        && !organisation(name)
        && !CountryFinder.standard().find("", name).countries().isEmpty();
  }

  /** What people are, without the name of one: "Staff Writers". */
  static boolean role(String text) {
    return ROLE_ALONE.matcher(text.strip()).matches();
  }

  /**
   * Where the organisation begins that people are of: at the comma after the last name, which
   * follows an "and" or stands alone; -1 where there is no such comma.
   */
  static int affiliation(String names) {
    int and = AND_WORD.matcher(names).results().mapToInt(MatchResult::end).max().orElse(-1);
    int comma = names.indexOf(',', Math.max(0, and));
    boolean only = and >= 0 || names.indexOf(',') == names.lastIndexOf(',');
    return only ? comma : -1;
  }

  /** The name without what stands after it, and once where it is said twice. */
  static String bare(String text) {
    String name = text.strip();
    for (String before = ""; !name.equals(before); ) {
      before = name;
      name = AFTER.matcher(name).replaceFirst("").strip();
    }
    int half = name.length() / 2;
    boolean twice =
        half > 0 && name.equals(name.substring(0, half) + " " + name.substring(0, half));
    return twice ? name.substring(0, half) : name;
  }

  /** Parts a list of names at commas and the word "and". */
  static List<String> split(String names) {
    List<String> parts = new ArrayList<>();
    for (String part : AND.split(names, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
