package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which articles answer which query, and how well. Immutable.
 *
 * @param grades the grades of articles by their ids, by query; an article is relevant from grade 1
 *     on, and the higher the grade the more so
 */
public record Judgements(Map<String, Map<String, Integer>> grades) {
  private static final String SHAPE = "query iteration article grade";
  private static final int FIELDS = 4;

  /** Checks and copies the judgements. */
  public Judgements {
    ImmutableMap.Builder<String, Map<String, Integer>> copies = ImmutableMap.builder();
    grades.forEach((query, articles) -> copies.put(query, ImmutableMap.copyOf(articles)));
    grades = copies.buildOrThrow();
    grades.keySet().forEach(Queries::checkId);
  }

  /**
   * Reads a file of judgements in TREC's qrels format, in UTF-8: on each line the query's id, a
   * field that is passed over, the article's id, and its grade. The fields are parted by white
   * space, or by single tabs where the id of an article holds a blank. Blank lines are passed over.
   *
   * @param file the file
   * @return the judgements
   * @throws EvaluationFormatException if a line has other fields, a grade is no whole number, or an
   *     article is judged twice for a query
   * @throws IOException if the file cannot be read
   */
  public static Judgements read(Path file) throws IOException, EvaluationFormatException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads judgements as {@link #read(Path)} does.
   *
   * @param name what to call the stream where something is wrong
   * @param in the stream, which stays open
   * @return the judgements
   * @throws EvaluationFormatException if a line has other fields, a grade is no whole number, or an
   *     article is judged twice for a query
   * @throws IOException if the stream cannot be read
   */
  public static Judgements read(String name, InputStream in)
      throws IOException, EvaluationFormatException {
    TextLines lines = new TextLines(requireNonNull(name, "name"), requireNonNull(in, "in"));
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    while (lines.next()) {
      List<String> fields = lines.fields(SHAPE, FIELDS);
      String query = fields.get(0);
      String article = fields.get(2);
      if (!Queries.isId(query)) {
        throw lines.wrong("query id is empty or holds white space", query);
      }
      int grade = lines.wholeNumber("grade", fields.get(3));
      Map<String, Integer> articles = grades.computeIfAbsent(query, q -> new LinkedHashMap<>());
      if (articles.putIfAbsent(article, grade) != null) {
        throw lines.wrong("article is judged twice for query " + query, article);
      }
    }
    return new Judgements(grades);
  }

  /**
   * Returns how well an article answers a query.
   *
   * @param query the query's id
   * @param article the article's id
   * @return the grade; 0 where nobody judged, and where a negative grade says "not at all"
   */
  public int grade(String query, String article) {
    requireNonNull(article, "article");
    return Math.max(0, of(query).getOrDefault(article, 0));
  }

  /**
   * Returns the grades of the relevant articles of a query.
   *
   * @param query the query's id
   * @return the grades from 1 on, highest first; empty where no article is relevant
   */
  public List<Integer> relevantGrades(String query) {
    return of(query).values().stream()
        .filter(grade -> grade > 0)
        .sorted((a, b) -> Integer.compare(b, a))
        .toList();
  }

  private Map<String, Integer> of(String query) {
    return grades.getOrDefault(requireNonNull(query, "query"), Map.of());
  }

  /**
   * Returns the queries that can be scored.
   *
   * @return the ids of those with a relevant article, in the order of the judgements
   */
  public List<String> queries() {
    return grades.keySet().stream().filter(query -> !relevantGrades(query).isEmpty()).toList();
  }

  /**
   * Keeps the judgements of some queries.
   *
   * @param queries ids of queries; those that nobody judged are passed over
   * @return the judgements of these queries alone
   */
  public Judgements only(Collection<String> queries) {
    Map<String, Map<String, Integer>> kept = new LinkedHashMap<>(grades);
    kept.keySet().retainAll(queries);
    return new Judgements(kept);
  }
}
