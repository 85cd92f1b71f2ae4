package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** Reads tags out of their zones. */
final class TagReader {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|•·]\\s*|\\s+(?=#)");
  private static final Pattern AROUND = Pattern.compile("^[#\\s:.,]+|[\\s:.,]+$");

  /**
   * "Schlagworte Marine, Baltikum": a word that is said of nothing else, with or without a colon.
   */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?iu)(?:schlagw(?:orte|örter)|stichw(?:orte|örter)|mots[- ]clés|hashtags|keywords"
              + "|palabras clave|parole chiave|słowa kluczowe|ключові слова|ключевые слова)"
              + "(?:\\s*:\\s*|\\s+)(?=\\S)");

  private static final int LONGEST = 80;

  private TagReader() {}

  /** The tags of a page, in its order. */
  static List<String> tags(PageMap map) {
    List<String> tags = new ArrayList<>();
    for (int i : map.indexes(Zone.TAGS)) {
      Seen seen = map.seen(i);
      Matcher announced = ANNOUNCED.matcher(seen.line.content);
      String text =
          seen.has(Marker.TAGS)
              ? afterLabel(seen)
              : announced.lookingAt()
                  ? seen.line.content.substring(announced.end())
                  : seen.line.content;
      tags.addAll(split(text));
    }
    return tags;
  }

  /** Whether a line begins with a word that announces tags, in other letters or with a list. */
  static boolean announced(Line line) {
    return ANNOUNCED.matcher(line.content).lookingAt();
  }

  /** The word that announces tags. */
  static String label(Seen seen) {
    Matcher announced = ANNOUNCED.matcher(seen.line.content);
    return announced.lookingAt() ? announced.group().strip() : seen.phrase(Marker.TAGS);
  }

  /** What stands in the line after the word that announces tags. */
  static String afterLabel(Seen seen) {
    return afterLabel(seen.line.content, seen.phrase(Marker.TAGS));
  }

  static String afterLabel(String content, String phrase) {
    boolean there = Folding.fold(content).startsWith(phrase) && content.length() >= phrase.length();
    return there ? content.substring(phrase.length()).strip() : "";
  }

  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(text, -1)) {
      String tag = AROUND.matcher(part).replaceAll("");
      if (!tag.isEmpty() && tag.length() <= LONGEST) {
        parts.add(tag);
      }
    }
    return parts;
  }
}
