package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every command that the README and docs/questions.md show in a {@code console} block, on the
 * sample articles, and compares what it prints, with the help where nothing is found. {@code
 * -Dgolden.update=true} writes the pages anew.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("sitrep.root"));
  private static final String PROMPT = "$ ./sitrep ";

  @TempDir static Path index;

  @BeforeAll
  static void indexTheSample() {
    Ran ran = Ran.on(index).run("index", ROOT.resolve("corpus/articles").toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/questions.md"})
  void every_command_prints_what_the_page_shows(String name) throws IOException {
    Path page = ROOT.resolve(name);
    String shown = Files.readString(page);
    String printed = String.join("\n", answered(shown.lines().toList())) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, printed);
    } else {
      assertThat(shown).isEqualTo(printed);
    }
  }

  /** The lines of a page, with each command followed by what it prints. */
  private static List<String> answered(List<String> lines) {
    List<String> answered = new ArrayList<>();
    boolean inConsole = false;
    int commands = 0;
    for (String line : lines) {
      if (line.equals("```console")) {
        inConsole = true;
        answered.add(line);
      } else if (inConsole && line.equals("```")) {
        inConsole = false;
        answered.add(line);
      } else if (inConsole && line.startsWith(PROMPT)) {
        answered.add(line);
        Ran ran = Ran.on(index).run(fromTheRoot(words(line.substring(PROMPT.length()))));
        assertThat(ran.exit()).as(line + ran.err()).isIn(ExitCode.FOUND, ExitCode.NOTHING_FOUND);
        if (ran.exit() == ExitCode.NOTHING_FOUND) {
          answered.addAll(ran.err().lines().toList());
        }
        answered.addAll(ran.out().lines().toList());
        commands++;
      } else if (!inConsole) {
        answered.add(line);
      }
    }
    assertThat(commands).as("commands on the page").isPositive();
    return answered;
  }

  /** The command as it runs in the folder of the checkout, where a reader stands. */
  private static String[] fromTheRoot(String[] words) {
    return Arrays.stream(words)
        .map(word -> word.startsWith("corpus/") ? ROOT.resolve(word).toString() : word)
        .toArray(String[]::new);
  }

  /** Splits a command as a shell does. */
  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (command + " ").toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c != ' ') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words.toArray(String[]::new);
  }
}
