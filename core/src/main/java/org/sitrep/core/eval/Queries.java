package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The queries of an evaluation, in their order. Immutable.
 *
 * @param texts what a person types, by the query's id; ids are not empty and hold no white space,
 *     so that they can stand in a run file
 */
public record Queries(Map<String, String> texts) {
  /** Checks and copies the queries. */
  public Queries {
    texts = ImmutableMap.copyOf(texts);
    texts.keySet().forEach(Queries::checkId);
  }

  static void checkId(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("query id is empty or holds white space: '" + id + "'");
    }
  }

  static boolean isId(String id) {
    return !id.isEmpty() && id.chars().noneMatch(Character::isWhitespace);
  }

  /**
   * Reads a file in UTF-8 with a query a line: its id, a tab, what a person types. Blank lines are
   * passed over.
   *
   * @param file the file
   * @return the queries
   * @throws EvaluationFormatException if a line has no tab, no id or no text, or an id stands twice
   * @throws IOException if the file cannot be read
   */
  public static Queries read(Path file) throws IOException, EvaluationFormatException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads queries as {@link #read(Path)} does.
   *
   * @param name what to call the stream where something is wrong
   * @param in the stream, which stays open
   * @return the queries
   * @throws EvaluationFormatException if a line has no tab, no id or no text, or an id stands twice
   * @throws IOException if the stream cannot be read
   */
  public static Queries read(String name, InputStream in)
      throws IOException, EvaluationFormatException {
    TextLines lines = new TextLines(requireNonNull(name, "name"), requireNonNull(in, "in"));
    Map<String, String> texts = new LinkedHashMap<>();
    while (lines.next()) {
      String line = lines.line();
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw lines.wrong("line is not 'id<TAB>text'", line);
      }
      String id = line.substring(0, tab).strip();
      String text = line.substring(tab + 1).strip();
      if (!isId(id)) {
        throw lines.wrong("query id is empty or holds white space", id);
      }
      if (text.isEmpty()) {
        throw lines.wrong("query has no text", line);
      }
      if (texts.putIfAbsent(id, text) != null) {
        throw lines.wrong("query is there already", id);
      }
    }
    return new Queries(texts);
  }
}
