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
import org.sitrep.cli.options.HelpText;
import org.sitrep.cli.options.NearNames;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.SearchTimeoutException;

/** The command {@code sitrep}. */
public final class Sitrep {
  static final Map<String, Function<Surroundings, Command>> COMMANDS = new LinkedHashMap<>();

  static final String NAME = "sitrep";
  private static final String HELP = "help";
  private static final int MIN_HELP_COLUMNS = 60;
  private static final int MAX_HELP_COLUMNS = 100;

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
    // The descriptors, not System.out: a print stream would swallow what went wrong.
    int exit =
        run(
            List.of(args),
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    System.exit(exit);
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
    } catch (OutOfMemoryError e) {
      surroundings.say("out of memory: " + e.getMessage());
      exit = ExitCode.UNEXPECTED;
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
    if (!options.read(args.subList(1, args.size()), 1)) {
      show(help().of(options, ExitCode.meanings()));
      return ExitCode.FOUND;
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
    if (first.equals(HELP)) {
      return help(args.subList(1, args.size()));
    }
    if (!args.isEmpty() && !first.startsWith("-")) {
      throw unknown(first);
    }
    if (first.equals("-V") || first.equals("--version")) {
      String packaged = Sitrep.class.getPackage().getImplementationVersion();
      show(List.of(NAME + " " + (packaged == null ? "(not packaged)" : packaged)));
      return ExitCode.FOUND;
    }
    if (!options().read(args, 0)) {
      return help(List.of());
    }
    throw new UsageException("missing required subcommand", List.of(listed()));
  }

  /** What the program takes without a command. */
  private Options options() {
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

  private int help(List<String> asked) {
    List<String> named = asked.stream().filter(word -> !word.startsWith("-")).toList();
    if (named.isEmpty()) {
      Map<String, String> commands = new LinkedHashMap<>();
      COMMANDS.forEach(
          (name, command) ->
              commands.put(name, command.apply(surroundings).options().description().getFirst()));
      commands.put(HELP, helpOptions().description().getFirst());
      show(help().of(options(), commands, ExitCode.meanings()));
    } else {
      Command command = command(named.getFirst(), surroundings);
      if (command == null) {
        throw unknown(named.getFirst());
      }
      show(help().of(command.options(), ExitCode.meanings()));
    }
    return ExitCode.FOUND;
  }

  private static UsageException unknown(String command) {
    List<String> near = NearNames.advice(command, COMMANDS.keySet());
    return new UsageException(
        "no command: '%s'".formatted(command), near.isEmpty() ? List.of(listed()) : near);
  }

  private static String listed() {
    return "commands: " + String.join(", ", commands());
  }

  /** The names of all commands. */
  static List<String> commands() {
    List<String> names = new ArrayList<>(COMMANDS.keySet());
    names.add(HELP);
    return names;
  }

  /** What {@code help} takes. */
  static Options helpOptions() {
    Options options =
        new Options(HELP, List.of("Shows this help, or that of a command."), List.of());
    options.argument("COMMAND", List.copyOf(COMMANDS.keySet()), name -> name, name -> {}, "");
    return options;
  }

  // ---- showing help

  private HelpText help() {
    boolean colors = surroundings.terminal().out() && surroundings.wantsStyle();
    int columns = Math.clamp(surroundings.terminal().columns(), MIN_HELP_COLUMNS, MAX_HELP_COLUMNS);
    return new HelpText(NAME, columns, colors ? Style.TITLE::on : text -> text);
  }

  private void show(List<String> lines) {
    lines.forEach(line -> surroundings.out().raw(line).line());
  }
}
