package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;
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
  private static final Pattern COLLECTIVE =
      Pattern.compile(
          "(?i)\\b(?:staff|team|desk|news|editors?|editorial|newsroom|agenc(?:y|ies)|wire|press"
              + "|magazine|media|service|office)\\b");
  private static final int MOST_ELEMENTS = 60;
  private static final String MARKED = "[itemprop~=author],[rel~=\\bauthor\\b]";

  /** The author of an entry by the microformats hAtom and h-entry. */
  private static final String OF_ENTRY =
      "[class*=author] .fn,.byline .fn,.vcard .fn,.p-author,.author.fn";

  private static final String NAME = "[itemprop=name],.fn,.p-name";
  private static final int BELOW_FIRST_TEXT = 3;
  private static final String NAMED =
      "[class*=byline],[class*=author],[id*=byline],[id*=author],[class*=writer]";
  private static final String LINKED =
      "a[href~=(?i)[/=](?:authors?|editors?|autor(?:es|en)?|staff|contributors?|profiles?"
          + "|journalists?|reporters?|by|writers?)[/=]]";

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
      boolean dated = page.zone(i) == Zone.DATELINE && near(i);
      if (page.zone(i) == Zone.BYLINE || dated) {
        add("block %d".formatted(i + 1), page.authors(i));
      }
    }
    return sources.entrySet().stream()
        .filter(s -> s.getValue().stream().allMatch(AuthorReader::individual))
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
    List<String> marked = new ArrayList<>();
    atArticle(MARKED).forEach(e -> marked.addAll(names(e)));
    declared.select(MARKED, MOST_ELEMENTS).stream()
        .filter(this::underHeadline)
        .forEach(e -> marked.addAll(names(e)));
    add("marked as the author", marked);
    List<String> ofEntry = new ArrayList<>();
    declared.select(OF_ENTRY, MOST_ELEMENTS).stream()
        .filter(body::ofEntry)
        .forEach(e -> ofEntry.addAll(names(e)));
    add("marked as the author of its entry", ofEntry);
    atArticle(NAMED).forEach(e -> add("named as the author", names(e)));
    add(
        "linked to a page of authors",
        atArticle(LINKED).stream()
            .filter(e -> body.blockOf(e) <= body.firstText())
            .map(Element::text)
            .filter(AuthorReader::personal)
            .toList());
  }

  private List<Element> atArticle(String expression) {
    return declared.select(expression, MOST_ELEMENTS).stream().filter(this::atArticle).toList();
  }

  private boolean atArticle(Element element) {
    int at = body.blockOf(element);
    return at >= 0 && near(at) && !body.marked(at, Zone.RAIL) && !body.marked(at, Zone.NAVIGATION);
  }

  /** The name that an element says is one, else the persons it links to, else all of its text. */
  private static List<String> names(Element element) {
    Element name = element.selectFirst(NAME);
    if (name != null) {
      return List.of(name.hasAttr("content") ? name.attr("content") : name.text());
    }
    List<String> links =
        element.select("a").stream().map(Element::text).filter(AuthorReader::personal).toList();
    return links.isEmpty() ? List.of(element.text()) : links;
  }

  private static boolean individual(String name) {
    return BlockPage.person(name) && !COLLECTIVE.matcher(name).find();
  }

  private static boolean personal(String text) {
    return BlockPage.person(text)
        && !BlockPage.is(Marker.SHARE, text)
        && !BlockPage.is(Marker.RAIL, text)
        && !BlockPage.is(Marker.AUTHOR, text);
  }

  /** Between headline and text, whatever the elements around it are called. */
  private boolean underHeadline(Element element) {
    int at = body.blockOf(element);
    return body.headline() >= 0 && at > body.headline() && at <= body.firstText();
  }

  private boolean near(int block) {
    int from = body.headline() >= 0 ? body.headline() : body.first();
    return (block >= from - 5 && block <= body.firstText() + BELOW_FIRST_TEXT)
        || (block >= body.lastText() && block <= body.lastText() + 6);
  }

  private void add(String reason, List<String> written) {
    List<String> names = AuthorNames.of(written, declared.others());
    if (!names.isEmpty()) {
      sources.putIfAbsent(reason, names);
    }
  }
}
