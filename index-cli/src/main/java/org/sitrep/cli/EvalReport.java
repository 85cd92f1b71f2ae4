package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.core.eval.Comparison;
import org.sitrep.core.eval.Evaluation;
import org.sitrep.core.eval.Measure;

/**
 * Shows how well a ranking scores, and how it compares with another.
 *
 * @param result the scores
 * @param measures the measures to show
 * @param compared a comparison for each measure; empty where there is no other run
 * @param permutations how many permutations the comparisons may have drawn
 * @param byQuery whether to show the scores of each query
 */
record EvalReport(
    Evaluation.Result result,
    List<Measure> measures,
    List<Comparison> compared,
    int permutations,
    boolean byQuery) {
  private static final int SCORE_WIDTH = 8;
  private static final double LEAST_SHOWN = 0.0001;

  // ---- text

  void print(Output out) {
    int queries = result.judgements().queries().size();
    out.print(queries == 1 ? "1 query" : queries + " queries");
    out.line(" scored, %d without an answer".formatted(result.unanswered().size()));
    if (byQuery) {
      out.line();
      printQueries(out);
    }
    out.line();
    if (compared.isEmpty()) {
      printMeans(out);
    } else {
      printComparison(out);
    }
  }

  private void printQueries(Output out) {
    List<String> ids = result.judgements().queries();
    int width = ids.stream().mapToInt(Shown::width).max().orElse(0);
    width = Math.max(width, "query".length());
    out.print(Style.TITLE, padded("query", width));
    measures.forEach(measure -> out.print(Style.TITLE, "  " + column(measure.name())));
    out.line();
    List<Map<String, Double>> scores = measures.stream().map(result::scores).toList();
    for (String id : ids) {
      out.print(padded(id, width));
      for (int i = 0; i < measures.size(); i++) {
        int name = measures.get(i).name().length();
        String score = number(scores.get(i).getOrDefault(id, 0.0));
        out.print("  " + " ".repeat(Math.max(0, name - SCORE_WIDTH)) + column(score));
      }
      out.line();
    }
  }

  private void printMeans(Output out) {
    for (Measure measure : measures) {
      out.line(padded(measure.name(), nameWidth()) + "  " + number(result.mean(measure)));
    }
  }

  private void printComparison(Output out) {
    String heading = padded("measure", nameWidth());
    for (String title : List.of("other", "this", "gain", "p", "better", "worse")) {
      heading += "  " + column(title);
    }
    out.print(Style.TITLE, heading).line();
    for (Comparison of : compared) {
      out.print(padded(of.measure().name(), nameWidth()));
      out.print("  " + column(number(of.baseline())));
      out.print("  " + column(number(of.mean())));
      out.print("  " + column(String.format(Locale.ROOT, "%+.4f", of.gain())));
      out.print("  " + column(p(of)));
      out.print("  " + column("" + of.better()));
      out.line("  " + column("" + of.worse()));
    }
  }

  private int nameWidth() {
    return Math.max(
        compared.isEmpty() ? 0 : "measure".length(),
        measures.stream().mapToInt(measure -> measure.name().length()).max().orElse(0));
  }

  /** A p-value that is smaller than can be shown, or than so few permutations can tell. */
  private String p(Comparison of) {
    boolean least = of.method() == Comparison.Method.SAMPLED && of.p() * permutations < 1;
    double bound = Math.max(least ? 1.0 / permutations : of.p(), LEAST_SHOWN);
    return least || of.p() < LEAST_SHOWN ? "<" + number(bound) : number(of.p());
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Shown.width(text)));
  }

  private static String column(String text) {
    return " ".repeat(Math.max(0, SCORE_WIDTH - text.length())) + text;
  }

  // ---- JSON

  String json() throws IOException {
    return Json.answer(
        json -> {
          json.writeNumberField(Json.QUERIES, result.judgements().queries().size());
          Json.texts(json, Json.UNANSWERED, result.unanswered());
          Json.object(json, Json.MEANS, this::writeMeans);
          if (!compared.isEmpty()) {
            Json.object(json, Json.COMPARED, this::writeComparison);
          }
          if (byQuery) {
            Json.object(json, Json.SCORES, this::writeScores);
          }
        });
  }

  private void writeMeans(JsonGenerator json) throws IOException {
    for (Measure measure : measures) {
      json.writeNumberField(measure.name(), result.mean(measure));
    }
  }

  private void writeComparison(JsonGenerator json) throws IOException {
    for (Comparison of : compared) {
      Json.object(
          json,
          of.measure().name(),
          fields -> {
            fields.writeNumberField(Json.OTHER, of.baseline());
            fields.writeNumberField(Json.GAIN, of.gain());
            fields.writeNumberField(Json.P, of.p());
            fields.writeStringField(Json.METHOD, Values.id(of.method()));
            fields.writeNumberField(Json.BETTER, of.better());
            fields.writeNumberField(Json.WORSE, of.worse());
          });
    }
  }

  private void writeScores(JsonGenerator json) throws IOException {
    for (Measure measure : measures) {
      Json.object(
          json,
          measure.name(),
          fields -> {
            for (Map.Entry<String, Double> score : result.scores(measure).entrySet()) {
              fields.writeNumberField(score.getKey(), score.getValue());
            }
          });
    }
  }
}
