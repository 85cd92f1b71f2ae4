package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs every command that asks an index, on a few articles of its own, and shows nothing. The
 * launcher has the JVM keep what it loaded and linked for this, so that later starts find it ready;
 * all that is kept is taken up at each start, so nothing else is run.
 */
final class Rehearsal {
  private static final String PAGE =
      """
      <html lang="en"><head><title>Navy orders drones</title>
      <meta property="article:published_time" content="2025-03-07T10:00:00Z"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Navy orders drones</h1>
      <p>The navy of Poland ordered forty drones on Friday, the ministry of defence said.</p>
      <p>Deliveries to the joint task force begin in Germany next year, it added.</p></article>
      </body></html>
      """;
  private static final String RECORDS =
      """
      {"id":"1","title":"Drones for Ukraine","body":"Ukraine gets drones from the joint task force. \
      A second sentence names France.","date":"2025-03-07","tags":["drones"],"source":"A"}
      {"id":"2","title":"Exercise ends","body":"The joint task force ended an exercise in Norway.",\
      "date":"2024-11","tags":["exercise"],"source":"B","author":"Jane Doe"}
      """;

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("search", "\"joint task force\"", "--facets", "country,tag,date"),
          List.of(
              "search", "drone task", "--facets", "country,tag", "--limit=1", "--facet-limit=1"),
          List.of("search", "drone OR uav -election navy~", "--format", "json", "--show-query"),
          List.of("search", "title:dron* since:2024 country:ukraine", "--tag", "drones"),
          List.of("search", "nothing at all", "--match", "any", "--sort", "newest"),
          List.of("search", "(unclosed", "--source", "A", "--from", "2024"),
          List.of("search", "dornes"),
          List.of("facets", "country"),
          List.of("facets", "date", "drones"),
          List.of("suggest", "dro"),
          List.of("similar", "1"),
          List.of("show", "1"),
          List.of("stats"));

  private Rehearsal() {}

  /**
   * Prepares a rehearsal, or rehearses. What is prepared by another process is not kept, which
   * makes the start of those that only ask quicker.
   *
   * @param args {@code prepare} or {@code rehearse}, and a folder for both
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    Sitrep.silenceLibraries();
    Path folder = Path.of(args[1]);
    if (args[0].equals("prepare")) {
      Files.writeString(folder.resolve("page.html"), PAGE);
      Files.writeString(folder.resolve("records.jsonl"), RECORDS);
      run(folder, List.of("index", folder.toString()));
    } else {
      QUESTIONS.forEach(question -> run(folder, question));
    }
  }

  private static void run(Path folder, List<String> command) {
    Sitrep.run(
        command,
        new ByteArrayInputStream("".getBytes(UTF_8)),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of("SITREP_INDEX", folder.resolve("index").toString()));
  }
}
