package org.sitrep.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.cli.options.Options;

/** The help of each command. */
class HelpTest {

  static Set<String> commands() {
    return Sitrep.COMMANDS.keySet();
  }

  private static List<String> help(String command) {
    Ran ran = new Ran.Builder().run(command, "--help");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran.out().lines().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fits_eighty_columns_and_names_the_exit_codes(String command) {
    assertThat(help(command))
        .allMatch(line -> line.length() <= 80, "80 columns")
        .contains("Exit codes:")
        .anyMatch(line -> line.matches("  3 +some inputs were rejected.*"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void ends_with_two_examples_that_are_right_usage(String command) {
    List<String> help = help(command);
    List<String> examples = help.subList(help.indexOf("Examples:") + 1, help.size());
    assertThat(examples).hasSize(2).allMatch(line -> line.contains("sitrep " + command));
    for (String example : examples) {
      calls(example).forEach(HelpTest::assertRightUsage);
    }
  }

  /** The calls of this program in a line with pipes. */
  private static Stream<List<String>> calls(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(part -> SelectionTest.words(part.replaceAll(">.*", "")))
        .filter(words -> words.getFirst().equals("sitrep"))
        .map(words -> words.subList(1, words.size()));
  }

  private static void assertRightUsage(List<String> args) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            Output.ofData(OutputStream.nullOutputStream()),
            Output.ofMessages(OutputStream.nullOutputStream()),
            Map.of(),
            new Terminal(false, false, Terminal.USUAL_COLUMNS, true));
    Options options =
        requireNonNull(Sitrep.command(args.getFirst(), surroundings), args.getFirst()).options();
    assertThatCode(() -> options.read(args.subList(1, args.size()))).doesNotThrowAnyException();
  }
}
