package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What never leaves the program, and what happens where nobody reads. */
class SafeOutputTest {
  private static final Terminal TERMINAL = new Terminal(true, true, 80, true);
  private static final String[] HOSTILE_ARGUMENT = {
    "show \u001B[2J", "search --country=\u001B[2J", "sea\u001B[2Jrch", "search --sor\u001B[2Jt=x"
  };

  @TempDir static Path index;

  @BeforeAll
  static void fill() throws IOException {
    News.index(index);
  }

  private static void assertSafe(String output) {
    assertThat(output.replace("\n", ""))
        .doesNotContainPattern("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search --facets=tag,source",
        "search --facets=tag,source --format=json",
        "search --format=jsonl",
        "search --format=csv",
        "search --format=tsv",
        "search --format=trec",
        "show news/hostile",
        "facets tag",
        "facets tag --format=json",
        "facets tag --format=csv",
        "facets source --format=jsonl"
      })
  void control_characters_of_a_page_are_never_printed(String command) {
    Ran ran = Ran.on(index).run(command.split(" "));
    assertThat(ran.exit()).isZero();
    // Tables part their cells by tabs, or end their lines as RFC 4180 has it.
    assertSafe(ran.out().replace("\r\n", "\n").replace("\t", ""));
    assertSafe(ran.err());
  }

  @Test
  void control_characters_of_an_argument_are_never_printed() {
    for (String command : HOSTILE_ARGUMENT) {
      Ran ran = Ran.on(index).run(command.split(" "));
      assertThat(ran.exit()).isNotZero();
      assertSafe(ran.out());
      assertSafe(ran.err());
    }
    assertSafe(Ran.on(index).run("search", "--strict", "\"\u001B[2J").err());
  }

  @Test
  void json_keeps_control_characters_as_escapes() {
    String json = Ran.on(index).run("search", "--format=jsonl", "id:news/hostile").out();
    assertThat(json).contains("Bell \\u0007 and \\u001B]0;owned").contains("\\u009b31m");
  }

  @Test
  void colours_are_for_terminals() {
    Ran.Builder terminal = Ran.on(index).terminal(TERMINAL);
    assertThat(terminal.run("search", "frigate").out()).contains("\u001B[1;33mfrigate\u001B[0m");
    assertThat(Ran.on(index).run("search", "frigate").out()).doesNotContain("\u001B");
    assertThat(terminal.run("search", "frigate", "--color=never").out()).doesNotContain("\u001B");
    assertThat(Ran.on(index).run("search", "frigate", "--color=always").out()).contains("\u001B");
  }

  @Test
  void no_color_is_honoured_and_an_option_goes_before_it() {
    Ran.Builder builder = Ran.on(index).terminal(TERMINAL).env("NO_COLOR", "1");
    assertThat(builder.run("search", "frigate").out()).doesNotContain("\u001B");
    assertThat(builder.run("--help").out()).doesNotContain("\u001B");
    assertThat(builder.run("search", "frigate", "--color=always").out()).contains("\u001B");
    Ran.Builder empty = Ran.on(index).terminal(TERMINAL).env("NO_COLOR", "");
    assertThat(empty.run("search", "frigate").out()).contains("\u001B");
  }

  @Test
  void a_dumb_terminal_gets_no_colours() {
    Ran.Builder dumb = Ran.on(index).terminal(TERMINAL).env("TERM", "dumb");
    assertThat(dumb.run("search", "frigate").out()).doesNotContain("\u001B");
    assertThat(dumb.run("--help").out()).doesNotContain("\u001B");
    assertThat(dumb.run("search", "frigate", "--color=always").out()).contains("\u001B");
    Ran.Builder other = Ran.on(index).terminal(TERMINAL).env("TERM", "xterm");
    assertThat(other.run("search", "frigate").out()).contains("\u001B");
  }

  /** A pipe whose reader has gone. */
  private static final class ClosedPipe extends OutputStream {
    private final String message;

    ClosedPipe(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "facets tag", "show news/frigate", "stats", "--help"})
  void a_closed_pipe_ends_quietly(String command) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Ran.on(index).run(new ClosedPipe("Broken pipe"), err, command.split(" "));
    assertThat(exit).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_full_disk_does_not_end_quietly(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"One\"}\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    for (String command : List.of("search", "--help", "read --explain " + page)) {
      err.reset();
      OutputStream full = new ClosedPipe("No space left on device");
      assertThat(Ran.on(index).run(full, err, command.split(" "))).isEqualTo(4);
      assertThat(err.toString(UTF_8))
          .isEqualTo("sitrep: standard output cannot be written: No space left on device\n");
    }
  }

  @Test
  void what_cannot_be_said_to_standard_error_changes_nothing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Ran.on(index).run(out, new ClosedPipe("Broken pipe"), "search", "\"frigate", "--limit=1");
    assertThat(exit).isZero();
    assertThat(out.toString(UTF_8)).startsWith("1 of 5 articles");
  }

  @Test
  void what_nobody_expected_is_one_line_and_a_trace_when_asked() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("broken");
          }
        };
    for (String option : new String[] {"--color=auto", "--debug"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(Ran.on(index).run(broken, err, "search", option)).isEqualTo(70);
      assertThat(err.toString(UTF_8))
          .contains("sitrep: unexpected error: java.lang.IllegalStateException: broken");
      assertThat(err.toString(UTF_8).contains("SafeOutputTest"))
          .isEqualTo(option.equals("--debug"));
    }
  }
}
