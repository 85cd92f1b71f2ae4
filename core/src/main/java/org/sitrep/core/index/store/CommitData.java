package org.sitrep.core.index.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.Version;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.vocabulary.AliasFormatException;
import org.sitrep.core.vocabulary.Aliases;

/**
 * What is written down with each commit.
 *
 * @param schema the version of what is kept
 * @param analysis the fingerprint of the analysis
 * @param lucene the version of Lucene that wrote the commit
 * @param nextSequence the sequence that the next change gets
 * @param articles how many articles there are
 * @param aliases the aliases that the articles are analysed by
 */
public record CommitData(
    int schema, String analysis, String lucene, long nextSequence, long articles, Aliases aliases) {
  private static final String SCHEMA = "sitrep.schema";
  private static final String ANALYSIS = "sitrep.analysis";
  private static final String LUCENE = "sitrep.lucene";
  private static final String NEXT_SEQUENCE = "sitrep.nextSequence";
  private static final String ARTICLES = "sitrep.articles";
  private static final String ALIASES = "sitrep.aliases";

  /**
   * Returns what this library writes.
   *
   * @param nextSequence the sequence that the next change gets
   * @param articles how many articles there are
   * @param aliases the aliases that the articles are analysed by
   * @return the data
   */
  public static CommitData of(long nextSequence, long articles, Aliases aliases) {
    return new CommitData(
        Schema.VERSION,
        Analysis.fingerprint(aliases),
        Version.LATEST.toString(),
        nextSequence,
        articles,
        aliases);
  }

  /**
   * Reads the data of a commit.
   *
   * @param userData what Lucene kept with the commit
   * @return the data
   * @throws IOException if the commit was not written by this library
   */
  public static CommitData read(Map<String, String> userData) throws IOException {
    try {
      CommitData commit =
          new CommitData(
              Integer.parseInt(text(userData, SCHEMA)),
              text(userData, ANALYSIS),
              text(userData, LUCENE),
              Long.parseLong(text(userData, NEXT_SEQUENCE)),
              Long.parseLong(text(userData, ARTICLES)),
              userData.containsKey(ALIASES)
                  ? Aliases.ofText(text(userData, ALIASES))
                  : Aliases.standard());
      if (commit.nextSequence < 1 || commit.articles < 0) {
        throw new CorruptIndexException("the commit counts below nothing", "commit");
      }
      return commit;
    } catch (NumberFormatException | AliasFormatException e) {
      throw new CorruptIndexException("the commit's data is not ours", "commit", e);
    }
  }

  private static String text(Map<String, String> userData, String name) throws IOException {
    String text = userData.get(name);
    if (text == null) {
      throw new CorruptIndexException("the commit lacks " + name, "commit");
    }
    return text;
  }

  /**
   * Returns the data as Lucene keeps it.
   *
   * @return names and values
   */
  public Iterable<Map.Entry<String, String>> userData() {
    return List.of(
        Map.entry(SCHEMA, Integer.toString(schema)),
        Map.entry(ANALYSIS, analysis),
        Map.entry(LUCENE, lucene),
        Map.entry(NEXT_SEQUENCE, Long.toString(nextSequence)),
        Map.entry(ARTICLES, Long.toString(articles)),
        Map.entry(ALIASES, aliases.text()));
  }

  /**
   * Says what keeps this library from reading the commit.
   *
   * @return the difference in words, or empty where there is none
   */
  public Optional<String> difference() {
    if (schema != Schema.VERSION) {
      return Optional.of("schema %d, not %d".formatted(schema, Schema.VERSION));
    }
    // The aliases stand in the commit themselves, so nothing is to be learnt from their digest.
    if (!Analysis.isCurrent(analysis)) {
      return Optional.of("analysis %s, not %s".formatted(analysis, Analysis.fingerprint(aliases)));
    }
    return Optional.empty();
  }

  /**
   * Says that there are not as many articles as were committed.
   *
   * @param found how many there are
   * @return what is wrong, in words
   */
  public String miscounts(long found) {
    return "the commit names %d articles, found: %d".formatted(articles, found);
  }

  /**
   * Says whether a later version of the library wrote the commit, which this one cannot know how to
   * read.
   *
   * @return true for a schema above {@link Schema#VERSION}
   */
  public boolean isNewer() {
    return schema > Schema.VERSION;
  }
}
