package org.sitrep.core.index.analysis;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.core.vocabulary.Aliases;
import org.sitrep.core.vocabulary.Folding;

/**
 * Aliases as an index needs them. Names of single words without capitals are spellings, of which
 * the index holds one; acronyms have terms of their own; the groups of the others are looked up
 * when a query is read ({@link AliasTable}).
 *
 * <p>Immutable and safe for use by several threads.
 */
final class Names {
  /** Begins the term of an acronym; no word contains it. */
  static final char ACRONYM = '^';

  private static final int MIN_PLURAL = 3;

  private final Spelling english;
  private final Spelling other;
  private final ImmutableMap<String, String> acronyms;
  private final List<List<String>> meanings;

  Names(Aliases aliases) {
    List<List<String>> spellings = new ArrayList<>();
    List<List<String>> others = new ArrayList<>();
    ImmutableMap.Builder<String, String> terms = ImmutableMap.builder();
    for (List<String> group : aliases.groups()) {
      if (group.stream().allMatch(Names::isSpelling)) {
        spellings.add(group.stream().map(Folding::fold).toList());
      } else {
        others.add(group);
        addAcronyms(group, terms);
      }
    }
    this.english = Spelling.english(spellings);
    this.other = Spelling.of(spellings);
    this.acronyms = terms.buildKeepingLast();
    this.meanings = List.copyOf(others);
  }

  private static boolean isSpelling(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (!Character.isLetter(name.codePointAt(i))) {
        return false;
      }
    }
    return !Aliases.isAcronym(name);
  }

  private static void addAcronyms(List<String> group, ImmutableMap.Builder<String, String> terms) {
    List<String> acronyms = group.stream().filter(Aliases::isAcronym).toList();
    for (String acronym : acronyms) {
      String term = ACRONYM + Folding.fold(acronyms.get(0));
      terms.put(acronym, term);
      if (acronym.length() >= MIN_PLURAL) {
        terms.put(acronym + "s", term);
      }
    }
  }

  Spelling spelling(String language) {
    return language.equals("en") || language.isEmpty() ? english : other;
  }

  /** The term of each acronym as it is written. */
  ImmutableMap<String, String> acronyms() {
    return acronyms;
  }

  /**
   * What the stem of a name's first word begins with, told without analysis: no stemmer changes the
   * first letter of a word. Where a name begins with more than a plain word, or holds a number,
   * which may join words, it is {@link AliasTable#UNKNOWN}.
   */
  int initial(String name, String language) {
    int end = 0;
    while (end < name.length() && isPlain(name.charAt(end))) {
      end++;
    }
    boolean tells = end > 0 && (end == name.length() || " -,".indexOf(name.charAt(end)) >= 0);
    for (int i = end; i < name.length(); i++) {
      tells &= !Character.isDigit(name.charAt(i));
    }
    if (!tells) {
      return AliasTable.UNKNOWN;
    }
    String first = name.substring(0, end);
    return acronyms.containsKey(first)
        ? ACRONYM
        : spelling(language).initial(first.toLowerCase(Locale.ROOT));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The groups that are looked up when a query is read. */
  List<List<String>> meanings() {
    return meanings;
  }
}
