package org.sitrep.corpus.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.draft.Languages;

/** What a page declares of itself for machines, whichever of the customs it follows. */
final class Declared {
  private static final int LONGEST_LABEL = 80;

  /** What stands around the holder's name in a notice of copyright. */
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)copyright|\\(c\\)|©|\\b(?:19|20)\\d\\d\\b(?:\\s*[-–]\\s*\\d{2,4})?|all"
              + " rights.*|^\\s*by\\b");

  private final Document document;
  private final MetaTags meta;
  private final LinkedData linked;
  private final Optional<JsonNode> article;

  Declared(Document document) {
    this.document = document;
    meta = new MetaTags(document);
    linked = new LinkedData(document);
    article = own();
  }

  /** The article of the page among those that it speaks of. */
  private Optional<JsonNode> own() {
    List<JsonNode> articles = linked.articles();
    if (articles.size() == 1) {
      return Optional.of(articles.getFirst());
    }
    Set<String> titles = new LinkedHashSet<>();
    meta.all(List.of("og:title", "twitter:title")).forEach(t -> titles.add(Words.key(t.value())));
    document.select("h1").stream().limit(20).forEach(h -> titles.add(Words.key(h.text())));
    String whole = Words.key(document.title());
    for (JsonNode node : articles) {
      String headline = Words.key(node.text("headline").or(() -> node.text("name")).orElse(""));
      if (!headline.isEmpty() && (titles.contains(headline) || whole.contains(headline))) {
        return Optional.of(node);
      }
    }
    return articles.stream().filter(n -> n.fields().containsKey("articleBody")).findFirst();
  }

  MetaTags meta() {
    return meta;
  }

  LinkedData linked() {
    return linked;
  }

  Document document() {
    return document;
  }

  /** What the page says of its article in JSON-LD. */
  Optional<JsonNode> article() {
    return article;
  }

  Optional<String> meta(String... names) {
    return meta.first(List.of(names)).map(MetaTags.Named::value);
  }

  /** The page's own address: absolute, and more than the address of the site. */
  Optional<String> url() {
    List<String> candidates = new ArrayList<>();
    document.select("link[rel=canonical]").forEach(l -> candidates.add(l.attr("href")));
    meta("og:url").ifPresent(candidates::add);
    article.flatMap(a -> a.text("url")).ifPresent(candidates::add);
    article.flatMap(a -> a.text("mainEntityOfPage")).ifPresent(candidates::add);
    meta("parsely-link", "twitter:url").ifPresent(candidates::add);
    return candidates.stream().map(String::strip).filter(Declared::address).findFirst();
  }

  private static boolean address(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      String path = uri.getPath() == null ? "" : uri.getPath();
      return web && uri.getHost() != null && (path.length() > 1 || uri.getQuery() != null);
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /** The publisher. */
  Optional<String> source() {
    return meta("og:site_name")
        .or(() -> article.flatMap(this::publisher))
        .or(() -> linked.page().flatMap(this::publisher))
        .or(() -> meta("dc.publisher", "dcterms.publisher", "citation_publisher"))
        .or(() -> meta("application-name", "apple-mobile-web-app-title", "al:ios:app_name"))
        .filter(s -> s.length() <= LONGEST_LABEL && !s.startsWith("http"));
  }

  /** Whoever publishes or files the article, under all names that the page declares: no author. */
  Set<String> others() {
    Set<String> others = new LinkedHashSet<>();
    source().ifPresent(others::add);
    article.flatMap(this::publisher).ifPresent(others::add);
    linked.page().flatMap(this::publisher).ifPresent(others::add);
    meta.all(List.of("og:site_name", "dc.publisher", "publisher", "article:section", "section"))
        .forEach(m -> others.add(m.value()));
    article.ifPresent(a -> others.addAll(a.texts("articleSection")));
    meta.all(List.of("copyright", "dc.rights", "rights"))
        .forEach(m -> others.add(COPYRIGHT.matcher(m.value()).replaceAll("").strip()));
    return others;
  }

  private Optional<String> publisher(JsonNode node) {
    return node.nodes("publisher").stream()
        .map(linked::followed)
        .flatMap(p -> p.text("name").stream())
        .findFirst()
        .or(() -> node.text("publisher"));
  }

  /** The language, empty where it is not declared. */
  Optional<String> language() {
    List<String> candidates = new ArrayList<>();
    candidates.add(document.select("html").attr("lang"));
    candidates.add(document.select("html").attr("xml:lang"));
    article.flatMap(a -> a.text("inLanguage")).ifPresent(candidates::add);
    meta("content-language", "dc.language", "dcterms.language", "og:locale")
        .ifPresent(candidates::add);
    return candidates.stream()
        .filter(l -> !l.isBlank() && l.length() < 20)
        .flatMap(l -> Languages.tag(l).stream())
        .findFirst();
  }

  /** The elements of an expression, at most so many. */
  List<Element> select(String expression, int most) {
    return document.select(expression).stream().limit(most).toList();
  }
}
