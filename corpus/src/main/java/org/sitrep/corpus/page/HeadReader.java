package org.sitrep.corpus.page;

/** Gives zones to the lines above the text, from the headline's point of view. */
final class HeadReader {
  private static final int MOST_SECTIONS = 6;
  private static final int SECTION_WORDS = 3;
  private static final int STANDFIRST_WORDS = 8;

  private final PageMap map;
  private final int headline;
  private final int first;

  private HeadReader(PageMap map, int headline, BodyFinder.Run run) {
    this.map = map;
    this.headline = headline;
    first = run.none() ? map.size() : run.first();
  }

  static void read(PageMap map, int headline, BodyFinder.Run run) {
    HeadReader reader = new HeadReader(map, headline, run);
    reader.headlines();
    if (headline >= 0) {
      reader.sectionsBelow();
    }
    for (int i = 0; i < reader.first; i++) {
      if (map.free(i)) {
        reader.anywhere(i);
      }
    }
    if (headline >= 0) {
      reader.sectionAbove();
    }
    for (int i = 0; i < reader.first; i++) {
      if (map.free(i)) {
        reader.rest(i);
      }
    }
  }

  private void headlines() {
    if (headline < 0) {
      return;
    }
    map.set(headline, Zone.HEADLINE, "a headline: its words are those of the text below");
    String key = PageLines.key(map.line(headline));
    for (int i = 0; i < map.size(); i++) {
      if (i != headline && map.free(i) && PageLines.key(map.line(i)).equals(key)) {
        map.set(i, Zone.HEADLINE, "the headline, said again");
      }
    }
  }

  /** What a line is wherever it stands above the text. */
  private void anywhere(int i) {
    Seen seen = map.seen(i);
    Line line = seen.line;
    if ((seen.dateline() && !line.marked) || (seen.dateline() && i > headline)) {
      map.set(i, Zone.DATELINE, "a date with few words around it, above the text");
    } else if (seen.byline()) {
      map.set(i, Zone.BYLINE, "a name after “%s”".formatted(seen.phrase(Marker.BYLINE)));
    } else if (line.label() && Bylines.agency(line.content).isPresent()) {
      map.set(i, Zone.BYLINE, "an agency in brackets");
    } else if (seen.has(Marker.SECTION) && line.words <= 8) {
      map.set(i, Zone.SECTION, "sections after “%s”".formatted(seen.phrase(Marker.SECTION)));
    } else if (seen.has(Marker.SOURCE) && line.label() && i > headline) {
      map.set(i, Zone.BYLINE, "the publisher after “%s”".formatted(seen.phrase(Marker.SOURCE)));
    } else if (seen.has(Marker.READING) && !line.prose()) {
      map.set(i, Zone.DATELINE, "says how long reading takes or how often it was done");
    } else if (line.image()
        || seen.has(Marker.CAPTION)
        || (i != headline && Credits.endsWithCredit(line))) {
      map.set(i, Zone.CAPTION, "belongs to a picture");
    } else if (seen.has(Marker.SHARE) && !line.prose()) {
      map.set(
          i, Zone.PROMOTION, "passes the article on: “%s”".formatted(seen.phrase(Marker.SHARE)));
    } else if (seen.has(Marker.PROMOTION)) {
      map.set(
          i, Zone.PROMOTION, "the site of itself: “%s”".formatted(seen.phrase(Marker.PROMOTION)));
    } else if (Trails.isBreadcrumb(line) && i < first) {
      map.set(i, Zone.SECTION, "leads from the whole site to this page");
    } else if (Trails.isMenu(line) || seen.has(Marker.NAVIGATION)) {
      map.set(i, Zone.NAVIGATION, "a menu");
    }
  }

  /** A list of a few words right under the headline. */
  private void sectionsBelow() {
    int i = map.page().next(headline);
    int from = i;
    int items = 0;
    while (i >= 0 && i < first && sectionItem(i)) {
      items++;
      i = map.page().next(i);
    }
    boolean author =
        items == 1 && Names.person(map.line(from).content) && i >= 0 && map.seen(i).dateline();
    if (items == 0 || items > MOST_SECTIONS || author) {
      return;
    }
    for (int k = from; items > 0; k = map.page().next(k), items--) {
      map.set(k, Zone.SECTION, "in a list of a few words right under the headline");
    }
  }

  private boolean sectionItem(int i) {
    Line line = map.line(i);
    return map.free(i)
        && line.marked
        && line.label()
        && line.words <= SECTION_WORDS
        && !map.seen(i).has(Marker.SHARE)
        && !map.seen(i).dateline();
  }

  /** A word or two in a block of their own right above the headline, below other lines. */
  private void sectionAbove() {
    int i = map.page().previous(headline);
    if (i < 0
        || !map.free(i)
        || map.page().previous(i) < 0
        || !map.indexes(Zone.SECTION).isEmpty()) {
      return;
    }
    Line line = map.line(i);
    boolean alone = map.line(i - 1).blank();
    if (alone && !line.marked && line.label() && line.words <= SECTION_WORDS && !line.shouted()) {
      map.set(i, Zone.SECTION, "a word or two by themselves right above the headline");
    }
  }

  private void rest(int i) {
    Line line = map.line(i);
    int above = map.page().previous(i);
    boolean dated = above >= 0 && map.zone(above) == Zone.DATELINE;
    if (dated && DateFinder.time(line.content).isPresent()) {
      map.set(i, Zone.DATELINE, "the time of the date above it");
    } else if (headline < 0 || i < headline) {
      map.set(i, Zone.NAVIGATION, "stands above the headline");
    } else if (role(map.page().next(i)) && Names.person(line.content)) {
      map.set(i, Zone.BYLINE, "a name above what its bearer is");
    } else if (role(i) && i > 0 && map.zone(map.page().previous(i)) == Zone.BYLINE) {
      map.set(i, Zone.BYLINE, "what the author is");
    } else if (nameByItself(i)) {
      map.set(i, Zone.BYLINE, "a name by itself beside the date");
    } else if (pictured(i)) {
      map.set(i, Zone.CAPTION, "stands by a picture");
    } else if (!line.marked && (line.prose() || line.words >= STANDFIRST_WORDS)) {
      map.set(i, Zone.STANDFIRST, "says between headline and text what the article is about");
    } else {
      map.set(i, Zone.NAVIGATION, "a few words between headline and text");
    }
  }

  private boolean role(int i) {
    return i >= 0 && i < first && Bylines.role(map.line(i));
  }

  private boolean nameByItself(int i) {
    if (!Names.person(map.line(i).content)
        || (map.line(i).shouted() && map.page().previous(i) != headline)
        || map.wordsOfText(map.line(i).content)) {
      return false;
    }
    int next = map.page().next(i);
    int previous = map.page().previous(i);
    return (next >= 0 && map.zone(next) == Zone.DATELINE)
        || (previous >= 0 && map.zone(previous) == Zone.DATELINE);
  }

  private boolean pictured(int i) {
    int previous = map.page().previous(i);
    int next = map.page().next(i);
    boolean below = previous > headline && map.zone(previous) == Zone.CAPTION && previous == i - 1;
    boolean credit = next >= 0 && next < first && !map.free(next) && map.zone(next) == Zone.CAPTION;
    return below || (credit && next == i + 1) || map.page().times(map.line(i)) > 1;
  }
}
