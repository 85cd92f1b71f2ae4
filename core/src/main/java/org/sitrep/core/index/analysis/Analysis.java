package org.sitrep.core.index.analysis;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Turns texts and words into terms, by language. Safe for use by several threads.
 *
 * <p>Close it when nothing is analysed any more.
 */
public final class Analysis implements AutoCloseable {
  /** Changed whenever the same text and aliases would give other terms. */
  private static final String VERSION = "words-7";

  private static final int MOST_KEPT = 500;

  /** The longest text, in characters, of which is kept what it was read as. */
  private static final int LONGEST_KEPT = 60;

  /** After how many words of a long text it is asked whether to go on. */
  private static final int AT_ONCE = 1 << 8;

  private final Aliases aliases;
  private final Names names;
  private final Map<String, ArticleAnalyzer> analyzers = new ConcurrentHashMap<>();
  private final Map<String, ArticleAnalyzer> eager = new ConcurrentHashMap<>();
  private final Map<String, AliasTable> tables = new ConcurrentHashMap<>();

  /** Of texts as short as those that people type, by language and text. */
  private final Recent<List<String>, List<Word>> words = new Recent<>(MOST_KEPT);

  private final Recent<List<String>, Readings> readings = new Recent<>(MOST_KEPT);
  private final Recent<List<String>, List<Together>> together = new Recent<>(MOST_KEPT);

  /**
   * Makes an analysis.
   *
   * @param aliases which names are names of the same thing
   */
  public Analysis(Aliases aliases) {
    this.aliases = aliases;
    this.names = new Names(aliases);
  }

  /**
   * Returns the aliases.
   *
   * @return which names are names of the same thing
   */
  public Aliases aliases() {
    return aliases;
  }

  /**
   * Names what an analysis makes of a text, so that an index made by another one is noticed.
   *
   * @param aliases the aliases of the analysis
   * @return a short text, another one wherever the same text would give other terms
   */
  public static String fingerprint(Aliases aliases) {
    String digest = Hashing.sha256().hashString(aliases.text(), StandardCharsets.UTF_8).toString();
    return VERSION + "-" + digest.substring(0, 8);
  }

  /**
   * Returns the tokens of an article.
   *
   * @param article the article, analysed by its language
   * @return the tokens, to be consumed and closed by this thread before it asks for the next
   */
  public ArticleTokens tokens(Article article) {
    return new ArticleTokens(this, article);
  }

  /**
   * Says whether a fingerprint is of an analysis as it is now, whatever its aliases.
   *
   * @param fingerprint what {@link #fingerprint} gave
   * @return false where the same text and aliases may give other terms now
   */
  public static boolean isCurrent(String fingerprint) {
    return fingerprint.startsWith(VERSION + "-");
  }

  /**
   * Returns the tokens of an article's text.
   *
   * @param field the field that the text is for; two texts of one article are for different fields
   * @param text the text
   * @param language the article's language as a BCP 47 tag, empty where unknown
   * @return the tokens, to be consumed by this thread before it asks for the field's next
   */
  public TokenStream tokens(String field, String text, Optional<String> language) {
    return analyzer(languageOf(language.orElse(""))).tokenStream(field, text);
  }

  /**
   * Returns the terms of a text, place by place, as a text of an article has them.
   *
   * @param text one or more words
   * @param language the language to analyse by, as {@link #languageOf} gives it
   * @return the words in order, empty where there is none in the text
   */
  public List<Word> words(String text, String language) {
    return kept(words, List.of(language, text), () -> analysed(text, language));
  }

  /**
   * Returns the terms of a long text, as {@link #words(String, String)} does.
   *
   * @param text a whole text
   * @param language the language to analyse by, as {@link #languageOf} gives it
   * @param check is called again and again on the way; what it throws ends it
   * @return the words in order, empty where there is none in the text
   */
  public List<Word> words(String text, String language, Runnable check) {
    return words(places(analyzer(language), text, check));
  }

  private List<Word> analysed(String text, String language) {
    return words(places(analyzer(language), text));
  }

  private static <T> T kept(Recent<List<String>, T> kept, List<String> asked, Supplier<T> answer) {
    int length = 0;
    for (String part : asked) {
      length += part.length();
    }
    if (length > LONGEST_KEPT) {
      return answer.get();
    }
    T known = kept.get(asked);
    if (known == null) {
      known = answer.get();
      kept.keep(asked, known);
    }
    return known;
  }

  private static List<Word> words(List<Place> places) {
    return places.stream().map(Place::word).toList();
  }

  /**
   * Returns the ways to read what a person typed.
   *
   * @param text one or more words
   * @param language the language to analyse by, as {@link #languageOf} gives it
   * @return the readings; none where there is no word in the text
   */
  public Readings readings(String text, String language) {
    return kept(readings, List.of(language, text), () -> read(text, language));
  }

