package org.sitrep.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sitrep.cli.options.NearNames;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.SearchTimeoutException;

/** The command {@code sitrep}. */
public final class Sitrep {
  static final Map<String, Function<Surroundings, Command>> COMMANDS = new LinkedHashMap<>();

  static final String NAME = "sitrep";

  /**
   * The property by which the launcher asks for another exit code than the JVM's own for failure.
   */
  private static final String NOTHING_FOUND = "sitrep.nothing-found";

  static {
    COMMANDS.put("index", IndexCommand::new);
    COMMANDS.put("search", QueryCommand::new);
    COMMANDS.put("facets", FacetsCommand::new);
    COMMANDS.put("suggest", SuggestCommand::new);
    COMMANDS.put("show", ShowCommand::new);
    COMMANDS.put("similar", SimilarCommand::new);
    COMMANDS.put("read", ReadCommand::new);
    COMMANDS.put("eval", EvalCommand::new);
    COMMANDS.put("stats", StatsCommand::new);
    COMMANDS.put("verify", VerifyCommand::new);
    COMMANDS.put("reindex", ReindexCommand::new);
    COMMANDS.put("delete", DeleteCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put("help", HelpCommand::new);
  }

  private final Surroundings surroundings;
  private final List<String> args;

  private Sitrep(Surroundings surroundings, List<String> args) {
    this.surroundings = surroundings;
    this.args = args;
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    silenceLibraries();
    Lifeline.hold();
    // The descriptors, not System.out: a print stream would swallow what went wrong.
    int exit =
        run(
            List.of(args),
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    System.exit(exit == ExitCode.NOTHING_FOUND ? Integer.getInteger(NOTHING_FOUND, exit) : exit);
  }

  /** Keeps what libraries log out of the answer, unless somebody has asked for it. */
  static void silenceLibraries() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
    }
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  /** Runs a command in this process. */
  static int run(
      List<String> args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env) {
    return run(args, in, out, err, env, Terminal.detect(env));
  }

  /** Runs a command in this process as on a terminal. */
  static int run(
      List<String> args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Terminal terminal) {
    Surroundings surroundings =
        new Surroundings(in, Output.ofData(out), Output.ofMessages(err), env, terminal);
    Failures failures = new Failures(surroundings, args);
    int exit;
    try {
      exit = new Sitrep(surroundings, args).run(failures);
      surroundings.out().flush();
    } catch (IOException | RuntimeException e) {
      exit = failures.ended(e);
    } catch (Error e) {
      exit = failures.broken(e);
    }
    surroundings.err().flush();
    return exit;
  }

  private int run(Failures failures) throws IOException {
    Command command = args.isEmpty() ? null : command(args.getFirst(), surroundings);
    try {
      return command == null ? withoutCommand() : run(command, failures);
    } catch (UsageException e) {
      return failures.misused(e, command == null ? NAME : NAME + " " + args.getFirst());
    }
  }

  private int run(Command command, Failures failures) throws IOException {
    Options options = command.options();
    if (!options.read(args.subList(1, args.size()))) {
      return help().show(options);
    }
    try {
      return command.call();
    } catch (SearchTimeoutException e) {
      return failures.tookTooLong(e, options.typed(ScopeOptions.TIMEOUT));
    }
  }

  /** The command of a name, or null. */
  static @Nullable Command command(String name, Surroundings surroundings) {
    Function<Surroundings, Command> command = COMMANDS.get(name);
    return command == null ? null : command.apply(surroundings);
  }

  // ---- without a command

  private int withoutCommand() {
    String first = args.isEmpty() ? "" : args.getFirst();
    if (!args.isEmpty() && !first.startsWith("-")) {
      throw unknown(first);
    }
    if (first.equals("-V") || first.equals("--version")) {
      surroundings.out().line(NAME + " " + version());
      return ExitCode.FOUND;
    }
    try {
      if (!options().read(args)) {
        return help().show();
      }
    } catch (UsageException e) {
      throw args.stream().anyMatch(COMMANDS::containsKey) ? commandFirst(e) : e;
    }
    throw new UsageException("missing required subcommand", List.of(listed()));
  }

  private HelpCommand help() {
    return new HelpCommand(surroundings);
  }

  /** What the program takes without a command. */
  static Options options() {
    Options options =
        new Options(
            NAME,
            List.of("Searches defence news, exact in its counts."),
            List.of(
                "sitrep index articles/",
                "sitrep search '\"joint task force\"' --facets country,date"));
    options.help("show this help; 'sitrep help COMMAND' shows that of a command");
    options.flag("-V, --version", () -> {}, "show the version");
    return options;
  }

  /** The version of this program. */
  static String version() {
    String packaged = Sitrep.class.getPackage().getImplementationVersion();
    return packaged == null ? "(not packaged)" : packaged;
  }

  private static UsageException commandFirst(UsageException wrong) {
    List<String> advice = new ArrayList<>(wrong.advice());
    advice.add("a command stands first, and its options behind it");
    return new UsageException(String.valueOf(wrong.getMessage()), advice);
  }

  /** What is said of a command that there is not. */
  static UsageException unknown(String command) {
    List<String> near = NearNames.advice(command, COMMANDS.keySet());
    return new UsageException(
        "no command: '%s'".formatted(command), near.isEmpty() ? List.of(listed()) : near);
  }

  private static String listed() {
    return "commands: " + String.join(", ", COMMANDS.keySet());
  }
}
