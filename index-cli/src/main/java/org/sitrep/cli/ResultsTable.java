package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sitrep.core.eval.RankedArticle;
import org.sitrep.core.eval.Run;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Snippet;

/** Shows hits to a spreadsheet or a program, one a line. */
final class ResultsTable {
  /** Parts the countries of an article. */
  private static final String AND = ";";

  /** Parts the passages of an article. */
  private static final String GAP = " … ";

  private static final String TAG = "sitrep";

  private final Output out;

  ResultsTable(Output out) {
    this.out = out;
  }

  void write(Format format, SearchResults results) {
    format.row(
        out,
        Json.RANK,
        Json.ID,
        Json.SCORE,
        Json.PUBLISHED,
        Json.PUBLISHED_FROM,
        Json.TITLE,
        Json.SOURCE,
        Json.LANGUAGE,
        Json.COUNTRIES,
        Json.URL,
        Json.SNIPPETS);
    int rank = results.request().offset();
    for (Hit hit : results.hits()) {
      rank++;
      format.row(
          out,
          rank,
          hit.id(),
          hit.score(),
          hit.published().<Object>map(date -> date).orElse(""),
          hit.publishedFrom().map(Values::id).orElse(""),
          hit.title().text(),
          hit.source().orElse(""),
          hit.language().orElse(""),
          String.join(AND, hit.countries()),
          hit.url().orElse(""),
          String.join(GAP, hit.snippets().stream().map(Snippet::text).toList()));
    }
  }

  /** Writes the lines of a run file, whose fields tabs may part. */
  void writeRun(String query, SearchResults results) throws IOException {
    List<RankedArticle> ranking =
        results.hits().stream().map(hit -> new RankedArticle(hit.id(), hit.score())).toList();
    StringBuilder lines = new StringBuilder();
    new Run(TAG, Map.of(query, ranking)).write(lines);
    for (String line : lines.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        String separator = "";
        for (String field : line.split("\t", -1)) {
          out.raw(separator).print(field);
          separator = "\t";
        }
        out.line();
      }
    }
  }
}
