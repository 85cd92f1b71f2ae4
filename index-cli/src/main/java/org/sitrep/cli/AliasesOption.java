package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sitrep.core.vocabulary.AliasFormatException;
import org.sitrep.core.vocabulary.Aliases;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names a file of aliases. */
final class AliasesOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--aliases",
      paramLabel = "FILE",
      converter = Values.PathValue.class,
      description =
          "make a new index with the names of this file, such as MoD = Ministry of Defence")
  private Optional<Path> file = Optional.empty();

  /** Reads the file, where one is named. */
  Optional<Aliases> read() {
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Aliases.of(file.get()));
    } catch (AliasFormatException e) {
      throw new ParameterException(command.commandLine(), "--aliases: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--aliases cannot be read: '%s'".formatted(file.get()), e);
    }
  }
}
