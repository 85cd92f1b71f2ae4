package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** What {@code --ledger} writes, when, and over what never. */
class LedgerTest {
  private static final String RECORDS =
      """
      {"id":"a","title":"Second frigate handed over"}
      {"id":"b"}
      {"id":"c","title":"Ministers agree on shells"}
      """;

  @TempDir Path folder;
  private Path index = Path.of("");
  private Path records = Path.of("");
  private Path ledger = Path.of("");

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index");
    ledger = folder.resolve("ledger.jsonl");
    records = Files.createDirectory(folder.resolve("news")).resolve("records.jsonl");
    Files.writeString(records, RECORDS);
  }

  private Ran index(Path source, Path to) {
    return Ran.on(index).run("index", source.toString(), "--ledger", to.toString());
  }

  @Test
  void holds_a_line_for_each_input_in_the_order_of_reading() throws IOException {
    assertThat(index(records, ledger).exit()).isEqualTo(3);
    assertThat(Files.readAllLines(ledger))
        .extracting(line -> line.replaceAll(".*\"outcome\":\"(\\w+)\".*", "$1"))
        .containsExactly("added", "rejected", "added");
    assertThat(index(records, ledger).exit()).isEqualTo(3);
    assertThat(Files.readString(ledger)).doesNotContain("added").contains("unchanged");
  }

  @Test
  void stays_as_it_is_where_the_index_cannot_be_written() throws IOException {
    index(records, ledger);
    List<String> before = Files.readAllLines(ledger);
    try (ArticleIndex held = ArticleIndex.open(index);
        ArticleWriter writer = held.newWriter()) {
      assertThat(index(records, ledger).exit()).isEqualTo(4);
      writer.commit();
    }
    assertThat(Files.readAllLines(ledger)).isEqualTo(before);
    Files.writeString(index.resolve("CURRENT"), "junk\n");
    assertThat(index(records, ledger).exit()).isEqualTo(4);
    assertThat(Files.readAllLines(ledger)).isEqualTo(before);
  }

  @Test
  void says_of_a_run_that_failed_why_and_nothing_of_what_is_not_in_the_index() throws IOException {
    InputStream taken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            Files.deleteIfExists(index.resolve("write.lock"));
            return super.read(buffer, offset, length);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Sitrep.run(
            List.of("index", "-", "--ledger", ledger.toString()),
            new SequenceInputStream(new ByteArrayInputStream(RECORDS.getBytes(UTF_8)), taken),
            new ByteArrayOutputStream(),
            err,
            Map.of(IndexOption.VARIABLE, index.toString()),
            new Terminal(false, false, Terminal.USUAL_COLUMNS, true));
    assertThat(exit).as(err.toString(UTF_8)).isEqualTo(4);
    assertThat(Ran.on(index).run("search", "frigate").exit()).isEqualTo(1);
    assertThat(Files.readAllLines(ledger))
        .singleElement()
        .asString()
        .startsWith("{\"outcome\":\"failed\",\"reason\":\"")
        .contains("write.lock");
  }

  @Test
  void on_a_full_disk_is_named_and_leaves_the_articles_committed() {
    Path full = Path.of("/dev/full");
    assumeThat(Files.isWritable(full)).isTrue();
    Ran ran = index(records, full);
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.out()).isEqualTo("3 inputs: 2 added, 0 updated, 0 unchanged, 1 rejected\n");
    assertThat(ran.err().lines().filter(line -> !line.contains("records.jsonl:2: ")))
        .singleElement()
        .asString()
        .startsWith("sitrep: the ledger cannot be written, ")
        .contains("run again")
        .endsWith(": '/dev/full'");
    assertThat(Ran.on(index).run("search", "frigate").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news/records.jsonl",
        "news/../news/records.jsonl",
        "news/ledger.jsonl",
        "news/deep/ledger.jsonl",
        "hard.jsonl",
        "soft.jsonl"
      })
  void is_never_a_file_of_the_sources(String name) throws IOException {
    Files.createDirectory(folder.resolve("news/deep"));
    Files.createLink(folder.resolve("hard.jsonl"), records);
    Files.createSymbolicLink(folder.resolve("soft.jsonl"), records);
    for (Path source : List.of(folder.resolve("news"), folder.resolve("news/**.jsonl"))) {
      Ran ran = index(source, folder.resolve(name));
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err())
          .startsWith("sitrep: --ledger is a file of the sources, or would be read as one");
    }
    assertThat(records).hasContent(RECORDS.strip());
    assertThat(index).doesNotExist();
    assertThat(folder.resolve("news/ledger.jsonl")).doesNotExist();
  }

  @Test
  void is_never_the_one_file_that_is_read() throws IOException {
    assertThat(index(records, records).exit()).isEqualTo(2);
    Path aliases = Files.writeString(folder.resolve("names.txt"), "GD = Georgian Dream\n");
    Ran ran =
        Ran.on(index)
            .run("index", records.toString(), "--aliases=" + aliases, "--ledger=" + aliases);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).startsWith("sitrep: --ledger is read by this run");
    assertThat(records).hasContent(RECORDS.strip());
    assertThat(index).doesNotExist();
    // Beside the one file, and in a folder that is read only where its name begins with a dot.
    assertThat(index(records, folder.resolve("news/ledger.jsonl")).exit()).isEqualTo(3);
    Files.delete(folder.resolve("news/ledger.jsonl"));
    assertThat(index(folder.resolve("news"), folder.resolve("news/.ledger.jsonl")).exit())
        .isEqualTo(3);
  }

  @Test
  void is_never_a_file_of_the_index() throws IOException {
    index(records, ledger);
    Path link = Files.createSymbolicLink(folder.resolve("link"), index.resolve("CURRENT"));
    for (Path file : List.of(index.resolve("CURRENT"), index.resolve("new"), link)) {
      Ran ran = index(records, file);
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).startsWith("sitrep: --ledger lies in the folder of the index");
    }
    assertThat(Ran.on(index).run("search", "frigate").exit()).isZero();
    assertThat(Ran.on(folder.resolve("x")).run("index", records + "", "--ledger", folder + "/x"))
        .matches(ran -> ran.exit() == 2);
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
