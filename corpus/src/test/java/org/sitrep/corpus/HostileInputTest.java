package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sitrep.corpus.page.Neighbours;
import org.sitrep.corpus.page.PageContext;

/** Whatever a file holds: a rejection or an article, within bounded time and memory. */
class HostileInputTest {
  private static final int MUTATIONS =
      Integer.getInteger("sitrep.mutations", SharedData.LONG ? 50_000 : 300);
  private static final int LONG_LINE = SharedData.LONG ? 10 << 20 : 3 << 20;
  private static final int LONG_TOKENS = SharedData.LONG ? 1 << 20 : 1 << 16;
  private static final int MANY_LINES = SharedData.LONG ? 30_000 : 10_000;
  private static final long BOMB = SharedData.LONG ? 512L << 20 : 96L << 20;
  private static final String GOOD = "{\"id\":\"good\",\"title\":\"Good\"}\n";

  private static List<Reading> read(byte[] content) throws IOException {
    return read(new ByteArrayInputStream(content));
  }

  private static List<Reading> read(InputStream content) throws IOException {
    ReadOptions options = ReadOptions.standard().withStandardInput(content);
    try (Stream<Reading> readings = Corpus.open(List.of("-"), options).readings()) {
      return readings.toList();
    }
  }

  private static String reason(Reading reading) {
    return ((Reading.Rejected) reading).reason();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void a_record_of_50_megabytes_is_rejected_and_the_rest_goes_on() throws IOException {
    InputStream content =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"id\":\"big\",\"body\":\"".getBytes(UTF_8)),
            new SequenceInputStream(
                new Repeated((byte) 'x', 50L << 20),
                new ByteArrayInputStream(("\"}\n" + GOOD).getBytes(UTF_8))));

    List<Reading> readings = read(content);

