package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
              + " writer|updated|published|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BY =
      Pattern.compile(
          "^(?-i:By(?=\\p{Lu}))|^(?:more (?:stories|articles|posts) (?:by|from)|(?:written |edited"
              + " |posted |story |words |reported |text |article"
              + " )?by|von|por|par|autor:?|author:?|著者|автор:?|текст:)[\\s:：]+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern COMPANY =
      Pattern.compile("(?i)\\b(?:inc|ltd|llc|gmbh|corp|plc|co\\.,? ltd)\\.?$");

  private AuthorNames() {}

  /**
   * Reads names as they are written in bylines and metadata.
   *
   * @param written each one or more names with what stands around them
   * @param others who is no author: the publisher under its names, the sections
   * @return the names, each once
   */
  public static List<String> of(List<String> written, Collection<String> others) {
    Set<String> keys = others.stream().map(Words::key).collect(Collectors.toSet());
    List<String> names = new ArrayList<>();
    for (String text : written) {
      if (text.length() <= LONGEST_LIST) {
        for (String part : parts(text)) {
          String name = clean(part);
          if (isName(name, keys) && !names.contains(name) && names.size() < MOST) {
            names.add(name);
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /**
   * Names parted by commas and "and", where the first is a name by itself, without what is none.
   */
  private static List<String> parts(String text) {
    String line = BY.matcher(CleanText.line(ASIDE.matcher(text).replaceAll(" "))).replaceFirst("");
    String head = LATER.matcher(line).replaceFirst("");
    List<String> parts = BlockPage.names(head);
    if (parts.size() == 1) {
      return parts.getFirst().length() < head.length() && BlockPage.person(clean(parts.getFirst()))
          ? parts
          : List.of(head);
    }
    List<String> people = parts.stream().filter(p -> BlockPage.person(clean(p))).toList();
    boolean begins = !parts.isEmpty() && people.contains(parts.getFirst());
    boolean listed = people.size() > 1 || head.indexOf(',') > 0;
    return begins && listed ? people : List.of(head);
  }

  private static String clean(String text) {
    String line = BY.matcher(CleanText.line(text)).replaceFirst("");
    return line.replaceAll("^[\\s\\p{Punct}–—•·]+|[\\s\\p{Punct}–—•·&&[^.)]]+$", "").strip();
  }

  private static boolean isName(String name, Set<String> others) {
    String key = Words.key(name);
    int words = key.split(" ", -1).length;
    return !key.isEmpty()
        && name.length() <= LONGEST
        && words <= MOST_WORDS
        && name.chars().filter(Character::isDigit).count() <= 2
        && !NOBODY.contains(key)
        && !others.contains(key)
        && !COMPANY.matcher(name).find()
        && !name.contains("/")
        && !BlockPage.is(Marker.SHARE, name)
        && !BlockPage.is(Marker.AUTHOR, name)
        && !BlockPage.is(Marker.PUBLISHED, name)
        && name.chars().anyMatch(Character::isLetter);
  }
}
