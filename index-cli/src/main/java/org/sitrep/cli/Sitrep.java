package org.sitrep.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command {@code sitrep}. */
@Command(
    name = "sitrep",
    versionProvider = Sitrep.Version.class,
    header = "Searches defence news, exact in its counts.",
    footer = {
      "  sitrep index articles/",
      "  sitrep search '\"joint task force\"' --facets country,date"
    })
public final class Sitrep {
  static final Map<String, Function<Surroundings, Callable<Integer>>> COMMANDS =
      new LinkedHashMap<>();

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
  }

  /** Says which version this is, as the jar's manifest has it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Sitrep.class.getPackage().getImplementationVersion();
      return new String[] {"sitrep " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help; 'sitrep help COMMAND' shows that of a command")
  @SuppressWarnings("UnusedVariable") // for picocli alone
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  @SuppressWarnings("UnusedVariable") // for picocli alone
  private boolean version;

  private Sitrep() {}

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
      exit = commandLine(args, surroundings, failures).execute(args.toArray(String[]::new));
      surroundings.out().flush();
    } catch (RuntimeException e) {
      exit = failures.ended(e);
    } catch (OutOfMemoryError e) {
      surroundings.say("out of memory: " + e.getMessage());
      exit = ExitCode.UNEXPECTED;
    }
    surroundings.err().flush();
    return exit;
  }

  static CommandLine commandLine(List<String> args, Surroundings surroundings, Failures failures) {
    CommandLine root = new CommandLine(new Sitrep());
    String first = args.isEmpty() ? "" : args.getFirst();
    if (COMMANDS.containsKey(first)) {
      // Only the one that is asked for: to look at the options of all of them takes time.
      add(root, first, surroundings);
    } else {
      COMMANDS.keySet().forEach(name -> add(root, name, surroundings));
      root.addSubcommand("help", new HelpCommand());
    }
    dress(root);
    root.getSubcommands().values().forEach(Sitrep::dress);
    boolean colors = surroundings.terminal().out() && surroundings.wantsStyle();
    return root.setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setUsageHelpWidth(Math.clamp(surroundings.terminal().columns(), 60, 100))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colors ? Ansi.ON : Ansi.OFF))
        .setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .registerConverter(int.class, new Values.WholeNumber())
        .registerConverter(Integer.class, new Values.WholeNumber())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** Gives the help of a command the shape that all have. */
  private static void dress(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings())
        .footerHeading("%nExamples:%n");
  }

  private static void add(CommandLine root, String name, Surroundings surroundings) {
    Function<Surroundings, Callable<Integer>> command = COMMANDS.get(name);
    if (command != null) {
      root.addSubcommand(name, command.apply(surroundings));
    }
  }

  private static PrintWriter writer(Output output) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            output.raw(new String(text, from, length));
          }

          @Override
          public void flush() {
            // The run flushes at its end.
          }

          @Override
          public void close() {
            // Nothing is held here.
          }
        });
  }
}
