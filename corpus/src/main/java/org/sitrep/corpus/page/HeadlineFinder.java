package org.sitrep.corpus.page;

import java.util.HashSet;
import java.util.Set;
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
    int distance = 0;
    for (int i = first - 1; i >= 0 && distance < FURTHEST; i--) {
      if (map.line(i).blank()) {
        continue;
      }
      if (candidate(i)) {
        double score = score(i, distance);
        if (score >= bestScore) {
          best = i;
          bestScore = score;
        }
      }
      distance++;
    }
    return best;
  }

  private boolean candidate(int index) {
    Line line = map.line(index);
    Seen seen = map.seen(index);
    return line.words >= 2
        && line.words <= MOST_WORDS
        && !line.image()
        && !seen.dateline()
        && !(seen.furniture() && line.words < 4)
        && !(seen.has(Marker.SHARE) && line.words < 8)
        && !seen.has(Marker.CAPTION)
        && !seen.has(Marker.COMMENTS)
        && !seen.has(Marker.SECTION)
        && !seen.wholeMarker()
        && !Bylines.isByline(seen)
        && !Trails.isTrail(line)
        && !seen.address();
  }

  private double score(int index, int distance) {
    Line line = map.line(index);
    double score = 6 * takenUp(line.content) - Math.min(distance, 24) * 0.2;
    int times = map.page().times(line);
    score += times == 2 || times == 3 ? 4 : 0;
    score += line.words >= 4 ? 1 : line.words == 3 ? 0 : -1.5;
    score -= line.marked ? 4 : 0;
    score -= line.ends && !line.content.matches(".*[?!][\"”’»]*") ? 2 : 0;
    score -= line.prose() && line.words > 20 ? 2 : 0;
    score += underIt(index) ? 1.5 : 0;
    score += map.page().previous(index) < 0 ? 1 : 0;
    return score;
  }

  /** Whether a date, an author or sections follow at once. */
  private boolean underIt(int index) {
    int next = map.page().next(index);
    return next >= 0 && (map.seen(next).dateline() || Bylines.isByline(map.seen(next)));
  }

  /** The share of the line's longer words that the text uses. */
  private double takenUp(String text) {
    Set<String> stems = stems(text);
    long used = stems.stream().filter(said::contains).count();
    return stems.isEmpty() ? 0 : used / (double) Math.max(3, stems.size());
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : Folding.fold(text).split("[^\\p{L}\\p{M}\\d]+", -1)) {
      if (word.length() >= SIGNIFICANT || (!word.isEmpty() && word.charAt(0) > '\u2E80')) {
        stems.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return stems;
  }
}
