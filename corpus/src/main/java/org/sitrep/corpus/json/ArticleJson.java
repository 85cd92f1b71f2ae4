package org.sitrep.corpus.json;

import org.sitrep.core.article.Article;
import org.sitrep.corpus.draft.ArticleFormatException;

/**
 * An article as one line of JSON, and back.
 *
 * <p>Names and order are those of {@link Article}'s components. Empty lists are written as {@code
 * []}, unknown values are left out, attributes are an object. What {@link #write} wrote, {@link
 * #read} gives back equal.
 */
public final class ArticleJson {
  private ArticleJson() {}

  /**
   * Writes an article.
   *
   * @param article the article
   * @return one line of JSON, without a line end
   */
  public static String write(Article article) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads an article as {@link #write} wrote it. Nothing is derived.
   *
   * @param json one JSON object
   * @return the article
   * @throws ArticleFormatException if it is no JSON, or no article
   */
  public static Article read(String json) throws ArticleFormatException {
    throw new UnsupportedOperationException();
  }
}
