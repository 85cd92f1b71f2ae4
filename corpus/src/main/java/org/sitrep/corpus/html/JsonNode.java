package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.draft.CleanText;

/**
 * An object of JSON-LD.
 *
 * @param fields its fields
 */
record JsonNode(Map<?, ?> fields) {
  private static final int DEEPEST = 8;

  /** Its types, in lower case and without the address of the vocabulary. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    for (Object value : values(fields.get("@type"))) {
      if (value instanceof String type) {
        types.add(type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
      }
    }
    return types;
  }

  /** The first text of a field, as people read it. */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** All texts of a field; of objects, their names. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    collect(fields.get(name), texts, 0);
    return texts;
  }

  private static void collect(@Nullable Object value, List<String> texts, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Object one : values(value)) {
      if (one instanceof String text) {
        String clean = plain(text);
        if (!clean.isEmpty()) {
          texts.add(clean);
        }
      } else if (one instanceof Map<?, ?> map) {
        Object named = map.containsKey("name") ? map.get("name") : map.get("@value");
        collect(named == null ? map.get("@id") : named, texts, depth + 1);
      }
    }
  }

  /** The objects of a field. */
  List<JsonNode> nodes(String name) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Object value : values(fields.get(name))) {
      if (value instanceof Map<?, ?> map) {
        nodes.add(new JsonNode(map));
      }
    }
    return nodes;
  }

  static List<?> values(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    return value == null ? List.of() : List.of(value);
  }

  /** Without the entities that some publishers write twice. */
  static String plain(String text) {
    String once = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    return CleanText.line(once);
  }
}