  private Readings read(String text, String language) {
    Set<List<Word>> written = new LinkedHashSet<>();
    written.add(words(text, language));
    if (mayReadOtherwise(text, language)) {
      written.add(words(places(eagerAnalyzer(language), text)));
    }
    written.removeIf(List::isEmpty);
    Set<List<Word>> meant = new LinkedHashSet<>();
    written.forEach(words -> meant.addAll(table(language).otherReadings(words)));
    meant.addAll(ways(text, language));
    meant.removeAll(written);
    return new Readings(Collections.unmodifiableSet(written), Collections.unmodifiableSet(meant));
  }

  /** The words of a text as it may be written otherwise: "antitank" as "anti tank", ü as ue. */
  private Set<List<Word>> ways(String text, String language) {
    Set<List<Word>> ways = new LinkedHashSet<>();
    Hyphens.otherWays(text).forEach(way -> ways.add(words(way, language)));
    NumberedNames.otherWays(text).forEach(way -> ways.add(words(way, language)));
    if (text.codePoints().anyMatch(c -> c >= 0x80)) {
      ways.add(words(Umlauts.writtenOut(text), language));
    }
    ways.removeIf(List::isEmpty);
    return ways;
  }

  /**
   * Finds what several words typed side by side are together: "F" and "16" a designation, "150",
   * "billion" and "euros" a sum, "ministry", "of" and "defence" a name that has others.
   *
   * @param typed the words, in order
   * @param language the language to analyse by, as {@link #languageOf} gives it
   * @return what was found; the words themselves are not among the readings
   */
  public List<Together> together(List<String> typed, String language) {
    List<String> asked = new ArrayList<>(typed);
    asked.add(language);
    return kept(together, asked, () -> findTogether(List.copyOf(typed), language));
  }

  private List<Together> findTogether(List<String> typed, String language) {
    String text = String.join(" ", typed);
    int[] starts = new int[typed.size() + 1];
    for (int i = 0; i < typed.size(); i++) {
      starts[i + 1] = starts[i] + typed.get(i).length() + 1;
    }
    List<Together> found = new ArrayList<>();
    List<Place> strict = places(analyzer(language), text);
    List<Place> readily =
        mayReadOtherwise(text, language) ? places(eagerAnalyzer(language), text) : strict;
    for (List<Place> places : strict.equals(readily) ? List.of(strict) : List.of(strict, readily)) {
      for (Place place : places) {
        add(found, starts, place.start(), place.end(), List.of(List.of(place.word())));
      }
    }
    for (AliasTable.Found name : table(language).find(words(strict))) {
      add(
          found,
          starts,
          strict.get(name.first()).start(),
          strict.get(name.end() - 1).end(),
          name.others());
    }
    for (int i = 1; i < typed.size(); i++) {
      if (Hyphens.isOneWord(typed.get(i - 1), typed.get(i))
          || NumberedNames.isOne(typed.get(i - 1), typed.get(i))) {
        List<Word> joined = words(typed.get(i - 1) + typed.get(i), language);
        found.add(new Together(i - 1, i, List.of(joined)));
      }
    }
    return List.copyOf(found);
  }

  /** Whether a text may read otherwise when read eagerly: most hold no number and no compound. */
  private static boolean mayReadOtherwise(String text, String language) {
    return text.codePoints().anyMatch(Character::isDigit)
        || new CompoundFinder(text, language, Reading.EAGER).next() != null;
  }

  private static void add(
      List<Together> found, int[] starts, int start, int end, List<List<Word>> readings) {
    int first = wordAt(starts, start);
    int last = wordAt(starts, end - 1);
    if (last > first) {
      found.add(new Together(first, last, readings));
    }
  }

  private static int wordAt(int[] starts, int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : -at - 2;
  }

  private AliasTable table(String language) {
    return tables.computeIfAbsent(
        language,
        key ->
            new AliasTable(
                names.meanings(), name -> names.initial(name, key), all -> eachOf(all, key)));
  }

  /**
   * The words of each of some texts. Those without numbers are analysed all at once, which takes a
   * tenth of the time: only around a number words of two lines become one.
   */
  private List<List<Word>> eachOf(List<String> texts, String language) {
    List<List<Word>> each = new ArrayList<>(texts.size());
    StringBuilder lines = new StringBuilder();
    TreeMap<Integer, List<Word>> starts = new TreeMap<>();
    for (String text : texts) {
      List<Word> words = new ArrayList<>();
      if (text.codePoints().anyMatch(Character::isDigit)) {
        words.addAll(analysed(text, language));
      } else {
        starts.put(lines.length(), words);
        lines.append(text).append('\n');
      }
      each.add(words);
    }
    for (Place place : places(analyzer(language), lines.toString())) {
      starts.floorEntry(place.start()).getValue().add(place.word());
    }
    return each;
  }

  /** A word of a text, and where it stands. */
  private record Place(Word word, int start, int end) {}

