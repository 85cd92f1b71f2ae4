package org.sitrep.corpus.page;

/**
 * Gives zones to the lines below the text. Whatever stands there belongs to others until the
 * article's own tags, date, author or publisher say otherwise, and those only before the first list
 * of other articles.
 */
final class TailReader {
  private static final int TAG_WORDS = 5;

  private final PageMap map;
  private Zone zone = Zone.NAVIGATION;
  private String reason = "below the text";
  private boolean own = true;
  private boolean tags;
  private boolean markedTags;

  private TailReader(PageMap map) {
    this.map = map;
  }

  static void read(PageMap map, BodyFinder.Run run) {
    TailReader reader = new TailReader(map);
    for (int i = run.last() + 1; i < map.size(); i++) {
      if (map.free(i)) {
        reader.line(i);
      } else if (map.line(i).blank() && reader.tags && !reader.tagsGoOn(i)) {
        reader.tags = false;
      }
    }
  }

  private void line(int i) {
    Seen seen = map.seen(i);
    Line line = seen.line;
    if (announcesTags(seen)) {
      map.set(i, Zone.TAGS, "announces tags: “%s”".formatted(TagReader.label(seen)));
      tags = !TagReader.announced(line) && new Line(0, 0, TagReader.afterLabel(seen)).words == 0;
      markedTags = false;
    } else if (seen.hashtags() && ownOrFirst()) {
      map.set(i, Zone.TAGS, "nothing but hashtags");
      tags = false;
    } else if (tags && tag(seen)) {
      map.set(i, Zone.TAGS, "a word in the list of tags");
      markedTags |= line.marked;
    } else if (seen.has(Marker.COMMENTS)) {
      others(Zone.PROMOTION, "from here on readers speak");
      map.set(i, zone, reason);
    } else if (BodyFinder.opensRail(seen)) {
      others(Zone.RAIL, "in the list “%s”".formatted(seen.phrase(Marker.RAIL)));
      map.set(
          i, Zone.RAIL, "opens a list of other articles: “%s”".formatted(seen.phrase(Marker.RAIL)));
    } else if (own && ownLine(i, seen)) {
      tags = false;
    } else if (seen.furniture()) {
      map.set(i, Zone.PROMOTION, "the site of itself");
      tags = false;
    } else {
      foreign(i, line);
    }
  }

  private boolean announcesTags(Seen seen) {
    boolean there = seen.has(Marker.TAGS) || TagReader.announced(seen.line);
    boolean inLine = TagReader.announced(seen.line) || !TagReader.afterLabel(seen).isEmpty();
    return there && !seen.line.prose() && (own || (inLine && ownOrFirst()));
  }

  /**
   * The first tags after a list of other articles are the article's, but none that readers give.
   */
  private boolean ownOrFirst() {
    return own || (zone == Zone.RAIL && map.indexes(Zone.TAGS).isEmpty());
  }

  private void others(Zone next, String why) {
    own = false;
    tags = false;
    zone = next;
    reason = why;
  }

  /** Sentences below the text are others', and so is what follows them. */
  private void foreign(int i, Line line) {
    if (tags || (own && line.prose())) {
      others(Zone.RAIL, "below the article's end");
    }
    map.set(i, line.prose() && zone == Zone.NAVIGATION ? Zone.RAIL : zone, reason);
  }

  private boolean ownLine(int i, Seen seen) {
    Line line = seen.line;
    if (Bylines.ending(line) || (seen.byline() && !seen.dateline())) {
      map.set(i, Zone.BYLINE, "names the author under the text");
    } else if (seen.has(Marker.SOURCE) && line.words <= 6) {
      map.set(i, Zone.BYLINE, "names the publisher under the text");
    } else if (seen.dateline() && !line.marked) {
      map.set(i, Zone.DATELINE, "a date right under the text");
    } else if (seen.address()) {
      map.set(i, Zone.BYLINE, "the author's address");
    } else if (seen.has(Marker.CAPTION) || line.image()) {
      map.set(i, Zone.CAPTION, "belongs to a picture");
    } else if (seen.has(Marker.SECTION) && line.words <= 8) {
      map.set(i, Zone.SECTION, "sections after “%s”".formatted(seen.phrase(Marker.SECTION)));
    } else if (signature(i)) {
      map.set(i, Zone.BYLINE, "a name by itself right under the text");
    } else {
      return false;
    }
    return true;
  }

  private boolean signature(int i) {
    int previous = map.page().previous(i);
    boolean under = previous >= 0 && map.zone(previous).inBody();
    boolean alone = i + 1 >= map.size() || map.line(i + 1).blank();
    return under
        && alone
        && !map.line(i).marked
        && Names.person(map.line(i).content)
        && !map.wordsOfText(map.line(i).content);
  }

  private boolean tag(Seen seen) {
    return !seen.line.bare()
        && (seen.line.marked || !markedTags)
        && !seen.line.prose()
        && !seen.line.ends
        && seen.line.words <= TAG_WORDS
        && !seen.furniture()
        && !BodyFinder.opensRail(seen);
  }

  /** Whether a blank line within a list of tags is followed by another tag. */
  private boolean tagsGoOn(int blank) {
    int previous = map.page().previous(blank);
    int next = map.page().next(blank);
    boolean opened = previous >= 0 && map.seen(previous).has(Marker.TAGS);
    return next >= 0 && (opened || (map.line(next).marked && map.line(previous).marked));
  }
}
