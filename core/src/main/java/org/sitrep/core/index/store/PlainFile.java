package org.sitrep.core.index.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessMode;
import java.nio.file.Path;

/** Opens a file so that no interrupt closes it. */
final class PlainFile {
  private PlainFile() {}

  /** Opens a file for reading; fails as {@link java.nio.file.Files} does, which says why. */
  static RandomAccessFile open(Path path) throws IOException {
    try {
      return new RandomAccessFile(path.toFile(), "r");
    } catch (FileNotFoundException e) {
      path.getFileSystem().provider().checkAccess(path, AccessMode.READ);
      throw e;
    }
  }
}
