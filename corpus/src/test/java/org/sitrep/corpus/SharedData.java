package org.sitrep.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that lies beside a checkout and is not part of it; tests are skipped where it is not.
 */
public final class SharedData {
  /**
   * Whether the long form of tests runs: {@code -Dsitrep.long=true}; the ordinary build reads a
   * part.
   */
  public static final boolean LONG = Boolean.getBoolean("sitrep.long");

  private SharedData() {}

  /** Returns a file or folder of the shared data, or skips the test that asks for it. */
  public static Path find(String name) {
    Path root = Path.of(System.getProperty("sitrep.root", ".")).toAbsolutePath().normalize();
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    Assumptions.abort("skipped: there is no shared/" + name + " beside the checkout");
    throw new AssertionError("aborted above");
  }
}
