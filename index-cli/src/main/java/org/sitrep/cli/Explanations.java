package org.sitrep.cli;

import java.io.IOException;
import java.util.Optional;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Hit;

/** Explains the hits of an answer, where that is asked for. */
@FunctionalInterface
interface Explanations {
  /** How a hit comes by its score; empty where nobody asked. */
  Optional<Explanation> of(Hit hit) throws IOException;
}
