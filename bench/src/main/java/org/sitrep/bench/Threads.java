package org.sitrep.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on a list that several threads share. */
final class Threads {
  /** Work on one element. */
  interface Work<T> {
    void on(T element) throws Exception;
  }

  private Threads() {}

  static <T> void each(List<T> list, int threads, Work<T> work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < list.size(); i = next.getAndIncrement()) {
            work.on(list.get(i));
          }
          return null;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(worker));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    }
  }
}
