package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/** One writer and many readers, in several processes and several class loaders of one process. */
class ProcessesTest {
  private static final SearchRequest ALL = SearchRequest.of(new Query.All()).limit(0);
  private static final int DEPLOYMENTS = Boolean.getBoolean("sitrep.long") ? 200 : 5;

  @TempDir Path folder;

  private static Article article(String id) {
    return Article.builder(id).title("Frigate " + id).body("Body").build();
  }

  private static void put(Path path, String id) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(path, FaultyStorage.sound());
        ArticleWriter writer = index.newWriter()) {
      writer.put(article(id));
      writer.commit();
    }
  }

  /** A program that obeys line by line and answers each line with one. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) throws IOException {
      Path path = Path.of(args[0]);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      try (ArticleIndex index = ArticleIndex.open(path)) {
        ArticleWriter writer = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          switch (line) {
            case "write" -> {
              writer = index.newWriter();
              System.out.println("writing");
            }
            case "count" -> System.out.println(index.search(ALL).total());
            default -> {
              if (writer != null) {
                writer.put(article(line));
                writer.commit();
              }
              System.out.println("put");
            }
          }
        }
      }
    }
  }

  private record Running(Process process, BufferedReader out) {
    String tell(String line) throws IOException {
      process.outputWriter().write(line + "\n");
      process.outputWriter().flush();
      return out.readLine();
    }
  }

  private Running start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Running(process, process.inputReader());
  }

  @Test
  void one_writer_in_all_processes_and_a_dead_one_is_no_obstacle() throws Exception {
    Running other = start();
    assertThat(other.tell("write")).isEqualTo("writing");
    assertThat(other.tell("a")).isEqualTo("put");
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.search(ALL).total()).isEqualTo(1);
      for (int i = 0; i < 2; i++) { // refusing one must not let go of the lock of the other
        assertThatThrownBy(index::newWriter)
            .isInstanceOfSatisfying(
                IndexException.class,
                e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.LOCKED))
            .hasMessage(
                "index %s is being written by another writer: wait until it is done", folder);
      }
      assertThat(other.tell("b")).isEqualTo("put");
      Thread.sleep(300);
      assertThat(index.search(ALL).total()).isEqualTo(2);
      other.process().destroyForcibly().waitFor();
      try (ArticleWriter writer = index.newWriter()) {
        writer.put(article("c"));
        writer.commit();
      }
      assertThat(index.search(ALL).total()).isEqualTo(3);
      assertThat(index.verify(2, 1).passed()).isTrue();
    }
  }

  @Test
  void readers_in_other_processes_see_commits_within_a_second() throws Exception {
    put(folder, "a0");
    List<Running> readers = List.of(start(), start());
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      for (int i = 1; i <= 8; i++) {
        writer.put(article("a" + i));
        writer.commit();
        long committed = System.nanoTime();
        for (Running reader : readers) {
          String seen = reader.tell("count");
          while (Integer.parseInt(seen) < i + 1) {
            assertThat(System.nanoTime() - committed).isLessThan(5_000_000_000L);
            seen = reader.tell("count");
          }
          assertThat(seen).isEqualTo("" + (i + 1));
        }
      }
    } finally {
      readers.forEach(reader -> reader.process().destroyForcibly());
    }
  }

  @Test
  void a_reader_goes_on_with_its_snapshot_while_all_its_files_are_replaced() throws IOException {
    for (int i = 0; i < 6; i++) {
      put(folder, "a" + i);
    }
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder);
        Stream<Article> articles = reader.articles()) {
      for (int i = 0; i < 6; i++) {
        put(folder, "b" + i);
        put(folder, "a" + i);
      }
      ArticleIndex.reindex(folder);
      assertThat(articles.map(Article::id)).hasSize(6).allMatch(id -> id.startsWith("a"));
    }
    Resources.assertNoneHeld(folder);
  }

  @Test
  void a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written() throws Exception {
    put(folder, "a");
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.toList();
    }
    all.forEach(file -> file.toFile().setWritable(false));
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.search(ALL).total()).isEqualTo(1);
      assertThat(index.verify(2, 1).passed()).isTrue();
      if (!Files.isWritable(folder)) { // the rights of root know no bounds
        assertThatThrownBy(index::newWriter)
            .isInstanceOfSatisfying(
                IndexException.class,
                e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DENIED));
      }
    } finally {
      all.forEach(file -> file.toFile().setWritable(true));
    }
  }

  @Test
  void an_empty_folder_that_cannot_be_written_is_named() throws Exception {
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.search(ALL).total()).isZero();
      assertThat(ArticleIndex.reindex(folder)).isZero();
      if (!Files.isWritable(folder)) { // the rights of root know no bounds
        assertThatThrownBy(index::newWriter)
            .isInstanceOfSatisfying(
                IndexException.class,
                e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DENIED));
      }
    } finally {
      folder.toFile().setWritable(true);
    }
  }

  @Test
  void a_lock_that_is_a_link_to_nothing_is_no_damage() throws Exception {
    Files.createSymbolicLink(folder.resolve("write.lock"), folder.resolve("nowhere"));
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThatThrownBy(index::newWriter)
          .isInstanceOfSatisfying(
              IndexException.class,
              e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DISK));
    }
  }

  /** What a web application does with the library between its start and its end. */
  public static final class Application {
    private Application() {}

    /** Writes, searches and ends, or leaves the writer open; gives what keeps it so. */
    public static AutoCloseable run(String path) throws IOException {
      ArticleIndex index = ArticleIndex.open(Path.of(path));
      ArticleWriter writer = index.newWriter();
      writer.put(article("a" + index.search(ALL).total()));
      writer.commit();
      index.search(SearchRequest.of(Query.parse("frigate")));
      return index;
    }
  }

  private static URLClassLoader deployment() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static AutoCloseable run(ClassLoader deployed, Path path) throws Exception {
    return (AutoCloseable)
        deployed
            .loadClass(Application.class.getName())
            .getMethod("run", String.class)
            .invoke(null, path.toString());
  }

  @Test
  void an_application_deployed_again_and_again_leaves_nothing_behind() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < DEPLOYMENTS; i++) {
      try (URLClassLoader deployed = deployment();
          AutoCloseable application = run(deployed, folder)) {
        assertThat(application).isNotSameAs(deployed);
        loaders.add(new WeakReference<>(deployed));
      }
    }
    Resources.assertNoneHeld(folder);
    for (int i = 0; i < 50 && loaders.stream().anyMatch(l -> l.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loaders.stream().filter(l -> l.get() != null).count()).isLessThanOrEqualTo(1);
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.search(ALL).total()).isEqualTo(DEPLOYMENTS);
    }
  }

  @Test
  void two_deployments_in_one_process_share_the_one_lock() throws Exception {
    try (URLClassLoader first = deployment();
        AutoCloseable application = run(first, folder);
        ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(application).isNotSameAs(first);
      assertThatThrownBy(index::newWriter).hasMessageContaining("by another writer");
      Running other = start();
      assertThat(other.tell("write")).as("a process beside the two").isNull();
      assertThat(other.process().waitFor()).isEqualTo(1);
    }
    put(folder, "after");
  }
}
