package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell completes by the script that the program writes, asked of bash itself. */
class CompletionTest {
  @TempDir Path folder;

  /** Completes the last of some words; a blank parts them, as the shell has parted them. */
  private List<String> completed(String words) throws IOException, InterruptedException {
    Ran ran = new Ran.Builder().run("completion", "bash");
    assertThat(ran.exit()).isZero();
    Path script = Files.writeString(folder.resolve("completion.bash"), ran.out());
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "set -u; . \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _sitrep;"
                    + " printf '%s\\n' ${COMPREPLY+\"${COMPREPLY[@]}\"}",
                script.toString()));
    command.addAll(List.of(words.split(" ", -1)));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.isBlank() ? List.of() : said.lines().toList();
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
        "sitrep search --color a | auto always",
        "sitrep completion z | zsh"
      })
  void completes_commands_options_and_values(String words, String expected)
      throws IOException, InterruptedException {
    assertThat(completed(words)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "sitrep search --tag x",
    "sitrep search --collapse f",
    "sitrep index art",
    "sitrep stats --sort n",
    "sitrep unheard-of --f"
  })
  void leaves_to_the_shell_what_it_does_not_know(String words)
      throws IOException, InterruptedException {
    assertThat(completed(words)).isEmpty();
  }

  @Test
  void zsh_runs_the_same_script() {
    Ran zsh = new Ran.Builder().run("completion", "zsh");
    assertThat(zsh.out())
        .contains("bashcompinit\n")
        .endsWith(new Ran.Builder().run("completion", "bash").out());
    assertThat(new Ran.Builder().run("completion", "fish").exit()).isEqualTo(2);
  }
}
