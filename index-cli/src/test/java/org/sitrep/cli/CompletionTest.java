package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell completes by the script that the program writes, asked of the shells themselves. */
class CompletionTest {
  @TempDir Path folder;

  /** What a shell is told: the words that it offers, and how it goes on where there are none. */
  private record Told(List<String> words, List<String> goesOn) {}

  /** Completes the last of some words; a blank parts them, as the shell has parted them. */
  private Told inBash(String words) throws IOException, InterruptedException {
    List<String> lines =
        run(
            "bash",
            words,
            "-c",
            "set -u; . \"$0\"; compopt() { printf 'goes on %s\\n' \"$*\"; };"
                + " COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _sitrep;"
                + " printf '%s\\n' ${COMPREPLY+\"${COMPREPLY[@]}\"}");
    Map<Boolean, List<String>> parted =
        lines.stream().collect(Collectors.partitioningBy(line -> line.startsWith("goes on ")));
    return new Told(
        requireNonNull(parted.get(false)),
        requireNonNull(parted.get(true)).stream()
            .map(line -> line.substring("goes on ".length()))
            .toList());
  }

  /** Completes the last of some words, as zsh parts them; zsh itself leaves out what differs. */
  private List<String> inZsh(String words) throws IOException, InterruptedException {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    List<String> lines =
        run(
            "zsh",
            words,
            "-f",
            "-c",
            "autoload -Uz compinit; compinit -D -u; . \"$0\"; words=(\"$@\"); CURRENT=$#;"
                + " COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); compgen -F _sitrep --"
                + " \"${@[-1]}\"");
    return lines.stream().filter(line -> line.startsWith(last)).sorted().toList();
  }

