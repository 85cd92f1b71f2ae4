package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself in JSON-LD with the words of schema.org. */
final class LinkedData {
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)");
  private static final Set<String> ARTICLES =
      Set.of(
          "blogposting",
          "report",
          "liveblogposting",
          "pressrelease",
          "review",
          "socialmediaposting");
  private static final Set<String> PAGES = Set.of("webpage", "itempage", "medicalwebpage");
  private static final int DEEPEST = 12;

  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> pages = new ArrayList<>();
  private final List<JsonNode> trails = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  LinkedData(Document document) {
    for (Element script : document.select("script[type*=ld+json]")) {
      String json = WRAPPING.matcher(script.data()).replaceFirst("");
      for (Object root : JsonTree.read(json)) {
        visit(root, 0);
      }
    }
  }

  private void visit(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Object one : JsonNode.values(value)) {
      if (one instanceof Map<?, ?> map) {
        take(new JsonNode(map));
        map.values().forEach(v -> visit(v instanceof String ? null : v, depth + 1));
      } else if (one instanceof List<?> list) {
        visit(list, depth + 1);
      }
    }
  }

  private void take(JsonNode node) {
    List<String> types = node.types();
    if (types.stream().anyMatch(t -> t.endsWith("article") || ARTICLES.contains(t))) {
      articles.add(node);
    } else if (types.stream().anyMatch(PAGES::contains)) {
      pages.add(node);
    } else if (types.contains("breadcrumblist")) {
      trails.add(node);
    }
    if (node.fields().get("@id") instanceof String id && node.fields().size() > 1) {
      byId.putIfAbsent(id, node);
    }
  }

  /** The articles that the page speaks of, its own and others. */
  List<JsonNode> articles() {
    return articles;
  }

  /** What it says of the page rather than of an article. */
  Optional<JsonNode> page() {
    return pages.stream().findFirst();
  }

  /** The node that a reference leads to, or the node itself. */
  JsonNode followed(JsonNode node) {
    return node.fields().size() == 1 && node.fields().get("@id") instanceof String id
        ? byId.getOrDefault(id, node)
        : node;
  }

  /** The steps of the first trail that leads to the page. */
  List<String> trail() {
    List<String> steps = new ArrayList<>();
    if (!trails.isEmpty()) {
      for (JsonNode step : trails.getFirst().nodes("itemListElement")) {
        step.text("name").or(() -> step.text("item")).ifPresent(steps::add);
      }
    }
    steps.removeIf(s -> s.startsWith("http"));
    return steps;
  }
}
