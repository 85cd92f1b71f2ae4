package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself in {@code meta} elements: OpenGraph, Dublin Core and others. */
final class MetaTags {
  /**
   * A value and the name that it stands under.
   *
   * @param name the name, in lower case
   * @param value the value
   */
  record Named(String name, String value) {}

  private static final int LONGEST = 2_000;
  private static final int MOST = 1_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  MetaTags(Document document) {
    for (Element meta :
        document.select("meta[content],meta[value]").stream().limit(MOST).toList()) {
      String content =
          JsonNode.plain(cut(meta.hasAttr("content") ? meta.attr("content") : meta.attr("value")));
      if (!content.isEmpty()) {
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
          add(meta.attr(attribute), content);
        }
      }
    }
  }

  private static String cut(String content) {
    return content.length() > LONGEST ? "" : content;
  }

  private void add(String names, String content) {
    for (String name : names.strip().toLowerCase(Locale.ROOT).split("\\s+", 10)) {
      if (!name.isEmpty()) {
        List<String> known = values.computeIfAbsent(name, n -> new ArrayList<>());
        if (!known.contains(content)) {
          known.add(content);
        }
      }
    }
  }

  /** The first value of the first of the names that has one. */
  Optional<Named> first(List<String> names) {
    return all(names).stream().findFirst();
  }

  /** All values of all the names, in the order of the names. */
  List<Named> all(List<String> names) {
    List<Named> all = new ArrayList<>();
    for (String name : names) {
      for (String value : values.getOrDefault(name, List.of())) {
        all.add(new Named(name, value));
      }
    }
    return all;
  }
}
