package org.sitrep.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What roff reads of a page, whatever the texts are. */
class ManualPageTest {
  private static final String REQUESTS = "[.](TH|SH|SS|TP|PP|RS|RE|nf|fi|br|nh|ad)( .*)?";

  /** A page that shows a text wherever a page can show one. */
  private static String page(String text) {
    Options root = new Options("find", List.of("Finds " + text), List.of(text, "x " + text));
    root.flag("-v, --verbose", () -> {}, text);
    Options command = new Options("go", List.of(text, "x", text), List.of(text));
    command.one("--to", "PLACE", place -> place, place -> {}, text);
    command.arguments("ID", 1, id -> id, ids -> {}, text);
    Options other = new Options("stay", List.of(text), List.of(text));
    ManualPage page = new ManualPage("find", text);
    page.name(root, List.of(command, other));
    page.section(text, List.of(text, text));
    page.section("MEANINGS", Map.of(text, text));
    page.commands(root, List.of(command, other));
    page.examples(root);
    return page.text();
  }

  private static String groff(String page) throws IOException, InterruptedException {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, 0))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "groff")));
    assumeTrue(installed, "groff is not installed here");
    Process groff =
        new ProcessBuilder("groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=200n")
            .redirectErrorStream(true)
            .start();
    groff.getOutputStream().write(page.getBytes(UTF_8));
    groff.getOutputStream().close();
    String shown = new String(groff.getInputStream().readAllBytes(), UTF_8);
    assertThat(groff.waitFor()).as(shown).isZero();
    return shown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".so /etc/passwd",
        "'br is no request",
        "\\fBnot bold\\*[x]",
        "a \\",
        "\"in\" quotes \"",
        "two\n.SH LINES",
        "a\r\n'nf",
        "~/.sitrep ^a `b` -c --d",
        "... and .. and .",
        "café … Ж 名 € \uD83D\uDE00",
        "\\[u0041] \\(em \\n(.g \\$1 \\s0",
        "%1 $x #y {z}"
      })
  void shows_every_text_as_it_is(String text) throws IOException, InterruptedException {
    String page = page(text);
    assertThat(page).matches("[\\x20-\\x7e\n]*");
    assertThat(page.lines().filter(line -> line.startsWith(".")))
        .allMatch(x -> x.matches(REQUESTS));
    assertThat(page.lines()).noneMatch(line -> line.startsWith("'"));

    String shown = groff(page).replaceAll("\\s+", " ");
    String expected = text.replaceAll("\\s+", " ");
    assertThat(shown).doesNotContain("warning").doesNotContain("error").contains("COMMANDS");
    assertThat(shown.split(Pattern.quote(expected), -1)).hasSizeGreaterThan(12);
  }

  @Test
  void a_half_of_a_character_and_what_controls_a_terminal_are_not_written()
      throws IOException, InterruptedException {
    String shown = groff(page("a\uD800b \u001B[31mred\u0007 \u009B1m"));
    assertThat(shown).contains("a\uFFFDb").doesNotContain("\u001B").doesNotContain("warning");
  }

  @Test
  void describes_an_option_that_all_commands_have_once() {
    Options one = new Options("one", List.of("One."), List.of());
    Options two = new Options("two", List.of("Two."), List.of());
    for (Options command : List.of(one, two)) {
      command.attached("--as", "HOW", "x", value -> value, values -> {}, "how");
      command.one("--own", "N", value -> value, value -> {}, "of " + command.command());
      command.help("help");
    }
    ManualPage page = new ManualPage("find", "1");
    page.commands(new Options("find", List.of("Finds."), List.of()), List.of(one, two));
    assertThat(page.text())
        .containsOnlyOnce("\\fB\\-\\-as\\fR[=\\fIHOW\\fR]\nhow\n")
        .containsOnlyOnce("\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nhelp\n")
        .containsOnlyOnce("\\fB\\-\\-own\\fR=\\fIN\\fR\nof one\n")
        .containsOnlyOnce("\\fB\\-\\-own\\fR=\\fIN\\fR\nof two\n");
  }
}
