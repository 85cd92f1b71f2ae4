package org.sitrep.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sitrep.corpus.Progress;

/**
 * One line that tells how far a run has come, how fast it goes and how long it will take. Both are
 * told by the last seconds alone: files that are passed over because they have not changed go by in
 * no time, and would promise the same of those that have to be read. For one thread.
 */
final class ProgressLine {
  private static final int MOST_BAR = 24;
  private static final int FEWEST_BAR = 8;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

  /** What was seen for a shorter time says nothing of the rest. */
  private static final long FEWEST_SEEN = TimeUnit.SECONDS.toNanos(2);

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private record Moment(long nanos, Progress progress) {}

  private final Deque<Moment> moments = new ArrayDeque<>();

  /**
   * Starts with nothing done.
   *
   * @param nanos the time now
   */
  ProgressLine(long nanos) {
    moments.add(new Moment(nanos, new Progress(0, 0, 0)));
  }

  /**
   * Returns the line, without a line end.
   *
   * @param progress how far the run has come
   * @param nanos the time now
   * @param columns how wide the line may be; what has no room is left out, the bar first
   */
  String at(Progress progress, long nanos, int columns) {
    moments.add(new Moment(nanos, progress));
    while (moments.size() > 2 && nanos - moments.getFirst().nanos() > WINDOW) {
      moments.removeFirst();
    }
    boolean sized = progress.totalBytes() > 0;
    double part = sized ? Math.clamp((double) progress.bytes() / progress.totalBytes(), 0, 1) : 0;
    String percent = sized ? "%3d%%  ".formatted((int) (part * 100)) : "";
    String counted =
        "%,d %s".formatted(progress.inputs(), progress.inputs() == 1 ? "input" : "inputs");
    String left = left(progress, nanos).map(l -> ", " + l).orElse("");
    String[] lines = {
      percent + counted + rate(progress, nanos) + left,
      percent + counted + left,
      percent + counted,
      percent.strip()
    };
    for (String line : lines) {
      if (line.length() <= columns) {
        return sized ? bar(part, columns - line.length() - 3) + line : line;
      }
    }
    return "";
  }

  private static String bar(double part, int room) {
    if (room < FEWEST_BAR) {
      return "";
    }
    int width = Math.min(room, MOST_BAR);
    int full = (int) (part * width);
    return "[%s%s] ".formatted("#".repeat(full), ".".repeat(width - full));
  }

  private String rate(Progress progress, long nanos) {
    Moment first = moments.getFirst();
    double seconds = (nanos - first.nanos()) / NANOS_PER_SECOND;
    if (seconds <= 0) {
      return "";
    }
    double rate = (progress.inputs() - first.progress().inputs()) / seconds;
    return String.format(Locale.ROOT, rate < 10 ? ", %.1f a second" : ", %,.0f a second", rate);
  }

  private Optional<String> left(Progress progress, long nanos) {
    Moment first = moments.getFirst();
    long seen = nanos - first.nanos();
    long bytes = progress.bytes() - first.progress().bytes();
    long missing = progress.totalBytes() - progress.bytes();
    if (progress.totalBytes() <= 0 || seen < FEWEST_SEEN || bytes <= 0 || missing <= 0) {
      return Optional.empty();
    }
    return Optional.of(time(Math.round(seen / NANOS_PER_SECOND * missing / bytes)) + " left");
  }

  /** A time as exact as it is known: "40 s", "3 min", "2 h 10 min". */
  private static String time(long seconds) {
    if (seconds < MINUTE) {
      return Math.max(1, seconds) + " s";
    }
    long minutes = Math.round(seconds / (double) MINUTE);
    if (seconds < HOUR) {
      return minutes + " min";
    }
    return minutes % MINUTE == 0
        ? minutes / MINUTE + " h"
        : "%d h %d min".formatted(minutes / MINUTE, minutes % MINUTE);
  }
}
