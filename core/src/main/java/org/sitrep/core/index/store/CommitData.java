package org.sitrep.core.index.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.Version;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.vocabulary.AliasFormatException;
import org.sitrep.core.vocabulary.Aliases;

/**
 * What is written down with each commit.
 *
 * @param schema the version of what is kept: a whole number, in all versions that are known
 * @param analysis the fingerprint of the analysis
 * @param lucene the version of Lucene that wrote the commit
 * @param nextSequence the sequence that the next change gets
 * @param articles how many articles there are
 * @param aliases the aliases that the articles are analysed by
 */
public record CommitData(
    String schema,
    String analysis,
    String lucene,
    long nextSequence,
    long articles,
    Aliases aliases) {
  private static final String SCHEMA = "sitrep.schema";
  private static final String ANALYSIS = "sitrep.analysis";
  private static final String LUCENE = "sitrep.lucene";
  private static final String NEXT_SEQUENCE = "sitrep.nextSequence";
  private static final String ARTICLES = "sitrep.articles";
  private static final String ALIASES = "sitrep.aliases";
  private static final Pattern VERSION = Pattern.compile("0*([1-9][0-9]*)");
  private static final int INT_DIGITS = 9;

  /** How much of a text that somebody else wrote a message shows. */
  private static final int MAX_SHOWN = 40;

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
        Integer.toString(Schema.VERSION),
        Analysis.fingerprint(aliases),
        Version.LATEST.toString(),
        nextSequence,
        articles,
        aliases);
  }

  /**
   * Reads the data of a commit. Of a version whose schema is not known only the schema is read:
   * what else it writes, and how, nobody here can tell.
   *
   * @param userData what Lucene kept with the commit
   * @return the data
   * @throws IOException if no version of this library has written it
   */
  public static CommitData read(Map<String, String> userData) throws IOException {
    String schema = text(userData, SCHEMA);
    if (!isKnown(version(schema))) {
      return new CommitData(schema, "", "", 1, 0, Aliases.standard());
    }
    return new CommitData(
        schema,
        text(userData, ANALYSIS),
        text(userData, LUCENE),
        number(userData, NEXT_SEQUENCE, 1),
        number(userData, ARTICLES, 0),
        aliases(userData));
  }

  /** The number of a schema, the largest there is for a longer one, or 0 for no number of one. */
  private static int version(String schema) {
    Matcher digits = VERSION.matcher(schema);
    if (!digits.matches()) {
      return 0;
    }
    String number = digits.group(1);
    return number.length() > INT_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(number);
  }

  private static boolean isKnown(int version) {
    return version >= 1 && version <= Schema.VERSION;
  }

  private static long number(Map<String, String> userData, String name, long least)
      throws IOException {
    String text = text(userData, name);
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is too small.
    }
    throw new CorruptIndexException(
        "the commit's %s is no number from %d on: '%s'".formatted(name, least, shown(text)),
        "commit");
  }

  private static Aliases aliases(Map<String, String> userData) throws IOException {
    if (!userData.containsKey(ALIASES)) {
      return Aliases.standard();
    }
    try {
      return Aliases.ofText(text(userData, ALIASES));
    } catch (AliasFormatException e) {
      throw new CorruptIndexException("the commit's " + ALIASES + " are none", "commit", e);
    }
  }

  /** As much of a text as a message should show. */
  private static String shown(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
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
        Map.entry(SCHEMA, schema),
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
    if (version(schema) != Schema.VERSION) {
      return Optional.of("schema %s, not %d".formatted(shown(schema), Schema.VERSION));
    }
    // The aliases stand in the commit themselves, so nothing is to be learnt from their digest.
    if (!Analysis.isCurrent(analysis)) {
      return Optional.of(
          "analysis %s, not %s".formatted(shown(analysis), Analysis.fingerprint(aliases)));
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
   * Says whether a later version of the library wrote the commit.
   *
   * @return true for a number above {@link Schema#VERSION}, however large
   */
  public boolean isNewer() {
    return version(schema) > Schema.VERSION;
  }

  /**
   * Says whether this version of the library knows how to read the articles, to rebuild the index.
   *
   * @return false for a newer schema, and for what is no version's
   */
  public boolean isRebuildable() {
    return isKnown(version(schema));
  }
}
