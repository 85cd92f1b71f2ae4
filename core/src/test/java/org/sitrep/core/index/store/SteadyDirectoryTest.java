package org.sitrep.core.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyDirectoryTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_261_122);
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final int LENGTH = 20_000;

  @TempDir Path folder;

  private static void write(Directory files, String name) throws IOException {
    try (IndexOutput out = files.createOutput(name, IOContext.DEFAULT)) {
      for (int i = 0; i < LENGTH; i++) {
        out.writeByte((byte) (i % 251));
      }
    }
  }

  private static void read(Directory files) throws IOException {
    for (IOContext context : List.of(IOContext.DEFAULT, IOContext.READONCE)) {
      try (IndexInput in = files.openInput("_0.cfs", context)) {
        assertThat(in.length()).isEqualTo(LENGTH);
        assertThat(in.readByte()).isZero();
      }
    }
    files.sync(List.of("_0.cfs"));
    files.syncMetaData();
  }

  private boolean isMapped() throws IOException {
    if (!Files.exists(MAPS)) {
      return false; // nothing on this system tells
    }
    try (Stream<String> lines = Files.lines(MAPS)) {
      return lines.anyMatch(line -> line.contains(folder + "/"));
    }
  }

  @Test
  void an_interrupt_amid_opening_and_synchronising_harms_nothing_and_leaves_nothing_mapped()
      throws Exception {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    try (Directory files = SteadyDirectory.open(folder)) {
      write(files, "_0.cfs");
      Thread reading =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 300; i++) {
                    read(files);
                  }
                } catch (IOException | RuntimeException | AssertionError e) {
                  failed.set(e);
                }
              });
      reading.start();
      Random random = new Random(SEED);
      while (reading.isAlive()) {
        reading.interrupt();
        for (int i = random.nextInt(3_000); i > 0; i--) {
          Thread.onSpinWait();
        }
      }
    }
    assertThat(failed.get()).as("seed %d", SEED).isNull();
    assertThat(isMapped()).as("seed %d", SEED).isFalse();
  }

  @Test
  void a_file_that_is_read_once_is_read_as_any_other() throws IOException {
    Random random = new Random(SEED);
    try (Directory files = SteadyDirectory.open(folder)) {
      write(files, "_0.si");
      try (IndexInput once = files.openInput("_0.si", IOContext.READONCE);
          IndexInput mapped = files.openInput("_0.si", IOContext.DEFAULT)) {
        for (int i = 0; i < 500; i++) {
          int start = random.nextInt(LENGTH);
          int length = random.nextInt(LENGTH - start);
          assertThat(bytes(once.slice("part", start, length), 0, length))
              .as("seed %d", SEED)
              .isEqualTo(bytes(mapped, start, length));
          assertThat(bytes(once.clone(), start, length)).isEqualTo(bytes(mapped, start, length));
          assertThat(bytes(once, start, length)).isEqualTo(bytes(mapped, start, length));
        }
        assertThatThrownBy(() -> bytes(once, LENGTH - 1, 2)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> once.seek(LENGTH + 1)).isInstanceOf(EOFException.class);
      }
    }
  }

  private static byte[] bytes(IndexInput in, int start, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.seek(start);
    in.readBytes(bytes, 0, length);
    return bytes;
  }

  @Test
  void a_file_that_is_not_there_is_named() throws IOException {
    try (Directory files = SteadyDirectory.open(folder)) {
      for (IOContext context : List.of(IOContext.DEFAULT, IOContext.READONCE)) {
        assertThatThrownBy(() -> files.openInput("_0.si", context))
            .isInstanceOf(NoSuchFileException.class)
            .hasMessageContaining("_0.si");
      }
    }
  }
}
