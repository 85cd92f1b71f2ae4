package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

/**
 * A file of queries, judgements or ranked answers that cannot be read as one. The message names the
 * file, the line, what is wrong and the value that is: {@code qrels.txt:17: grade is not a whole
 * number: 'good'}.
 */
public final class EvaluationFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  EvaluationFormatException(String file, int line, String problem, String value) {
    super("%s:%d: %s: '%s'".formatted(file, line, problem, shortened(value)));
    this.file = requireNonNull(file, "file");
    this.line = line;
  }

  private static String shortened(String value) {
    return value.length() <= 100 ? value : value.substring(0, 99) + "…";
  }

  /**
   * The file.
   *
   * @return its name as it was given
   */
  public String file() {
    return file;
  }

  /**
   * The line.
   *
   * @return counted from 1
   */
  public int line() {
    return line;
  }
}
