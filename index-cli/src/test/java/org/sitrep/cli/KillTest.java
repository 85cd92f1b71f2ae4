package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;

/**
 * Kills the command at random moments, as {@code kill -9} does, and runs it again: the index is at
 * one of its commits, nothing that was committed is lost or doubled, and the end is that of an
 * undisturbed run.
 */
class KillTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_721);
  private static final boolean LONG = Boolean.getBoolean("sitrep.long");
  private static final int KILLS = LONG ? 100 : 10;

  private static final int FILES = 3;

  /** A long run commits between two files when it has written 5,000 articles: after these. */
  private static final int COMMITTED_FILES = 2;

  private static final int ARTICLES_A_FILE = LONG ? 2_600 : 300;
  private static final int KILLED = 137;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private int underWay;

  private Path sources() {
    return folder.resolve("sources");
  }

  /** Writes the sources; in their second state every article is changed and some are gone. */
  private void writeSources(int state) throws IOException {
    Files.createDirectories(sources());
    for (int file = 0; file < FILES; file++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < ARTICLES_A_FILE; i++) {
        if (state == 0 || i % 50 != 3) {
          lines.add(
              "{\"id\":\"%d-%d\",\"title\":\"Frigate %d\",\"body\":\"%s\"}"
                  .formatted(file, i, i, body(state, file + "x" + i)));
        }
      }
      Files.write(sources().resolve(file + ".jsonl"), lines);
    }
  }

  /** Few words that no other article has: stories are not what is tested here. */
  private static String body(int state, String number) {
    return "State %d: a%s b%s c%s d%s e%s."
        .formatted(state, number, number, number, number, number);
  }

  private static Map<String, Article> articles(Path index) throws IOException {
    try (ArticleIndex opened = ArticleIndex.openReadOnly(index);
        Stream<Article> articles = opened.articles()) {
      assertThat(opened.verify(2, SEED).passed()).isTrue();
      // Fails where an article is there twice.
      return articles.collect(
          Collectors.toMap(Article::id, a -> a, (a, b) -> fail(a), TreeMap::new));
    }
  }

  private static Article fail(Article twice) {
    throw new AssertionError("article is there twice: " + twice.id());
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  private Process start(Path index, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sitrep.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(IndexOption.VARIABLE, index.toString());
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /**
   * Kills a command several times, and runs it to its end after each.
   *
   * @param kills how often
   * @param from the index that it starts from
   * @param middle what is in the index after the commits in the middle of a run
   */
  private void kill(int kills, Path from, List<Map<String, Article>> middle, String... arguments)
      throws Exception {
    Path undisturbed = folder.resolve("undisturbed");
    copy(from, undisturbed);
    long started = System.nanoTime();
    Process whole = start(undisturbed, List.of(arguments));
    assertThat(whole.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    long took = System.nanoTime() - started;
    Map<String, Article> end = articles(undisturbed);
    List<Map<String, Article>> states = new ArrayList<>(middle);
    states.add(articles(from));
    states.add(end);
    for (int i = 0; i < kills; i++) {
      Path index = folder.resolve("killed-" + i);
      copy(from, index);
      Process process = start(index, List.of(arguments));
      if (!process.waitFor((long) (took * (0.2 + random.nextDouble())), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
      }
      // What has ended by itself may have done so between the two.
      int exit = process.waitFor();
      assertThat(exit).as(Files.readString(folder.resolve("err"))).isIn(0, KILLED);
      boolean ended = exit == 0;
      underWay += ended ? 0 : 1;
      assertThat(articles(index))
          .as("seed %d, kill %d", SEED, i)
          .isIn(ended ? List.of(end) : states);
      Ran again = Ran.on(index).run(arguments);
      assertThat(again.exit()).as(again.err()).isIn(0, 1);
      assertThat(articles(index)).isEqualTo(end);
      delete(index);
    }
    delete(undisturbed);
  }

  private static void delete(Path index) throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The first files' articles of one index and the others' of another. */
  private static Map<String, Article> half(Map<String, Article> first, Map<String, Article> then) {
    Map<String, Article> half = new TreeMap<>(then);
    first.forEach((id, article) -> half.merge(id, article, KillTest::later));
    return half;
  }

  private static Article later(Article kept, Article changed) {
    return changed.id().compareTo(COMMITTED_FILES + "-") < 0 ? changed : kept;
  }

  @Test
  void nothing_is_lost_at_whatever_moment_the_command_is_killed() throws Exception {
    Path none = folder.resolve("none");
    Path filled = folder.resolve("filled");
    String[] index = {"index", sources().toString(), "--quiet"};
    writeSources(0);
    assertThat(Ran.on(filled).run(index).exit()).isZero();
    Map<String, Article> first = articles(filled);
    assertThat(first).hasSize(FILES * ARTICLES_A_FILE);
    Map<String, Article> begun = new TreeMap<>(first);
    begun.keySet().removeIf(id -> id.compareTo(COMMITTED_FILES + "-") >= 0);
    kill(KILLS * 4 / 10, none, List.of(begun), index);

    Stream<String> ids = IntStream.range(0, 200).mapToObj(i -> i % FILES + "-" + i);
    kill(
        KILLS * 2 / 10,
        filled,
        List.of(),
        Stream.concat(Stream.of("delete"), ids).toArray(String[]::new));

    kill(KILLS * 2 / 10, filled, List.of(), "reindex");

    writeSources(1);
    Path changed = folder.resolve("changed");
    assertThat(Ran.on(changed).run(index).exit()).isZero();
    String[] prune = {"index", sources().toString(), "--quiet", "--prune"};
    kill(KILLS * 2 / 10, filled, List.of(half(articles(changed), first)), prune);
    assertThat(underWay).isPositive();
  }
}
