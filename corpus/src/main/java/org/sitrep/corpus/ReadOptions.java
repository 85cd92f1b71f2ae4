package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sitrep.corpus.json.RecordField;

/**
 * How sources are read. Each {@code with} method gives a changed copy.
 *
 * @param fields names of fields of records, each with the name of {@code Article}'s JSON that it
 *     stands for: {@code topics → tags}
 * @param clock tells today; a publication date after today (and a day for time zones) is refused
 * @param standardInput what the source {@code -} reads
 */
public record ReadOptions(Map<String, String> fields, Clock clock, InputStream standardInput) {
  /** Checks and copies the parts. */
  public ReadOptions {
    fields = Map.copyOf(fields);
    requireNonNull(clock, "clock");
    requireNonNull(standardInput, "standardInput");
  }

  /**
   * Returns the options to start from: no renaming, the system's clock, nothing on standard input.
   *
   * @return the options
   */
  public static ReadOptions standard() {
    return new ReadOptions(Map.of(), Clock.systemUTC(), InputStream.nullInputStream());
  }

  /**
   * Reads a field of records under another name.
   *
   * @param theirs the field's name in the records, such as {@code date}
   * @param ours the name it stands for, such as {@code published}
   * @return the changed options
   * @throws IllegalArgumentException if there is no field {@code ours}, or {@code theirs} already
   *     stands for another
   */
  public ReadOptions withField(String theirs, String ours) {
    if (RecordField.of(ours).isEmpty()) {
      throw new IllegalArgumentException(
          "articles have no field '%s'; they have %s"
              .formatted(ours, String.join(", ", RecordField.ids())));
    }
    Map<String, String> more = new LinkedHashMap<>(fields);
    if (more.putIfAbsent(theirs, ours) != null) {
      throw new IllegalArgumentException("field is renamed twice: " + theirs);
    }
    return new ReadOptions(more, clock, standardInput);
  }

  /**
   * Tells the time by a clock.
   *
   * @param clock the clock
   * @return the changed options
   */
  public ReadOptions withClock(Clock clock) {
    return new ReadOptions(fields, clock, standardInput);
  }

  /**
   * Reads the source {@code -} from a stream, which the reader does not close.
   *
   * @param standardInput the stream
   * @return the changed options
   */
  public ReadOptions withStandardInput(InputStream standardInput) {
    return new ReadOptions(fields, clock, standardInput);
  }
}
