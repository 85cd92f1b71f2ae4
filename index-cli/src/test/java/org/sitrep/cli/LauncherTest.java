package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, in a made-up checkout with a made-up Java and a made-up Maven. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final String MAVEN =
      """
      #!/bin/bash
      echo "$JAVA_HOME" >> mvn.log
      sleep 0.3
      mkdir -p index-cli/target/lib
      echo jar > index-cli/target/sitrep-index-cli-1.jar
      """;

  @TempDir Path temp;
  private Path checkout;
  private Path jdks;
  private Path bin;
  private final Map<String, String> env = new LinkedHashMap<>();

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(temp.resolve("my checkout"));
    jdks = Files.createDirectories(temp.resolve("my jdks"));
    bin = Files.createDirectories(temp.resolve("bin"));
    Path root = Path.of(System.getProperty("sitrep.root", "..")).toAbsolutePath();
    Files.copy(root.resolve("sitrep"), checkout.resolve("sitrep"));
    for (String module : List.of("core", "corpus", "index-cli")) {
      Files.createDirectories(checkout.resolve(module).resolve("src/main/java"));
      Files.writeString(checkout.resolve(module).resolve("pom.xml"), "");
      Files.writeString(checkout.resolve(module).resolve("src/main/java/A.java"), "");
    }
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.createDirectories(checkout.resolve("corpus/articles"));
    makeOld(checkout);
    env.put("PATH", bin + ":/usr/bin:/bin");
    env.put("HOME", temp.toString());
    env.put("LANG", "C.UTF-8");
    env.put("SITREP_JDK_DIRS", temp.resolve("no jdks here") + ":" + jdks);
  }

  private static void makeOld(Path folder) throws IOException {
    List<Path> paths;
    try (var all = Files.walk(folder)) {
      paths = all.toList();
    }
    for (Path path : paths) {
      Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A Java that says who it is and what it was given; told to index, it makes the folder. */
  private Path java(String name, String version) throws IOException {
    Path home = jdks.resolve(name);
    script(
        home.resolve("bin/java"),
        """
        #!/bin/bash
        folder=
        for a in "$@"; do
          [ "$folder" = next ] && { mkdir -p "$a"; folder=; }
          [ "$a" = --index ] && folder=next
          case $a in -XX:AOTCacheOutput=*|-XX:ArchiveClassesAtExit=*)
            echo x >> rehearsals
            echo "$JAVA_TOOL_OPTIONS" >> rehearsed.with
            [ -e killed ] && kill -KILL $$
            [ -e cannot ] || echo classes > "${a#*=}"
            [ ! -e full ] || { rm -f "${a#*=}"; exit 1; }
            exit ;;
          -XX:AOTCache=*)
            [ "$(cat "${a#*=}")" != damaged ] || { echo crash >> crashes; kill -SEGV $$; } ;;
          esac
        done
        [ ! -e exit ] || exit "$(cat exit)"
        [ ! -e wait ] || { cat > input; echo $$ > waits.new; mv waits.new waits; exec sleep 50; }
        echo "%s:"
        printf '%%s\\n' "$@"
        """
            .formatted(name));
    Files.writeString(home.resolve("release"), "A=\"b\"\nJAVA_VERSION=\"%s\"".formatted(version));
    return home;
  }

  private void built() throws IOException {
    Files.createDirectories(checkout.resolve("index-cli/target/lib"));
    Files.writeString(checkout.resolve("index-cli/target/sitrep-index-cli-1.jar"), "jar");
  }

  private void maven(String text) throws IOException {
    script(bin.resolve("mvn"), text);
  }

  private Process start(Path err, Path folder, Path launcher, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return process;
  }

  private Ran run(Path folder, Path launcher, String... args) throws Exception {
    Path err = Files.createTempFile(temp, "err", "");
    return ended(start(err, folder, launcher, args), err);
  }

  /** Runs the launcher under a limit, such as {@code -v 2000000}. */
  private Ran limited(String limit, String... args) throws Exception {
    Path launcher = temp.resolve("limited");
    script(
        launcher,
        """
        #!/bin/bash
        ulimit %s
        exec '%s' "$@"
        """
            .formatted(limit, checkout.resolve("sitrep")));
    return run(temp, launcher, args);
  }

  private static Ran ended(Process process, Path err) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, Files.readString(err));
  }

  private Ran run(String... args) throws Exception {
    return run(temp, checkout.resolve("sitrep"), args);
  }

  private static String java(Ran ran) {
    return ran.out().lines().findFirst().orElse("");
  }

  @Test
  void takes_the_newest_java_that_is_new_enough() throws Exception {
    built();
    java("jdk-17", "17.0.15");
    java("jdk-21", "21.0.9");
    java("jdk a", "25.0.10");
    java("jdk b", "25.0.9");
    java("jdk-8", "1.8.0_402");
    java("broken", "none");
    Files.createDirectories(jdks.resolve("empty"));
    assertThat(java(run("stats"))).isEqualTo("jdk a:");
    java("early", "26-ea");
    assertThat(java(run("stats"))).isEqualTo("early:");
  }

  @Test
  void takes_the_java_that_is_named_before_any_other() throws Exception {
    built();
    java("jdk-25", "25");
    env.put("JAVA_HOME", java("jdk-21", "21.0.9").toString());
    assertThat(java(run("stats"))).isEqualTo("jdk-21:");
    env.put("SITREP_JAVA_HOME", java("jdk-22", "22").toString());
    assertThat(java(run("stats"))).isEqualTo("jdk-22:");
    env.put("SITREP_JAVA_HOME", java("jdk-17", "17.0.1").toString());
    Ran old = run("stats");
    assertThat(old.exit()).isEqualTo(4);
    assertThat(old.err()).contains("SITREP_JAVA_HOME is no Java of 21 or later").contains("jdk-17");
  }

  @Test
  void passes_over_a_java_home_that_is_too_old_and_follows_links_on_the_path() throws Exception {
    built();
    env.put("JAVA_HOME", java("jdk-17", "17.0.1").toString());
    Path onPath = java("jdk-23", "23.0.1");
    java("jdk-25", "25");
    Path link = Files.createSymbolicLink(temp.resolve("alternative"), onPath.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), link);
    assertThat(java(run("stats"))).isEqualTo("jdk-23:");
  }

  @Test
  void says_what_to_install_where_there_is_no_java() throws Exception {
    built();
    java("jdk-17", "17.0.1");
    Files.createSymbolicLink(bin.resolve("java"), jdks.resolve("jdk-17/bin/java"));
    Ran ran = run("stats");
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("needs a JDK of 21");
  }

  @Test
  void needs_no_home_and_no_environment_to_look_for_java() throws Exception {
    built();
    env.clear();
    env.put("PATH", "/usr/bin:/bin");
    env.put("SITREP_JDK_DIRS", temp.toString());
    assertThat(run("stats").err()).contains("needs a JDK of 21").doesNotContain("unbound");
    env.remove("SITREP_JDK_DIRS");
    assertThat(run("--version").err()).doesNotContain("unbound");
  }

  @Test
  void hands_arguments_over_as_they_are_from_any_folder_and_through_links() throws Exception {
    built();
    java("jdk-25", "25");
    Path links = Files.createDirectories(temp.resolve("some links"));
    Path first = Files.createSymbolicLink(links.resolve("a"), Path.of("../my checkout/sitrep"));
    Path link = Files.createSymbolicLink(temp.resolve("my sitrep"), first);
    for (Path launcher : List.of(checkout.resolve("sitrep"), link)) {
      Ran ran = run(links, launcher, "search", "two words", "", "*", "--tag=a b");
      assertThat(ran.exit()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out())
          .endsWith("sitrep-index-cli-1.jar\nsearch\ntwo words\n\n*\n--tag=a b\n")
          .contains("-XX:TieredStopAtLevel=1\n")
          .contains("-Dsitrep.terminal=\n")
          .contains("-Dsitrep.unicode=true\n");
    }
    assertThat(run("index", "x").out()).doesNotContain("TieredStopAtLevel");
    env.put("LANG", "C");
    assertThat(run("stats").out()).contains("-Dsitrep.unicode=false\n");
  }

  @Test
  void builds_what_is_missing_or_older_than_a_source_and_nothing_else() throws Exception {
    java("jdk-25", "25");
    maven(MAVEN);
    Path log = checkout.resolve("mvn.log");
    Ran first = run("stats");
    assertThat(first.exit()).isZero();
    assertThat(first.err()).isEqualTo("sitrep: building, once: this takes a minute\n");
    assertThat(run("stats").err()).isEmpty();
    assertThat(Files.readAllLines(log)).containsExactly("");

    script(jdks.resolve("jdk-25/bin/javac"), "#!/bin/bash\n");
    Path source = checkout.resolve("core/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusMillis(500)));
    assertThat(run("stats").err()).contains("building");
    assertThat(Files.readAllLines(log)).containsExactly("", jdks.resolve("jdk-25").toString());
  }

  private void hashed(String hash) throws IOException {
    Files.writeString(checkout.resolve("index-cli/target/jars.sha256"), hash + "\n");
  }

  private List<String> rehearsals() throws IOException {
    return Files.readAllLines(temp.resolve("rehearsals"));
  }

  @Test
  void rehearses_once_for_the_same_jars_and_java_and_starts_from_what_it_kept() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    String cache = "-XX:AOTCache=" + checkout + "/index-cli/target/quick-start/0a/none_25.0.3\n";
    for (String command : List.of("stats", "search", "index")) {
      Ran ran = run(command, "x");
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).contains(cache);
    }
    assertThat(rehearsals()).hasSize(1);

    hashed("0b");
    assertThat(run("stats").out()).contains("/quick-start/0b/");
    assertThat(checkout.resolve("index-cli/target/quick-start/0a")).doesNotExist();
    java("jdk-25b", "25.0.4");
    assertThat(run("stats").out()).contains("/quick-start/0b/none_25.0.4\n");
    assertThat(rehearsals()).hasSize(3);
  }

  @Test
  void an_older_java_keeps_an_archive_of_classes_instead() throws Exception {
    built();
    hashed("0a");
    java("jdk-21", "21.0.9");
    assertThat(run("stats").out())
        .contains("-XX:SharedArchiveFile=" + checkout)
        .doesNotContain("AOTCache");
  }

  @Test
  void what_hinders_a_quick_start_shows_nowhere() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Path target = checkout.resolve("index-cli/target");
    assertThat(run("stats").out()).doesNotContain("AOTCache"); // not hashed
    hashed("../0a");
    assertThat(run("stats").out()).doesNotContain("AOTCache");
    hashed("0a");
    Files.writeString(target.resolve("quick-start"), "a file in the folder's place");
    Ran unwritable = run("stats");
    assertThat(unwritable.err()).isEmpty();
    assertThat(unwritable.out()).doesNotContain("AOTCache");

    Files.delete(target.resolve("quick-start"));
    Files.writeString(temp.resolve("cannot"), "");
    for (int i = 0; i < 2; i++) {
      Ran cannot = run("stats");
      assertThat(cannot.err()).isEmpty();
      assertThat(cannot.out()).startsWith("jdk-25:").doesNotContain("AOTCache");
    }
    assertThat(rehearsals()).hasSize(1);
  }

  private Path cache() {
    return checkout.resolve("index-cli/target/quick-start/0a/none_25.0.3");
  }

  @Test
  void a_damaged_cache_is_made_anew_and_who_asked_does_not_see_it() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    run("stats");
    Files.writeString(cache(), "damaged");
    Ran ran = run("search", "two words");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("jdk-25:").endsWith("two words\n").doesNotContain("AOTCache");
    assertThat(Files.readAllLines(temp.resolve("crashes"))).hasSize(1);
    assertThat(run("stats").out()).contains("AOTCache");
    assertThat(rehearsals()).hasSize(2);
  }

  @Test
  void a_crash_on_a_damaged_cache_leaves_a_command_that_writes_to_be_run_again() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    run("stats");
    Files.writeString(cache(), "damaged");
    Ran index = run("index", "x");
    assertThat(index.exit()).isEqualTo(4);
    assertThat(index.out()).isEmpty();
    assertThat(index.err().lines()).hasSize(1).first().asString().contains("run the command again");
    assertThat(Files.readAllLines(temp.resolve("crashes"))).hasSize(1);
    assertThat(run("index", "x").out()).startsWith("jdk-25:").contains("AOTCache");
  }

  @Test
  void a_crash_for_want_of_memory_leaves_the_cache_as_it_is() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    run("stats");
    Files.writeString(temp.resolve("exit"), "134");
    for (String command : List.of("index", "search")) {
      Ran ran = limited("-v 2000000", command, "x");
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("has crashed")
          .contains("'ulimit -v' or 'ulimit -d' leaves it 2000000 kilobytes of memory; raise that");
      assertThat(cache()).isNotEmptyFile();
    }
    assertThat(run("search", "x").exit()).isEqualTo(4);
    assertThat(cache()).isNotEmptyFile();
  }

  @Test
  void where_memory_is_limited_java_takes_little_and_what_it_starts_from_is_left_to_others()
      throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    for (String command : List.of("stats", "index")) {
      Ran ran = limited("-v 2000000", command, "x");
      assertThat(ran.exit()).isZero();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out())
          .contains("-Xmx500000k\n", "-XX:CompressedClassSpaceSize=64m\n", "-XX:+UseSerialGC\n")
          .doesNotContain("AOTCache");
    }
    assertThat(temp.resolve("rehearsals")).doesNotExist();
    assertThat(run("index", "x").out())
        .contains("AOTCache")
        .doesNotContain("-Xmx")
        .doesNotContain("CompressedClassSpaceSize");
    assertThat(limited("-v 2000000", "stats").out()).contains("AOTCache");
    assertThat(limited("-v 64000000", "stats").out()).doesNotContain("-Xmx");
    assertThat(limited("-d 1000000", "stats").out()).contains("-Xmx250000k\n");
    env.put("JAVA_TOOL_OPTIONS", "-Xmx1g -XX:+UseParallelGC");
    assertThat(limited("-v 2000000", "index").out())
        .doesNotContain("-Xmx")
        .doesNotContain("SerialGC");
  }

  @Test
  void what_java_logs_of_a_cache_that_it_refuses_is_not_asked_for() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    assertThat(run("stats").out()).contains("-Xlog:all=error:stderr\n");
    hashed("0a");
    assertThat(run("stats").out()).contains("-Xlog:disable\n").doesNotContain("-Xlog:all");
  }

  @Test
  void a_full_disk_or_a_killed_rehearsal_does_not_mean_that_java_cannot() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    script(bin.resolve("dd"), "#!/bin/bash\nexit 1\n");
    for (String reason : List.of("full", "killed")) {
      Files.writeString(temp.resolve(reason), "");
      Ran ran = run("stats");
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).startsWith("jdk-25:").doesNotContain("AOTCache");
      assertThat(cache().getParent()).isEmptyDirectory();
      Files.delete(temp.resolve(reason));
    }
    // What Java cannot do without a cache to be made, it cannot for another reason.
    Files.writeString(temp.resolve("exit"), "1");
    assertThat(run("stats").exit()).isEqualTo(4);
    assertThat(cache().getParent()).isEmptyDirectory();
    Files.delete(temp.resolve("exit"));
    assertThat(run("stats").out()).contains("AOTCache");
  }

  @Test
  void what_java_could_not_do_is_tried_again_after_a_day() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    Files.createDirectories(cache().getParent());
    Files.createFile(cache());
    assertThat(run("stats").out()).doesNotContain("AOTCache");
    Files.setLastModifiedTime(cache(), FileTime.from(Instant.now().minusSeconds(90_000)));
    assertThat(run("stats").out()).contains("AOTCache");
  }

  @Test
  void what_a_killed_start_left_beside_the_cache_goes() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    Files.createDirectories(cache().resolveSibling("none_25.0.3.new.77.d/index"));
    Files.writeString(cache().resolveSibling("none_25.0.3.new.77"), "half");
    Files.writeString(cache().resolveSibling("none_25"), "another Java's");
    Files.createSymbolicLink(cache().resolveSibling("none_25.0.3.making"), Path.of("1"));
    run("stats");
    assertThat(run("stats").out()).contains("AOTCache");
    try (var left = Files.list(cache().getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("none_25", "none_25.0.3");
    }
  }

  @Test
  void leaves_the_collector_to_who_has_chosen_one_but_rehearses_for_all() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    env.put("JAVA_TOOL_OPTIONS", "-Xmx1g -XX:+UseZGC");
    assertThat(run("stats").out()).doesNotContain("-XX:+UseSerialGC");
    assertThat(Files.readAllLines(temp.resolve("rehearsed.with"))).containsExactly("");
    env.put("JAVA_TOOL_OPTIONS", "-Xmx1g");
    assertThat(run("stats").out()).contains("-XX:+UseSerialGC\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search", "eval", "index", "read", "reindex", "delete", "export", "verify"})
  void an_exit_of_javas_own_is_no_answer(String command) throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Map<String, String> own =
        Map.of(
            "1", "does not start",
            "134", "has crashed",
            "137", "was killed, as the system does where memory runs out");
    for (var said : own.entrySet()) {
      Files.writeString(temp.resolve("exit"), said.getKey());
      Ran ran = run(command, "x");
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err().lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("bin/java' " + said.getValue())
          .endsWith(": see how much memory is free, and what 'ulimit -a' limits");
    }
    for (String exit : List.of("0", "2", "3", "4", "70", "143")) {
      Files.writeString(temp.resolve("exit"), exit);
      Ran ran = run(command, "x");
      assertThat(ran.exit()).isEqualTo(Integer.parseInt(exit));
      assertThat(ran.err()).isEmpty();
    }
    Files.delete(temp.resolve("exit"));
    assertThat(run(command, "x").out()).contains("-Dsitrep.nothing-found=9\n");
    Files.writeString(temp.resolve("exit"), "9");
    assertThat(run(command, "x").exit()).isEqualTo(1);
  }

  @Test
  void says_why_java_does_not_start_where_that_can_be_seen() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Files.writeString(temp.resolve("exit"), "1");
    assertThat(limited("-v 2000000", "export").err())
        .endsWith(
            "does not start: 'ulimit -v' or 'ulimit -d' leaves it 2000000 kilobytes of memory;"
                + " raise that\n");
    env.put("JDK_JAVA_OPTIONS", "-XX:+UseNothing");
    for (String command : List.of("search", "index")) {
      Ran ran = run(command, "x");
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.err()).contains("does not start with what").contains("JDK_JAVA_OPTIONS");
    }
  }

  @Test
  void too_few_files_are_no_answer() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    for (String files : List.of("8", "12", "31")) {
      Ran ran = limited("-n " + files, "export");
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .isEqualTo(
              "sitrep: 'ulimit -n' lets it open %s files at once, and it needs more: raise that\n"
                  .formatted(files));
    }
  }

  /** The program itself, on the Java of this test. */
  private void real() throws IOException {
    env.put("SITREP_JAVA_HOME", System.getProperty("java.home"));
    Files.createDirectories(checkout.resolve("index-cli/target/lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Sitrep.class.getName());
    String path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
    Path jar = checkout.resolve("index-cli/target/sitrep-index-cli-1.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_real_java_makes_do_with_little_memory_or_says_that_it_cannot() throws Exception {
    real();
    env.put("SITREP_INDEX", temp.resolve("index").toString());
    Path news = temp.resolve("news.jsonl");
    Files.writeString(
        news, "{\"id\":\"1\",\"title\":\"Navy orders drones\",\"body\":\"Forty.\"}\n");
    for (String limit : List.of("-v 1500000", "-v 4000000", "-d 500000")) {
      Ran index = limited(limit, "index", news.toString());
      assertThat(index.err()).isEmpty();
      assertThat(index.out()).startsWith("1 input: ");
      assertThat(limited(limit, "export").out()).startsWith("{\"id\":\"1\"").hasLineCount(1);
      assertThat(limited(limit, "search", "drones").exit()).isZero();
      assertThat(limited(limit, "search", "frigate").exit()).isEqualTo(1);
    }
    for (String command : List.of("export", "search")) {
      Ran ran = limited("-v 300000", command);
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("leaves it 300000 kilobytes of memory; raise that");
    }
  }

  @Test
  void a_sample_that_java_cannot_index_is_no_answer() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Files.writeString(checkout.resolve("exit"), "1");
    Ran ran = run(checkout, checkout.resolve("sitrep"), "search", "x");
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("does not start");
    assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
  }

  @Test
  void a_command_that_works_for_long_is_told_whose_end_is_its_own() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Path err = Files.createTempFile(temp, "err", "");
    Process index = start(err, temp, checkout.resolve("sitrep"), "index", "x");
    assertThat(ended(index, err).out()).contains("-Dsitrep.launcher=%d\n".formatted(index.pid()));
    assertThat(run("search", "x").out()).doesNotContain("sitrep.launcher");
  }

  @ParameterizedTest
  @CsvSource({
    "search, HUP, 129",
    "search, INT, 130",
    "search, TERM, 143",
    "index, HUP, 129",
    "index, INT, 130",
    "index, TERM, 143"
  })
  void who_ends_the_launcher_alone_ends_java_too(String command, String signal, int exit)
      throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Files.writeString(temp.resolve("wait"), "");
    Process launcher = startAttended(temp, command, "x");
    ProcessHandle java = waiting(temp);
    new ProcessBuilder("kill", "-" + signal, "" + launcher.pid()).start().waitFor();
    assertThat(launcher.waitFor(10, SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(exit);
    assertThat(java.isAlive()).isFalse();
  }

  @Test
  void who_ends_the_launcher_while_it_indexes_the_sample_leaves_nothing() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Files.writeString(checkout.resolve("wait"), "");
    Process launcher = startAttended(checkout, "search", "x");
    ProcessHandle java = waiting(checkout);
    new ProcessBuilder("kill", "-TERM", "" + launcher.pid()).start().waitFor();
    assertThat(launcher.waitFor(10, SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(143);
    assertThat(java.isAlive()).isFalse();
    assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
  }

  private Process startAttended(Path folder, String... args) throws IOException {
    return start(temp.resolve("err"), folder, checkout.resolve("sitrep"), args);
  }

  private static ProcessHandle waiting(Path folder) throws Exception {
    Path waits = folder.resolve("waits");
    while (!Files.exists(waits)) {
      Thread.sleep(20);
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(waits).strip())).orElseThrow();
  }

  @Test
  void java_reads_what_the_launcher_is_given_to_read() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    Files.writeString(temp.resolve("wait"), "");
    for (String command : List.of("eval", "index")) {
      List<String> line = List.of("/bin/bash", checkout.resolve("sitrep").toString(), command);
      ProcessBuilder builder = new ProcessBuilder(line).directory(temp.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      Process launcher = builder.redirectErrorStream(true).start();
      try (var in = launcher.outputWriter()) {
        in.write("typed");
      }
      waiting(temp);
      launcher.destroy();
      assertThat(launcher.waitFor(10, SECONDS)).isTrue();
      assertThat(Files.readString(temp.resolve("input"))).isEqualTo("typed");
      Files.delete(temp.resolve("waits"));
    }
  }

  @Test
  void java_writes_nothing_of_a_crash_unless_its_report_is_asked_for() throws Exception {
    built();
    java("jdk-25", "25.0.3");
    for (String command : List.of("search", "index")) {
      assertThat(run(command, "x").out()).contains("-XX:+SuppressFatalErrorMessage\n");
    }
    env.put("JAVA_TOOL_OPTIONS", "-XX:ErrorFile=mine.log");
    assertThat(run("search", "x").out()).doesNotContain("SuppressFatalErrorMessage");
  }

  @Test
  void jars_that_are_newer_than_their_hash_are_started_without_what_was_kept() throws Exception {
    built();
    hashed("0a");
    java("jdk-25", "25.0.3");
    assertThat(run("stats").out()).contains("AOTCache");
    Path library = checkout.resolve("index-cli/target/lib/a.jar");
    Files.writeString(library, "");
    Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run("stats").out()).doesNotContain("AOTCache");
  }

  @Test
  void two_at_once_build_once() throws Exception {
    java("jdk-25", "25");
    maven(MAVEN);
    Path err = Files.createTempFile(temp, "err", "");
    Process one = start(err, temp, checkout.resolve("sitrep"), "stats");
    Process two = start(err, temp, checkout.resolve("sitrep"), "stats");
    assertThat(List.of(one.waitFor(), two.waitFor())).containsExactly(0, 0);
    assertThat(Files.readAllLines(checkout.resolve("mvn.log"))).hasSize(1);
    assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
  }

  @Test
  void the_lock_of_a_dead_process_is_no_obstacle() throws Exception {
    java("jdk-25", "25");
    maven(MAVEN);
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(checkout.resolve(".sitrep"));
    Files.createSymbolicLink(
        checkout.resolve(".sitrep/launcher.lock"), Path.of(Long.toString(dead.pid())));
    assertThat(run("stats").exit()).isZero();
    assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
  }

  @Test
  void a_lock_whose_process_number_another_program_has_is_no_obstacle() throws Exception {
    java("jdk-25", "25");
    maven(MAVEN);
    Files.createDirectories(checkout.resolve(".sitrep"));
    Path lock = checkout.resolve(".sitrep/launcher.lock");
    for (String holder : List.of("1", "1 12345678901", "", "x y", "-1")) {
      Files.createSymbolicLink(lock, Path.of(holder.isEmpty() ? " " : holder));
      assertThat(run("stats").exit()).isZero();
      assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
      Files.delete(checkout.resolve("index-cli/target/sitrep-index-cli-1.jar"));
    }
  }

  @Test
  void says_what_is_wrong_where_it_cannot_build() throws Exception {
    java("jdk-25", "25");
    env.put("PATH", tools().toString());
    Ran without = run("stats");
    assertThat(without.exit()).isEqualTo(4);
    assertThat(without.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("finds no Maven")
        .contains("Maven 3.8 or later");

    env.put("PATH", bin + ":" + tools());
    maven("#!/bin/bash\necho '[INFO] no'\necho '[ERROR] semicolon expected'\nexit 1\n");
    Ran failed = run("stats");
    assertThat(failed.exit()).isEqualTo(4);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("[ERROR] semicolon expected")
        .contains("cannot be built; all that Maven said is in")
        .doesNotContain("[INFO]");
    assertThat(checkout.resolve(".sitrep")).isEmptyDirectory();
  }

  /** A folder with the tools that the launcher needs, and no Maven. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool :
        List.of(
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "uname")) {
      Path usual = Path.of("/bin", tool);
      Path target = Files.exists(usual) ? usual : Path.of("/usr/bin", tool);
      script(tools.resolve(tool), "#!/bin/bash\nexec %s \"$@\"\n".formatted(target));
    }
    return tools;
  }

  @Test
  void indexes_the_sample_for_who_asks_in_the_checkout_and_for_nobody_else() throws Exception {
    built();
    java("jdk-25", "25");
    Path launcher = checkout.resolve("sitrep");
    Path sample = checkout.resolve(".sitrep/index");
    run(temp, launcher, "search", "x");
    assertThat(temp.resolve(".sitrep")).doesNotExist();
    run(checkout, launcher, "search", "x", "--index", "other");
    run(checkout, launcher, "search", "--help");
    run(checkout, launcher, "read", "x");
    env.put("SITREP_INDEX", "other");
    run(checkout, launcher, "search", "x");
    env.remove("SITREP_INDEX");
    assertThat(sample).doesNotExist();

    Ran first = run(checkout, launcher, "search", "--", "--index");
    assertThat(first.err())
        .endsWith("sitrep: indexed the sample articles of corpus/articles into .sitrep/index\n");
    assertThat(first.out()).endsWith("search\n--\n--index\n").doesNotContain("--quiet");
    assertThat(sample).isDirectory();
    assertThat(run(checkout, launcher, "search", "x").err()).isEmpty();
  }

  @Test
  void says_how_to_name_an_index_where_none_can_be_made() throws Exception {
    built();
    java("jdk-25", "25");
    // A file in the folder's place: rights would not keep root out.
    Files.writeString(checkout.resolve(".sitrep"), "");
    Path launcher = checkout.resolve("sitrep");
    Ran ran = run(checkout, launcher, "search", "x");
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("my checkout/.sitrep', and there is no index in it")
        .contains("--index or SITREP_INDEX");
    assertThat(run(checkout, launcher, "search", "x", "--index", "other").exit()).isZero();
  }
}
