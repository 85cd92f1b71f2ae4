package org.sitrep.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the embedding examples of the README and runs them, against the built jar and nothing
 * but what the jar brings, once on the class path and once as a module.
 */
class EmbeddingIT {
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?)```\\s+It prints:\\s+```text\n(.*?)```", Pattern.DOTALL);
  private static final int EXAMPLES = 2;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path project;

  private static String path() throws IOException {
    return System.getProperty("sitrep.jar")
        + File.pathSeparator
        + Files.readString(Path.of(System.getProperty("sitrep.classpath"))).strip();
  }

  static Stream<MatchResult> examples() throws IOException {
    Path readme = Path.of(System.getProperty("sitrep.root"), "README.md");
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(readme)).results().toList();
    assertThat(examples).as("examples in README.md").hasSize(EXAMPLES);
    return examples.stream();
  }

  private void compile(String... options) {
    String[] arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "-Xlint:all,-requires-automatic";
    arguments[options.length + 1] = "-d";
    arguments[options.length + 2] = project.resolve("classes").toString();
    arguments[options.length + 3] = project.resolve("Example.java").toString();
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectError(project.resolve("stderr").toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(exit).as(() -> read(project.resolve("stderr"))).isZero();
    return out;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("examples")
  void an_example_runs_on_the_class_path(MatchResult example) throws Exception {
    Files.writeString(project.resolve("Example.java"), example.group(1));
    compile("-cp", path());
    String classes = path() + File.pathSeparator + project.resolve("classes");
    assertThat(run(JAVA, "-Dstdout.encoding=UTF-8", "-cp", classes, "Example"))
        .isEqualTo(example.group(2));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("examples")
  void an_example_runs_as_a_module(MatchResult example) throws Exception {
    Files.writeString(project.resolve("Example.java"), "package example;\n\n" + example.group(1));
    Files.writeString(
        project.resolve("module-info.java"), "module example { requires org.sitrep.core; }\n");
    compile("-p", path(), project.resolve("module-info.java").toString());
    assertThat(
            run(
                JAVA,
                "-Dstdout.encoding=UTF-8",
                "-p",
                path() + File.pathSeparator + project.resolve("classes"),
                "-m",
                "example/example.Example"))
        .isEqualTo(example.group(2));
  }
}
