package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the README shows in a {@code console} block, on the sample articles, and
 * compares what it prints. {@code -Dgolden.update=true} writes the README anew.
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

  @Test
  void every_command_prints_what_the_readme_shows() throws IOException {
    Path readme = ROOT.resolve("README.md");
    String shown = Files.readString(readme);
    String printed = String.join("\n", answered(shown.lines().toList())) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(readme, printed);
    } else {
      assertThat(shown).isEqualTo(printed);
    }
  }

  /** The lines of the README, with each command followed by what it prints. */
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
        Ran ran = Ran.on(index).run(words(line.substring(PROMPT.length())));
        answered.addAll(ran.out().lines().toList());
        commands++;
      } else if (!inConsole) {
        answered.add(line);
      }
    }
    assertThat(commands).as("commands in the README").isPositive();
    return answered;
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
