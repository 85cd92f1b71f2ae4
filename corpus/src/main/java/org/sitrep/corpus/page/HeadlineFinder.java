package org.sitrep.corpus.page;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/**
 * Finds the headline above the text: the line whose words the text takes up, that is said twice,
 * that stands near the text or over a date, and that does not end as a sentence does.
 */
final class HeadlineFinder {
  private static final int FURTHEST = 60;
  private static final int MOST_WORDS = 32;
  private static final int SIGNIFICANT = 4;
  private static final int STEM = 5;
  private static final double LEAST = 2.0;

  /** A line right above the best that is nearly as good is the headline, and the best its deck. */
  private static final double OVER_THE_BEST = 2.5;

  private static final int HEADLINE_WORDS = 4;
  private static final int PICTURE_WORDS = 12;
  private static final int RAIL_LINES = 6;
  private static final int LINES_TO_THE_DOOR = 6;
  private static final int LINES_BELOW_THE_DOOR = 12;
  private static final Pattern CREDITED =
      Pattern.compile("(?:\\[[^\\[\\]]+\\]|\\([^()]*/[^()]*\\))\\W*$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\d]+");
  private static final Pattern ASKS = Pattern.compile("[?!][\"”’»]*+$");
  private static final int LONGEST = 400;
  private static final double TAKEN_UP = 0.4;
  private static final int NEAR = 12;

  private final PageMap map;
  private final int first;
  private final Set<String> said;

  private HeadlineFinder(PageMap map, BodyFinder.Run run) {
    this.map = map;
    first = run.first();
    said = new HashSet<>();
    for (int i = run.first(); i <= run.last(); i++) {
      if (map.line(i).prose()) {
        said.addAll(stems(map.line(i).content));
      }
    }
  }

  /** Returns the index of the headline, -1 where the page has none. */
  static int find(PageMap map, BodyFinder.Run run) {
    return new HeadlineFinder(map, run).find();
  }

  private int find() {
    int best = -1;
    double bestScore = LEAST;
    int below = -1;
    int distance = 0;
    for (int i = first - 1; i >= 0 && distance < FURTHEST; i--) {
      if (map.line(i).blank()) {
        continue;
      }
      if (candidate(i)) {
        double score = score(i, distance);
        boolean overTheBest = best >= 0 && below == best && map.line(i).words >= HEADLINE_WORDS;
        if (score >= bestScore - (overTheBest ? OVER_THE_BEST : 0) || sameAs(best, i, distance)) {
          best = i;
          bestScore = Math.max(score, bestScore);
        }
      }
      below = i;
      distance++;
    }
    return best;
  }

  /** Whether a line says the headline already, not far above. */
  private boolean sameAs(int best, int index, int distance) {
    return best >= 0
        && distance < NEAR
        && !map.line(index).marked
        && PageLines.key(map.line(index)).equals(PageLines.key(map.line(best)));
  }

  private boolean candidate(int index) {
    Line line = map.line(index);
    Seen seen = map.seen(index);
    return line.words >= 2
        && line.words <= MOST_WORDS
        && line.content.length() <= LONGEST
        && !line.image()
        && !seen.dateline()
        && !(seen.furniture() && line.words < 4)
        && !(seen.has(Marker.SHARE) && line.words < 8)
        && !seen.has(Marker.CAPTION)
        && !seen.has(Marker.COMMENTS)
        && !seen.has(Marker.SECTION)
        && !seen.wholeMarker()
        && !seen.byline()
        && !Trails.isTrail(line)
        && !seen.address()
        && !nameUnderHeadline(index);
  }

  /** A name between a line of its own and the date is who wrote, not what about. */
  private boolean nameUnderHeadline(int index) {
    int above = map.page().previous(index);
    int below = map.page().next(index);
    return Names.person(map.line(index).content)
        && below >= 0
        && below < first
        && map.seen(below).dateline()
        && above >= 0
        && map.line(above).words >= HEADLINE_WORDS
        && candidate(above);
  }

