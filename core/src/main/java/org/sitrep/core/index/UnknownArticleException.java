package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

/** A search for articles like one that the index does not hold. */
public final class UnknownArticleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_SHOWN = 200;

  private final String id;

  /**
   * Names the article.
   *
   * @param id the id that no article has
   */
  public UnknownArticleException(String id) {
    super("no article has the id: " + shown(requireNonNull(id, "id")));
    this.id = id;
  }

  private static String shown(String id) {
    return id.length() > MAX_SHOWN ? id.substring(0, MAX_SHOWN) + "…" : id;
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
