package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the index holds of a source.
 *
 * @param state the state in which the source was read to its end, as {@link ArticleWriter#markRead}
 *     was told; empty where it never was, or where an article of it has been put since
 * @param articles the ids of the articles that were read from it
 */
public record SourceState(Optional<String> state, List<String> articles) {
  /** Checks and copies the parts. */
  public SourceState {
    requireNonNull(state, "state");
    articles = List.copyOf(articles);
  }
}
