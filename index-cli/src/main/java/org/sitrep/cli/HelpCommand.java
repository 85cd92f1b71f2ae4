package org.sitrep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.cli.options.HelpText;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;

/** {@code sitrep help}, and the help that every command shows of itself. */
final class HelpCommand implements Command {
  private static final int MIN_COLUMNS = 60;
  private static final int MAX_COLUMNS = 100;

  private final Options options =
      new Options(
          "help",
          List.of(
              "Shows the help of the program or of a command.",
              "'man sitrep' shows the manual page where man looks for it, as it does with"
                  + " 'sitrep help --man > ~/.local/share/man/man1/sitrep.1'."),
          List.of("sitrep help search", "sitrep help --man > sitrep.1 && man ./sitrep.1"));
  private final Surroundings surroundings;
  private String asked = "";
  private boolean man;
  private final CommonOptions common;

  HelpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.optional(
        "COMMAND",
        List.copyOf(Sitrep.COMMANDS.keySet()),
        Values::any,
        value -> asked = value,
        "the command; without it, what commands there are");
    options.flag(
        "--man", () -> man = true, "write the help of all commands as a manual page in roff");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() {
    if (man) {
      return manual();
    }
    if (asked.isEmpty()) {
      return show();
    }
    Command command = Sitrep.command(asked, surroundings);
    if (command == null) {
      throw Sitrep.unknown(asked);
    }
    return show(command.options());
  }

  private int manual() {
    if (!asked.isEmpty()) {
      throw new UsageException("--man is for all commands at once: '%s'".formatted(asked));
    }
    surroundings.out().raw(Manual.page(tables()));
    return ExitCode.FOUND;
  }

  /** Shows the help of the program. */
  int show() {
    Map<String, String> commands = new LinkedHashMap<>();
    tables().forEach(table -> commands.put(table.command(), table.description().getFirst()));
    return show(text().of(Sitrep.options(), commands, ExitCode.meanings()));
  }

  /** Shows the help of a command. */
  int show(Options command) {
    return show(text().of(command, ExitCode.meanings()));
  }

  /** The tables of all commands. */
  private List<Options> tables() {
    List<Options> tables = new ArrayList<>();
    Sitrep.COMMANDS.values().forEach(made -> tables.add(made.apply(surroundings).options()));
    return tables;
  }

  private HelpText text() {
    int columns = Math.clamp(surroundings.terminal().columns(), MIN_COLUMNS, MAX_COLUMNS);
    boolean colors = common.wantsStyle(surroundings);
    return new HelpText(Sitrep.NAME, columns, colors ? Style.TITLE::on : name -> name);
  }

  private int show(List<String> lines) {
    lines.forEach(line -> surroundings.out().raw(line).line());
    return ExitCode.FOUND;
  }
}
