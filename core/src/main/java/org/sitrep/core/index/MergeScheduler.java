package org.sitrep.core.index;

import java.util.function.Consumer;
import org.apache.lucene.index.ConcurrentMergeScheduler;

/**
 * Merges segments in threads that end with the writer, and hands a merge that failed to the writer:
 * Lucene would throw it at the thread, where it ends as a stack trace that nobody reads.
 */
final class MergeScheduler extends ConcurrentMergeScheduler {
  private final Consumer<Throwable> failed;

  MergeScheduler(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  @Override
  protected void handleMergeException(Throwable exc) {
    if (exc instanceof Exception || exc instanceof InternalError) {
      failed.accept(exc);
    } else {
      super.handleMergeException(exc);
    }
  }
}
