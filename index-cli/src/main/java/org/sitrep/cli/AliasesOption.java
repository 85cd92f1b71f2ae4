package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.vocabulary.AliasFormatException;
import org.sitrep.core.vocabulary.Aliases;

/** The option that names a file of aliases. */
final class AliasesOption {
  private Optional<Path> file = Optional.empty();

  AliasesOption(Options options) {
    options
        .one(
            "--aliases",
            "FILE",
            Values::path,
            value -> file = Optional.of(value),
            "make a new index with the names of this file, such as MoD = Ministry of Defence")
        .file();
  }

  /** The file, where one is named. */
  Optional<Path> file() {
    return file;
  }

  /** Reads the file, where one is named. */
  Optional<Aliases> read() {
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Aliases.of(file.get()));
    } catch (AliasFormatException e) {
      throw new UsageException("--aliases: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UsageException("--aliases cannot be read: '%s'".formatted(file.get()), e);
    }
  }
}
