package org.sitrep.core.index.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was worked out lately: the words of queries come again and again. An answer is kept at
 * least until as many others were worked out as are kept, and at most twice as many are. Safe for
 * use by several threads, which may work out the same at the same time.
 *
 * @param <K> what was asked; immutable
 * @param <V> the answer; immutable, the same for the same question
 */
public final class Recent<K, V> {
  private final int most;
  private volatile Map<K, V> latest = new ConcurrentHashMap<>();
  private volatile Map<K, V> before = Map.of();

  /**
   * Makes a memory of nothing.
   *
   * @param most how many answers are kept at least, once there are so many
   */
  public Recent(int most) {
    this.most = most;
  }

  /**
   * Returns what was worked out.
   *
   * @param asked what is asked
   * @return the answer; null where it is not kept
   */
  public @Nullable V get(K asked) {
    V known = latest.get(asked);
    if (known == null) {
      known = before.get(asked);
      if (known != null) {
        keep(asked, known);
      }
    }
    return known;
  }

  /**
   * Keeps an answer.
   *
   * @param asked what was asked
   * @param answer the answer
   */
  public void keep(K asked, V answer) {
    Map<K, V> kept = latest;
    kept.put(asked, answer);
    if (kept.size() >= most) {
      turn(kept);
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether another thread has done it already
  private synchronized void turn(Map<K, V> full) {
    if (latest == full) {
      before = full;
      latest = new ConcurrentHashMap<>();
    }
  }
}
