package org.sitrep.core.index.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.lucene.store.BufferedIndexInput;

/**
 * A file that is read once and from start to end, by plain calls of the system, which no interrupt
 * breaks off. Clones and slices read the same open file. For one thread.
 */
final class PlainInput extends BufferedIndexInput {
  private final RandomAccessFile file;
  private final long length;
  private boolean clone;

  private PlainInput(String name, RandomAccessFile file) throws IOException {
    super(name);
    this.file = file;
    this.length = file.length();
  }

  static PlainInput open(Path path) throws IOException {
    RandomAccessFile file = PlainFile.open(path);
    try {
      return new PlainInput("PlainInput(" + path + ")", file);
    } catch (IOException e) {
      try (file) {
        throw e;
      }
    }
  }

  @Override
  protected void readInternal(ByteBuffer buffer) throws IOException {
    if (getFilePointer() + buffer.remaining() > length) {
      throw new EOFException("read past the end: " + this);
    }
    file.seek(getFilePointer());
    file.readFully(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    buffer.position(buffer.limit());
  }

  @Override
  protected void seekInternal(long position) throws IOException {
    if (position > length) {
      throw new EOFException("seek past the end: " + this);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public PlainInput clone() {
    PlainInput copy = (PlainInput) super.clone();
    copy.clone = true;
    return copy;
  }

  @Override
  public void close() throws IOException {
    if (!clone) {
      file.close();
    }
  }
}
