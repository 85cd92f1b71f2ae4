package org.sitrep.core.index.analysis;

import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The analysis of one language: words by the rules of Unicode (UAX #29), lower case, accents and
 * invisible characters dropped, each word given as its stem and, marked, as its exact form.
 *
 * <p>Safe for use by several threads, each with its own token streams; title and body can be
 * analysed at the same time.
 */
final class ArticleAnalyzer extends Analyzer {
  /** Begins the exact form of a word; no word contains it. */
  static final char EXACT = '=';

  private static final Spelling SPELLING = Spelling.standard();

  private final String language;

  ArticleAnalyzer(String language) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.language = language;
  }

  /**
   * The language by which a text of a BCP 47 tag is analysed, or the empty text where it has no
   * analysis of its own. A text of unknown language is taken for English.
   */
  static String languageOf(String tag) {
    if (tag.isEmpty()) {
      return "en";
    }
    String language = Locale.forLanguageTag(tag).getLanguage();
    return switch (language) {
      case "en", "de", "fr", "es", "it", "ru" -> language;
      default -> "";
    };
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream words = withoutEnding(tokenizer);
    TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CleanWordFilter(words)));
    return new TokenStreamComponents(tokenizer, stemmed(new ExactFormFilter(folded)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new CleanWordFilter(words)));
  }

  private TokenStream withoutEnding(TokenStream words) {
    return switch (language) {
      case "en", "" -> new EnglishPossessiveFilter(words);
      case "fr" -> new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
      default -> words;
    };
  }

  private TokenStream stemmed(TokenStream words) {
    return switch (language) {
      case "en" -> new PorterStemFilter(new SpellingFilter(words, SPELLING));
      case "de" -> new GermanLightStemFilter(words);
      case "fr" -> new FrenchLightStemFilter(words);
      case "es" -> new SpanishLightStemFilter(words);
      case "it" -> new ItalianLightStemFilter(words);
      case "ru" -> new RussianLightStemFilter(words);
      default -> new SpellingFilter(words, SPELLING);
    };
  }
}
