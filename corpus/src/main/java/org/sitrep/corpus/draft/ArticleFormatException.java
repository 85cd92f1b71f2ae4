package org.sitrep.corpus.draft;

import static java.util.Objects.requireNonNull;

/** A page or a record that is no article. The message names the place and the offending value. */
public final class ArticleFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String input;
  private final String reason;

  /**
   * Says what is wrong.
   *
   * @param input names the file and, for records, the line: {@code articles.jsonl:17}
   * @param reason what is wrong, the offending value last: {@code published is not a date:
   *     '2025-13-40'}
   */
  public ArticleFormatException(String input, String reason) {
    super(requireNonNull(input, "input") + ": " + requireNonNull(reason, "reason"));
    this.input = input;
    this.reason = reason;
  }

  /**
   * Returns what was read.
   *
   * @return the file and, for records, the line
   */
  public String input() {
    return input;
  }

  /**
   * Returns what is wrong with it.
   *
   * @return the reason, without the input's name
   */
  public String reason() {
    return reason;
  }
}
