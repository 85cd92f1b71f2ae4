package org.sitrep.corpus.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.draft.Languages;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;

/** What a page declares of itself for machines, whichever of the customs it follows. */
final class Declared {
  private static final int LONGEST_LABEL = 80;
  private static final int MOST_LABELS = 40;

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

  /** The sections, from the whole site inwards. */
  List<String> sections(String title) {
    Set<String> sections = new LinkedHashSet<>();
    article.ifPresent(a -> sections.addAll(a.texts("articleSection")));
    meta.all(
            List.of("article:section", "og:article:section", "parsely-section", "sailthru.section"))
        .forEach(s -> sections.add(s.value()));
    List<String> trail = linked.trail();
    if (trail.isEmpty()) {
      document
          .select("nav[aria-label*=breadcrumb] li, [itemtype*=BreadcrumbList] [itemprop=name]")
          .forEach(e -> trail.add(e.text().strip()));
    }
    String own = Words.key(title);
    for (String step : trail) {
      boolean home =
          BlockPage.is(Marker.NAVIGATION, step) || step.equalsIgnoreCase(source().orElse(""));
      if (!home && !own.startsWith(Words.key(step))) {
        sections.add(step);
      }
    }
    return labels(sections);
  }

  /** The publisher's tags. */
  List<String> tags(String titleAndBody) {
    Set<String> tags = new LinkedHashSet<>();
    meta.all(List.of("article:tag", "og:article:tag", "og:video:tag"))
        .forEach(t -> tags.addAll(split(t.value())));
    article.ifPresent(a -> a.texts("keywords").forEach(k -> tags.addAll(split(k))));
    if (tags.isEmpty()) {
      meta.all(List.of("news_keywords", "parsely-tags", "sailthru.tags"))
          .forEach(t -> tags.addAll(split(t.value())));
    }
    if (tags.isEmpty()) {
      document.select("a[rel~=\\btag\\b]").forEach(a -> tags.add(a.text().strip()));
    }
    if (tags.isEmpty()) {
      tags.addAll(spoken(titleAndBody));
    }
    return labels(tags);
  }

  /** General keywords are the article's where it speaks of half of them, else the site's. */
  private List<String> spoken(String titleAndBody) {
    List<String> keywords = new ArrayList<>();
    meta.all(List.of("keywords")).forEach(k -> keywords.addAll(split(k.value())));
    String text = " " + Words.key(titleAndBody) + " ";
    long spoken = keywords.stream().filter(k -> text.contains(" " + Words.key(k) + " ")).count();
    return keywords.size() <= MOST_LABELS && 2 * spoken >= keywords.size() ? keywords : List.of();
  }

  private static List<String> split(String tags) {
    List<String> split = new ArrayList<>();
    for (String tag : tags.split("[,;，、]", MOST_LABELS + 1)) {
      split.add(tag.strip());
    }
    return split;
  }

  private static List<String> labels(Set<String> written) {
    List<String> labels = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String label : written) {
      String clean = label.replaceFirst("^#\\s*", "").strip();
      if (!clean.isEmpty()
          && clean.length() <= LONGEST_LABEL
          && !clean.contains("://")
          && keys.add(clean.toLowerCase(Locale.ROOT))) {
        labels.add(clean);
      }
    }
    return labels.subList(0, Math.min(labels.size(), MOST_LABELS));
  }

  /** The elements of an expression, at most so many. */
  List<Element> select(String expression, int most) {
    return document.select(expression).stream().limit(most).toList();
  }
}
