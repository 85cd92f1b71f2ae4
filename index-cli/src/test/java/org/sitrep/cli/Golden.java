package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with files under {@code src/test/resources/golden}. With {@code
 * -Dgolden.update=true} the files are written instead, to be reviewed as a diff.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  static void assertSame(String name, String output) throws IOException {
    Path file = FOLDER.resolve(name);
    String masked = output.replaceAll("\"took_ms\":\\d+", "\"took_ms\":0");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, masked);
    }
    assertThat(masked).as(name).isEqualTo(Files.readString(file));
  }
}
