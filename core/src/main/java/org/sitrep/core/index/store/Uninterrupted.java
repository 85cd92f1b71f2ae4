package org.sitrep.core.index.store;

import java.io.IOException;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Does what an interrupt of the thread must not break off. Java closes a channel whose thread is
 * interrupted, and a writer that loses a file in this way is lost with it.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Something that can be done again where it was broken off.
   *
   * @param <T> what it gives
   */
  public interface Action<T> {
    /**
     * Does it.
     *
     * @return what it gives
     * @throws IOException if it fails
     */
    T run() throws IOException;
  }

  /** An {@link Action} that gives nothing. */
  public interface Step {
    /**
     * Does it.
     *
     * @throws IOException if it fails
     */
    void run() throws IOException;
  }

  /**
   * Does something, again where an interrupt came. The thread is interrupted afterwards, if it was.
   *
   * @param step what to do
   * @throws IOException if it fails
   */
  public static void run(Step step) throws IOException {
    get(
        () -> {
          step.run();
          return step;
        });
  }

  /**
   * Does something, again where an interrupt came. The thread is interrupted afterwards, if it was.
   *
   * @param <T> what it gives
   * @param action what to do
   * @return what it gives
   * @throws IOException if it fails
   */
  public static <T> T get(Action<T> action) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return action.run();
        } catch (ThreadInterruptedException e) {
          interrupted = true;
        } catch (IOException e) {
          // Whatever was thrown, an interrupt may be its cause: a channel closed by one says so in
          // several ways. A failure of the disk is there again without it.
          if (!Thread.interrupted()) {
            throw e;
          }
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
