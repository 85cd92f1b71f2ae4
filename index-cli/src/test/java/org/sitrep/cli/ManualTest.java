package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual page of the program, beside the help of its commands. */
class ManualTest {
  private static final Path ROOT = Path.of(System.getProperty("sitrep.root"));

  private static String page() {
    Ran ran = new Ran.Builder().run("help", "--man");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran.out();
  }

  /** What a reader sees of a page, with the requests in their lines. */
  private static String shown(String roff) {
    return roff.replaceAll("\\\\f[BIR]|\\\\&", "")
        .replace("\\-", "-")
        .replace("\\(aq", "'")
        .replace("\\(dq", "\"")
        .replace("\\(ti", "~")
        .replace("\\e", "\\");
  }

  /** What stands below a heading, up to the next. */
  private static String section(String heading) {
    String page = shown(page());
    int start = page.indexOf(heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = page.indexOf("\n.S", start);
    return page.substring(start, end < 0 ? page.length() : end + 1);
  }

  /** The terms of a section, each with its description, in one line. */
  private static List<String> entries(String section) {
    List<String> entries = new ArrayList<>();
    for (String entry : section.split("\n[.]TP\n", -1)) {
      entries.add(words(entry.split("\n[.][PS]", 2)[0]));
    }
    return entries.subList(1, entries.size());
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  static Set<String> commands() {
    return Sitrep.COMMANDS.keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describes_each_command_and_each_of_its_options_in_the_words_of_the_help(String command) {
    String help = new Ran.Builder().run(command, "--help").out();
    String section = section(".SS \"sitrep " + command + "\"");
    List<String> entries = new ArrayList<>(entries(section));
    entries.addAll(entries(section(".SS \"Options of every command\"")));

    assertThat(entries).allSatisfy(entry -> assertThat(words(help)).contains(entry));
    List<String> options =
        Pattern.compile("^ +(?:-\\w, )?(--[\\w-]+)", Pattern.MULTILINE)
            .matcher(help.substring(help.indexOf("Options:")))
            .results()
            .map(MatchResult::group)
            .map(String::strip)
            .toList();
    assertThat(options).isNotEmpty();
    assertThat(options)
        .allSatisfy(name -> assertThat(entries).anyMatch(entry -> entry.startsWith(name)));
    assertThat(help.substring(help.indexOf("Examples:")).lines().skip(1).map(String::strip))
        .allMatch(example -> section.lines().anyMatch(example::equals));
  }

  @Test
  void names_the_exit_codes_and_each_variable_that_the_launcher_and_the_program_read()
      throws IOException {
    String codes = section(".SH \"EXIT STATUS\"");
    ExitCode.meanings().keySet().forEach(code -> assertThat(codes).contains("\n" + code + "\n"));
    String variables = section(".SH \"ENVIRONMENT\"");
    String launcher = Files.readString(ROOT.resolve("sitrep"));
    assertThat(Pattern.compile("SITREP_\\w+").matcher(launcher).results().map(MatchResult::group))
        .contains(IndexOption.VARIABLE)
        .allMatch(variables::contains);
    assertThat(variables).contains("NO_COLOR", "TERM", "COLUMNS", "SITREP_DEBUG", "JAVA_HOME");
  }

  @Test
  void is_of_all_commands_at_once() {
    Ran ran = new Ran.Builder().run("help", "search", "--man");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("sitrep: --man is for all commands at once: 'search'\n");
  }
}
