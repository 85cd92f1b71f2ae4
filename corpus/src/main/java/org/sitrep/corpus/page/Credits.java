package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private List<String> authors = List.of();
  private Optional<String> source = Optional.empty();
  private final List<ExplainedField> reasons = new ArrayList<>();

  Credits(PageMap map, BodyFinder.Run run) {
    List<Integer> credited = new ArrayList<>(map.indexes(Zone.BYLINE));
    credited.addAll(map.indexes(Zone.DATELINE));
    for (int i : credited) {
      take(credit(map, i), "line %d".formatted(map.line(i).number));
    }
    if (!run.none()) {
      Optional<String> agency = Bylines.agency(map.line(run.first()).content);
      take(new Bylines.Credit(List.of(), agency), "the text begins with an agency in brackets");
    }
  }

  private static Bylines.Credit credit(PageMap map, int i) {
    Seen seen = map.seen(i);
    Bylines.Credit credit = Bylines.credit(seen);
    if (credit.none() && map.zone(i) == Zone.BYLINE && Names.person(seen.line.content)) {
      return new Bylines.Credit(List.of(seen.line.content), Optional.empty());
    }
    if (credit.authors().stream().anyMatch(map::onlyWordsOfText)) {
      return new Bylines.Credit(List.of(), Optional.empty());
    }
    boolean section = Bylines.rubric(seen).filter(r -> map.page().says(r)).isPresent();
    return section ? new Bylines.Credit(credit.authors(), Optional.empty()) : credit;
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
