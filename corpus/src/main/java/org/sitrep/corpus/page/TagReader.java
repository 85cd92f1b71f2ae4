package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** Reads tags and sections out of their zones. */
final class TagReader {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|•·]\\s*|\\s+(?=#)");
  private static final Pattern AROUND = Pattern.compile("^[#\\s:.,]+|[\\s:.,]+$");
  private static final Pattern FILED_IN =
      Pattern.compile("[\\s,|•·–—-]*in (\\p{Lu}[^|]*?)(?: by .*|\\s*\\|.*)?");
  private static final Pattern ONE_WORD = Pattern.compile("\\p{Lu}\\p{Ll}{3,}");
  private static final int LONGEST = 80;

  private TagReader() {}

  /** The tags of a page, in its order. */
  static List<String> tags(PageMap map) {
    List<String> tags = new ArrayList<>();
    for (int i : map.indexes(Zone.TAGS)) {
      Seen seen = map.seen(i);
      String text = seen.has(Marker.TAGS) ? afterLabel(seen) : seen.line.content;
      tags.addAll(split(text));
    }
    return tags;
  }

  /** What stands in the line after the word that announces tags. */
  static String afterLabel(Seen seen) {
    return afterLabel(seen.line.content, seen.phrase(Marker.TAGS));
  }

  /** The sections of a page, in its order. */
  static List<String> sections(PageMap map, String title) {
    List<String> sections = new ArrayList<>();
    for (int i : map.indexes(Zone.DATELINE)) {
      sections.addAll(besideDate(map.seen(i)));
      Bylines.rubric(map.seen(i)).filter(r -> map.page().says(r)).ifPresent(sections::add);
    }
    for (int i : map.indexes(Zone.SECTION)) {
      Seen seen = map.seen(i);
      if (Trails.isBreadcrumb(seen.line)) {
        for (String step : Trails.steps(seen.line)) {
          boolean home = Markers.standard().is(Marker.NAVIGATION, step) && sections.isEmpty();
          if (!home && !Folding.fold(title).startsWith(Folding.fold(step))) {
            sections.add(step);
          }
        }
      } else if (seen.has(Marker.SECTION)) {
        sections.addAll(split(afterLabel(seen.line.content, seen.phrase(Marker.SECTION))));
      } else {
        sections.add(Bylines.clean(seen.line.content));
      }
    }
    return sections;
  }

  /** What follows a date that opens its line: "in A, B by C", or a word. */
  private static List<String> besideDate(Seen seen) {
    if (seen.dates.isEmpty()) {
      return List.of();
    }
    String before = seen.line.content.substring(0, seen.dates.getFirst().start());
    String after = seen.line.content.substring(seen.dates.getLast().end());
    Matcher filed = FILED_IN.matcher(after);
    if (filed.matches()) {
      return split(filed.group(1));
    }
    boolean opens = new Line(0, 0, before).words <= 1;
    String word = Bylines.clean(after);
    return opens && ONE_WORD.matcher(word).matches() && !Markers.standard().is(Marker.READING, word)
        ? List.of(word)
        : List.of();
  }

  private static String afterLabel(String content, String phrase) {
    boolean there = Folding.fold(content).startsWith(phrase) && content.length() >= phrase.length();
    return there ? content.substring(phrase.length()).strip() : "";
  }

  private static List<String> split(String text) {
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
