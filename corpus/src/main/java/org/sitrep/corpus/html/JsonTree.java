package org.sitrep.corpus.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as pages carry it: with comments, line ends in texts, commas too many and a missing
 * end. What stands before the first fault is kept.
 */
final class JsonTree {
  /** Objects and lists within each other, at most; what is deeper ends the reading. */
  static final int DEEPEST = 64;

  private static final int MOST_VALUES = 200_000;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(10_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Deque<Object> open = new ArrayDeque<>();
  private final List<Object> roots = new ArrayList<>();
  private String name = "";

  private JsonTree() {}

  /** Returns the values of a text: maps, lists and texts. */
  static List<Object> read(String json) {
    JsonTree tree = new JsonTree();
    try (JsonParser parser = JSON.createParser(json)) {
      int values = 0;
      for (JsonToken t = parser.nextToken();
          t != null && values++ < MOST_VALUES;
          t = parser.nextToken()) {
        tree.token(t, parser);
      }
    } catch (IOException broken) {
      // What stands before the fault was read, and the rest cannot be.
      return List.copyOf(tree.roots);
    }
    return List.copyOf(tree.roots);
  }

  private void token(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case START_OBJECT -> open(new LinkedHashMap<String, Object>());
      case START_ARRAY -> open(new ArrayList<>());
      case END_OBJECT, END_ARRAY -> open.pop();
      case FIELD_NAME -> name = parser.currentName();
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> put(parser.getText());
      default -> {
        // Neither true nor false nor null says anything here.
      }
    }
  }

  private void open(Object value) {
    put(value);
    open.push(value);
  }

  @SuppressWarnings("unchecked")
  private void put(Object value) {
    Object parent = open.peek();
    if (parent == null) {
      roots.add(value);
    } else if (parent instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else if (parent instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).putIfAbsent(name, value);
    }
  }
}
