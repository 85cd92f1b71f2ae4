package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an engine answered to queries. Immutable.
 *
 * @param tag names the engine; not empty, without white space
 * @param rankings the articles found, best first, by the query's id; no article stands twice in a
 *     ranking, and queries without an answer are left out
 */
public record Run(String tag, Map<String, List<RankedArticle>> rankings) {
  private static final String SHAPE = "query Q0 article rank score tag";
  private static final int FIELDS = 6;
  private static final Pattern SCORE =
      Pattern.compile("[-+]?(?:\\d{1,60}(?:\\.\\d{0,60})?|\\.\\d{1,60})(?:[eE][-+]?\\d{1,4})?");
  private static final Comparator<Line> AS_SHOWN =
      Comparator.comparingInt(Line::rank)
          .thenComparing(line -> line.article().score(), Comparator.reverseOrder())
          .thenComparing(line -> line.article().id(), Comparator.reverseOrder());

  /** What a line says of an article. */
  private record Line(int rank, RankedArticle article) {}

  /** Checks and copies the parts. */
  public Run {
    if (!Queries.isId(tag)) {
      throw new IllegalArgumentException("tag is empty or holds white space: '" + tag + "'");
    }
    ImmutableMap.Builder<String, List<RankedArticle>> copies = ImmutableMap.builder();
    rankings.forEach(
        (query, ranking) -> {
          Queries.checkId(query);
          checkOnce(query, ranking);
          if (!ranking.isEmpty()) {
            copies.put(query, List.copyOf(ranking));
          }
        });
    rankings = copies.buildOrThrow();
  }

  private static void checkOnce(String query, List<RankedArticle> ranking) {
    Set<String> ids = new HashSet<>();
    for (RankedArticle article : ranking) {
      if (!ids.add(article.id())) {
        throw new IllegalArgumentException(
            "article stands twice in the answer to %s: '%s'".formatted(query, article.id()));
      }
    }
  }

  /**
   * Returns what was found for a query.
   *
   * @param query the query's id
   * @return the articles, best first; empty where there was no answer
   */
  public List<RankedArticle> ranking(String query) {
    return rankings.getOrDefault(requireNonNull(query, "query"), List.of());
  }

  /**
   * Reads a run file in TREC's format, in UTF-8: on each line the query's id, a field that is
   * passed over, the article's id, its rank, its score and the tag. The fields are parted by white
   * space, or by single tabs where the id of an article holds a blank. Blank lines are passed over.
   *
   * <p>A ranking is in the order of its ranks, as it was shown; equal ranks by the higher score,
   * equal scores by the id that comes last. The latter two are trec_eval's order, which passes over
   * the ranks: the two score a file alike whose scores fall with its ranks.
   *
   * @param file the file
   * @return the run, with the tag of the first line; "empty" where there is none
   * @throws EvaluationFormatException if a line has other fields, a rank is no whole number, a
   *     score no finite number, or an article stands twice in the answer to a query
   * @throws IOException if the file cannot be read
   */
  public static Run read(Path file) throws IOException, EvaluationFormatException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads a run as {@link #read(Path)} does.
   *
   * @param name what to call the stream where something is wrong
   * @param in the stream, which stays open
   * @return the run
   * @throws EvaluationFormatException as {@link #read(Path)} does
   * @throws IOException if the stream cannot be read
   */
  public static Run read(String name, InputStream in)
      throws IOException, EvaluationFormatException {
    TextLines lines = new TextLines(requireNonNull(name, "name"), requireNonNull(in, "in"));
    String tag = "";
    Map<String, Map<String, Line>> found = new LinkedHashMap<>();
    while (lines.next()) {
      List<String> fields = lines.fields(SHAPE, FIELDS);
      String query = fields.get(0);
      if (!Queries.isId(query)) {
        throw lines.wrong("query id is empty or holds white space", query);
      }
      if (!Queries.isId(fields.get(5))) {
        throw lines.wrong("tag holds white space", fields.get(5));
      }
      tag = tag.isEmpty() ? fields.get(5) : tag;
      Line line = line(lines, fields);
      String id = line.article().id();
      if (found.computeIfAbsent(query, q -> new LinkedHashMap<>()).putIfAbsent(id, line) != null) {
        throw lines.wrong("article stands twice in the answer to " + query, id);
      }
    }
    Map<String, List<RankedArticle>> rankings = new LinkedHashMap<>();
    found.forEach(
        (query, articles) ->
            rankings.put(
                query, articles.values().stream().sorted(AS_SHOWN).map(Line::article).toList()));
    return new Run(tag.isEmpty() ? "empty" : tag, rankings);
  }

  private static Line line(TextLines lines, List<String> fields) throws EvaluationFormatException {
    int rank = lines.wholeNumber("rank", fields.get(3));
    String written = fields.get(4);
    float score = SCORE.matcher(written).matches() ? Float.parseFloat(written) : Float.NaN;
    if (!Float.isFinite(score)) {
      throw lines.wrong("score is not a finite number", written);
    }
    return new Line(rank, new RankedArticle(fields.get(2), score));
  }

  /**
   * Writes this run to a file in TREC's format, in UTF-8, in place of what the file holds.
   *
   * @param file the file
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      write(out);
    }
  }

  /**
   * Writes this run in TREC's format. Ranks count from 1. The scores of a ranking fall from line to
   * line: where one does not, it is written as the next smaller number, so that a reader that
   * orders by score finds the order that was shown. Fields are parted by blanks, or by tabs where
   * an id holds a blank; a tab or line break in an id is written as a blank.
   *
   * @param out where to write
   * @throws IOException if it cannot be written
   */
  public void write(Appendable out) throws IOException {
    for (Map.Entry<String, List<RankedArticle>> ranking : rankings.entrySet()) {
      int rank = 0;
      float bound = Float.POSITIVE_INFINITY;
      for (RankedArticle article : ranking.getValue()) {
        bound = Math.min(article.score(), Math.nextDown(bound));
        out.append(line(ranking.getKey(), article.id(), ++rank, bound)).append('\n');
      }
    }
  }

  private String line(String query, String article, int rank, float score) {
    String id = article.replaceAll("[\\t\\n\\r]", " ");
    String separator = id.chars().anyMatch(Character::isWhitespace) ? "\t" : " ";
    return String.join(separator, List.of(query, "Q0", id, "" + rank, Float.toString(score), tag));
  }
}
