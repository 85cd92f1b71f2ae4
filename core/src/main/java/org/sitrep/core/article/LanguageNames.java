package org.sitrep.core.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.vocabulary.Folding;

/** The languages by their names, in English and as their speakers call them. */
final class LanguageNames {
  private static final int SHORTEST = 4;

  private LanguageNames() {}

  /** Returns the tag of a language by its name; no tag of two or three letters is a name. */
  static Optional<String> tag(String name) {
    return name.length() < SHORTEST || name.indexOf('-') >= 0
        ? Optional.empty()
        : Optional.ofNullable(Known.BY_NAME.get(Folding.fold(name)));
  }

  /** Read when first asked for: the names come from the JDK, which takes its time. */
  private static final class Known {
    static final Map<String, String> BY_NAME = byName();

    private Known() {}

    private static Map<String, String> byName() {
      Map<String, String> names = new HashMap<>(1_024);
      List<Locale> languages =
          Locale.availableLocales().filter(l -> l.toLanguageTag().equals(l.getLanguage())).toList();
      for (Locale language : languages) {
        String english = language.getDisplayLanguage(Locale.ENGLISH);
        names.put(Folding.fold(english), language.toLanguageTag());
      }
      for (Locale language : languages) {
        String own = language.getDisplayLanguage(language);
        names.putIfAbsent(Folding.fold(own), language.toLanguageTag());
      }
      return names;
    }
  }
}
