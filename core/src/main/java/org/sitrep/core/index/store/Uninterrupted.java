package org.sitrep.core.index.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLockInterruptionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Does what an interrupt of the thread must not break off. Java closes a channel whose thread is
 * interrupted, and a writer that loses a file in this way is lost with it.
 */
public final class Uninterrupted {
  private static final int MAX_CAUSES = 10;

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
          // Where the thread is not interrupted it is an earlier failure that is thrown again.
          if (!isInterrupt(e) || !Thread.interrupted()) {
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

  /**
   * Says whether an interrupt may be the cause: a channel that it closed says so, or only that it is
   * closed, where it had just done its work. Lucene wraps what comes of mapping a file.
   */
  private static boolean isInterrupt(IOException e) {
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .anyMatch(
            cause ->
                cause instanceof ClosedChannelException
                    || cause instanceof FileLockInterruptionException);
  }
}
