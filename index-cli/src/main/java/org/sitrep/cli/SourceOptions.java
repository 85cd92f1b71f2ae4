package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.ReadOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is read, and how. */
final class SourceOptions {
  static final String STANDARD_INPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      converter = Values.Text.class,
      description = "files, folders, patterns such as '2025/*.txt', or - for standard input")
  private List<String> sources = List.of();

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS",
      converter = Values.Text.class,
      description = "read a field of records under another name, as in topics=tags; repeatable")
  private List<String> renamed = List.of();

  List<String> sources() {
    return sources;
  }

  Corpus open(Surroundings surroundings) throws IOException {
    return Corpus.open(sources, options().withStandardInput(surroundings.in()));
  }

  private ReadOptions options() {
    ReadOptions options = ReadOptions.standard();
    for (String pair : renamed) {
      int sign = pair.indexOf('=');
      if (sign <= 0 || sign == pair.length() - 1) {
        throw wrong("--map is not such as topics=tags: '%s'".formatted(pair));
      }
      try {
        options = options.withField(pair.substring(0, sign), pair.substring(sign + 1));
      } catch (IllegalArgumentException e) {
        throw wrong("--map: " + e.getMessage());
      }
    }
    return options;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
