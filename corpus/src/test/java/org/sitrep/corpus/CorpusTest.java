package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.index.Origin;

class CorpusTest {
  private static final String PAGE =
      """
      Boats ordered from the north

      7 March 2025

      The ministry ordered twelve patrol boats from a yard in the north, the first since the reform.
      """;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void fill_the_folder() throws IOException {
    folder = temp.resolve("articles");
    write("2025/a.txt", PAGE.getBytes(UTF_8));
    write("2025/b.txt", PAGE.replace("twelve", "ten").getBytes(UTF_8));
    write(
        "records.jsonl",
        "{\"id\":\"r1\",\"title\":\"One\"}\n\n{\"title\":\"Two\"}".getBytes(UTF_8));
    write(".hidden", PAGE.getBytes(UTF_8));
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static List<Reading> read(String... sources) throws IOException {
    return read(ReadOptions.standard(), sources);
  }

  private static List<Reading> read(ReadOptions options, String... sources) throws IOException {
    try (Stream<Reading> readings = Corpus.open(List.of(sources), options).readings()) {
      return readings.toList();
    }
  }

  private static List<String> ids(List<Reading> readings) {
    return readings.stream().map(r -> ((Reading.Read) r).article().id()).toList();
  }

  private String rejection(byte[] content) throws IOException {
    Path file = Files.write(temp.resolve("given.txt"), content);
    Reading reading = read(file.toString()).getFirst();
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) reading).reason();
  }

  @Test
  void a_folder_is_read_in_the_order_of_its_names_without_what_is_hidden() throws IOException {
    assertThat(ids(read(folder.toString())))
        .containsExactly(
            "articles/2025/a.txt", "articles/2025/b.txt", "r1", "articles/records.jsonl:3");
  }

  @Test
  void ids_do_not_depend_on_how_the_folder_is_written() throws IOException {
    List<String> plain = ids(read(folder.toString()));

    assertThat(ids(read(folder + "/"))).isEqualTo(plain);
    assertThat(ids(read(folder + "/2025/.."))).isEqualTo(plain);
    assertThat(ids(read(folder + "/**.{txt,jsonl}"))).isEqualTo(plain);
  }

  @Test
  void a_single_file_has_its_own_name() throws IOException {
    assertThat(ids(read(folder + "/2025/a.txt"))).containsExactly("a.txt");
    assertThat(ids(read(folder + "/records.jsonl"))).containsExactly("r1", "records.jsonl:3");
  }

  @Test
  void inputs_name_the_file_as_it_was_given_and_the_line() throws IOException {
    assertThat(read(folder.toString()))
        .extracting(Reading::input)
        .containsExactly(
            folder + "/2025/a.txt",
            folder + "/2025/b.txt",
            folder + "/records.jsonl:1",
            folder + "/records.jsonl:3");
  }

  @Test
  void a_file_that_two_sources_name_is_read_once() throws IOException {
    assertThat(read(folder.toString(), folder + "/2025/a.txt")).hasSize(4);
  }

  @Test
  void a_file_is_read_under_its_own_name_and_each_link_to_it_says_so() throws IOException {
    Files.createSymbolicLink(folder.resolve("2025/0-alias.txt"), Path.of("a.txt"));
    Files.createSymbolicLink(folder.resolve("0-linked"), Path.of("2025"));
    List<Reading> readings = read(folder.toString());

    assertThat(readings.stream().filter(Reading.Read.class::isInstance).toList())
        .extracting(Reading::input)
        .containsExactly(
            folder + "/2025/a.txt",
            folder + "/2025/b.txt",
            folder + "/records.jsonl:1",
            folder + "/records.jsonl:3");
    assertThat(readings.stream().filter(Reading.Rejected.class::isInstance).toList())
        .extracting(r -> ((Reading.Rejected) r).message())
        .containsExactly(
            "%1$s/0-linked/0-alias.txt: is a link to a file that is read as %1$s/2025/a.txt"
                .formatted(folder),
            "%1$s/0-linked/a.txt: is a link to a file that is read as %1$s/2025/a.txt"
                .formatted(folder),
            "%1$s/0-linked/b.txt: is a link to a file that is read as %1$s/2025/b.txt"
                .formatted(folder),
            "%1$s/2025/0-alias.txt: is a link to a file that is read as %1$s/2025/a.txt"
                .formatted(folder));
  }

  @Test
  void a_link_whose_file_no_source_holds_is_read() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.createSymbolicLink(other.resolve("x.txt"), folder.resolve("2025/a.txt"));
    Files.createSymbolicLink(other.resolve("y.txt"), folder.resolve("2025/a.txt"));

    List<Reading> readings = read(other.toString());
    assertThat(ids(readings.subList(0, 1))).containsExactly("other/x.txt");
    assertThat(((Reading.Rejected) readings.get(1)).reason())
        .isEqualTo("is a link to a file that is read as " + other + "/x.txt");
    assertThat(ids(read(other + "/x.txt"))).containsExactly("x.txt");
  }

  @Test
  void links_that_lead_nowhere_and_folders_that_cannot_be_listed_are_told() throws IOException {
    Path dangling = folder.resolve("gone.txt");
    Files.createSymbolicLink(dangling, Path.of("nowhere.txt"));
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, Set.of());
    boolean listed = Files.isReadable(locked); // by the root user, whom no rights bind
    List<String> rejections =
        read(folder.toString()).stream()
            .filter(Reading.Rejected.class::isInstance)
            .map(r -> ((Reading.Rejected) r).message())
            .toList();
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));

    assertThat(rejections).hasSize(listed ? 1 : 2);
    assertThat(rejections.getFirst())
        .isEqualTo(dangling + ": is a link to a file that is not there");
    assertThat(rejections.getLast())
        .isIn(
            rejections.getFirst(),
            locked + ": is a folder whose files cannot be listed, its rights forbid it");
    assertThatThrownBy(() -> read(dangling.toString()))
        .isInstanceOf(SourceException.class)
        .hasMessage("source is a link to a file that is not there: '%s'".formatted(dangling));
  }

  @Test
  void a_pipe_is_rejected_before_it_is_opened() throws Exception {
    Path pipe = temp.resolve("pipe.txt");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor()).isZero();

    assertThat(read(pipe.toString()))
        .containsExactly(
            new Reading.Rejected(pipe.toString(), "is not a regular file", Optional.empty()));
  }

  @Test
  void patterns_match_below_the_last_folder_that_they_name() throws IOException {
    assertThat(ids(read(folder + "/2025/*.txt"))).containsExactly("2025/a.txt", "2025/b.txt");
    assertThat(ids(read(folder + "/*/a.txt"))).containsExactly("articles/2025/a.txt");
  }

  @Test
  void a_source_that_is_missing_or_empty_is_told_before_anything_is_read() throws IOException {
    Files.createDirectory(temp.resolve("empty"));

    reports(SourceException.Reason.MISSING, folder.toString(), temp + "/nothing");
    reports(SourceException.Reason.MISSING, temp + "/*.nothing");
    reports(SourceException.Reason.EMPTY, temp + "/empty");
    reports(SourceException.Reason.MALFORMED, folder + "/{a");
  }

  private static void reports(SourceException.Reason reason, String... sources) {
    assertThatThrownBy(() -> Corpus.open(List.of(sources), ReadOptions.standard()))
        .isInstanceOfSatisfying(
            SourceException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.source()).isEqualTo(sources[sources.length - 1]);
              assertThat(e).hasMessageContaining(e.source());
            });
  }

  @Test
  void everything_may_be_compressed_whatever_its_name() throws IOException {
    write("2025/a.txt", gzip(PAGE.getBytes(UTF_8)));
    write("records.jsonl", gzip("{\"id\":\"r1\",\"title\":\"One\"}".getBytes(UTF_8)));

    assertThat(ids(read(folder.toString())))
        .containsExactly("articles/2025/a.txt", "articles/2025/b.txt", "r1");
  }

  @Test
  void standard_input_is_a_source_and_is_read_once() throws IOException {
    byte[] records = "{\"id\":\"s\",\"title\":\"S\"}\n{\"title\":\"T\"}\n".getBytes(UTF_8);
    ReadOptions options =
        ReadOptions.standard().withStandardInput(new ByteArrayInputStream(gzip(records)));
    Corpus corpus = Corpus.open(List.of("-"), options);

    assertThat(ids(corpus.readings().toList())).first().isEqualTo("s");
    assertThatThrownBy(corpus::readings).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_standard_input_holds_is_named_by_its_content() throws IOException {
    String one = "{\"title\":\"One\"}\n";
    String two = "{\"title\":\"Two\"}\r\n";

    String page = ids(piped(PAGE)).getFirst();
    assertThat(page).matches("stdin:[0-9a-f]{16}");
    assertThat(ids(piped(PAGE))).containsExactly(page);
    assertThat(ids(piped(PAGE.replace("twelve", "ten")))).doesNotContain(page);
    List<String> records = ids(piped(one + two));
    assertThat(records).doesNotHaveDuplicates().allMatch(id -> id.startsWith("stdin:"));
    assertThat(ids(piped(two + one))).containsExactlyElementsOf(records.reversed());
    String feed = "<rss><channel><item><title>%s</title></item></channel></rss>";
    String entry = ids(piped(feed.formatted("One"))).getFirst();
    assertThat(entry).matches("stdin:[0-9a-f]{16}");
    assertThat(ids(piped(feed.formatted("One")))).containsExactly(entry);
    assertThat(ids(piped(feed.formatted("Two")))).doesNotContain(entry);
  }

  private static List<Reading> piped(String content) throws IOException {
    ReadOptions options = ReadOptions.standard();
    return read(options.withStandardInput(new ByteArrayInputStream(content.getBytes(UTF_8))), "-");
  }

  @Test
  void content_tells_the_format_and_names_have_no_say() throws IOException {
    assertThat(rejection("<?xml version=\"1.0\"?><a/>".getBytes(UTF_8))).contains("XML");
    assertThat(rejection("<?xml version=\"1.0\"?><rss>".getBytes(UTF_8))).contains("well-formed");
    assertThat(rejection("[{\"id\":\"1\"}]".getBytes(UTF_8))).contains("JSON array");
    assertThat(rejection("{\n  \"id\": \"1\"\n}".getBytes(UTF_8))).contains("several lines");
    assertThat(rejection("%PDF-1.7 ...".getBytes(UTF_8))).contains("PDF");
    assertThat(rejection(new byte[] {1, 2, 0, 4, 5})).isEqualTo("is binary");
    assertThat(rejection(gzip(gzip(PAGE.getBytes(UTF_8))))).contains("gzip twice");
    assertThat(rejection(new byte[0])).isEqualTo("is empty");
    assertThat(rejection(" \n\t\n".getBytes(UTF_8))).isEqualTo("holds no text");
    Path records = Files.write(temp.resolve("page.txt"), "{\"title\":\"R\"}".getBytes(UTF_8));
    assertThat(ids(read(records.toString()))).containsExactly("page.txt:1");
  }

  @Test
  void old_encodings_are_detected_and_noted() throws IOException {
    String german =
        PAGE + "Die Küstenwache übt mit größeren Booten als früher, heißt es im Ministerium.";
    String russian =
        "Катера заказаны\n\nМинистерство заказало двенадцать катеров на верфи, сообщил офицер.";
    for (String text : List.of(german, russian)) {
      String charset = text.equals(german) ? "windows-1252" : "windows-1251";
      Path file = Files.write(temp.resolve("old.txt"), text.getBytes(Charset.forName(charset)));
      Reading.Read reading = (Reading.Read) read(file.toString()).getFirst();
      assertThat(reading.notes()).containsExactly("is not UTF-8; read as " + charset);
      assertThat(text).contains(reading.article().body().substring(0, 30));
    }
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      byte[] marked = ("\uFEFF" + PAGE).getBytes(Charset.forName(charset));
      Path file = Files.write(temp.resolve("wide.txt"), marked);
      assertThat(((Reading.Read) read(file.toString()).getFirst()).article().title())
          .isEqualTo("Boats ordered from the north");
    }
  }

  @Test
  void fingerprints_change_with_the_article_alone() throws IOException {
    Origin before = ((Reading.Read) read(folder + "/2025/a.txt").getFirst()).origin();
    assertThat(before.source()).isEqualTo(folder.resolve("2025/a.txt").toRealPath().toString());
    write("2025/a.txt", (PAGE + "\nShare\n").getBytes(UTF_8));
    assertThat(((Reading.Read) read(folder + "/2025/a.txt").getFirst()).origin()).isEqualTo(before);
    write("2025/a.txt", PAGE.replace("twelve", "nine").getBytes(UTF_8));
    assertThat(((Reading.Read) read(folder + "/2025/a.txt").getFirst()).origin())
        .isNotEqualTo(before);
  }

  @Test
  void covers_what_was_or_would_be_read_from_its_sources() throws IOException {
    Corpus corpus = Corpus.open(List.of(folder + "/2025"), ReadOptions.standard());
    String real = folder.toRealPath().toString();

    assertThat(corpus.covers(new Origin(real + "/2025/gone.txt", ""))).isTrue();
    assertThat(corpus.covers(new Origin(real + "/records.jsonl", ""))).isFalse();
    assertThat(corpus.covers(new Origin("-", ""))).isFalse();
  }

  @Test
  void explains_every_line_of_a_page() throws IOException {
    try (Stream<PageExplanation> explanations =
        Corpus.open(List.of(folder + "/2025/a.txt"), ReadOptions.standard()).explanations()) {
      PageExplanation page = explanations.toList().getFirst();
      assertThat(page.lines()).hasSize(6).allSatisfy(l -> assertThat(l.reason()).isNotBlank());
      assertThat(page.fields()).extracting(f -> f.field()).contains("title", "published");
    }
  }

  @Test
  void a_field_that_articles_do_not_have_cannot_be_mapped_to() {
    assertThatThrownBy(() -> ReadOptions.standard().withField("places", "place"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'place'")
        .hasMessageContaining("countries");
  }
}
