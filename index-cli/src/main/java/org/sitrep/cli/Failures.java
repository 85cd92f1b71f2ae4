package org.sitrep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.sitrep.core.index.IndexException;
import org.sitrep.core.index.SearchTimeoutException;
import org.sitrep.corpus.SourceException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in words for a person, and which exit code it has. */
final class Failures
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  static final String DEBUG = "--debug";

  private final Surroundings surroundings;
  private final boolean debug;

  Failures(Surroundings surroundings, List<String> args) {
    this.surroundings = surroundings;
    this.debug = args.contains(DEBUG) || !surroundings.variable("SITREP_DEBUG").isEmpty();
  }

  // ---- wrong usage

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    surroundings.say(message(e));
    if (e instanceof WrongQueryException query) {
      query.place().lines().forEach(surroundings.err()::line);
      return ExitCode.USAGE;
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      suggest(unmatched);
    }
    surroundings.err().line("help: %s --help".formatted(name(e.getCommandLine())));
    return ExitCode.USAGE;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String message(ParameterException e) {
    ArgSpec spec = e.getArgSpec();
    if (e.getCause() instanceof TypeConversionException wrong && spec != null) {
      String name = spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
      return name + " " + wrong.getMessage();
    }
    return decapitalized(String.valueOf(e.getMessage()));
  }

  private void suggest(UnmatchedArgumentException e) {
    List<String> near = e.getSuggestions();
    if (!near.isEmpty()) {
      surroundings.err().line("did you mean: " + String.join(", ", near));
    }
    String first = e.getUnmatched().getFirst();
    if (e.isUnknownOption() && !first.startsWith("--")) {
      surroundings.err().line("words that begin with '-' stand after '--'");
    }
  }

  private static String decapitalized(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  // ---- what fails under way

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return ended(e);
  }

  /** Ends a run that failed. */
  int ended(Exception e) {
    if (e instanceof OutputException output && output.isClosedPipe()) {
      // Whoever closed it has seen enough: that is no failure, as with other searching tools.
      return ExitCode.FOUND;
    }
    if (debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(surroundings.err()::line);
    }
    Exception cause =
        e instanceof UncheckedIOException io && !(e instanceof OutputException) ? io.getCause() : e;
    return switch (cause) {
      case IndexException index -> ended(index, ExitCode.NO_INDEX);
      case SearchTimeoutException timeout -> ended(timeout, ExitCode.NO_INDEX);
      case SourceException source -> ended(source, ExitCode.USAGE);
      case OutputException output -> ended(output, ExitCode.UNEXPECTED);
      case IOException io -> ended(io.toString(), ExitCode.UNEXPECTED);
      default -> ended("unexpected error: " + cause, ExitCode.UNEXPECTED);
    };
  }

  private int ended(Exception e, int code) {
    return ended(String.valueOf(e.getMessage()), code);
  }

  private int ended(String message, int code) {
    surroundings.say(message);
    if (code == ExitCode.UNEXPECTED && !debug) {
      surroundings.err().line("give %s to see where".formatted(DEBUG));
    }
    return code;
  }
}