  private static List<Place> places(ArticleAnalyzer analyzer, String text) {
    return places(analyzer, text, null);
  }

  private static List<Place> places(
      ArticleAnalyzer analyzer, String text, @Nullable Runnable check) {
    List<Place> places = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      int terms = 0;
      tokens.reset();
      while (tokens.incrementToken()) {
        String found = term.toString();
        if (increment.getPositionIncrement() > 0) {
          if (check != null && places.size() % AT_ONCE == AT_ONCE - 1) {
            check.run();
          }
          places.add(new Place(new Word(found, found), offset.startOffset(), offset.endOffset()));
          terms = 0;
        } else {
          Place last = places.removeLast();
          places.add(new Place(last.word().with(found, ++terms), last.start(), last.end()));
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return places;
  }

  /**
   * Returns a piece of a word as exact forms have it, for prefixes and patterns.
   *
   * @param piece a piece of a word
   * @return the piece in lower case without accents
   */
  public String fold(String piece) {
    return analyzer("").normalize("", piece).utf8ToString();
  }

  /**
   * Says whether a word says nothing by itself, such as "the" and "of". Only the English ones are
   * known: "war" is one in German.
   *
   * @param word one word as typed
   * @return whether it is one of Lucene's list of English stop words
   */
  public static boolean isStopWord(String word) {
    return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the ways to write a piece of a word that no keyboard hinders.
   *
   * @param piece a piece of a word, as typed
   * @return the piece, and where it has umlauts the piece with two letters for each
   */
  public static List<String> spellings(String piece) {
    String written = Umlauts.writtenOut(piece);
    return written.equals(piece) ? List.of(piece) : List.of(piece, written);
  }

  /**
   * Returns what the forms of words begin with that prefixes and patterns look for.
   *
   * @return the mark of what is written so, then of what is written otherwise: "co-operation" is
   *     "cooperation"
   */
  public static List<String> formMarks() {
    return List.of("" + ArticleAnalyzer.EXACT, "" + ArticleAnalyzer.OTHERWISE);
  }

  /**
   * Returns the term of an exact form.
   *
   * @param folded a word, or the beginning of one, as {@link #fold} gives it
   * @return the term's text
   */
  public static String exact(String folded) {
    return ArticleAnalyzer.EXACT + folded;
  }

  /**
   * Returns the language whose analysis serves a tag.
   *
   * @param tag a BCP 47 tag, empty where unknown
   * @return a two-letter code, or the empty text where words are kept without stemming
   */
  public static String languageOf(String tag) {
    return ArticleAnalyzer.languageOf(tag);
  }

  private ArticleAnalyzer analyzer(String language) {
    return analyzers.computeIfAbsent(
        language, key -> new ArticleAnalyzer(key, names, Reading.STRICT));
  }

  private ArticleAnalyzer eagerAnalyzer(String language) {
    return eager.computeIfAbsent(language, key -> new ArticleAnalyzer(key, names, Reading.EAGER));
  }

  @Override
  public void close() {
    analyzers.values().forEach(ArticleAnalyzer::close);
    eager.values().forEach(ArticleAnalyzer::close);
  }

  /**
   * A word as terms.
   *
   * @param stem the term of its stem; of an acronym that counts only in capitals, the acronym's
   * @param exact the term of its exact form; the same where there is none
   */
  public record Word(String stem, String exact) {
    // Written out: what the compiler leaves to the JVM is made anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Word word && stem.equals(word.stem) && exact.equals(word.exact);
    }

    @Override
    public int hashCode() {
      return 31 * stem.hashCode() + exact.hashCode();
    }

    /** The word with one more term of its place, by its number there. */
    private Word with(String term, int number) {
      if (number == 1 && term.charAt(0) == ArticleAnalyzer.EXACT) {
        return new Word(stem, term);
      }
      // What comes later are the pieces of a compound, but for an acronym's own term.
      return number == 2 && term.charAt(0) == Names.ACRONYM ? new Word(term, term) : this;
    }
  }

  /**
   * The ways to read what a person typed.
   *
   * @param written the words as written; more than one way where a designation may be meant
   * @param meant the words with names replaced by others of the same thing, and with hyphens or
   *     blanks where they were typed without, or the other way round
   */
  public record Readings(Set<List<Word>> written, Set<List<Word>> meant) {}

  /**
   * Typed words that are one thing together.
   *
   * @param first the index of the first word
   * @param last the index of the last word, after the first
   * @param readings what they are together
   */
  public record Together(int first, int last, List<List<Word>> readings) {
    /**
     * Says whether the words are one amount and nothing else: a sum of money, a large number or a
     * percentage.
     *
     * @return true for "1.5 billion dollars", "$ 1.5bn", "10 %"
     */
    public boolean isAmount() {
      return readings.stream()
          .allMatch(
              reading -> reading.size() == 1 && Amounts.isNumbered(reading.getFirst().stem()));
    }
  }
}