  /** Whether nothing but dates and names stands between a line and the text. */
  private boolean rightOverTheDoor(int index) {
    int below = map.page().next(index);
    boolean door = false;
    while (below >= 0 && below < first) {
      boolean date = map.seen(below).dateline();
      if (!date && !map.seen(below).byline() && !Names.person(map.line(below).content)) {
        return false;
      }
      door |= date;
      below = map.page().next(below);
    }
    return door;
  }

  private double score(int index, int distance) {
    Line line = map.line(index);
    double takenUp = takenUp(line.content);
    double score = 6 * takenUp - Math.min(distance, 24) * 0.2;
    int times = map.page().times(line);
    score += (times == 2 || times == 3) && !pictured(index) ? 4 : 0;
    score -= pictured(index) ? 2 : 0;
    score -= CREDITED.matcher(line.content).find() ? 3 : 0;
    score -= inRail(index) ? 3 : 0;
    score += line.words >= 4 ? 1 : line.words == 3 ? 0 : -1.5;
    score -= line.marked ? 4 : 0;
    score -= line.ends && !ASKS.matcher(line.content).find() ? 2 : 0;
    score -= line.prose() && line.words > 20 ? 2 : 0;
    score += takenUp > 0.25 && overTheDoor(index) ? 2 : 0;
    score += line.words >= HEADLINE_WORDS && !line.ends && rightOverTheDoor(index) ? 2.5 : 0;
    score += map.page().previous(index) < 0 ? 1 : 0;
    score -= belowTheDoor(index) ? 3 : 0;
    return score;
  }

  /** A long line under a picture, or said twice in a row: what a picture shows. */
  private boolean pictured(int index) {
    if (map.line(index).words < PICTURE_WORDS) {
      return false;
    }
    int above = map.page().previous(index);
    int below = map.page().next(index);
    return (above >= 0 && (map.line(above).image() || says(above, index))) || says(below, index);
  }

  private boolean says(int other, int index) {
    return other >= 0 && PageLines.key(map.line(other)).equals(PageLines.key(map.line(index)));
  }

  /** Whether a list of other articles opened a few lines above. */
  private boolean inRail(int index) {
    int above = index;
    for (int lines = 0; lines < RAIL_LINES; lines++) {
      above = above < 0 ? -1 : map.page().previous(above);
      if (above >= 0 && (map.seen(above).dateline() || map.seen(above).byline())) {
        return false;
      }
      if (above >= 0 && BodyFinder.opensRail(map.seen(above))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the date or the author of the text stands at most a few lines below. */
  private boolean overTheDoor(int index) {
    int below = index;
    for (int lines = 0; lines < LINES_TO_THE_DOOR; lines++) {
      below = below < 0 ? -1 : map.page().next(below);
      if (below < 0 || below >= first) {
        return false;
      }
      if (map.seen(below).dateline() || map.seen(below).byline()) {
        return true;
      }
    }
    return false;
  }

  /** Whether date and author stand above, and over them a line whose words the text takes up. */
  private boolean belowTheDoor(int index) {
    int above = map.page().previous(index);
    boolean door = false;
    for (int lines = 0; lines < LINES_BELOW_THE_DOOR && above >= 0; lines++) {
      boolean here = map.seen(above).dateline() || map.seen(above).byline();
      if (door && !here) {
        return candidate(above) && takenUp(map.line(above).content) >= TAKEN_UP;
      }
      door |= here;
      above = map.page().previous(above);
    }
    return false;
  }

  /** The share of the line's longer words that the text uses. */
  private double takenUp(String text) {
    Set<String> stems = stems(text);
    long used = stems.stream().filter(said::contains).count();
    return stems.isEmpty() ? 0 : used / (double) Math.max(3, stems.size());
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : NO_WORD.split(Folding.fold(text), -1)) {
      if (word.length() >= SIGNIFICANT || (!word.isEmpty() && word.charAt(0) > '\u2E80')) {
        stems.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return stems;
  }
}
