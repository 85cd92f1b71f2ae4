package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.corpus.Reading;
import org.sitrep.corpus.json.ArticleJson;

/**
 * Shows what sources read as to a program: one object with the articles and then the inputs that
 * are none. The articles are written as they come, however many there are.
 */
final class ReadingsJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Output out;
  private final List<Reading.Rejected> rejected = new ArrayList<>();
  private String before = Json.begun(Json.ARTICLES);

  ReadingsJson(Output out) {
    this.out = out;
  }

  void add(Reading reading) {
    switch (reading) {
      case Reading.Read yes -> {
        out.raw(before).raw(Shown.json(ArticleJson.write(yes.article())));
        before = ",";
      }
      case Reading.Rejected no -> rejected.add(no);
    }
  }

  /** Closes what {@link #add} has begun. */
  void close() throws IOException {
    StringWriter inputs = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(inputs)) {
      json.writeStartArray();
      for (Reading.Rejected input : rejected) {
        json.writeStartObject();
        json.writeStringField(Json.INPUT, input.input());
        json.writeStringField(Json.REASON, input.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.raw(before.equals(",") ? "" : before);
    out.raw("],\"%s\":".formatted(Json.REJECTED)).raw(Shown.json(inputs.toString()));
    out.raw("}").line();
  }
}
