package org.sitrep.core.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sitrep.core.vocabulary.Folding;

/** The languages by their tags, their names in English and their own, and their ISO 639-2 codes. */
final class LanguageNames {
  private static final int SHORTEST = 4;
  private static final int LETTERS_OF_LONG_CODE = 3;

  /** The codes by which libraries know languages that have another in all other use. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  private LanguageNames() {}

  /** Returns the canonical BCP 47 tag of a language by its tag or name, with region and script. */
  static String tag(String name) {
    Locale locale =
        Locale.forLanguageTag(
            name.length() < SHORTEST || name.indexOf('-') >= 0
                ? name.replace('_', '-')
                : named(name).orElse(name.replace('_', '-')));
    String shorter = shorter(locale.getLanguage());
    return shorter.equals(locale.getLanguage())
        ? locale.toLanguageTag()
        : shorter + locale.toLanguageTag().substring(locale.getLanguage().length());
  }

  /** Returns the language alone of a tag or name, {@code und} for what is none. */
  static String language(String name) {
    String language = Locale.forLanguageTag(tag(name)).getLanguage();
    return language.isEmpty() ? Locale.ROOT.toLanguageTag() : language;
  }

  private static Optional<String> named(String name) {
    String key = Folding.fold(name);
    String english = EnglishNames.TAGS.get(key);
    return Optional.ofNullable(english == null ? OwnNames.TAGS.get(key) : english);
  }

  /** Returns the code of two letters for one of three, where the language has such. */
  private static String shorter(String code) {
    return code.length() == LETTERS_OF_LONG_CODE ? Codes.SHORTER.getOrDefault(code, code) : code;
  }

  /** Read when first asked for, as most tags have two letters. */
  private static final class Codes {
    static final Map<String, String> SHORTER = shorter();

    private Codes() {}

    private static Map<String, String> shorter() {
      Map<String, String> codes = new HashMap<>(BIBLIOGRAPHIC);
      for (String code : Locale.getISOLanguages()) {
        codes.putIfAbsent(Locale.of(code).getISO3Language(), Locale.of(code).toLanguageTag());
      }
      return codes;
    }
  }

  /** The English names, of which the JDK has a table. */
  private static final class EnglishNames {
    static final Map<String, String> TAGS = names(language -> Locale.ENGLISH);

    private EnglishNames() {}
  }

  /** What languages call themselves: read where no English name helps, for it takes a second. */
  private static final class OwnNames {
    static final Map<String, String> TAGS = names(language -> language);

    private OwnNames() {}
  }

  /** The tags of all languages by the names that they have in some language. */
  private static Map<String, String> names(UnaryOperator<Locale> in) {
    Map<String, String> tags = new HashMap<>(1_024);
    Locale.availableLocales()
        .filter(language -> language.toLanguageTag().equals(language.getLanguage()))
        .forEach(
            language ->
                tags.putIfAbsent(
                    Folding.fold(language.getDisplayLanguage(in.apply(language))),
                    language.toLanguageTag()));
    return tags;
  }
}
