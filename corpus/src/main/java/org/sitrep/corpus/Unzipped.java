package org.sitrep.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks what is compressed with gzip and hands on the rest. Content that unpacks to more than
 * {@value #MOST_TIMES} times its size (beyond the first {@value #FREE_MEGABYTES} megabytes) is
 * taken for an attack and rejected, as is content that is cut off or damaged.
 */
final class Unzipped extends FilterInputStream {
  static final int MOST_TIMES = 200;
  static final int FREE_MEGABYTES = 64;

  private static final int BUFFER = 1 << 16;

  private final Counted packed;
  private long unpacked;

  private Unzipped(InputStream unpacking, Counted packed) {
    super(unpacking);
    this.packed = packed;
  }

  /** Opens content, unpacking it where it begins as gzip does. */
  static InputStream open(InputStream content) throws IOException {
    Counted counted = new Counted(content);
    BufferedInputStream buffered = new BufferedInputStream(counted, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    if (!gzip) {
      return buffered;
    }
    try {
      return new BufferedInputStream(
          new Unzipped(new GZIPInputStream(buffered, BUFFER), counted), BUFFER);
    } catch (EOFException | ZipException damaged) {
      throw damaged(damaged);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      unpacked += Math.max(0, read);
      if (unpacked > (FREE_MEGABYTES << 20) && unpacked > MOST_TIMES * packed.count) {
        throw new RejectedContentException(
            "unpacks to more than %d times its size".formatted(MOST_TIMES));
      }
      return read;
    } catch (EOFException | ZipException damaged) {
      throw damaged(damaged);
    }
  }

  /**
   * Nothing for certain: a buffer that asked for more at once would lose what came before a cut.
   */
  @Override
  public int available() {
    return 0;
  }

  private static RejectedContentException damaged(IOException damaged) {
    return new RejectedContentException(
        damaged instanceof EOFException
            ? "is compressed with gzip and cut off"
            : "is compressed with gzip and damaged");
  }

  /** Counts what was read of the packed content. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