    assertThat(reason(readings.get(0))).isEqualTo("is longer than a record may be: 16 MiB");
    assertThat(readings.get(0).input()).isEqualTo("-:1");
    assertThat(readings.get(1)).isInstanceOf(Reading.Read.class);
  }

  @Test
  void a_page_of_50_megabytes_is_rejected() throws IOException {
    assertThat(reason(read(new Repeated((byte) 'x', 50L << 20)).getFirst()))
        .isEqualTo("is larger than a page may be: 16 MiB");
  }

  @Test
  void a_page_of_one_line_of_megabytes_is_read_in_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String word : List.of("word ", "a.", "1/", "((", "Xx ", "\u00e9")) {
            read(word.repeat(LONG_LINE / word.length()).getBytes(UTF_8));
          }
        });
  }

  @Test
  void a_page_of_many_lines_is_read_in_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String line :
              List.of(
                  "Tags\n",
                  "12 May 2025\n",
                  "- x\n",
                  "Read also:\n",
                  "By Ann Lee\n",
                  "3 May 2024 by John Smith\n",
                  "03/04/2024\n",
                  "The boats left the port on 3 June and came back at the end of the week.\n",
                  "[image]\n")) {
            read(line.repeat(MANY_LINES).getBytes(UTF_8));
          }
        });
  }

  @Test
  void a_line_of_one_token_again_and_again_is_read_in_time() {
    String head = "Boats ordered\n\n3 May 2024\n\nThe ministry ordered twelve boats from a yard.\n";
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (String token :
              List.of(
                  "#tag ",
                  "a, ",
                  "By X and ",
                  "Ann Lee and ",
                  "Ann-Lee.",
                  "A.b",
                  "| ",
                  "> ",
                  " / ",
                  "3 ",
                  "3 May 2024 ",
                  "03/04/2024 ",
                  "\u2022 ",
                  "[a] ",
                  "(/",
                  "?\"",
                  "x@y",
                  " ,",
                  "  ",
                  "Staff ",
                  "#a,",
                  "...",
                  "https://a/",
                  "a\u0301",
                  "1,",
                  "-")) {
            String line = token.repeat(LONG_TOKENS / token.length());
            for (String before : List.of("", head, head + "Tags:\n", "By Ann Lee ", "Photo: ")) {
              List<Reading> readings = read((before + line + "\n" + head).getBytes(UTF_8));
              assertThat(readings)
                  .as(before + token)
                  .allSatisfy(r -> assertThat(r.toString()).doesNotContain("internal error"));
            }
          }
        });
  }

  @Test
  void a_failure_while_reading_costs_one_page_and_names_it() throws IOException {
    SourceFile file = SourceFile.standardInput();
    for (Throwable failure : List.of(new StackOverflowError(), new IllegalStateException("x"))) {
      FileReadings.Opener opener =
          f ->
              new InputStream() {
                @Override
                public int read() {
                  if (failure instanceof Error error) {
                    throw error;
                  }
                  throw (RuntimeException) failure;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                  return read();
                }
              };
      PageContext context =
          new PageContext("-", java.time.LocalDate.of(2026, 11, 22), Neighbours.NONE);
      FileReadings readings =
          new FileReadings(file, new FileReadings.Reader(ReadOptions.standard(), context, opener));
      Reading reading = readings.next().orElseThrow().reading();
      assertThat(reading.input()).isEqualTo(file.input());
      assertThat(reason(reading))
          .startsWith("could not be read: internal error " + failure.getClass().getSimpleName());
      assertThat(readings.next()).isEmpty();
    }
  }

  @Test
  void content_that_unpacks_to_many_times_its_size_is_rejected() throws IOException {
    byte[] bomb = gzip(new Repeated((byte) ' ', BOMB));

    assertThat(reason(read(bomb).getFirst())).contains("larger than a page");
    byte[] records =
        gzip(
            new SequenceInputStream(
                new ByteArrayInputStream(GOOD.getBytes(UTF_8)), new Repeated((byte) ' ', BOMB)));
    assertThat(reason(read(records).getLast())).contains("unpacks to more than 200 times its size");
  }

  private static byte[] gzip(InputStream content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      content.transferTo(out);
    }
    return packed.toByteArray();
  }

  @Test
  void content_that_is_cut_off_keeps_what_came_before() throws IOException {
    StringBuilder records = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      records.append("{\"id\":\"%d\",\"title\":\"%x\"}\n".formatted(i, random.nextLong()));
    }
    byte[] packed = gzip(records.toString().getBytes(UTF_8));

    List<Reading> readings = read(Arrays.copyOf(packed, packed.length / 2));

    assertThat(readings.size()).isGreaterThan(100);
    assertThat(reason(readings.getLast())).contains("cut off");
    assertThat(reason(read(Arrays.copyOf(packed, 5)).getFirst())).contains("cut off");
  }

  @Test
  void a_bad_record_is_rejected_alone() throws IOException {
    byte[] bad = (GOOD + "{\"id\":\"x\",\"title\":\"\u00e9\"}\n").getBytes(UTF_8);
    bad[bad.length - 4] = (byte) 0xFF;
    List<Reading> readings = read(bad);
    assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
    assertThat(reason(readings.get(1))).startsWith("is not UTF-8");

    for (String record :
        List.of("{\"title\":", "\0\0", "{\"a\":".repeat(100_000), "null", "\"text\"", "17")) {
      List<Reading> mixed =
          read((GOOD + record + "\r\n" + GOOD.replace("good", "2")).getBytes(UTF_8));
      assertThat(mixed).hasSize(3);
      assertThat(mixed.get(1)).isInstanceOf(Reading.Rejected.class);
      assertThat(mixed.get(1).input()).isEqualTo("-:2");
      assertThat(reason(mixed.get(1)).length()).isLessThan(300);
    }
  }

  @Test
  void marks_and_line_ends_of_other_systems_do_not_matter() throws IOException {
    List<Reading> readings =
        read(
            ("\uFEFF" + GOOD.replace("\n", "\r\n") + "\r\n{\"id\":\"2\",\"title\":\"T\"}")
                .getBytes(UTF_8));
    assertThat(readings).hasSize(2).allMatch(r -> r instanceof Reading.Read);
    assertThat(readings.get(1).input()).isEqualTo("-:3");
  }

  @Test
  void mutated_pages_and_records_give_articles_or_rejections() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    System.out.println("HostileInputTest: -Dsitrep.seed=" + seed);
    Random random = new Random(seed);
    List<byte[]> originals = originals();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(originals.get(random.nextInt(originals.size())), random);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertThat(read(mutated)).allSatisfy(HostileInputTest::isClean),
          "seed " + seed + ", mutation " + i);
    }
  }

  private static void isClean(Reading reading) {
    if (reading instanceof Reading.Read read) {
      String text = read.article().title() + read.article().body() + read.article().tags();
      assertThat(text.codePoints().filter(HostileInputTest::isControl).count()).isZero();
    }
  }

  private static boolean isControl(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    return control || Character.getType(c) == Character.SURROGATE;
  }

  private static List<byte[]> originals() throws IOException {
    Path articles = Path.of(System.getProperty("sitrep.root")).resolve("corpus/articles");
    try (Stream<Path> files = Files.walk(articles)) {
      List<byte[]> pages = new java.util.ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        pages.add(Files.readAllBytes(file));
      }
      String record =
          "{\"id\":\"1\",\"title\":\"T\",\"body\":\"B\",\"published\":\"2025-03-07\",\"tags\":[\"a\"],\"countries\":[\"UA\"],\"attributes\":{\"a\":\"b\"}}\n";
      pages.add(record.repeat(5).getBytes(UTF_8));
      return pages;
    }
  }

  private static byte[] mutate(byte[] page, Random random) throws IOException {
    byte[] bytes = page.clone();
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int length = bytes.length == 0 ? 0 : random.nextInt(Math.min(bytes.length, 400));
      switch (random.nextInt(7)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes = join(Arrays.copyOf(bytes, at), bytes);
        case 2 -> {
          byte[] noise = new byte[length];
          random.nextBytes(noise);
          bytes =
              join(Arrays.copyOf(bytes, at), noise, Arrays.copyOfRange(bytes, at, bytes.length));
        }
        case 3 -> {
          for (int i = 0; i < length; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
          }
        }
        case 4 ->
            bytes =
                new String(bytes, UTF_8)
                    .replace(random.nextBoolean() ? "\n" : " ", random.nextBoolean() ? "" : "\n\n")
                    .getBytes(UTF_8);
        case 5 ->
            bytes = new String(bytes, UTF_8).toUpperCase(java.util.Locale.ROOT).getBytes(UTF_8);
        default -> bytes = random.nextInt(4) == 0 ? gzip(bytes) : bytes;
      }
    }
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** So many times the same byte. */
  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(byte value, long left) {
      this.value = value;
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? value & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(buffer, offset, offset + count, value);
      left -= count;
      return count;
    }
  }
}
