package org.sitrep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.index.CursorExpiredException;
import org.sitrep.core.index.IndexException;
import org.sitrep.core.index.SearchCancelledException;
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

  /** The time limit as it was typed. */
  private Optional<String> timeout = Optional.empty();

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
    if (e.getCommandLine().getParent() == null && !(e instanceof UnmatchedArgumentException)) {
      Set<String> commands = e.getCommandLine().getSubcommands().keySet();
      surroundings.err().line("commands: " + String.join(", ", commands));
    }
    surroundings.err().line("help: %s --help".formatted(name(e.getCommandLine())));
    return ExitCode.USAGE;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String message(ParameterException e) {
    if (isUnknownCommand(e)) {
      return "no command: '%s'"
          .formatted(((UnmatchedArgumentException) e).getUnmatched().getFirst());
    }
    ArgSpec spec = e.getArgSpec();
    if (e.getCause() instanceof TypeConversionException wrong && spec != null) {
      String name = spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
      return name + " " + wrong.getMessage();
    }
    return decapitalized(String.valueOf(e.getMessage()));
  }

  private static boolean isUnknownCommand(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && e.getCommandLine().getParent() == null;
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
    boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    return !word
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  // ---- what fails under way

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    OptionSpec limit = command.getCommandSpec().findOption(ScopeOptions.TIMEOUT);
    if (limit != null) {
      timeout = limit.originalStringValues().stream().findFirst();
    }
    return ended(e);
  }

  private String message(SearchTimeoutException e) {
    return timeout
        .map(typed -> "search took longer than its time limit: " + typed.strip())
        .orElseGet(() -> String.valueOf(e.getMessage()));
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
    return switch (unwrapped(e)) {
      case IndexException index -> ended(index, ExitCode.NO_INDEX);
      case SearchTimeoutException timeout -> ended(message(timeout), ExitCode.NO_INDEX);
      case CursorExpiredException expired -> ended(expired, ExitCode.NO_INDEX);
      case SearchCancelledException cancelled -> ended(cancelled, ExitCode.NO_INDEX);
      case SourceException source -> ended(source, ExitCode.USAGE);
      case OutputException output -> ended(output, ExitCode.NO_INDEX);
      case IOException io -> ended(io.toString(), ExitCode.UNEXPECTED);
      case Exception other -> ended("unexpected error: " + other, ExitCode.UNEXPECTED);
    };
  }

  /** What a stream of articles wraps because streams throw nothing that is checked. */
  private static Exception unwrapped(Exception e) {
    IOException wrapped =
        e instanceof UncheckedIOException io && !(e instanceof OutputException)
            ? io.getCause()
            : null;
    return wrapped == null ? e : wrapped;
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