  private List<String> run(String shell, String words, String... options)
      throws IOException, InterruptedException {
    Ran ran = new Ran.Builder().run("completion", shell);
    assertThat(ran.exit()).isZero();
    Path script = Files.writeString(folder.resolve("completion"), ran.out());
    List<String> command = new ArrayList<>(List.of(shell));
    command.addAll(List.of(options));
    command.add(script.toString());
    command.addAll(List.of(words.split(" ", -1)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.directory(files().toFile()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isLessThanOrEqualTo(shell.equals("zsh") ? 1 : 0);
    return said.lines().filter(line -> !line.isBlank()).toList();
  }

  private Path files() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("old news.txt"), "");
    Files.createDirectories(files.resolve("old"));
    return files;
  }

  private static void assumeInstalled(String shell) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, 0))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    assumeTrue(installed, shell + " is not installed here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sitrep se | search",
        "sitrep s | search suggest show similar stats",
        "sitrep --v | --version",
        "sitrep help sea | search",
        "sitrep search --so | --source --sort",
        "sitrep search x --collapse --form | --format",
        "sitrep search --sort n | newest",
        "sitrep search --sort = n | newest",
        "sitrep search --sort =  | relevance newest oldest",
        "sitrep search --sort=n | --sort=newest",
        "sitrep search --facets co | country",
        "sitrep search --facets tag,co | tag,country",
        "sitrep search --facets=tag,co | --facets=tag,country",
        "sitrep search --collapse = l | longest",
        "sitrep facets ta | tag",
        "sitrep facets --format t | text tsv",
        "sitrep stats --format j | json",
        "sitrep read --format j | json jsonl",
        "sitrep eval --measures m | map mrr",
        "sitrep eval --measures map,rec | map,recall@100",
        "sitrep search --color a | auto always",
        "sitrep completion z | zsh"
      })
  void completes_commands_options_and_values(String words, String expected)
      throws IOException, InterruptedException {
    assumeInstalled("bash");
    assertThat(inBash(words).words()).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sitrep index o | ''",
        "sitrep read --explain o | ''",
        "sitrep index --ledger o | ''",
        "sitrep index --aliases = o | ''",
        "sitrep eval --qrels o | ''",
        "sitrep export > o | ''",
        "sitrep search -- x 2> o | ''",
        "sitrep stats --index o | +o default -o dirnames",
        "sitrep stats --index = o | +o default -o dirnames",
        "sitrep search o | +o default",
        "sitrep search --limit o | +o default",
        "sitrep search --country o | +o default",
        "sitrep search --from=o | +o default",
        "sitrep facets tag --by o | +o default",
        "sitrep search --tag o | +o default",
        "sitrep search --collapse f | +o default",
        "sitrep search -- --so | +o default",
        "sitrep search --strict -- --sort n | +o default",
        "sitrep stats --sort n | +o default",
        "sitrep show o | +o default",
        "sitrep unheard-of --f | +o default",
        "sitrep o | +o default"
      })
  void offers_names_of_files_where_a_file_is_due(String words, String goesOn)
      throws IOException, InterruptedException {
    assumeInstalled("bash");
    Told told = inBash(words);
    assertThat(told.words()).isEmpty();
    assertThat(String.join(", ", told.goesOn())).isEqualTo(goesOn);
  }

  @Test
  void offers_names_of_files_behind_an_equals_sign_that_is_part_of_the_word()
      throws IOException, InterruptedException {
    assumeInstalled("bash");
    assertThat(inBash("sitrep index --ledger=old").words())
        .containsExactlyInAnyOrder("--ledger=old news.txt", "--ledger=old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sitrep se | search",
        "sitrep search --so | --sort,--source",
        "sitrep search --sort n | newest",
        "sitrep search --sort=n | --sort=newest",
        "sitrep search --facets=tag,co | --facets=tag,country",
        "sitrep index --ledger=old | --ledger=old,--ledger=old news.txt",
        "sitrep index --index=o | --index=old",
        "sitrep search -- --so | ''",
        "sitrep help sea | search",
      })
  void zsh_completes_the_same(String words, String expected)
      throws IOException, InterruptedException {
    assumeInstalled("zsh");
    assertThat(String.join(",", inZsh(words))).isEqualTo(expected);
  }

  /** The completion itself, with what offers names of files put in a word for each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sitrep index o | files",
        "sitrep index --ledger o | files",
        "sitrep export > o | files",
        "sitrep stats --index o | folders",
        "sitrep search o | ''",
        "sitrep search --limit o | ''",
        "sitrep search --country o | ''",
        "sitrep search --sort o | oldest",
        "sitrep search --sort = | ''",
        "sitrep search --collapse=f | --collapse=first",
        "sitrep search -- --so | ''",
        "sitrep unheard-of --f | ''",
        "sitrep o | ''"
      })
  void zsh_offers_names_of_files_where_a_file_is_due(String words, String offered)
      throws IOException, InterruptedException {
    assumeInstalled("zsh");
    List<String> lines =
        run(
            "zsh",
            words,
            "-f",
            "-c",
            "autoload -Uz compinit; compinit -D -u; . \"$0\"; words=(\"$@\"); CURRENT=$#;"
                + " _files() { print files; }; _directories() { print folders; };"
                + " _bash_complete() { local COMP_CWORD=$((CURRENT - 1)); local -a COMP_WORDS;"
                + " COMP_WORDS=(\"${words[@]}\"); compgen \"$@\" -- ${words[CURRENT]}"
                + " | grep -e \"^${words[CURRENT]}.\"; }; _sitrep_in_zsh; true");
    assertThat(String.join(",", lines)).isEqualTo(offered);
  }

  @Test
  void zsh_runs_the_same_script() {
    String bash = new Ran.Builder().run("completion", "bash").out();
    String zsh = new Ran.Builder().run("completion", "zsh").out();
    assertThat(zsh)
        .contains("bashcompinit\n")
        .contains(bash.substring(0, bash.lastIndexOf("complete -o default")));
    assertThat(new Ran.Builder().run("completion", "fish").exit()).isEqualTo(2);
  }
}
