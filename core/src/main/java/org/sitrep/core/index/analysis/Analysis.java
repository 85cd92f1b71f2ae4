package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Turns texts and words into terms, by language. Safe for use by several threads.
 *
 * <p>Close it when nothing is analysed any more.
 */
public final class Analysis implements AutoCloseable {
  /**
   * Names what the analysis makes of a text: changed whenever the same text would give other terms,
   * so that an index made by another analysis is noticed.
   */
  public static final String FINGERPRINT = "words-1";

  private final Map<String, ArticleAnalyzer> analyzers = new ConcurrentHashMap<>();

  /** Makes an analysis. */
  public Analysis() {}

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
   * Returns the terms of what a person typed, place by place.
   *
   * @param text one or more words
   * @param language the language to analyse by, as {@link #languageOf} gives it
   * @return the words in order, empty where there is none in the text
   */
  public List<Word> words(String text, String language) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = analyzer(language).tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      String stem = "";
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          stem = term.toString();
        } else {
          words.add(new Word(stem, term.toString()));
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return words;
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
    return analyzers.computeIfAbsent(language, ArticleAnalyzer::new);
  }

  @Override
  public void close() {
    analyzers.values().forEach(ArticleAnalyzer::close);
  }

  /**
   * A word as terms.
   *
   * @param stem the term of its stem
   * @param exact the term of its exact form
   */
  public record Word(String stem, String exact) {}
}
