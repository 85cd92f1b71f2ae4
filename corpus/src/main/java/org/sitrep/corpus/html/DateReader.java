package org.sitrep.corpus.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.draft.WrittenDates;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.Published;
import org.sitrep.corpus.page.Zone;

/**
 * Reads when an article was published and changed. What is declared for machines goes before what
 * stands at the headline, that before the date in the address, and that before what the text
 * reports. A date elsewhere on the page is another article's.
 */
final class DateReader {
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "article:published",
          "og:published_time",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "cxenseparse:recs:publishtime",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.date",
          "dc.date",
          "dc.date.created",
          "dcterms.created",
          "dc.created",
          "citation_publication_date",
          "citation_date",
          "publication_date",
          "publication-date",
          "publish-date",
          "publish_date",
          "publishdate",
          "published_date",
          "published-date",
          "pubdate",
          "pub_date",
          "pdate",
          "date",
          "displaydate",
          "display_date",
          "article.published",
          "article_date_original",
          "originalpublicationdate",
          "published_at",
          "published",
          "article.created",
          "date_published",
          "content_date",
          "article:post_date");
  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:article:modified_time",
          "article:modified",
          "og:updated_time",
          "datemodified",
          "dcterms.modified",
          "dc.date.modified",
          "lastmod",
          "last-modified",
          "article.updated",
          "updated_time",
          "modified");
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(\\d{3})?");
  private static final Pattern STATED =
      Pattern.compile(
          "\"(?:datePublished|publishedAt|publishDate|published_at|publish_date"
              + "|publishedDate|pubDate|publicationDate|date_published)\"\\s*:\\s*\"([^\"]{8,40})\"");

  /** The time element, and what stood for it before: the microformats hAtom and h-entry. */
  private static final String ENTRY_TIMES =
      "abbr.published,.published[title],.dt-published,.entry-date";

  private static final String TIMES = "time," + ENTRY_TIMES;

  private static final int EARLIEST_YEAR = 1800;
  private static final int ABOVE_HEADLINE = 6;
  private static final int BELOW_TEXT = 4;
  private static final int SCRIPT_LOOKED_AT = 1 << 20;

  private final Declared declared;
  private final HtmlBody body;
  private final BlockPage page;
  private final PageContext context;

  DateReader(Declared declared, HtmlBody body, PageContext context) {
    this.declared = declared;
    this.body = body;
    this.page = body.page();
    this.context = context;
    withoutDistantDates();
  }

  /** A date far above the headline is today's, or that of another article. */
  private void withoutDistantDates() {
    int from = body.headline() >= 0 ? body.headline() : body.first();
    for (int i = 0; i < page.size(); i++) {
      boolean far = i < from - ABOVE_HEADLINE || i > body.last() + BELOW_TEXT;
      boolean others = body.marked(i, Zone.RAIL) || body.marked(i, Zone.NAVIGATION);
      if (page.zone(i) == Zone.DATELINE && (far || others)) {
        page.set(i, Zone.RAIL, "a date that does not stand at the article");
      }
    }
  }

  /** What is known goes before what is a guess of the order of day and month. */
  Optional<Published> published() {
    return said()
        .filter(p -> p.from() != DateFrom.INFERRED)
        .findFirst()
        .or(() -> said().findFirst())
        .or(page::inferred);
  }

  private Stream<Published> said() {
    return Stream.<Supplier<Stream<Published>>>of(
            this::linked,
            this::meta,
            this::microdata,
            this::timeAtHeadline,
            () -> page.declared(body.headline()).filter(p -> believable(p.date())).stream(),
            () -> declared.url().stream().flatMap(this::inName),
            this::inScripts,
            () -> inName(context.name()))
        .flatMap(Supplier::get);
  }

  private Stream<Published> inName(String name) {
    return BlockPage.inName(name, context.latest()).stream();
  }

  Optional<PartialDate> modified() {
    List<String> written = new ArrayList<>();
    declared.article().ifPresent(a -> written.addAll(a.texts("dateModified")));
    declared.meta().all(MODIFIED).forEach(m -> written.add(m.value()));
    declared
        .select("[itemprop=dateModified],abbr.updated,time.updated,time.dt-updated", 5)
        .forEach(e -> written.add(value(e)));
    return written.stream()
        .flatMap(w -> parse(w, "").stream())
        .filter(p -> p.from() == DateFrom.DECLARED)
        .map(Published::date)
        .findFirst()
        .or(() -> page.modified(body.headline()).filter(this::believable));
  }

  private Stream<Published> linked() {
    List<JsonNode> nodes = new ArrayList<>();
    declared.article().ifPresent(nodes::add);
    declared.linked().page().ifPresent(nodes::add);
    return Stream.of("datePublished", "dateCreated")
        .flatMap(
            field ->
                nodes.stream()
                    .flatMap(node -> node.text(field).stream())
                    .flatMap(d -> parse(d, "%s of the page's JSON-LD".formatted(field)).stream()));
  }

  private Stream<Published> meta() {
    return declared.meta().all(PUBLISHED).stream()
        .flatMap(
            m -> parse(m.value(), "the page's meta element “%s”".formatted(m.name())).stream());
  }

  private Stream<Published> microdata() {
    return declared.select("[itemprop~=datePublished],time[pubdate]", 20).stream()
        .filter(e -> !others(e))
        .flatMap(e -> parse(value(e), "marked as the date of publication").stream());
  }

  private Stream<Published> timeAtHeadline() {
    return declared.select(TIMES, 100).stream()
        .filter(this::ownTime)
        .flatMap(e -> parse(value(e), "a time element at the article").stream());
  }

  private boolean ownTime(Element time) {
    int at = body.blockOf(time);
    boolean changed =
        BlockPage.is(Marker.MODIFIED, time.text())
            || (at >= 0 && page.is(at, Marker.MODIFIED))
            || (time.hasClass("updated") && !time.hasClass("published"));
    boolean ofEntry = time.is(ENTRY_TIMES) && body.ofEntry(time);
    return !changed && (ofEntry || (at >= 0 && near(at) && !others(time)));
  }

  private boolean near(int block) {
    int from = body.headline() >= 0 ? body.headline() : body.first();
    int firstText = body.firstText();
    return (block >= from - ABOVE_HEADLINE && block <= firstText + 1)
        || (block > body.last() && block <= body.last() + BELOW_TEXT);
  }

  private boolean others(Element element) {
    int at = body.blockOf(element);
    return at >= 0 && (body.marked(at, Zone.RAIL) || body.marked(at, Zone.NAVIGATION));
  }

  /** A date in the page's scripts, where they agree on one. */
  private Stream<Published> inScripts() {
    List<Published> dates = new ArrayList<>();
    for (Element script : declared.select("script", 200)) {
      String code = script.data();
      STATED
          .matcher(code.substring(0, Math.min(code.length(), SCRIPT_LOOKED_AT)))
          .results()
          .limit(50)
          .flatMap(m -> parse(m.group(1), "the page's own data").stream())
          .forEach(dates::add);
    }
    boolean agreed = dates.stream().map(d -> d.date().firstDay()).distinct().count() == 1;
    return agreed ? Stream.of(dates.getFirst()) : Stream.empty();
  }

  private static String value(Element element) {
    for (String attribute : List.of("datetime", "content", "title", "data-datetime")) {
      if (!element.attr(attribute).isBlank()) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private Optional<Published> parse(String written, String reason) {
    if (written.length() > 200) {
      return Optional.empty();
    }
    return epoch(written)
        .or(() -> WrittenDates.parse(written))
        .map(d -> new Published(d, DateFrom.DECLARED, reason))
        .or(() -> page.date(written).map(p -> new Published(p.date(), p.from(), reason)))
        .filter(p -> believable(p.date()));
  }

  private static Optional<PartialDate> epoch(String written) {
    String digits = written.strip();
    if (!EPOCH.matcher(digits).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(digits);
    Instant instant =
        digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    return PartialDate.parse(instant.atOffset(ZoneOffset.UTC).withNano(0).toString());
  }

  private boolean believable(PartialDate date) {
    boolean epoch = date.firstDay().equals(LocalDate.EPOCH);
    return !epoch
        && date.start().getYear() >= EARLIEST_YEAR
        && !date.firstDay().isAfter(context.latest());
  }
}
