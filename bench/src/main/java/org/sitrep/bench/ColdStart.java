package org.sitrep.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a search takes from a standing start, beside a program that only says hello: the time on the
 * clock, that on the processors, and the memory. Needs Linux and bash.
 */
final class ColdStart {
  private static final int RUNS = 25;

  /** What the launcher gives to a command that asks, as far as it says anything to any program. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  private static final String HELLO =
      """
      public class Hello { public static void main(String[] args) { System.out.println("hello"); } }
      """;

  /** Has bash say how long the program took, and its children: seconds real, user and system. */
  private static final List<String> TIMED =
      List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >/dev/null 2>&1", "timed");

  private static final Pattern TIMES = Pattern.compile("([0-9.]+) ([0-9.]+) ([0-9.]+)\\s*");

  /** What one run took, in milliseconds. */
  private record Taken(double clock, double processors) {}

  private ColdStart() {}

  static void print(Path work) throws Exception {
    Path source = Files.writeString(work.resolve("Hello.java"), HELLO);
    String home = System.getProperty("java.home");
    time(List.of(home + "/bin/javac", "-d", work.toString(), source.toString()));
    List<String> hello = new ArrayList<>(List.of(home + "/bin/java"));
    hello.addAll(FLAGS);
    hello.addAll(List.of("-cp", work.toString(), "Hello"));
    List<String> search = List.of("./sitrep", "search", "drone", "--facets", "country,tag,date");
    time(search); // builds, indexes the sample and rehearses where that is to be done yet
    List<Taken> product = new ArrayList<>();
    List<Taken> beside = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      beside.add(time(hello));
      product.add(time(search));
    }
    Speed.row("cold search with facets and snippets, ms", clock(product), clock(beside), 8);
    Speed.row("the same, user and system, ms", processors(product), processors(beside), Double.NaN);
    Speed.row("the most memory resident, MiB (120)", memory(search), memory(hello), Double.NaN);
  }

  private static double clock(List<Taken> runs) {
    return median(runs.stream().mapToDouble(Taken::clock).toArray());
  }

  private static double processors(List<Taken> runs) {
    return median(runs.stream().mapToDouble(Taken::processors).toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Runs a program to its end. */
  private static Taken time(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(TIMED);
    timed.addAll(command);
    Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).replace(',', '.');
    int exit = process.waitFor();
    Matcher times = TIMES.matcher(said);
    if (exit > 1 || !times.matches()) {
      throw new IOException("%s ends with %d".formatted(command, exit));
    }
    double real = Double.parseDouble(times.group(1));
    double user = Double.parseDouble(times.group(2));
    double system = Double.parseDouble(times.group(3));
    return new Taken(real * 1000, (user + system) * 1000);
  }

  /**
   * The most memory that a program or one that it started had resident in MiB, as Linux counts it
   * while it runs.
   */
  private static double memory(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long most = 0;
    while (process.isAlive()) {
      List<ProcessHandle> running =
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      for (ProcessHandle each : running) {
        most = Math.max(most, mostResident(each.pid()));
      }
      Thread.sleep(1);
    }
    return most / 1024.0;
  }

  /** The most memory that a process has had resident so far in KiB; none where it has ended. */
  private static long mostResident(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }
}
