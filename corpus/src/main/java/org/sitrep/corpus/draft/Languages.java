package org.sitrep.corpus.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a body, by the language detector of Apache OpenNLP and its published model
 * of 103 languages. The model is loaded by the first body that is looked at, which takes about a
 * second; programs that read nothing pay nothing.
 */
public final class Languages {
  /** Fewer letters than this say too little. */
  private static final int FEWEST_LETTERS = 60;

  /** So much of a body is looked at: first a little, and more where that leaves a doubt. */
  private static final int[] LOOKED_AT = {160, 600};

  /** The best guess has to be so many times as likely as the second, by a little and by more. */
  private static final double[] CLEAR = {1.5, 1.25};

  private static final int READ = 1_200;
  private static final Pattern CAPITALISED = Pattern.compile("[\\p{Lu}\\d][^\\s]*");

  private Languages() {}

  /**
   * Detects the language of a body.
   *
   * @param body a body, possibly empty
   * @return a two-letter BCP 47 tag; empty where the body is short or no language stands out
   */
  public static Optional<String> detect(String body) {
    String words = ordinaryWords(body);
    for (int look = 0; look < LOOKED_AT.length; look++) {
      String sample = words.substring(0, Math.min(words.length(), LOOKED_AT[look]));
      if (letters(sample) < FEWEST_LETTERS) {
        return Optional.empty();
      }
      Language[] guesses = new LanguageDetectorME(Model.LOADED).predictLanguages(sample);
      if (guesses.length == 1
          || guesses[0].getConfidence() >= CLEAR[look] * guesses[1].getConfidence()) {
        return Optional.ofNullable(Model.TWO_LETTERS.get(guesses[0].getLang()));
      }
    }
    return Optional.empty();
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  /** The beginning of a body without capitalised words, as names of other languages are. */
  private static String ordinaryWords(String body) {
    String start = body.substring(0, Math.min(body.length(), READ));
    String ordinary = CAPITALISED.matcher(start).replaceAll("");
    boolean enough = letters(ordinary) >= Math.max(FEWEST_LETTERS, letters(start) / 3);
    return CleanText.line(enough ? ordinary : start).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a declared language.
   *
   * @param declared a BCP 47 tag such as {@code en}, {@code pt-BR} or {@code en_GB}
   * @return the canonical tag, empty where it is none
   */
  public static Optional<String> tag(String declared) {
    try {
      Locale locale =
          new Locale.Builder().setLanguageTag(declared.strip().replace('_', '-')).build();
      boolean known = !locale.getLanguage().isEmpty() && locale.getLanguage().length() <= 3;
      return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    } catch (IllformedLocaleException notATag) {
      return Optional.empty();
    }
  }

  /** Loaded when first needed. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();
    static final Map<String, String> TWO_LETTERS = twoLetters();

    private Model() {}

    private static LanguageDetectorModel load() {
      String file = "langdetect-183.bin";
      try (InputStream model = Languages.class.getClassLoader().getResourceAsStream(file)) {
        if (model == null) {
          throw new IllegalStateException("language model is not on the class path: " + file);
        }
        return new LanguageDetectorModel(model);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    /** The model names languages by three letters, some of them by their standard variety. */
    private static Map<String, String> twoLetters() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        codes.put(Locale.of(code).getISO3Language(), code);
      }
      codes.put("cmn", "zh");
      codes.put("ekk", "et");
      codes.put("lvs", "lv");
      codes.put("pes", "fa");
      codes.put("plt", "mg");
      codes.put("zlm", "ms");
      return codes;
    }
  }
}
