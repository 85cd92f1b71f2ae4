package org.sitrep.core.index.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/**
 * How the files in a folder are reached: {@link SteadyDirectory#open}, or what a test puts there.
 */
@FunctionalInterface
public interface Storage {
  /**
   * Opens a folder.
   *
   * @param folder the folder, which is there
   * @return its files
   * @throws IOException if the folder cannot be opened
   */
  Directory open(Path folder) throws IOException;
}
