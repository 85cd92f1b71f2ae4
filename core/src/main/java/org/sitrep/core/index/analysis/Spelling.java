package org.sitrep.core.index.analysis;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for words that have several: names in several transliterations (Kyiv and Kiev) and,
 * in English, American and British English (defense and defence).
 *
 * <p>English words that follow no rule stand in the file {@code spellings.txt}, a group a line, the
 * spelling to use first. The endings -ise, -yse and -our are rules: they may turn a word into one
 * that nobody writes ("exercise" into "exercize"), which does no harm, because texts and queries
 * are treated alike and the result is never shown.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class Spelling {
  private static final String FILE = "spellings.txt";
  private static final Pattern WITH_S =
      Pattern.compile("(\\w{3,}[iy])s(e|ed|es|er|ers|ing|ation|ations|able)");
  private static final Pattern WITH_OU =
      Pattern.compile(
          "(\\w{3,})our(s|ed|er|ers|ing|able|ably|ite|ites|y|hood|hoods|al|ally|less)?");
  private static final Splitter WORDS = Splitter.on(' ').trimResults().omitEmptyStrings();

  private static final int SHORTEST_NAME = 4;

  private final ImmutableMap<String, String> commonByName;
  private final ImmutableMap<String, String> commonByWord;
  private final boolean english;

  private Spelling(
      List<List<String>> names, ImmutableMap<String, String> commonByWord, boolean english) {
    ImmutableMap.Builder<String, String> commonByName = ImmutableMap.builder();
    names.forEach(group -> add(group, commonByName));
    this.commonByName = commonByName.buildKeepingLast();
    this.commonByWord = commonByWord;
    this.english = english;
  }

  /** One spelling for the names of each group, the first of it. */
  static Spelling of(List<List<String>> names) {
    return new Spelling(names, ImmutableMap.of(), false);
  }

  /** The same, and one spelling for English words; a name goes before a word. */
  static Spelling english(List<List<String>> names) {
    ImmutableMap.Builder<String, String> commonByWord = ImmutableMap.builder();
    // Asked for by this class: in a module its resources are closed to others, Guava among them.
    try (InputStream file = requireNonNull(Spelling.class.getResourceAsStream(FILE), FILE)) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(WORDS.splitToList(line), commonByWord));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return new Spelling(names, commonByWord.buildKeepingLast(), true);
  }

  private static void add(List<String> group, ImmutableMap.Builder<String, String> commonByWord) {
    group.forEach(word -> commonByWord.put(word, group.get(0)));
  }

  /** Returns the spelling used for a word in lower case without accents. */
  String common(String word) {
    String listed = listed(word);
    if (listed != null) {
      return listed;
    }
    if (!english || word.length() < 6) {
      return word;
    }
    Matcher withS = WITH_S.matcher(word);
    if (withS.matches()) {
      return withS.group(1) + "z" + withS.group(2);
    }
    Matcher withOu = WITH_OU.matcher(word);
    if (withOu.matches()) {
      String ending = withOu.group(2);
      return withOu.group(1) + "or" + (ending == null ? "" : ending);
    }
    return word;
  }

  /** The first letter of the spelling used for a word: rules change no more than the ending. */
  char initial(String word) {
    String listed = listed(word);
    return (listed == null ? word : listed).charAt(0);
  }

  private @Nullable String listed(String word) {
    String name = name(word);
    return name == null ? commonByWord.get(word) : name;
  }

  /** The spelling of a name, also of several of the name and of its genitive: "Kiews". */
  private @Nullable String name(String word) {
    String common = commonByName.get(word);
    boolean mayBeForm = common == null && word.endsWith("s") && word.length() > SHORTEST_NAME;
    return mayBeForm ? commonByName.get(word.substring(0, word.length() - 1)) : common;
  }
}
