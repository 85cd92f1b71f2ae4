package org.sitrep.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.sitrep.corpus.json.RecordReader;

/** Parts content into lines of bounded length, in constant memory. */
final class RecordLines {
  /**
   * A line.
   *
   * @param number the line's number, from 1
   * @param bytes the line without its end; empty where it is longer than a record may be
   */
  record Bytes(long number, Optional<byte[]> bytes) {}

  private static final int BUFFER = 1 << 16;

  private final InputStream content;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private long number;
  private byte[] line = new byte[BUFFER];

  RecordLines(InputStream content) {
    this.content = content;
  }

  /** Returns the next line, or empty at the end. */
  Optional<Bytes> next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int part = end - position;
      tooLong |= length + part > RecordReader.LONGEST_RECORD;
      if (!tooLong) {
        length = append(length, part);
      }
      boolean ended = end < filled;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    number++;
    return Optional.of(new Bytes(number, tooLong ? Optional.empty() : Optional.of(taken(length))));
  }

  private boolean fill() throws IOException {
    if (position < filled) {
      return true;
    }
    position = 0;
    filled = Math.max(0, content.read(buffer, 0, BUFFER));
    return filled > 0;
  }

  private int append(int length, int part) {
    if (length + part > line.length) {
      line = Arrays.copyOf(line, Math.max(length + part, line.length * 2));
    }
    System.arraycopy(buffer, position, line, length, part);
    return length + part;
  }

  private byte[] taken(int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    boolean mark =
        number == 1
            && end >= 3
            && (line[0] & 0xFF) == 0xEF
            && (line[1] & 0xFF) == 0xBB
            && (line[2] & 0xFF) == 0xBF;
    byte[] taken = Arrays.copyOfRange(line, mark ? 3 : 0, end);
    if (line.length > 1 << 20) {
      line = new byte[BUFFER];
    }
    return taken;
  }
}
