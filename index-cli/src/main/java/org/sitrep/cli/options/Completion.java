package org.sitrep.cli.options;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what completes the program's commands, options and values in a shell. One script serves
 * bash from 3.2 on and zsh, which runs it through its {@code bashcompinit}. Names of files are
 * completed where a file is due and nowhere else.
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
        local option attached= offered= listed= ended= at name
        COMPREPLY=() DUE=
        case $current in
          --*=*) option=${current%%=*}= attached=$option current=${current#*=} ;;
          =) option=$previous= current= ;;
          *)
            option=$previous
            if [ "$previous" = = ]; then
              option=${COMP_WORDS[COMP_CWORD-2]}=
            fi
            ;;
        esac
        for ((at = 2; at < COMP_CWORD; at++)); do
          if [ "${COMP_WORDS[at]}" = -- ]; then
            option= attached= ended=yes
          fi
        done
        if [ "$COMP_CWORD" -eq 1 ]; then
          offered='COMMANDS'
        elif [[ $previous == *[\\<\\>] ]]; then
          DUE=files
        else
          case "${COMP_WORDS[1]} $option" in
      """;

  private static final String OPTIONS =
      """
            *)
              case "${COMP_WORDS[1]} $ended$current" in
      """;

  /** Before version 4, bash completes names of files wherever it is offered nothing else. */
  private static final String END =
      """
              esac
              ;;
          esac
        fi
        if [ -n "$listed" ]; then
          case $current in
            *,*) attached=$attached${current%,*}, current=${current##*,} ;;
          esac
        fi
        case $DUE in
          '')
            COMPREPLY=($(compgen -P "$attached" -W "$offered" -- "$current"))
            compopt +o default 2>/dev/null
            ;;
          folders) compopt +o default -o dirnames 2>/dev/null ;;
        esac
        if [ -n "$DUE" ] && [ -n "$attached" ]; then
          for name in "$current"*; do
            if [ -d "$name" ] || { [ "$DUE" = files ] && [ -e "$name" ]; }; then
              COMPREPLY+=("$attached$name")
            fi
          done
        fi
        return 0
      }
      """;

  private static final String IN_BASH =
      """
      complete -o default -F _PROGRAM PROGRAM
      """;

  /**
   * What bash is told by {@code compopt}, zsh is not, and would complete names of files wherever it
   * is offered nothing else: so it is asked which are due.
   */
  private static final String IN_ZSH =
      """
      _PROGRAM_in_zsh() {
        _bash_complete -F _PROGRAM && return
        () {
          emulate -L sh
          setopt kshglob noshglob braceexpand
          local -a COMP_WORDS COMPREPLY
          local COMP_CWORD=$((CURRENT - 1))
          COMP_WORDS=("${words[@]}")
          _PROGRAM
        }
        case $DUE in
          files) _files ;;
          folders) _directories ;;
          *) return 1 ;;
        esac
      }
      compdef _PROGRAM_in_zsh PROGRAM
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
    return named(completing() + IN_BASH);
  }

  /**
   * Returns the script for zsh.
   *
   * @return lines, to be run by the shell that completes
   */
  public String zsh() {
    return named(ZSH + completing() + IN_ZSH);
  }

  /** With the names that functions and variables of the shell have because of the program's. */
  private String named(String script) {
    return script.replace("DUE", "_PROGRAM_due").replace("PROGRAM", program);
  }

  private String completing() {
    StringBuilder script = new StringBuilder(START.replace("COMMANDS", String.join(" ", first)));
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Options command : commands) {
      command.options().forEach(option -> addValues(values, command.command(), option));
    }
    values.forEach(
        (offered, places) ->
            script.append("      %s) %s ;;\n".formatted(String.join(" | ", places), offered)));
    script.append(OPTIONS);
    for (Options command : commands) {
      String names = command.names().collect(Collectors.joining(" "));
      script.append("        '%s '-*) offered='%s' ;;\n".formatted(command.command(), names));
      command.arguments().stream()
          .limit(1)
          .forEach(
              argument ->
                  script.append(
                      "        '%s '*) %s ;;\n"
                          .formatted(
                              command.command(), offered(argument.choices(), argument.due()))));
    }
    return script.append(END).toString();
  }

  /** What a word of a kind is completed with. */
  private static String offered(List<String> choices, Option.Due due) {
    return due == Option.Due.WORD
        ? "offered='%s'".formatted(String.join(" ", choices))
        : "DUE=" + due.name().toLowerCase(Locale.ROOT);
  }

  /** Adds where the values of an option stand: behind an equals sign, or as the next word. */
  private static void addValues(Map<String, List<String>> values, String command, Option option) {
    if (option.isFlag()) {
      return;
    }
    String offered = offered(option.choices(), option.due());
    List<String> places =
        values.computeIfAbsent(
            option.isListed() ? offered + " listed=yes" : offered, key -> new ArrayList<>());
    for (String name : option.names()) {
      places.add("'%s %s='".formatted(command, name));
      if (option.takesNext()) {
        places.add("'%s %s'".formatted(command, name));
      }
    }
  }
}
