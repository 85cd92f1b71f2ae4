package org.sitrep.corpus.page;

import java.util.List;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** Gives zones to the lines of the text: its paragraphs, its headings, and what stands between. */
final class BodyReader {
  private static final int HEADING_WORDS = 16;
  private static final int CREDIT_WORDS = 45;
  private static final int PROMOTION_WORDS = 40;
  private static final int TEASER_WORDS = 12;
  private static final int NEARBY = 3;
  private static final int PICTURE_TEXT = 20;
  private static final int LONGEST_CREDIT = 60;
  private static final int MOST_WORDS_ABOUT_AUTHOR = 150;
  private static final int MOST_WORDS_OF_A_BIOGRAPHY = 60;
  private static final int LOUD_WORDS = 7;
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern SIGN = Pattern.compile("[%$€£]");

  /** "1 of 3", "Item 1 of 3", "[1/3]": pictures are counted, each with what it shows. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?iu)(?:(?:item|image|photo|picture|slide|bild|foto|imagen|immagine|zdjęcie|фото)\\s)?"
              + "\\d{1,3}\\s?(?:of|von|sur|de|di|z|из|з)\\s?\\d{1,3}(?!\\d)\\D"
              + "|\\[\\d{1,3}\\s?/\\s?\\d{1,3}\\]");

  private final PageMap map;
  private final BodyFinder.Run run;
  private boolean rail;
  private String railReason = "";

  private BodyReader(PageMap map, BodyFinder.Run run) {
    this.map = map;
    this.run = run;
  }

  static void read(PageMap map, BodyFinder.Run run, List<String> authors) {
    BodyReader reader = new BodyReader(map, run);
    reader.aboutTheAuthor(authors);
    for (int i = run.first(); i <= run.last(); i++) {
      if (map.free(i)) {
        reader.furniture(i);
      }
    }
    for (int i = run.first(); i <= run.last(); i++) {
      if (map.free(i)) {
        reader.text(i);
      }
    }
  }

  /** What is said of the author at the end, under a heading or beginning with the name. */
  private void aboutTheAuthor(List<String> authors) {
    int words = 0;
    for (int i = run.last(); i >= run.first(); i--) {
      Seen seen = map.seen(i);
      words += seen.line.words;
      if (words > MOST_WORDS_ABOUT_AUTHOR) {
        return;
      }
      String line = Folding.fold(seen.line.content);
      boolean named =
          authors.stream()
              .map(Folding::fold)
              .anyMatch(
                  a -> line.equals(a) || line.equals("about " + a) || line.startsWith(a + " "));
      boolean last = words <= MOST_WORDS_OF_A_BIOGRAPHY && Bylines.biography(seen.line);
      if (named || last || seen.has(Marker.AUTHOR)) {
        for (int k = i; k <= run.last(); k++) {
          map.setIfFree(k, Zone.PROMOTION, "about the author");
        }
      }
    }
  }

  /** Takes out what is no text whatever stands around it. */
  private void furniture(int i) {
    Seen seen = map.seen(i);
    Line line = seen.line;
    if (picture(i)) {
      map.set(i, Zone.CAPTION, "belongs to a picture");
    } else if (seen.has(Marker.RELATED) && line.words <= PROMOTION_WORDS) {
      rail(i, "names another article: “%s”".formatted(seen.phrase(Marker.RELATED)));
      rail = seen.wholeMarker() || line.words <= 2;
    } else if (BodyFinder.opensRail(seen)) {
      rail(i, "opens a list of other articles: “%s”".formatted(seen.phrase(Marker.RAIL)));
      rail = true;
    } else if (rail && inRail(i)) {
      map.set(i, Zone.RAIL, railReason);
    } else if (line.rule()
        || (!line.worded()
            && !(DIGIT.matcher(line.content).find() && SIGN.matcher(line.content).find()))) {
      map.set(i, Zone.PROMOTION, "no words on it");
    } else if (seen.has(Marker.SHARE) && !line.prose()) {
      map.set(
          i, Zone.PROMOTION, "passes the article on: “%s”".formatted(seen.phrase(Marker.SHARE)));
    } else if (promotes(seen)) {
      map.set(
          i, Zone.PROMOTION, "the site of itself: “%s”".formatted(seen.phrase(Marker.PROMOTION)));
    } else if ((seen.has(Marker.NAVIGATION) && seen.wholeMarker())
        || (seen.has(Marker.READING) && line.label())) {
      map.set(i, Zone.PROMOTION, "furniture within the text");
    } else if (seen.byline() || seen.address()) {
      map.set(i, Zone.BYLINE, "names the author within the text");
    } else if (seen.dateline() && !line.content.startsWith("—") && seen.wordsAround() <= 4) {
      dateWithin(i);
    } else {
      rail = false;
    }
  }

