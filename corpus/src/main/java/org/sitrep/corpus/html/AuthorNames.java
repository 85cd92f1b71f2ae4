package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;

/** Takes names out of what is declared as the author: no "by", no role, no address, no date. */
public final class AuthorNames {
  private static final int LONGEST = 60;
  private static final int LONGEST_LIST = 250;
  private static final int MOST = 20;
  private static final int MOST_WORDS = 6;
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "author",
          "editor",
          "editorial",
          "guest",
          "none",
          "null",
          "root",
          "unknown",
          "user",
          "webmaster",
          "anonymous",
          "undefined",
          "redaktion",
          "redaction",
          "by",
          "staff",
          "system",
          "wordpress");
  private static final Pattern ASIDE =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|https?://\\S+|\\S+@\\S+|@\\w+");
  private static final Pattern LATER =
      Pattern.compile(
          "\\s*[|•·]\\s*.*|\\s+[-–—]\\s+.*|\\s*,?\\s+(?:special to|contributing|for the|staff"
              + " writer|updated|published)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BY =
      Pattern.compile(
          "^(?-i:By(?=\\p{Lu}))|^(?:more (?:stories|articles|posts) (?:by|from)|(?:written |edited"
              + " |posted |story |words |reported |text |article"
              + " )?by|von|por|par|autor:?|author:?|著者|автор:?|текст:)[\\s:：]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private AuthorNames() {}

  /**
   * Reads names as they are written in bylines and metadata.
   *
   * @param written each one or more names with what stands around them
   * @param source the publisher, who is no author
   * @return the names, each once
   */
  public static List<String> of(List<String> written, Optional<String> source) {
    List<String> names = new ArrayList<>();
    for (String text : written) {
      if (text.length() <= LONGEST_LIST) {
        for (String part : parts(text)) {
          String name = clean(part);
          if (isName(name, source) && !names.contains(name) && names.size() < MOST) {
            names.add(name);
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** Names parted by commas and "and", where each part is a name by itself. */
  private static List<String> parts(String text) {
    String line = BY.matcher(CleanText.line(ASIDE.matcher(text).replaceAll(" "))).replaceFirst("");
    String head = LATER.matcher(line).replaceFirst("");
    List<String> parts = BlockPage.names(head);
    if (parts.size() > 1 && parts.stream().allMatch(p -> BlockPage.person(clean(p)))) {
      return parts;
    }
    boolean firstIsPerson =
        parts.size() > 1 && head.indexOf(',') > 0 && BlockPage.person(clean(parts.getFirst()));
    return firstIsPerson ? List.of(parts.getFirst()) : List.of(head);
  }

  private static String clean(String text) {
    String line = BY.matcher(CleanText.line(text)).replaceFirst("");
    return line.replaceAll("^[\\s\\p{Punct}–—•·]+|[\\s\\p{Punct}–—•·&&[^.)]]+$", "").strip();
  }

  private static boolean isName(String name, Optional<String> source) {
    String key = Words.key(name);
    int words = key.split(" ", -1).length;
    return !key.isEmpty()
        && name.length() <= LONGEST
        && words <= MOST_WORDS
        && name.chars().filter(Character::isDigit).count() <= 2
        && !NOBODY.contains(key)
        && !source.map(s -> Words.key(s).equals(key)).orElse(false)
        && !name.contains("/")
        && !BlockPage.is(Marker.SHARE, name)
        && !BlockPage.is(Marker.AUTHOR, name)
        && name.chars().anyMatch(Character::isLetter);
  }
}
