package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** Reads authors and the publisher out of bylines and datelines. */
final class Bylines {
  /**
   * Who wrote and who published.
   *
   * @param authors the authors
   * @param source the publisher
   */
  record Credit(List<String> authors, Optional<String> source) {
    boolean none() {
      return authors.isEmpty() && source.isEmpty();
    }
  }

  private static final Pattern BY_INSIDE =
      Pattern.compile("(?:^|[\\s|,])(?:by|von|par|por|written by|автор:?)\\s+(?=\\p{Lu})");
  private static final Pattern AGENCY =
      Pattern.compile("^(?:\\p{Lu}[\\p{L}\\p{M} .,'’-]{1,40})?\\(([^()\\d]{2,40})\\)\\s*[—–-]");

  /** "(with AFP)", "[updated]": said beside names, and none. */
  private static final Pattern ASIDE =
      Pattern.compile("(?<!\\s)\\s*+(?:\\([^()]*+\\)|\\[[^\\[\\]]*+\\])\\s*+");

  private static final Pattern STOP =
      Pattern.compile("(?:(?<!\\s)\\s++)?[|•·;]\\s*+|(?<!\\s)\\s++[-–—]\\s++|(?<!\\s)\\s{2,}+");
  private static final Pattern DESK =
      Pattern.compile(
          "(?i)(?:our |the )?(?:own"
              + " )?(?:staff|special)?\\s*(?:correspondents?|reporters?|writers?|staff|reports?)");
  private static final Pattern PICTURE = Pattern.compile("\\[[^\\[\\]]*\\]");
  private static final int MOST_WORDS = 16;
  private static final int MOST_WORDS_OF_A_ROLE = 5;
  private static final String ROLES =
      "(?:correspondent|reporter|editor|columnist|staff writer|analyst|journalist|korrespondent"
          + "|redakteur|reporterin|correspondant|envoyé spécial|journaliste|rédact|corresponsal"
          + "|redactor|periodista|corrispondente|giornalista|inviat|korespondent|dziennikar"
          + "|кореспондент|журналіст|корреспондент|журналист|редактор)";
  private static final Pattern ROLE =
      Pattern.compile("(?iu)(?<!\\p{L})" + ROLES + "(?:in|e|a|ка)?(?!\\p{L})");
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "(?U)"
              + Names.PERSON_PATTERN
              + ",?\\s+(?:covers|writes (?:about|on|for)|reports (?:on|for|from)"
              + "|has (?:covered|reported|written)|is (?:an?|the|our) [^.]{0,60}"
              + ROLES
              + "|berichtet (?:über|für|aus)|schreibt (?:über|für)|ist [^.]{0,40}"
              + ROLES
              + "|couvre|écrit (?:sur|pour)|est [^.]{0,40}"
              + ROLES
              + "|cubre|escribe (?:sobre|para)|es [^.]{0,40}"
              + ROLES
              + ")(?!\\p{Ll}{4})");

  private Bylines() {}

  /** Whether a line names the author after a word such as "by", and says nothing else. */
  static boolean isByline(Seen seen) {
    Line line = seen.line;
    if (!seen.has(Marker.BYLINE) || line.words > MOST_WORDS || (line.prose() && !ending(line))) {
      return false;
    }
    String rest = afterLabel(line.content, seen.phrase(Marker.BYLINE));
    return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0)) && !read(rest).none();
  }

  /** "Reporting by A and B; editing by C" under an agency's text. */
  static boolean ending(Line line) {
    String folded = Folding.fold(line.content);
    return folded.startsWith("reporting by") || folded.startsWith("(reporting by");
  }

  /** The agency in brackets that opens a text or a line: "(Reuters) —", "KABUL (AFP) -". */
  static Optional<String> agency(String text) {
    Matcher agency = AGENCY.matcher(text);
    return agency.find() && Names.name(agency.group(1))
        ? Optional.of(clean(agency.group(1)))
        : Optional.empty();
  }

  /** Reads a byline or a dateline. */
  static Credit credit(Seen seen) {
    if (seen.has(Marker.SOURCE)) {
      String source = clean(afterLabel(seen.withoutDates(), seen.phrase(Marker.SOURCE)));
      Line line = new Line(0, 0, source);
      boolean name = line.words >= 1 && line.words <= 6 && line.small <= 0.5;
      return new Credit(List.of(), Optional.of(source).filter(s -> name && Names.plausible(s)));
    }
    String text = seen.withoutDates();
    if (ending(seen.line)) {
      return new Credit(
          people(text.replaceFirst("(?i)^\\(?reporting by ", "").split("[;.]", 2)[0]),
          Optional.empty());
    }
    Optional<String> agency = agency(seen.line.content);
    if (agency.isPresent()) {
      return new Credit(List.of(), agency);
    }
    Matcher by = BY_INSIDE.matcher(text);
    if (by.find()) {
      return read(text.substring(by.end()));
    }
    if (seen.has(Marker.BYLINE)) {
      return read(afterLabel(text, seen.phrase(Marker.BYLINE)));
    }
    return beforeTheDate(seen);
  }

  /**
   * "Name - date": who stands unlabelled before the date may be who publishes; {@code Credits} asks
   * the page.
   */
  private static Credit beforeTheDate(Seen seen) {
    if (seen.dates.isEmpty()
        || seen.line.image()
        || seen.has(Marker.PUBLISHED)
        || seen.has(Marker.MODIFIED)) {
      return new Credit(List.of(), Optional.empty());
    }
    String before =
        PICTURE
            .matcher(seen.line.content.substring(0, seen.dates.getFirst().start()))
            .replaceAll("");
    String after = clean(seen.line.content.substring(seen.dates.getLast().end()));
    if (before.isBlank() && Names.person(after)) {
      return new Credit(List.of(after), Optional.empty());
    }
    String name = clean(before);
    boolean parted =
        before.isBlank()
            || !Character.isLetter(
                before.stripTrailing().codePointBefore(before.stripTrailing().length()));
    boolean plausible =
        Names.name(name)
            && new Line(0, 0, name).words <= 4
            && !before.contains(",")
            && (parted || !Names.person(name));
    return new Credit(List.of(), Optional.of(name).filter(n -> plausible));
  }

  /** What stands before a date with nothing but a space between: a publisher, or a section. */
  static Optional<String> rubric(Seen seen) {
    if (seen.dates.isEmpty()) {
      return Optional.empty();
    }
    String before = seen.line.content.substring(0, seen.dates.getFirst().start()).strip();
    return Optional.of(before).filter(b -> b.equals(clean(b)) && Names.name(b));
  }

  /** Reads names, and the organisation after them: "A B and C D, Some Agency". */
  private static Credit read(String names) {
    String text = STOP.split(clean(ASIDE.matcher(names).replaceAll(" ")), 2)[0];
    Set<String> authors = new LinkedHashSet<>();
    Optional<String> source = Optional.empty();
    for (String part : Names.split(bare(text))) {
      String name = bare(clean(part));
      if (Markers.standard().is(Marker.SHARE, name)) {
        continue;
      }
      if (DESK.matcher(name).matches()) {
        authors.add(name);
      } else if (Names.person(name) && (authors.isEmpty() || !organisation(text, part))) {
        authors.add(name);
      } else if (Names.name(name)
          && source.isEmpty()
          && (authors.isEmpty() || Names.organisation(name) || namedOrganisation(name, text))) {
        source = Optional.of(name);
      }
    }
    return new Credit(List.copyOf(authors), source);
  }

  /** Several words after a person that are no person's name; one may be a place, or a degree. */
  private static boolean namedOrganisation(String name, String text) {
    return name.contains(" ") && Names.affiliation(text) >= 0;
  }

  private static List<String> people(String names) {
    List<String> people = new ArrayList<>();
    for (String part : Names.split(names)) {
      if (Names.person(clean(part))) {
        people.add(clean(part));
      }
    }
    return people;
  }

  /** Whether a name is what stands after the people: "A B and C D, Sea Press". */
  private static boolean organisation(String text, String part) {
    int comma = Names.affiliation(text);
    return comma >= 0 && text.substring(comma + 1).strip().equals(part);
  }

  private static String afterLabel(String text, String phrase) {
    String stripped = text.strip();
    boolean there =
        Folding.fold(stripped).startsWith(phrase) && stripped.length() >= phrase.length();
    return there ? clean(stripped.substring(phrase.length())) : clean(stripped);
  }

  /** "Defence correspondent": what an author is, and nothing else. */
  static boolean role(Line line) {
    return line.label() && line.words <= MOST_WORDS_OF_A_ROLE && ROLE.matcher(line.content).find();
  }

  /** "Ann Lee covers the north for Coast Press": what is said of an author under the text. */
  static boolean biography(Line line) {
    return line.prose() && BIOGRAPHY.matcher(line.content).lookingAt();
  }

  /** A desk's name is left as it is, a person's is freed of what stands after it. */
  private static String bare(String name) {
    return DESK.matcher(name).matches() ? name : Names.bare(name);
  }

  static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isJunk(text.charAt(start))) {
      start++;
    }
    while (end > start && isJunk(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isJunk(char c) {
    return c < 0x7F
        ? !Character.isLetterOrDigit(c) && (c >= ' ' || Character.isWhitespace(c))
        : "—–•·…".indexOf(c) >= 0;
  }
}
