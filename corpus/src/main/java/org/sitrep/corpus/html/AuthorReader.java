package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Zone;

/** Reads who wrote an article: names alone, without roles, addresses and dates. */
final class AuthorReader {
  /**
   * The authors and where they come from.
   *
   * @param names the names
   * @param reason where they come from
   */
  record Authors(List<String> names, String reason) {}

  private static final List<String> META =
      List.of(
          "author",
          "article:author",
          "og:article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "cxenseparse:author",
          "citation_author",
          "byl",
          "article:author_name",
          "article.author",
          "authors",
          "og:author",
          "twitter:creator:name");
  private static final String NAMED =
      "[itemprop~=author],[rel~=\\bauthor\\b],[class~=(?i)\\b(?:byline|author|writer)],[id~=(?i)\\b(?:byline|author)]";

  private final Declared declared;
  private final HtmlBody body;
  private final BlockPage page;
  private final Map<String, List<String>> sources = new LinkedHashMap<>();

  AuthorReader(Declared declared, HtmlBody body) {
    this.declared = declared;
    this.body = body;
    page = body.page();
  }

  Authors read() {
    linked();
    for (MetaTags.Named named : declared.meta().all(META)) {
      add("the page's meta element “%s”".formatted(named.name()), List.of(named.value()));
    }
    elements();
    for (int i = 0; i < page.size(); i++) {
      if (page.zone(i) == Zone.BYLINE) {
        add("block %d".formatted(i + 1), page.authors(i));
      }
    }
    return sources.entrySet().stream()
        .filter(s -> s.getValue().stream().allMatch(BlockPage::person))
        .findFirst()
        .or(() -> sources.entrySet().stream().findFirst())
        .map(s -> new Authors(s.getValue(), s.getKey()))
        .orElse(new Authors(List.of(), ""));
  }

  private void linked() {
    for (String field : List.of("author", "creator")) {
      declared
          .article()
          .ifPresent(
              a -> {
                List<String> names = new ArrayList<>();
                a.nodes(field)
                    .forEach(n -> names.addAll(declared.linked().followed(n).texts("name")));
                add(
                    "%s of the page's JSON-LD".formatted(field),
                    names.isEmpty() ? a.texts(field) : names);
              });
    }
  }

  private void elements() {
    for (Element element : declared.select(NAMED, 60)) {
      int at = body.blockOf(element);
      if (at < 0 || !near(at) || body.marked(at, Zone.RAIL) || body.marked(at, Zone.NAVIGATION)) {
        continue;
      }
      Element name = element.selectFirst("[itemprop=name]");
      List<String> links =
          element.select("a").stream().map(Element::text).filter(t -> !t.isBlank()).toList();
      if (name != null) {
        add(
            "marked as the author",
            List.of(name.hasAttr("content") ? name.attr("content") : name.text()));
      } else if (!links.isEmpty() && links.stream().allMatch(BlockPage::person)) {
        add("linked as the author", links);
      } else {
        add("marked as the author", List.of(element.text()));
      }
    }
  }

  private boolean near(int block) {
    int from = body.headline() >= 0 ? body.headline() : body.first();
    return (block >= from - 5 && block <= body.firstText() + 1)
        || (block >= body.lastText() && block <= body.lastText() + 6);
  }

  private void add(String reason, List<String> written) {
    List<String> names = AuthorNames.of(written, declared.source());
    if (!names.isEmpty()) {
      sources.putIfAbsent(reason, names);
    }
  }
}
