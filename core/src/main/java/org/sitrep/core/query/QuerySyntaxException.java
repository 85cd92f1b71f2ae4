package org.sitrep.core.query;

/** A query that does not follow the language, thrown by {@link Query#parseStrict} alone. */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Says what is wrong and where.
   *
   * @param message what was found, in lower case without a full stop
   * @param offset where, in UTF-16 units from 0
   */
  public QuerySyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Returns where the query first leaves the language.
   *
   * @return the place in UTF-16 units from 0
   */
  public int offset() {
    return offset;
  }
}
