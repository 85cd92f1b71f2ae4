package org.sitrep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.CursorExpiredException;
import org.sitrep.core.index.IndexException;
import org.sitrep.core.index.SearchCancelledException;
import org.sitrep.core.index.SearchTimeoutException;
import org.sitrep.corpus.SourceException;

/** Says what went wrong, in words for a person, and which exit code it has. */
final class Failures {
  static final String DEBUG = "--debug";

  private final Surroundings surroundings;
  private final boolean debug;

  Failures(Surroundings surroundings, List<String> args) {
    this.surroundings = surroundings;
    this.debug = args.contains(DEBUG) || !surroundings.variable("SITREP_DEBUG").isEmpty();
  }

  // ---- wrong usage

  /**
   * Says what is wrong with the arguments, and where help is.
   *
   * @param command what was to be run: the program, or it and a command
   */
  int misused(UsageException e, String command) {
    surroundings.say(String.valueOf(e.getMessage()));
    if (e instanceof WrongQueryException query) {
      query.place().lines().forEach(surroundings.err()::line);
      return ExitCode.USAGE;
    }
    e.advice().forEach(surroundings.err()::line);
    surroundings.err().line("help: %s --help".formatted(command));
    return ExitCode.USAGE;
  }

  // ---- what fails under way

  /**
   * Ends a run whose search took too long.
   *
   * @param limit the time limit as it was typed
   */
  int tookTooLong(SearchTimeoutException e, Optional<String> limit) {
    trace(e);
    String said =
        limit
            .map(typed -> "search took longer than its time limit: " + typed.strip())
            .orElseGet(() -> String.valueOf(e.getMessage()));
    return ended(said, ExitCode.NO_INDEX);
  }

  /** Ends a run that failed. */
  int ended(Exception e) {
    if (e instanceof OutputException output && output.isClosedPipe()) {
      // Whoever closed it has seen enough: that is no failure, as with other searching tools.
      return ExitCode.FOUND;
    }
    trace(e);
    return switch (unwrapped(e)) {
      case IndexException index -> ended(index, ExitCode.NO_INDEX);
      case SearchTimeoutException timeout -> ended(timeout, ExitCode.NO_INDEX);
      case CursorExpiredException expired -> ended(expired, ExitCode.NO_INDEX);
      case SearchCancelledException cancelled -> ended(cancelled, ExitCode.NO_INDEX);
      case SourceException source -> ended(source, ExitCode.USAGE);
      case LedgerException ledger -> ended(ledger, ExitCode.NO_INDEX);
      case OutputException output -> ended(output, ExitCode.NO_INDEX);
      case IOException io -> ended(io.toString(), ExitCode.UNEXPECTED);
      case Exception other -> ended("unexpected error: " + other, ExitCode.UNEXPECTED);
    };
  }

  /** Ends a run that Java itself could not go on with: its own exit would say "nothing found". */
  int broken(Error e) {
    trace(e);
    return e instanceof OutOfMemoryError
        ? ended(
            "out of memory (%s): give it more, as by JDK_JAVA_OPTIONS=-Xmx4g"
                .formatted(e.getMessage()),
            ExitCode.NO_INDEX)
        : ended("unexpected error: " + e, ExitCode.UNEXPECTED);
  }

  private void trace(Throwable e) {
    if (debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(surroundings.err()::line);
    }
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
