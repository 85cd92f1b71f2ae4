package org.sitrep.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.Deadline;
import org.sitrep.corpus.draft.FirstSentence;
import org.sitrep.corpus.draft.WrittenDates;
import org.sitrep.corpus.feed.Feed;
import org.sitrep.corpus.feed.FeedEntry;
import org.sitrep.corpus.feed.FeedReader;
import org.sitrep.corpus.html.AuthorNames;
import org.sitrep.corpus.html.HtmlReader;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.PageContext;

/** Makes one article of every entry of a feed. */
final class FeedArticles {
  /** How mail writes its sender, and old feeds their author. */
  private static final Pattern MAILED = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

  private static final int MOST_TAGS = 40;

  private final Articles articles;
  private final Supplier<PageContext> contexts;

  /**
   * Makes articles.
   *
   * @param articles makes an article of what was read
   * @param contexts gives what is known of an entry, when its reading begins
   */
  FeedArticles(Articles articles, Supplier<PageContext> contexts) {
    this.articles = articles;
    this.contexts = contexts;
  }

  /** Reads a feed: its entries up to its fault, and the fault as one rejection more. */
  Stream<Reading> read(Decoded decoded) {
    Feed feed = FeedReader.read(decoded.text());
    List<FeedEntry> entries = feed.entries();
    Stream<Reading> read =
        IntStream.range(0, entries.size())
            .mapToObj(
                i ->
                    inTime(
                        feed, entries.get(i), i + 1, i == 0 ? decoded.note() : Optional.empty()));
    String next =
        entries.isEmpty()
            ? articles.file().input()
            : articles.file().input() + ":" + (entries.size() + 1);
    Optional<String> wrong =
        feed.fault()
            .or(
                () ->
                    entries.isEmpty()
                        ? Optional.of("is a feed without entries")
                        : Optional.empty());
    return Stream.concat(
        read, wrong.stream().map(w -> new Reading.Rejected(next, w, Optional.empty())));
  }

  private Reading inTime(Feed feed, FeedEntry entry, int number, Optional<String> encoding) {
    String input = articles.file().input() + ":" + number;
    PageContext context = contexts.get();
    try {
      Reading reading = entry(feed, entry, number, encoding, context);
      context.deadline().checkNow();
      return reading;
    } catch (Deadline.PassedException late) {
      return new Reading.Rejected(input, String.valueOf(late.getMessage()), Optional.empty());
    }
  }

  private Reading entry(
      Feed feed, FeedEntry entry, int number, Optional<String> encoding, PageContext context) {
    String input = articles.file().input() + ":" + number;
    String name = articles.file().name();
    List<String> notes = new ArrayList<>(encoding.stream().toList());
    Optional<String> link = link(entry);
    String id =
        entry
            .first("guid", "id", "about")
            .or(() -> link)
            .orElseGet(
                () -> articles.file().path().isPresent() ? name + ":" + number : ownId(entry));
    String title = HtmlReader.line(entry.first("title", "dc:title").orElse(""));
    String body =
        entry
            .first("content:encoded", "content", "description", "summary", "dc:description")
            .map(html -> HtmlReader.text(html, context))
            .orElse("");
    if (title.isEmpty() && body.isEmpty()) {
      return new Reading.Rejected(input, "has neither title nor text", Optional.of(id));
    }
    Optional<String> source = Optional.of(HtmlReader.line(feed.title())).filter(s -> !s.isEmpty());
    ArticleBuilder article = Article.builder(id).body(body).file(name);
    article.title(
        title.isEmpty() ? FirstSentence.of(body) : title,
        title.isEmpty() ? TitleFrom.DERIVED : TitleFrom.DECLARED);
    dates(entry, article, context, notes);
    article.authors(authors(entry, source));
    article.tags(tags(entry));
    source.ifPresent(article::source);
    link.ifPresent(article::url);
    Articles.derive(article, title, body, feed.language());
    return articles.built(article, input, id, notes);
  }

  /** What comes from standard input is named by its content. */
  private static String ownId(FeedEntry entry) {
    return ContentId.of(entry.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The entry's link, or its guid where that is one. */
  private static Optional<String> link(FeedEntry entry) {
    return entry
        .first("link")
        .or(() -> entry.first("guid", "about").filter(g -> g.matches("https?://\\S+")));
  }

  private static void dates(
      FeedEntry entry, ArticleBuilder article, PageContext context, List<String> notes) {
    BlockPage none = new BlockPage(List.of(), context);
    Optional<PartialDate> changed =
        date(entry.first("updated", "modified", "dc:modified"), none, context, notes);
    Optional<PartialDate> published =
        date(
            entry.first("pubDate", "published", "issued", "dc:date", "dc:issued", "dc:created"),
            none,
            context,
            notes);
    published.or(() -> changed).ifPresent(d -> article.published(d, DateFrom.DECLARED));
    if (published.isPresent()) {
      changed.ifPresent(article::modified);
    }
  }

  private static Optional<PartialDate> date(
      Optional<String> written, BlockPage page, PageContext context, List<String> notes) {
    Optional<PartialDate> date = written.flatMap(w -> WrittenDates.parse(w).or(() -> page.date(w)));
    if (date.isPresent() && date.get().firstDay().isAfter(context.latest())) {
      notes.add("a date is in the future and left out: '%s'".formatted(date.get()));
      return Optional.empty();
    }
    return date;
  }

  private static List<String> authors(FeedEntry entry, Optional<String> source) {
    List<String> written = new ArrayList<>();
    for (String author : entry.all("dc:creator", "author")) {
      Matcher mailed = MAILED.matcher(author);
      written.add(HtmlReader.line(mailed.matches() ? mailed.group(1) : author));
    }
    return AuthorNames.of(written, source);
  }

  private static List<String> tags(FeedEntry entry) {
    Set<String> tags = new LinkedHashSet<>();
    for (String category : entry.all("category", "dc:subject")) {
      String tag = HtmlReader.line(category);
      if (!tag.isEmpty()
          && !BlockPage.unsorted(tag)
          && tag.length() <= 80
          && tags.size() < MOST_TAGS) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }
}
