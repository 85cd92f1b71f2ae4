package org.sitrep.corpus.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sitrep.core.article.PartialDate;

/**
 * Reads when a page was fetched, where the page says so: tools that save pages write it into a
 * comment, people and scripts into a line above or below the text. Stateless.
 */
public final class SavedTimes {
  private static final int LINES_AT_AN_END = 12;
  private static final int LONGEST_LINE = 200;
  private static final int COMMENTS_AT_AN_END = 1 << 14;
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.{0,2000}?)-->");

  private static final Pattern SAVED =
      Pattern.compile(
          "\\b(?:saved|archived|mirrored|captured|fetched|retrieved|downloaded)\\b[^\\d]*",
          Pattern.CASE_INSENSITIVE);

  /** A line of a text says nothing else. */
  private static final Pattern SAVED_LINE =
      Pattern.compile(
          "(?:(?:page|file|copy)\\s+)?(?:saved|archived|captured|fetched|retrieved|downloaded|accessed"
              + "|abgerufen|gespeichert|archiviert|consulté|enregistré|archivé|consultado|guardado"
              + "|archivado|consultato|salvato|archiviato|pobrano|zapisano|zarchiwizowano|збережено"
              + "|завантажено|сохранено|загружено)\\b\\s*(?:on|at|am|le|el|il|dnia)?\\s*:?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private SavedTimes() {}

  /**
   * Reads it out of the comments of an HTML page, at its beginning and its end.
   *
   * @param html the page
   * @return when it was saved, to the day at least; empty where no comment says so
   */
  public static Optional<PartialDate> ofMarkup(String html) {
    String head = html.substring(0, Math.min(html.length(), COMMENTS_AT_AN_END));
    String tail = html.substring(Math.max(0, html.length() - COMMENTS_AT_AN_END));
    return Stream.of(head, tail)
        .flatMap(end -> COMMENT.matcher(end).results())
        .flatMap(comment -> ofComment(comment.group(1)).stream())
        .findFirst();
  }

  private static Optional<PartialDate> ofComment(String comment) {
    Matcher saved = SAVED.matcher(comment);
    while (saved.find()) {
      Optional<PartialDate> date = first(comment.substring(saved.start()));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** Reads it out of the first and the last lines of a page saved as text. */
  static Optional<PartialDate> ofLines(PageLines lines) {
    int size = lines.size();
    return IntStream.concat(
            IntStream.range(0, Math.min(size, LINES_AT_AN_END)),
            IntStream.range(Math.max(0, size - LINES_AT_AN_END), size))
        .mapToObj(i -> lines.get(i).content)
        .flatMap(line -> ofLine(line).stream())
        .findFirst();
  }

  /** Reads a line that says when the page was saved, and nothing else. */
  static Optional<PartialDate> ofLine(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Matcher saved = SAVED_LINE.matcher(line);
    if (!saved.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.substring(saved.end());
    return DateFinder.find(rest).stream()
        .findFirst()
        .filter(d -> d.start() == 0 && new Line(0, 0, rest.substring(d.end())).words <= 2)
        .flatMap(SavedTimes::unambiguous);
  }

  private static Optional<PartialDate> first(String text) {
    return DateFinder.find(text).stream().flatMap(d -> unambiguous(d).stream()).findFirst();
  }

  private static Optional<PartialDate> unambiguous(FoundDate date) {
    return date.full() && !date.ambiguous()
        ? date.ordered(FoundDate.Order.DAY_FIRST).partial()
        : Optional.empty();
  }
}
