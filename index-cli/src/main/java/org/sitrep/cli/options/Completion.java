package org.sitrep.cli.options;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what completes the program's commands, options and values in a shell. One script serves
 * bash from 3.2 on and zsh, which runs it through its {@code bashcompinit}. Where nothing is known
 * of a value, names of files are completed.
 */
public final class Completion {
  private static final String ZSH =
      """
      autoload -Uz compinit bashcompinit
      (( $+functions[compdef] )) || compinit
      bashcompinit
      """;

  /** What is attached by an equals sign is a word of its own in bash, and none in zsh. */
  private static final String START =
      """
      _PROGRAM() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local option prefix= words= listed=
        COMPREPLY=()
        case $current in
          --*=*) option=${current%%=*}= prefix=$option current=${current#*=} ;;
          =) option=$previous= current= ;;
          *)
            option=$previous
            if [ "$previous" = = ]; then
              option=${COMP_WORDS[COMP_CWORD-2]}=
            fi
            ;;
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          words='COMMANDS'
        else
          case "${COMP_WORDS[1]} $option" in
      """;

  private static final String OPTIONS =
      """
            *)
              case "${COMP_WORDS[1]} $current" in
      """;

  private static final String END =
      """
              esac
              ;;
          esac
        fi
        if [ -n "$listed" ]; then
          case $current in *,*) prefix=$prefix${current%,*}, current=${current##*,} ;; esac
        fi
        COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$current"))
      }
      complete -o default -F _PROGRAM PROGRAM
      """;

  private final String program;
  private final Collection<String> first;
  private final List<Options> commands;

  /**
   * Starts a script.
   *
   * @param program what the program is called
   * @param first what may stand first: the names of commands, and options
   * @param commands the tables of the commands
   */
  public Completion(String program, Collection<String> first, List<Options> commands) {
    this.program = program;
    this.first = first;
    this.commands = List.copyOf(commands);
  }

  /**
   * Returns the script for bash.
   *
   * @return lines, to be run by the shell that completes
   */
  public String bash() {
    StringBuilder script = new StringBuilder(START.replace("COMMANDS", String.join(" ", first)));
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Options command : commands) {
      command.options().forEach(option -> addValues(values, command.command(), option));
    }
    values.forEach(
        (words, places) ->
            script.append("      %s) %s ;;\n".formatted(String.join(" | ", places), words)));
    script.append(OPTIONS);
    for (Options command : commands) {
      String names = command.names().collect(Collectors.joining(" "));
      script.append("        '%s '-*) words='%s' ;;\n".formatted(command.command(), names));
      String choices = choices(command);
      if (!choices.isEmpty()) {
        script.append("        '%s '*) words='%s' ;;\n".formatted(command.command(), choices));
      }
    }
    return script.append(END).toString().replace("PROGRAM", program);
  }

  private static String choices(Options command) {
    return command.arguments().isEmpty()
        ? ""
        : String.join(" ", command.arguments().getFirst().choices());
  }

  /** Adds where the values of an option stand: behind an equals sign, or as the next word. */
  private static void addValues(Map<String, List<String>> values, String command, Option option) {
    if (option.isFlag()) {
      return;
    }
    String words = "words='%s'".formatted(String.join(" ", option.choices()));
    List<String> places =
        values.computeIfAbsent(
            option.isListed() ? words + " listed=yes" : words, key -> new ArrayList<>());
    for (String name : option.names()) {
      places.add("'%s %s='".formatted(command, name));
      if (option.takesNext()) {
        places.add("'%s %s'".formatted(command, name));
      }
    }
  }

  /**
   * Returns the script for zsh.
   *
   * @return lines, to be run by the shell that completes
   */
  public String zsh() {
    return ZSH + bash();
  }
}
