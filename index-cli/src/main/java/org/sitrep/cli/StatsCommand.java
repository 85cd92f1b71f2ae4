package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.IndexStats;

/** {@code sitrep stats}. */
final class StatsCommand implements Command {
  private static final int NAME_WIDTH = 11;

  private final Options options =
      new Options(
          "stats",
          List.of("Shows what is in the index."),
          List.of("sitrep stats", "sitrep stats --index news-index --format json"));
  private final Surroundings surroundings;
  private final IndexOption index;
  private Format format = Format.TEXT;
  private final CommonOptions common;

  StatsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    index = new IndexOption(options);
    options.choice(
        "--format", "FORMAT", Format.OF_REPORTS, value -> format = value, "text (default) or json");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      IndexStats stats = opened.stats();
      if (format == Format.JSON) {
        surroundings.out().json(Json.answer(json -> write(json, stats)));
      } else {
        print(stats);
      }
      return ExitCode.FOUND;
    }
  }

  private void print(IndexStats stats) {
    print("articles", number(stats.articles()));
    print("from", stats.first().map(PartialDate::toString).orElse("unknown"));
    print("to", stats.last().map(PartialDate::toString).orElse("unknown"));
    print("undated", number(stats.undated()));
    for (Facet facet : Facet.values()) {
      int values = stats.values().getOrDefault(facet, 0);
      String noun = facet == Facet.DATE ? "day" : "value";
      print(facet.id(), ResultsText.count(values, noun));
    }
    print("on disk", number(stats.bytes()) + " bytes");
    print("deleted", number(stats.deleted()) + ", still taking room");
    print("schema", stats.schema() + ", Lucene " + stats.lucene());
    print("folder", index.path(surroundings).toString());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void print(String name, String value) {
    surroundings.out().print(Style.KEY, name).print(" ".repeat(NAME_WIDTH - name.length()));
    surroundings.out().line(value);
  }

  private void write(JsonGenerator json, IndexStats stats) throws IOException {
    json.writeStringField(Json.INDEX, index.path(surroundings).toString());
    json.writeNumberField(Json.ARTICLES, stats.articles());
    writeDate(json, Json.FIRST, stats.first());
    writeDate(json, Json.LAST, stats.last());
    json.writeNumberField(Json.UNDATED, stats.undated());
    json.writeObjectFieldStart(Json.VALUES);
    for (Facet facet : Facet.values()) {
      json.writeNumberField(facet.id(), stats.values().getOrDefault(facet, 0));
    }
    json.writeEndObject();
    json.writeNumberField(Json.BYTES, stats.bytes());
    json.writeNumberField(Json.DELETED, stats.deleted());
    json.writeNumberField(Json.SCHEMA, stats.schema());
    json.writeStringField(Json.LUCENE, stats.lucene());
  }

  private static void writeDate(JsonGenerator json, String name, Optional<PartialDate> date)
      throws IOException {
    if (date.isPresent()) {
      json.writeStringField(name, date.get().toString());
    }
  }
}
