package org.sitrep.core.eval;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a file of queries, judgements or answers, each with its number for what is said of
 * it. Lines are read as bytes and each is decoded by itself, so that bytes that are no UTF-8 are
 * named by their line.
 */
final class TextLines {
  /** The longest line in bytes; a longer one is an error and not a full memory. */
  static final int MAX_LINE = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final InputStream in;
  private int number;
  private String line = "";

  TextLines(String file, InputStream in) {
    this.file = file;
    this.in = new BufferedInputStream(in);
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean next() throws IOException, EvaluationFormatException {
    do {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int b = in.read();
      if (b < 0) {
        return false;
      }
      number++;
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (bytes.size() == MAX_LINE) {
          throw wrong("line has more than %d bytes".formatted(MAX_LINE), decoded(bytes, 100));
        }
        bytes.write(b);
      }
      line = decode(bytes);
    } while (line.isBlank());
    return true;
  }

  private String decode(ByteArrayOutputStream bytes) throws EvaluationFormatException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      int from = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
      int to = text.endsWith("\r") ? text.length() - 1 : text.length();
      return text.substring(from, to);
    } catch (CharacterCodingException e) {
      throw wrong("line is not UTF-8", decoded(bytes, bytes.size()));
    }
  }

  private static String decoded(ByteArrayOutputStream bytes, int length) {
    return new String(bytes.toByteArray(), 0, length, StandardCharsets.UTF_8);
  }

  String line() {
    return line;
  }

  /**
   * The fields of the line. They are parted by white space; where tabs alone give the right number,
   * they are parted by tabs, so that an article's id may hold a blank.
   */
  List<String> fields(String shape, int count) throws EvaluationFormatException {
    String[] byTab = line.split("\t", -1);
    String[] fields =
        byTab.length == count ? byTab : line.strip().split("[ \\t\\u000B\\f]+", count + 1);
    if (fields.length != count) {
      throw wrong("line is not '%s'".formatted(shape), line);
    }
    List<String> stripped = Arrays.stream(fields).map(String::strip).toList();
    if (stripped.contains("")) {
      throw wrong("line has an empty field", line);
    }
    return stripped;
  }

  int wholeNumber(String name, String value) throws EvaluationFormatException {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(name + " is not a whole number", value);
    }
  }

  EvaluationFormatException wrong(String problem, String value) {
    return new EvaluationFormatException(file, number, problem, value);
  }
}
