package org.sitrep.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.corpus.Sources.read;
import static org.sitrep.corpus.Sources.reason;
import static org.sitrep.corpus.Sources.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.corpus.Reading;

class HostileMarkupTest {
  private static final String TEXT =
      "<p>The convoy crossed the river at dawn, and by noon the last of its lorries was over.</p>";
  private static final String SIGNS = "<>&\"'/=]{}";
  private static final int MUTATIONS = Boolean.getBoolean("sitrep.long") ? 50_000 : 1_000;

  @TempDir Path folder;

  private List<Reading> page(String html) throws IOException {
    return read(folder, "page.html", html.getBytes(StandardCharsets.UTF_8));
  }

  private void readsInTime(String html) {
    assertThat(Duration.ofNanos(timed(() -> page("<html><body>" + html))))
        .isLessThan(Duration.ofSeconds(15));
  }

  private interface Action {
    void run() throws IOException;
  }

  private static long timed(Action action) {
    long start = System.nanoTime();
    try {
      action.run();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return System.nanoTime() - start;
  }

  @Test
  @Timeout(120)
  void reads_deep_and_unclosed_markup_in_bounded_time() {
    readsInTime("<div>".repeat(100_000) + TEXT);
    readsInTime("<b><i>".repeat(50_000) + TEXT);
    readsInTime("<table><tr><td>".repeat(30_000) + TEXT);
    readsInTime("<a href=x>".repeat(30_000) + TEXT);
    readsInTime("<p>x".repeat(40_000));
  }

  @Test
  @Timeout(120)
  void reads_great_attributes_comments_and_scripts_in_bounded_time() {
    String long1 = "x ".repeat(1 << 20);
    readsInTime("<div class='" + long1 + "' style='" + long1 + "'>" + TEXT + "</div>");
    readsInTime("<!--" + long1 + "-->" + TEXT);
    readsInTime("<script>" + long1 + "</script>" + TEXT);
    readsInTime("<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>" + TEXT);
    readsInTime("<meta name=author content=a>".repeat(100_000) + TEXT);
    readsInTime("<h1>" + long1 + "</h1>" + TEXT);
  }

  @Test
  void rejects_more_blocks_than_a_page_may_hold() throws IOException {
    assertThat(reason(page("<html><body>" + "<p>x".repeat(60_000)).getFirst()))
        .isEqualTo("holds more blocks of text than a page may: 50,000");
  }

  @Test
  @Timeout(60)
  void reads_hostile_feeds_in_bounded_time() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"x\">");
    for (int i = 1; i < 60; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    bomb.append("]><rss><channel><item><title>T &a59;</title></item></channel></rss>");
    assertThat(page(bomb.toString())).hasSize(1);
    String deep = "<rss><channel><item><title>T</title><x>" + "<y>".repeat(100_000);
    assertThat(reason(page(deep).getFirst())).contains("more than 64 elements in each other");
  }

  @Test
  @Timeout(240)
  void survives_mutations_of_pages_and_feeds() throws IOException {
    long seed = Long.getLong("sitrep.seed", 20_250_307L);
    System.out.println("mutations with -Dsitrep.seed=" + seed);
    Random random = new Random(seed);
    List<byte[]> whole =
        List.of(
            Files.readAllBytes(resource("html/declared.html")),
            Files.readAllBytes(resource("html/plain.html")),
            Files.readAllBytes(resource("feeds/rss.xml")),
            Files.readAllBytes(resource("feeds/atom.xml")));
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(whole.get(random.nextInt(whole.size())), random);
      assertThat(read(folder, "m", mutated)).as("mutation %d of seed %d", i, seed).isNotEmpty();
    }
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 2 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        default -> {
          int length = Math.min(bytes.length - at, random.nextInt(400));
          byte[] doubled = Arrays.copyOf(bytes, bytes.length + length);
          System.arraycopy(bytes, at, doubled, at + length, bytes.length - at);
          bytes = doubled;
        }
      }
    }
    return bytes;
  }
}
