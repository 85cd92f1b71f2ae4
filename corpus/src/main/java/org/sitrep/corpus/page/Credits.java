package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** Who wrote and published an article, gathered from the page's bylines and datelines. */
final class Credits {
  private static final int LONGEST_CREDIT = 80;
  private static final int FEWEST_WORDS = 6;
  private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}.'’-]*+";
  private static final Pattern PICTURED_BY =
      Pattern.compile(
          CAPITALISED
              + "\\s?/\\s?"
              + CAPITALISED
              + "(?:\\s"
              + CAPITALISED
              + "){0,3}$"
              + "|[.!?…”»\"]\\s\\p{Lu}{3,}(?:\\s\\p{Lu}{2,}){1,3}$");

  /** A page with more bylines and datelines is a list of articles, and the first are its own. */
  private static final int MOST_CREDITED = 50;

  private static final Pattern RIGHTS = Pattern.compile("(?i)(?:©|\\(c\\)|copyright)");

  private static final Pattern HOLDER =
      Pattern.compile(
          "(?i)(?:(?:©|\\(c\\)|copyright)[\\s:]*){1,3}(?:19|20)\\d\\d(?:\\s*[-–—/]\\s*\\d{2,4})?,?\\s+(?:by\\s+)?([^.,|•·©()]{2,60})(?:[.,|•·(]|\\s+all"
              + " rights|$)");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private List<String> authors = List.of();
  private Optional<String> source = Optional.empty();
  private final List<ExplainedField> reasons = new ArrayList<>();

  Credits(PageMap map, BodyFinder.Run run) {
    List<Integer> credited = new ArrayList<>(map.indexes(Zone.BYLINE));
    credited.addAll(map.indexes(Zone.DATELINE));
    for (int i : credited.subList(0, Math.min(credited.size(), MOST_CREDITED))) {
      take(credit(map, i), "line %d".formatted(map.line(i).number));
    }
    if (!run.none()) {
      Optional<String> agency = Bylines.agency(map.line(run.first()).content);
      take(new Bylines.Credit(List.of(), agency), "the text begins with an agency in brackets");
      for (int i = run.last() + 1; i < map.size() && source.isEmpty(); i++) {
        String why = "line %d: the notice of copyright".formatted(map.line(i).number);
        take(new Bylines.Credit(List.of(), holder(map.line(i).content)), why);
      }
    }
  }

  /** Who holds the rights of a page, by its foot: "© 2024 Sea Press. All rights reserved." */
  private static Optional<String> holder(String text) {
    Matcher notice = HOLDER.matcher(text);
    return notice.lookingAt()
        ? Optional.of(Bylines.clean(notice.group(1))).filter(Names::name)
        : Optional.empty();
  }

  /** Who a byline or a dateline credits, as far as the rest of the page bears it out. */
  static Bylines.Credit credit(PageMap map, int i) {
    Seen seen = map.seen(i);
    Bylines.Credit credit = borneOut(map, i, Bylines.credit(seen));
    if (credit.none() && map.zone(i) == Zone.BYLINE && Names.person(seen.line.content)) {
      return new Bylines.Credit(List.of(seen.line.content), Optional.empty());
    }
    if (credit.authors().stream().anyMatch(map::onlyWordsOfText)) {
      return new Bylines.Credit(List.of(), Optional.empty());
    }
    boolean section = Bylines.rubric(seen).filter(r -> map.page().says(r)).isPresent();
    return section ? new Bylines.Credit(credit.authors(), Optional.empty()) : credit;
  }

  /**
   * Who stands unlabelled before a date is the publisher where the name says so or the site says it
   * of itself; else it is the author, or a place or a word.
   */
  private static Bylines.Credit borneOut(PageMap map, int i, Bylines.Credit credit) {
    Seen seen = map.seen(i);
    boolean labelled =
        seen.has(Marker.SOURCE)
            || seen.has(Marker.BYLINE)
            || Bylines.agency(seen.line.content).isPresent();
    if (credit.source().isEmpty() || labelled || !credit.authors().isEmpty()) {
      return credit;
    }
    String name = credit.source().get();
    if (Names.place(name)) {
      return new Bylines.Credit(List.of(), Optional.empty());
    }
    if (Names.organisation(name) || ofTheSite(map, i, name)) {
      return credit;
    }
    return new Bylines.Credit(Names.person(name) ? List.of(name) : List.of(), Optional.empty());
  }

  /** Whether lines that are no text name it: for what may be a person, those of the site itself. */
  private static boolean ofTheSite(PageMap map, int i, String name) {
    String key = words(name);
    boolean person = Names.person(name);
    for (int k = 0; k < map.size(); k++) {
      Zone zone = map.zone(k);
      boolean itself =
          zone == Zone.PROMOTION
              || (zone == Zone.NAVIGATION && !person)
              || (!zone.inBody() && RIGHTS.matcher(map.line(k).content).lookingAt());
      if (k != i && itself && words(map.line(k).content).contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** The words of a text between spaces, without signs. */
  private static String words(String text) {
    return " " + SIGNS.matcher(Folding.fold(text)).replaceAll(" ").strip() + " ";
  }

  private void take(Bylines.Credit credit, String why) {
    if (authors.isEmpty() && !credit.authors().isEmpty()) {
      authors = credit.authors();
      reasons.add(new ExplainedField("authors", String.join(", ", authors), why));
    }
    if (source.isEmpty() && credit.source().isPresent()) {
      source = credit.source();
      reasons.add(new ExplainedField("source", source.get(), why));
    }
  }

  /**
   * Whether a line ends as what a picture shows does: with a name, a slash and an agency, or with a
   * name in capitals after a sentence.
   */
  static boolean endsWithCredit(Line line) {
    String end = line.content.substring(Math.max(0, line.content.length() - LONGEST_CREDIT));
    return !line.ends
        && line.words >= FEWEST_WORDS
        && PICTURED_BY.matcher(end).find()
        && !Trails.isTrail(line);
  }

  List<String> authors() {
    return authors;
  }

  Optional<String> source() {
    return source;
  }

  /** Where they come from. */
  List<ExplainedField> reasons() {
    return reasons;
  }
}
