package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Articles that are the same text: copies, reprints and light edits of one another.
 *
 * @param name the id of its earliest article
 * @param articles the ids of its articles, by publication date (unknown last), then by id; one or
 *     more
 */
public record Story(String name, List<String> articles) {
  /** Checks and copies the parts. */
  public Story {
    requireNonNull(name, "name");
    articles = List.copyOf(articles);
    if (articles.isEmpty() || !articles.get(0).equals(name)) {
      throw new IllegalArgumentException("story is not named by its first article: " + name);
    }
  }
}
