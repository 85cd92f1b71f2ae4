package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.ArticleIndex;

/** Which index a command works on. */
final class IndexOption {
  static final String VARIABLE = "SITREP_INDEX";
  static final Path USUAL = Path.of(".sitrep", "index");

  private Optional<Path> index = Optional.empty();

  IndexOption(Options options) {
    options
        .one(
            "--index",
            "DIR",
            Values::path,
            value -> index = Optional.of(value),
            "the index's folder (default: $SITREP_INDEX, else .sitrep/index)")
        .folder();
  }

  /** The folder, where the option names it. */
  Optional<Path> given() {
    return index;
  }

  Path path(Surroundings surroundings) {
    Path path = index.orElseGet(() -> fromEnvironment(surroundings));
    String whole = path.toAbsolutePath().toString();
    if (Values.isUndecoded(whole)) {
      throw new UsageException(
          "the path of the index's folder %s: '%s'".formatted(Values.NOT_DECODED, whole));
    }
    return path;
  }

  private Path fromEnvironment(Surroundings surroundings) {
    String named = surroundings.env().get(VARIABLE);
    if (named == null) {
      return USUAL;
    }
    if (named.isBlank()) {
      throw new UsageException(VARIABLE + " is empty: name a folder, or unset it");
    }
    return Path.of(named);
  }

  /** Opens the index for one answer, and says where there is none yet. */
  ArticleIndex openOnce(Surroundings surroundings) throws IOException {
    Path path = path(surroundings);
    return opened(ArticleIndex.openOnce(path), path, surroundings);
  }

  /** Opens the index for much reading, and says where there is none yet. */
  ArticleIndex openForReading(Surroundings surroundings) throws IOException {
    Path path = path(surroundings);
    return opened(ArticleIndex.openReadOnly(path), path, surroundings);
  }

  private static ArticleIndex opened(ArticleIndex opened, Path path, Surroundings surroundings)
      throws IOException {
    try {
      if (!Files.exists(path) || isUnwritten(opened)) {
        surroundings.say(
            "there is no index at %s yet: make one with 'sitrep index', or name one with --index"
                .formatted(path));
      }
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** Says whether nothing was ever committed; an index all of whose articles are gone has bytes. */
  private static boolean isUnwritten(ArticleIndex opened) throws IOException {
    return opened.size() == 0 && opened.stats().bytes() == 0;
  }
}
