package org.sitrep.corpus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to read.
 *
 * @param path where it lies, empty for standard input
 * @param name its name in the corpus, from which ids are made
 * @param input its name for people: the source as it was given, and the path below it
 * @param origin its real path
 * @param bytes its size
 * @param problem why it cannot be read, where that is known before
 * @param place where its name lies; other than {@code origin} where a link leads to it
 */
record SourceFile(
    Optional<Path> path,
    String name,
    String input,
    String origin,
    long bytes,
    Optional<String> problem,
    String place) {

  /** The name under which standard input is a source. */
  static final String STANDARD_INPUT = "-";

  /** The same file under another name. */
  SourceFile named(String other) {
    return new SourceFile(path, other, input, origin, bytes, problem, place);
  }

  /** Whether it is reached through a link. */
  boolean linked() {
    return !place.equals(origin);
  }

  /** A link to a file that is read under its own name, or under that of another link. */
  SourceFile linkTo(SourceFile other) {
    String leads = "is a link to a file that is read as " + other.input();
    return new SourceFile(path, name, input, place, 0, Optional.of(leads), place);
  }

  static SourceFile standardInput() {
    return new SourceFile(
        Optional.empty(),
        STANDARD_INPUT,
        STANDARD_INPUT,
        STANDARD_INPUT,
        0,
        Optional.empty(),
        STANDARD_INPUT);
  }
}
