package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

/** A search for articles like one that the index does not hold. */
public final class UnknownArticleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String id;

  /**
   * Names the article.
   *
   * @param id the id that no article has
   */
  public UnknownArticleException(String id) {
    super("no article has the id: " + requireNonNull(id, "id"));
    this.id = id;
  }

  /**
   * Returns what was asked for.
   *
   * @return the id that no article has
   */
  public String id() {
    return id;
  }
}
