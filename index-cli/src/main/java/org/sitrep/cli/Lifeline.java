package org.sitrep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What ends this process where the launcher that waits for it was killed, which no process can pass
 * on: who kills the one and at once runs the command again finds no other at work.
 */
final class Lifeline {
  /** The property by which the launcher gives the number of its process. */
  private static final String LAUNCHER = "sitrep.launcher";

  private static final long PAUSE_MILLIS = 25;

  /** The exit code of what was killed. */
  private static final int KILLED = 137;

  private Lifeline() {}

  /** Watches the launcher, where there is one that asks for it, as long as this process runs. */
  static void hold() {
    long launcher = Long.getLong(LAUNCHER, 0);
    if (launcher > 0) {
      Thread.ofPlatform().daemon().name("lifeline").start(() -> watch(launcher));
    }
  }

  private static void watch(long launcher) {
    try {
      while (isHeld(launcher)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      Runtime.getRuntime().halt(KILLED);
    } catch (InterruptedException e) {
      // Nobody interrupts it; what does would have it end.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether the launcher is there. This process has another parent as soon as it is not; where it
   * cannot be seen which, as when no file more can be opened, that alone is no end.
   */
  private static boolean isHeld(long launcher) {
    return ProcessHandle.current()
        .parent()
        .map(parent -> parent.pid() == launcher)
        .orElseGet(() -> !Files.notExists(Path.of("/proc", Long.toString(launcher))));
  }
}
