package org.sitrep.cli;

import java.io.IOException;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Timeline;

/** Shows the values of one dimension, or a timeline, in each of the forms. */
final class FacetsReport {
  /** Up to so many months are shown by day, and up to so many by month, where nobody says. */
  static final int MAX_MONTHS_BY_DAY = 2;

  static final int MAX_MONTHS = 48;

  private final Output out;
  private final Terminal terminal;
  private final Format format;

  FacetsReport(Surroundings surroundings, Format format) {
    this.out = surroundings.out();
    this.terminal = surroundings.terminal();
    this.format = format;
  }

  void values(Dimension dimension, ParsedQuery query, SearchResults results, FacetResult facet)
      throws IOException {
    switch (format) {
      case TEXT -> new FacetsText(out, terminal).print(dimension.name(), facet, results.request());
      case JSON ->
          out.json(
              Json.answer(
                  json -> {
                    json.writeStringField(Json.DIMENSION, dimension.name());
                    ResultsJson.writeQuery(json, query);
                    json.writeNumberField(Json.TOTAL, results.total());
                    ResultsJson.write(json, facet, results.request());
                  }));
      case JSONL -> {
        for (FacetValue value : facet.values()) {
          out.json(Json.answer(json -> ResultsJson.write(json, value)));
        }
      }
      default -> {
        format.row(out, Json.KEY, Json.LABEL, Json.COUNT);
        for (FacetValue value : facet.values()) {
          format.row(out, value.key(), value.label(), value.count());
        }
      }
    }
  }

  void timeline(ParsedQuery query, SearchResults results) throws IOException {
    Timeline timeline = results.timeline().orElseThrow();
    switch (format) {
      case TEXT -> new FacetsText(out, terminal).print(timeline, results.request());
      case JSON -> out.json(json(query, results, timeline));
      case JSONL -> {
        for (Timeline.Bucket bucket : timeline.buckets()) {
          out.json(
              Json.answer(
                  json -> {
                    json.writeStringField(Json.KEY, bucket.key());
                    json.writeNumberField(Json.COUNT, bucket.count());
                  }));
        }
      }
      default -> {
        format.row(out, Json.KEY, Json.COUNT);
        for (Timeline.Bucket bucket : timeline.buckets()) {
          format.row(out, bucket.key(), bucket.count());
        }
      }
    }
  }

  private static String json(ParsedQuery query, SearchResults results, Timeline timeline)
      throws IOException {
    return Json.answer(
        json -> {
          json.writeStringField(Json.DIMENSION, "date");
          json.writeStringField(Json.LEVEL, Values.id(timeline.level()));
          ResultsJson.writeQuery(json, query);
          json.writeNumberField(Json.TOTAL, results.total());
          ResultsJson.writeRange(json, results.request().selection(Facet.DATE));
          json.writeArrayFieldStart(Json.BUCKETS);
          for (Timeline.Bucket bucket : timeline.buckets()) {
            json.writeStartObject();
            json.writeStringField(Json.KEY, bucket.key());
            json.writeNumberField(Json.COUNT, bucket.count());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeNumberField(Json.BEFORE, timeline.before());
          json.writeNumberField(Json.AFTER, timeline.after());
          json.writeNumberField(Json.COARSER, timeline.coarser());
          json.writeNumberField(Json.UNKNOWN, timeline.unknown());
        });
  }
}