  private static boolean promotes(Seen seen) {
    return seen.has(Marker.PROMOTION) && (seen.wholeMarker() || seen.line.words <= PROMOTION_WORDS);
  }

  private void rail(int i, String reason) {
    map.set(i, Zone.RAIL, reason);
    railReason = "in a list of other articles within the text";
  }

  /** Whether a line goes on a list of other articles: all but a whole paragraph does. */
  private boolean inRail(int i) {
    Line line = map.line(i);
    boolean teaser = line.content.endsWith("...") || line.content.endsWith("…");
    if (announcesList(i)) {
      return false;
    }
    boolean leaves = line.words >= TEASER_WORDS || BodyFinder.leavesRail(map, i);
    return line.marked || teaser || !line.prose() || !leaves;
  }

  /** "Three reasons are given:" goes on the text after a list of other articles. */
  private boolean announcesList(int i) {
    Line line = map.line(i);
    int next = map.page().next(i);
    boolean announces = line.content.endsWith(":") && line.words >= 4 && !line.marked;
    return announces && next >= 0 && map.line(next).marked;
  }

  private void dateWithin(int i) {
    boolean early =
        i <= run.first() + 2 || map.zone(Math.max(0, map.page().previous(i))) == Zone.BYLINE;
    map.set(
        i,
        early ? Zone.DATELINE : Zone.RAIL,
        early ? "a date at the top of the text" : "a date by itself within the text");
  }

  private boolean picture(int i) {
    Seen seen = map.seen(i);
    Line line = seen.line;
    if (line.image()) {
      return true;
    }
    if (seen.has(Marker.CAPTION) && line.words <= CREDIT_WORDS) {
      return true;
    }
    int next = map.page().next(i);
    int previous = map.page().previous(i);
    return COUNTED.matcher(line.content).lookingAt()
        || saidAgainNearby(i)
        || (line.label() && previous == i - 1 && previous >= 0 && map.line(previous).image())
        || (line.label() && next >= 0 && map.line(next).words > line.words && saidAgainNearby(next))
        || (line.words <= CREDIT_WORDS
            && next == i + 1
            && map.seen(next).has(Marker.CAPTION)
            && !line.prose()
            && !line.ends)
        || (line.words <= CREDIT_WORDS && Credits.endsWithCredit(line));
  }

  /** A picture's text is said twice in a row: for those who do not see it, and below it. */
  private boolean saidAgainNearby(int i) {
    int above = i;
    int below = i;
    for (int near = 0; near < NEARBY; near++) {
      above = above < 0 ? -1 : map.page().previous(above);
      below = below < 0 ? -1 : map.page().next(below);
      if (same(i, above) || same(i, below)) {
        return true;
      }
    }
    return false;
  }

  private boolean same(int i, int other) {
    if (i < 0 || other < 0) {
      return false;
    }
    String one = PageLines.key(map.line(i));
    String two = PageLines.key(map.line(other));
    if (one.equals(two)) {
      return !one.isEmpty();
    }
    boolean begins =
        (one.length() > PICTURE_TEXT && two.startsWith(one))
            || (two.length() > PICTURE_TEXT && one.startsWith(two));
    return begins && Math.abs(one.length() - two.length()) < LONGEST_CREDIT;
  }

  /** What is left is text: a paragraph, a heading, an item of a list. */
  private void text(int i) {
    Line line = map.line(i);
    if (line.prose() || line.ends) {
      map.set(i, Zone.BODY, line.prose() ? "sentences" : "a short sentence within the text");
    } else if (line.shouted() && line.words >= LOUD_WORDS && !shoutedPage()) {
      map.set(i, Zone.RAIL, "a line in capitals within the text, as links are");
    } else if (line.marked) {
      map.set(i, Zone.BODY, "an item of a list within the text");
    } else if (line.words <= HEADING_WORDS && opens(i)) {
      map.set(i, Zone.HEADING, "a few words, no full stop, with text under them");
    } else {
      map.set(i, Zone.BODY, "a line within the text");
    }
  }

  /** Whether the text itself is in capitals. */
  private boolean shoutedPage() {
    return map.line(run.first()).shouted();
  }

  private boolean opens(int i) {
    int next = map.page().next(i);
    while (next >= 0 && next <= run.last() && !map.free(next) && !map.zone(next).inBody()) {
      next = map.page().next(next);
    }
    if (next < 0 || next > run.last()) {
      return false;
    }
    Line below = map.line(next);
    int first = map.line(i).content.codePointAt(0);
    return (below.prose() || below.marked || below.ends) && !Character.isLowerCase(first);
  }
}
