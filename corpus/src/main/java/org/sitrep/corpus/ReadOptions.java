package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.json.RecordField;

/**
 * How sources are read. Each {@code with} method gives a changed copy.
 *
 * @param fields names of fields of records, each with the name of {@code Article}'s JSON that it
 *     stands for: {@code topics → tags}
 * @param clock tells today; a publication date after today (and a day for time zones) is refused
 * @param standardInput what the source {@code -} reads
 * @param fetched when the pages were fetched, to the day at least; from it are counted dates such
 *     as "2 hours ago", which are no dates without it. A page, or a record in its field {@code
 *     fetched}, that says it of itself goes before. The time of a file's last change is not taken
 *     for it: copying and unpacking change that
 * @param timeBound how long the reading of one page, record or entry of a feed may take, more than
 *     0; one that takes longer is rejected, and the rest goes on. It is asked at every line and
 *     block, and between the steps that take time in proportion to the size alone, so that it is
 *     overstepped by one such step at most
 */
public record ReadOptions(
    Map<String, String> fields,
    Clock clock,
    InputStream standardInput,
    Optional<PartialDate> fetched,
    Duration timeBound) {
  /** How long one page may take, unless another bound is given: {@value} seconds. */
  public static final int USUAL_SECONDS = 10;

  /** Checks and copies the parts. */
  public ReadOptions {
    fields = Map.copyOf(fields);
    requireNonNull(clock, "clock");
    requireNonNull(standardInput, "standardInput");
    requireNonNull(fetched, "fetched");
    fetched.ifPresent(ReadOptions::checkFetched);
    if (timeBound.isZero() || timeBound.isNegative()) {
      throw new IllegalArgumentException("time bound is not more than 0: " + timeBound);
    }
  }

  private static void checkFetched(PartialDate time) {
    if (time.precision().compareTo(PartialDate.Precision.DAY) < 0) {
      throw new IllegalArgumentException("time of fetching is not known to the day: " + time);
    }
  }

  /**
   * Returns the options to start from: no renaming, the system's clock, nothing on standard input,
   * no known time of fetching, {@value #USUAL_SECONDS} seconds for a page.
   *
   * @return the options
   */
  public static ReadOptions standard() {
    return new ReadOptions(
        Map.of(),
        Clock.systemUTC(),
        InputStream.nullInputStream(),
        Optional.empty(),
        Duration.ofSeconds(USUAL_SECONDS));
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
    return new ReadOptions(more, clock, standardInput, fetched, timeBound);
  }

  /**
   * Tells the time by a clock.
   *
   * @param clock the clock
   * @return the changed options
   */
  public ReadOptions withClock(Clock clock) {
    return new ReadOptions(fields, clock, standardInput, fetched, timeBound);
  }

  /**
   * Reads the source {@code -} from a stream, which the reader does not close.
   *
   * @param standardInput the stream
   * @return the changed options
   */
  public ReadOptions withStandardInput(InputStream standardInput) {
    return new ReadOptions(fields, clock, standardInput, fetched, timeBound);
  }

  /**
   * Tells when the pages were fetched.
   *
   * @param time the time, to the day at least; hours are counted only from a time of day
   * @return the changed options
   * @throws IllegalArgumentException if the day is not known
   */
  public ReadOptions withFetched(PartialDate time) {
    return new ReadOptions(fields, clock, standardInput, Optional.of(time), timeBound);
  }

  /**
   * Bounds the time that one page, record or entry of a feed may take.
   *
   * @param bound the time, more than 0
   * @return the changed options
   * @throws IllegalArgumentException if the bound is 0 or negative
   */
  public ReadOptions withTimeBound(Duration bound) {
    return new ReadOptions(fields, clock, standardInput, fetched, bound);
  }
}
