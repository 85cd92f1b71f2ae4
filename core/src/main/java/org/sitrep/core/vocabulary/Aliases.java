package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of the same thing: transliterations (Kyiv and Kiev) and acronyms with what they stand for
 * (MoD and Ministry of Defence). A search for one name of a group finds the others.
 *
 * <p>A name of one word with two capital letters or more is an acronym and counts only where it is
 * written with its capitals, so that "US" is told from "us" ({@link #isAcronym}). Every other name
 * counts in any case, and without regard to accents.
 *
 * <p>A file of aliases is UTF-8 text with a group a line, its names parted by equals signs: {@code
 * MoD = Ministry of Defence}. Empty lines, and lines that begin with a number sign, say nothing.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param groups the groups, each of two names or more; no name, compared as it counts, is there
 *     twice. At most {@value #MAX_NAMES} names of at most {@value #MAX_NAME} UTF-16 units
 */
public record Aliases(List<List<String>> groups) {
  /** How many UTF-16 units a name has at most. */
  public static final int MAX_NAME = 100;

  /** How many names there are in all at most. */
  public static final int MAX_NAMES = 50_000;

  private static final int MAX_LINE = 20_000;
  private static final String STANDARD_FILE = "aliases.txt";
  private static final String EQUALS = " = ";
  private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t\n\u000b\f\r");
  private static final String SIGN = "=";

  /** Checks and copies the groups; white space inside a name becomes one blank. */
  public Aliases {
    Set<String> seen = new HashSet<>();
    List<List<String>> checked = new ArrayList<>(groups.size());
    for (List<String> group : groups) {
      checked.add(checked(group, seen));
    }
    groups = List.copyOf(checked);
  }

  // Written out: what the compiler leaves to the JVM is made anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Aliases aliases && groups.equals(aliases.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  private static List<String> checked(List<String> group, Set<String> seen) {
    if (group.size() < 2) {
      throw new IllegalArgumentException("group has not two names: '%s'".formatted(shown(group)));
    }
    List<String> checked = new ArrayList<>(group.size());
    for (String name : group) {
      checked.add(checked(name, seen));
    }
    return List.copyOf(checked);
  }

  private static String checked(String name, Set<String> seen) {
    String stripped = name.strip();
    String clean = Folding.isPlain(stripped) ? stripped : BLANKS.collapseFrom(stripped, ' ');
    if (!hasLetterOrDigit(clean)) {
      throw new IllegalArgumentException("name has no letter: '%s'".formatted(shown(clean)));
    }
    if (clean.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "name is longer than %d: '%s'".formatted(MAX_NAME, shown(clean)));
    }
    if (clean.contains(SIGN) || clean.startsWith("#")) {
      throw new IllegalArgumentException("name has a sign of the file: '%s'".formatted(clean));
    }
    if (!seen.add(isAcronym(clean) ? clean : Folding.fold(clean))) {
      throw new IllegalArgumentException("name is there already: '%s'".formatted(clean));
    }
    if (seen.size() > MAX_NAMES) {
      throw new IllegalArgumentException(
          "names are more than %d: '%s'".formatted(MAX_NAMES, clean));
    }
    return clean;
  }

  private static boolean hasLetterOrDigit(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (Character.isLetterOrDigit(name.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  /**
   * Says whether a name counts only as it is written: one word with two capital letters or more.
   *
   * @param name a name
   * @return true for "US" and "MoD", false for "Kyiv" and "Ministry of Defence"
   */
  public static boolean isAcronym(String name) {
    if (name.indexOf(' ') >= 0) {
      return false;
    }
    int capitals = 0;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      capitals += Character.isUpperCase(name.codePointAt(i)) ? 1 : 0;
    }
    return capitals > 1;
  }

  /**
   * The aliases that come with this library. The first call reads their file.
   *
   * @return the aliases of {@code aliases.txt} beside this class
   */
  public static Aliases standard() {
    return Standard.ALIASES;
  }

  /**
   * Reads a file of your own, in UTF-8.
   *
   * @param file the file
   * @return the aliases as they are in the file now
   * @throws AliasFormatException if the file is not one of aliases
   * @throws IOException if the file cannot be read
   */
  public static Aliases of(Path file) throws IOException, AliasFormatException {
    requireNonNull(file, "file");
    try (Reader reader = Files.newBufferedReader(file)) {
      return of(reader, file.toString());
    } catch (CharacterCodingException e) {
      AliasFormatException wrong =
          new AliasFormatException(file.toString(), 0, "the file is not in UTF-8");
      wrong.initCause(e);
      throw wrong;
    }
  }

  /**
   * Reads aliases from anywhere.
   *
   * @param reader gives the lines of a file of aliases; read to its end and not closed
   * @param name what messages call it
   * @return the aliases
   * @throws AliasFormatException if it is not a file of aliases
   * @throws IOException if the reader fails
   */
  public static Aliases of(Reader reader, String name) throws IOException, AliasFormatException {
    requireNonNull(reader, "reader");
    requireNonNull(name, "name");
    List<List<String>> groups = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    Lines lines = new Lines(reader);
    int number = 1;
    String line = lines.next();
    while (line != null) {
      String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
      if (text.length() > MAX_LINE) {
        throw new AliasFormatException(
            name, number, "line is longer than %d: '%s'".formatted(MAX_LINE, shown(text)));
      }
      if (!text.isBlank() && text.charAt(0) != '#') {
        groups.add(List.of(text.split(SIGN, -1)));
        numbers.add(number);
      }
      number++;
      line = lines.next();
    }
    try {
      return new Aliases(groups);
    } catch (IllegalArgumentException e) {
      throw wrong(groups, numbers, name);
    }
  }

  /** Checks the groups once more, to name the line of the first that is wrong. */
  private static AliasFormatException wrong(
      List<List<String>> groups, List<Integer> numbers, String name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      try {
        checked(groups.get(i), seen);
      } catch (IllegalArgumentException e) {
        return new AliasFormatException(name, numbers.get(i), String.valueOf(e.getMessage()));
      }
    }
    throw new IllegalStateException("no line is wrong");
  }

  /** The lines of a file, each to one character more than it may have. */
  private static final class Lines {
    private final Reader reader;
    private final char[] read = new char[1 << 12];
    private int at;
    private int end;

    Lines(Reader reader) {
      this.reader = reader;
    }

    private boolean isAtEnd() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(0, reader.read(read));
      }
      return end == 0;
    }

    /** Returns the next line; null at the end. */
    @Nullable String next() throws IOException {
      if (isAtEnd()) {
        return null;
      }
      StringBuilder text = new StringBuilder();
      boolean ends = false;
      while (!ends && !isAtEnd()) {
        int from = at;
        while (at < end && read[at] != '\n') {
          at++;
        }
        text.append(read, from, Math.min(at - from, MAX_LINE + 1 - text.length()));
        ends = at < end;
        at += ends ? 1 : 0;
      }
      return text.toString();
    }
  }

  /**
   * Writes the aliases as a file has them.
   *
   * @return text that {@link #of(Reader, String)} reads as equal aliases
   */
  public String text() {
    return groups.stream()
        .map(group -> String.join(EQUALS, group) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @param text the text
   * @return the aliases
   * @throws AliasFormatException if it is something else
   */
  public static Aliases ofText(String text) throws AliasFormatException {
    if (text.equals(Standard.TEXT)) {
      return Standard.ALIASES; // those of most indexes, which are read already
    }
    try {
      return of(new StringReader(text), "aliases");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static final class Standard {
    static final Aliases ALIASES = read();
    static final String TEXT = ALIASES.text();

    private Standard() {}

    private static Aliases read() {
      try (InputStream in = Aliases.class.getResourceAsStream(STANDARD_FILE)) {
        if (in == null) {
          throw new IllegalStateException("the library lacks its file " + STANDARD_FILE);
        }
        return of(new InputStreamReader(in, StandardCharsets.UTF_8), STANDARD_FILE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (AliasFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
