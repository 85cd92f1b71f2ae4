package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

/**
 * A file of aliases that cannot be read as one. The message names the file, the line, what is wrong
 * and the value that is: {@code aliases.txt:17: name is in another group already: 'kyiv'}.
 */
public final class AliasFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  AliasFormatException(String file, int line, String problem) {
    super(file + (line > 0 ? ":" + line : "") + ": " + problem);
    this.file = requireNonNull(file, "file");
    this.line = line;
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
   * @return counted from 1; 0 where the file as a whole is wrong
   */
  public int line() {
    return line;
  }
}
