package org.sitrep.corpus.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.corpus.draft.ArticleFormatException;

/** The fields of one record, as they stand in its JSON. */
final class JsonRecord {
  /** Objects and lists within each other, at most. */
  static final int DEEPEST = 64;

  private static final int LONGEST_VALUE_IN_MESSAGE = 80;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(RecordReader.LONGEST_RECORD)
                  .maxNameLength(1_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final String input;
  private final Map<RecordField, String> texts = new EnumMap<>(RecordField.class);
  private final Map<RecordField, List<String>> lists = new EnumMap<>(RecordField.class);
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private final Set<RecordField> renamed = new LinkedHashSet<>();

  private JsonRecord(String input) {
    this.input = input;
  }

  /**
   * Parses a record.
   *
   * @param input names it in messages
   * @param json the text of one object
   * @param names names of fields, each with the name that it stands for
   */
  static JsonRecord parse(String input, String json, Map<String, String> names)
      throws ArticleFormatException {
    JsonRecord parsed = new JsonRecord(input);
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw parsed.wrong("is not a JSON object: " + shown(json));
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        parsed.field(parser, names);
      }
      if (parser.nextToken() != null) {
        throw parsed.wrong("has more than one value on its line");
      }
    } catch (JsonProcessingException malformed) {
      throw parsed.wrong(explained(malformed));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parsed;
  }

  private static String explained(JsonProcessingException malformed) {
    String problem = malformed.getOriginalMessage().replaceAll("\\s+", " ");
    int column = malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNr();
    return "is not JSON at column %d: %s".formatted(column, shown(problem));
  }

  private void field(JsonParser parser, Map<String, String> names)
      throws IOException, ArticleFormatException {
    String theirs = parser.currentName();
    String ours = names.getOrDefault(theirs, theirs);
    boolean mapped = names.containsKey(theirs);
    Optional<RecordField> field = RecordField.of(ours);
    JsonToken value = parser.nextToken();
    boolean taken = field.isPresent() && renamed.contains(field.get()) && !mapped;
    if (field.isEmpty() || taken) {
      ignored.add(theirs);
      parser.skipChildren();
      return;
    }
    if (mapped) {
      renamed.add(field.get());
      texts.remove(field.get());
      lists.remove(field.get());
    }
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field.get().kind()) {
      case TEXT -> texts.put(field.get(), text(theirs, parser, field.get()));
      case LIST -> lists.put(field.get(), list(theirs, parser));
      case OBJECT -> object(theirs, parser);
    }
  }

  private String text(String name, JsonParser parser, RecordField field)
      throws IOException, ArticleFormatException {
    JsonToken token = parser.currentToken();
    boolean number = field == RecordField.ID && token == JsonToken.VALUE_NUMBER_INT;
    if (token != JsonToken.VALUE_STRING && !number) {
      throw wrong("%s is not a text: %s".formatted(name, shown(parser)));
    }
    return parser.getText();
  }

  private List<String> list(String name, JsonParser parser)
      throws IOException, ArticleFormatException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return List.of(parser.getText());
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrong("%s is not a list of texts: %s".formatted(name, shown(parser)));
    }
    List<String> values = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.VALUE_STRING) {
        values.add(parser.getText());
      } else if (t != JsonToken.VALUE_NULL) {
        throw wrong("%s holds what is not a text: %s".formatted(name, shown(parser)));
      }
    }
    return values;
  }

  private void object(String name, JsonParser parser) throws IOException, ArticleFormatException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("%s is not an object: %s".formatted(name, shown(parser)));
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isStructStart()) {
        throw wrong("%s holds what is not a text: %s".formatted(name, shown(parser)));
      }
      if (value != JsonToken.VALUE_NULL) {
        attributes.put(key, parser.getText());
      }
    }
  }

  Optional<String> text(RecordField field) {
    return Optional.ofNullable(texts.get(field));
  }

  Optional<List<String>> list(RecordField field) {
    return Optional.ofNullable(lists.get(field));
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /** Names of fields that no field of an article is read from. */
  Set<String> ignored() {
    return ignored;
  }

  ArticleFormatException wrong(String reason) {
    return new ArticleFormatException(input, reason);
  }

  private static String shown(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return "an object";
    }
    return token == JsonToken.START_ARRAY ? "a list" : shown(parser.getText());
  }

  /** A value as messages show it: quoted, on one line, cut where it is long. */
  static String shown(String value) {
    String line =
        org.sitrep.corpus.draft.CleanText.line(value.substring(0, Math.min(value.length(), 400)));
    boolean cut = line.length() > LONGEST_VALUE_IN_MESSAGE;
    return "'" + (cut ? line.substring(0, LONGEST_VALUE_IN_MESSAGE) + "…" : line) + "'";
  }
}
