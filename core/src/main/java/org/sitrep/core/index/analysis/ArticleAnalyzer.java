package org.sitrep.core.index.analysis;

import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The analysis of one language: words by the rules of Unicode (UAX #29), lower case, accents and
 * invisible characters dropped, each word given as its stem and, marked, as its exact form. What is
 * one thing however it is written ({@link Compound}) has one place; two words with a hyphen are
 * also one ({@link JoinedWordFilter}).
 *
 * <p>Safe for use by several threads, each with its own token streams; title and body can be
 * analysed at the same time.
 */
final class ArticleAnalyzer extends Analyzer {
  /** Begins the exact form of a word; no word contains it. */
  static final char EXACT = '=';

  /** Begins the form, not stemmed, of what the text writes otherwise; no word begins with it. */
  static final char OTHERWISE = '-';

  private final String language;
  private final Names names;
  private final Reading reading;

  ArticleAnalyzer(String language, Names names, Reading reading) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.language = language;
    this.names = names;
    this.reading = reading;
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
    CompoundFilter compounds = new CompoundFilter(tokenizer, language, reading);
    CleanWordFilter clean =
        new CleanWordFilter(withoutEnding(new ElisionFilter(compounds, language)));
    NumberedWordFilter numbered = new NumberedWordFilter(clean, reading);
    JoinedWordFilter joined = new JoinedWordFilter(numbered);
    TokenStream words = new AcronymFilter(new UmlautFilter(joined), names.acronyms());
    TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    return new TokenStreamComponents(
        reader -> {
          // Some filters look at the whole text: what parts the pieces of a compound is in no
          // token.
          String text = whole(reader);
          compounds.text(text);
          clean.text(text);
          numbered.text(text);
          joined.text(text);
          tokenizer.setReader(new StringReader(text));
        },
        stemmed(new ExactFormFilter(folded)));
  }

  private static String whole(Reader reader) {
    try {
      return CharStreams.toString(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new CleanWordFilter(words)));
  }

  private TokenStream withoutEnding(TokenStream words) {
    return switch (language) {
      case "en", "" -> new EnglishPossessiveFilter(words);
      default -> words;
    };
  }

  private TokenStream stemmed(TokenStream words) {
    TokenStream spelt = new SpellingFilter(words, names.spelling(language));
    return switch (language) {
      case "en" -> new EnglishStemFilter(spelt);
      case "de" -> new GermanLightStemFilter(spelt);
      case "fr" -> new FrenchLightStemFilter(spelt);
      case "es" -> new SpanishLightStemFilter(spelt);
      case "it" -> new ItalianLightStemFilter(spelt);
      case "ru" -> new RussianLightStemFilter(spelt);
      default -> spelt;
    };
  }
}
