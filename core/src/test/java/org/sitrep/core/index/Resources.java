package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What this process holds of a folder: open and mapped files, locks, threads. */
final class Resources {
  private static final Path PROCESS = Path.of("/proc/self");
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private Resources() {}

  /** The open and mapped files below a folder, as far as the system can tell. */
  static List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    if (!Files.isDirectory(PROCESS)) {
      return files;
    }
    try (Stream<Path> open = Files.list(PROCESS.resolve("fd"))) {
      open.map(Resources::target).filter(file -> file.startsWith(folder + "/")).forEach(files::add);
    }
    try (Stream<String> mapped = Files.lines(PROCESS.resolve("maps"))) {
      mapped.filter(line -> line.contains(folder + "/")).forEach(files::add);
    }
    return files;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed since it was listed
    }
  }

  /** The threads that merge segments. */
  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("Lucene"))
        .toList();
  }

  /** Fails unless nothing is held any more; a thread that has done its work may take a moment. */
  static void assertNoneHeld(Path folder) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!threads().isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(threads()).isEmpty();
    assertThat(files(folder)).isEmpty();
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.contains(folder.toString()));
  }
}
