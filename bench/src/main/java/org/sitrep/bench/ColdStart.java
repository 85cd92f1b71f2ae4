package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a search takes from a standing start, beside a program that only says hello. */
final class ColdStart {
  private static final int RUNS = 15;
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final String HELLO =
      """
      public class Hello { public static void main(String[] args) { System.out.println("hello"); } }
      """;

  private ColdStart() {}

  static void print(Path work) throws Exception {
    Path source = Files.writeString(work.resolve("Hello.java"), HELLO);
    String home = System.getProperty("java.home");
    run(List.of(home + "/bin/javac", "-d", work.toString(), source.toString()));
    List<String> hello = new java.util.ArrayList<>(List.of(home + "/bin/java"));
    hello.addAll(FLAGS);
    hello.addAll(List.of("-cp", work.toString(), "Hello"));
    List<String> search = List.of("./sitrep", "search", "drone", "--facets", "country,tag,date");
    run(search); // builds, indexes the sample and rehearses where that is to be done yet
    double[] product = new double[RUNS];
    double[] beside = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      beside[i] = run(hello);
      product[i] = run(search);
    }
    Speed.row("cold search with facets and snippets, ms", median(product), median(beside), 8);
    System.out.printf(
        Locale.ROOT, "%-46s %12.0f %31s%n", "memory of it, MiB", mebibytes(search), "(120)");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Runs a program to its end; gives how many milliseconds it took. */
  private static double run(List<String> command) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    if (exit > 1) {
      throw new IOException("%s ends with %d".formatted(command, exit));
    }
    return (System.nanoTime() - started) / 1e6;
  }

  /** The most memory that a program had resident, as Linux counts it while it runs. */
  private static double mebibytes(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long most = 0;
    while (process.isAlive()) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            most = Math.max(most, Long.parseLong(line.replaceAll("[^0-9]", "")));
          }
        }
      } catch (IOException ended) {
        break;
      }
      Thread.sleep(1);
    }
    return most / 1024.0;
  }
}
