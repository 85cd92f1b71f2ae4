package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.jspecify.annotations.Nullable;

/** The matches in a long text, to go through which ends with the searcher's time. */
final class TimedMatches implements Matches {
  /** After how many matches the time is looked at. */
  private static final int AT_ONCE = 1 << 10;

  private final Matches matches;
  private final ArticleSearcher searcher;

  /**
   * Makes matches that look at the time.
   *
   * @param matches the matches
   * @param searcher knows when the time is over
   */
  TimedMatches(Matches matches, ArticleSearcher searcher) {
    this.matches = matches;
    this.searcher = searcher;
  }

  @Override
  public @Nullable MatchesIterator getMatches(String field) throws IOException {
    MatchesIterator found = matches.getMatches(field);
    return found == null ? null : new Timed(found);
  }

  @Override
  public Collection<Matches> getSubMatches() {
    return matches.getSubMatches();
  }

  @Override
  public Iterator<String> iterator() {
    return matches.iterator();
  }

  private final class Timed extends FilterMatchesIterator {
    private int gone;

    Timed(MatchesIterator found) {
      super(found);
    }

    @Override
    public boolean next() throws IOException {
      if (++gone % AT_ONCE == 0) {
        searcher.checkTime();
      }
      return in.next();
    }
  }
}
