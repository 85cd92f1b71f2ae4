package org.sitrep.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command that works for long, and a shell that waits for it as the launcher does. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LifelineTest {
  @TempDir Path folder;

  @Test
  void a_command_ends_with_the_launcher_that_is_killed() throws Exception {
    Process launcher =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                """
                mkfifo input
                "$1" -XX:TieredStopAtLevel=1 -Dsitrep.launcher=$$ -cp "$2" org.sitrep.cli.Sitrep \\
                  index - --index index 0<>input >&2 &
                echo $!
                wait
                """,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"))
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    BufferedReader said = launcher.inputReader();
    ProcessHandle command = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
    // Its input is never closed, so it would wait for ever.
    assertThat(launcher.waitFor(1, SECONDS)).isFalse();
    assertThat(command.isAlive()).isTrue();
    launcher.destroyForcibly();
    try {
      command.onExit().get(30, SECONDS);
    } finally {
      command.destroyForcibly();
    }
  }
}
