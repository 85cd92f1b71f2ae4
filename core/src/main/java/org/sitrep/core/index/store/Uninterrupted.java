package org.sitrep.core.index.store;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Does what an interrupt of the thread must not break off. Java closes a channel whose thread is
 * interrupted, and where that happens while it maps a file the mapping stays for the life of the
 * process; and whether the disk failed as well can then not be told. To do such a step again mends
 * none of this, so it is done in a thread of its own, which nobody knows and can interrupt.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Something to be done.
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

  /** A thread that no interrupt reaches. It lasts for one action. */
  private static final class Own extends Thread {
    Own(Runnable action) {
      super(action, "sitrep uninterrupted");
      setDaemon(Thread.currentThread().isDaemon());
    }
  }

  /**
   * Does something, once, in a thread that is not interrupted. The caller waits for it, whatever
   * comes, and is interrupted afterwards, if it was.
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
   * Does something, once, in a thread that is not interrupted. The caller waits for it, whatever
   * comes, and is interrupted afterwards, if it was.
   *
   * @param <T> what it gives
   * @param action what to do
   * @return what it gives
   * @throws IOException if it fails
   */
  public static <T> T get(Action<T> action) throws IOException {
    if (Thread.currentThread() instanceof Own) {
      return action.run();
    }
    FutureTask<T> task = new FutureTask<>(action::run);
    Own thread = new Own(task);
    thread.start();
    waitFor(thread);
    if (task.state() == Future.State.SUCCESS) {
      return task.resultNow();
    }
    throw failure(task.exceptionNow());
  }

  private static void waitFor(Thread thread) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          thread.join();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException failure(Throwable cause) {
    return switch (cause) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    };
  }

  /**
   * Does something in the thread itself, where a thread for each would cost too much. It may wait
   * for others, which an interrupt breaks off, and is then done again; it must not open a channel.
   * The thread is interrupted afterwards, if it was.
   *
   * @param step what to do, of which to do it twice is to do it once
   * @throws IOException if it fails
   */
  public static void repeat(Step step) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          step.run();
          return;
        } catch (ThreadInterruptedException e) {
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
