package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.cli.options.Completion;
import org.sitrep.cli.options.Options;

/** {@code sitrep completion}. */
final class CompletionCommand implements Command {
  /** The shells whose completion is known. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Options options =
      new Options(
          "completion",
          List.of(
              "Writes a script that completes commands, options and values in a shell.",
              "Have the shell read it when it starts: bash looks into the folder below by itself,"
                  + " and zsh has to be told in ~/.zshrc: source ~/.sitrep-completion.zsh"),
          List.of(
              "sitrep completion bash > ~/.local/share/bash-completion/completions/sitrep",
              "sitrep completion zsh > ~/.sitrep-completion.zsh"));
  private final Surroundings surroundings;
  private Shell shell = Shell.BASH;
  private final CommonOptions common;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.argument(
        "SHELL",
        Values.ids(Shell.values()),
        value -> Values.choice(Shell.class, value),
        value -> shell = value,
        "bash or zsh");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() {
    common.apply(surroundings);
    List<Options> commands = new ArrayList<>();
    Sitrep.COMMANDS.values().forEach(made -> commands.add(made.apply(surroundings).options()));
    List<String> first = new ArrayList<>(Sitrep.COMMANDS.keySet());
    first.addAll(List.of("--help", "--version"));
    Completion completion = new Completion(Sitrep.NAME, first, commands);
    surroundings.out().raw(shell == Shell.BASH ? completion.bash() : completion.zsh());
    return ExitCode.FOUND;
  }
}
