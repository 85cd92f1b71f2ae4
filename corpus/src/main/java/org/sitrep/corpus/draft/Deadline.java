package org.sitrep.corpus.draft;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;

/**
 * When the reading of one input has to be over. Readers ask on their way, at every line or element
 * that they look at, so that reading ends by itself, in its own thread, soon after its time is up:
 * a thread that is left behind or ended from outside would go on, or leave things half done.
 *
 * <p>Not safe for use by several threads.
 */
public final class Deadline {
  /** Never comes. */
  public static final Deadline NEVER = new Deadline(Duration.ofSeconds(Long.MAX_VALUE), 0);

  /** So many questions are answered by one look at the clock. */
  private static final int QUESTIONS = 256;

  private final Duration bound;
  private final long end;
  private int asked;

  private Deadline(Duration bound, long end) {
    this.bound = bound;
    this.end = end;
  }

  /**
   * Starts to count.
   *
   * @param bound how long reading may take, more than 0
   * @return the deadline
   * @throws IllegalArgumentException if the bound is 0 or negative
   */
  public static Deadline in(Duration bound) {
    if (requireNonNull(bound, "bound").isZero() || bound.isNegative()) {
      throw new IllegalArgumentException("time bound is not more than 0: " + bound);
    }
    boolean endless = bound.compareTo(Duration.ofDays(365)) > 0;
    return endless ? NEVER : new Deadline(bound, System.nanoTime() + bound.toNanos());
  }

  /**
   * Asks whether there is time left, cheap enough for the innermost loop.
   *
   * @throws PassedException if there is none
   */
  public void check() {
    if (this != NEVER && ++asked % QUESTIONS == 0) {
      checkNow();
    }
  }

  /**
   * Asks whether there is time left and looks at the clock each time: between two long steps.
   *
   * @throws PassedException if there is none
   */
  public void checkNow() {
    if (this != NEVER && System.nanoTime() - end > 0) {
      throw new PassedException(bound);
    }
  }

  /** Reading took longer than it may. */
  public static final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PassedException(Duration bound) {
      super(
          "took longer to read than it may: "
              + String.format(Locale.ROOT, "%.3f", bound.toNanos() / 1e9).replaceAll("\\.?0+$", "")
              + " seconds");
    }
  }
}
