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
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.Deadline;
import org.sitrep.corpus.draft.FirstSentence;
import org.sitrep.corpus.draft.Languages;
import org.sitrep.corpus.draft.WrittenDates;
import org.sitrep.corpus.feed.Feed;
import org.sitrep.corpus.feed.FeedEntry;
import org.sitrep.corpus.feed.FeedReader;
import org.sitrep.corpus.html.AuthorNames;
import org.sitrep.corpus.html.HtmlReader;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.Published;

/** Makes one article of every entry of a feed. */
final class FeedArticles {
  /** How mail writes its sender, and old feeds their author. */
  private static final Pattern MAILED = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

  /** A link that is relative, and the feed does not say to what, is no address. */
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][\\w+.-]*:");

  private static final int MOST_TAGS = 40;

  private static final int TOLD_APART_BY = 30;
  private static final int LONGEST_SAMPLE = 2_000;

  private final Articles articles;
  private final Supplier<PageContext> contexts;
  private Optional<String> declared = Optional.empty();
  private Optional<String> together = Optional.empty();

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
    declared = feed.language();
    together = declared.isPresent() ? declared : together(entries);
    List<String> notes = Stream.concat(decoded.note().stream(), feed.note().stream()).toList();
    Stream<Reading> read =
        IntStream.range(0, entries.size())
            .mapToObj(i -> inTime(feed, entries.get(i), i + 1, i == 0 ? notes : List.of()));
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

  /** The language of all entries together, each of which may be too short to tell it. */
  private static Optional<String> together(List<FeedEntry> entries) {
    StringBuilder sample = new StringBuilder();
    for (FeedEntry entry : entries.subList(0, Math.min(entries.size(), TOLD_APART_BY))) {
      for (String text : entry.all("title", "description", "summary")) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_SAMPLE));
        sample.append(HtmlReader.line(start)).append(' ');
      }
    }
    return Languages.detect(sample.toString());
  }

  private Reading inTime(Feed feed, FeedEntry entry, int number, List<String> about) {
    String input = articles.file().input() + ":" + number;
    PageContext context = contexts.get();
    try {
      Reading reading = entry(feed, entry, number, about, context);
      context.deadline().checkNow();
      return reading;
    } catch (Deadline.PassedException late) {
      return new Reading.Rejected(input, String.valueOf(late.getMessage()), Optional.empty());
    }
  }

  private Reading entry(
      Feed feed, FeedEntry entry, int number, List<String> about, PageContext context) {
    String input = articles.file().input() + ":" + number;
    String name = articles.file().name();
    List<String> notes = new ArrayList<>(about);
    Optional<String> link = link(entry);
    String id = entry.first("guid", "id", "about").or(() -> link).orElseGet(() -> ownId(entry));
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
    link.filter(l -> ABSOLUTE.matcher(l).lookingAt()).ifPresent(article::url);
    Articles.derive(article, title, body, language(entry, title, body));
    return articles.built(article, input, id, notes);
  }

  /**
   * An entry that names itself in no way is known by its title and date, which stay when its text
   * is corrected; where it has not both, by all that it says.
   */
  private String ownId(FeedEntry entry) {
    Optional<String> title = entry.first("title", "dc:title");
    Optional<String> date = entry.first("pubDate", "published", "issued", "dc:date");
    String content =
        title.isPresent() && date.isPresent()
            ? title.get() + "\n" + date.get()
            : entry.texts().toString();
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return articles.file().path().isPresent()
        ? ContentId.below(articles.file().name(), bytes)
        : ContentId.of(bytes);
  }

  /** The entry's link, or its guid where that is one. */
  private static Optional<String> link(FeedEntry entry) {
    return entry
        .first("link")
        .or(() -> entry.first("guid", "about").filter(g -> g.matches("https?://\\S+")));
  }

  private Optional<String> language(FeedEntry entry, String title, String body) {
    return entry
        .first(FeedEntry.LANGUAGE, "dc:language")
        .flatMap(Languages::tag)
        .or(() -> declared)
        .or(() -> Languages.detect(title + ". " + body))
        .or(() -> together);
  }

  private static void dates(
      FeedEntry entry, ArticleBuilder article, PageContext context, List<String> notes) {
    BlockPage none = new BlockPage(List.of(), context);
    Optional<Published> changed =
        date(entry.first("updated", "modified", "dc:modified"), none, context, notes);
    Optional<Published> published =
        date(
            entry.first("pubDate", "published", "issued", "dc:date", "dc:issued", "dc:created"),
            none,
            context,
            notes);
    published.ifPresent(p -> article.published(p.date(), p.from()));
    changed.ifPresent(c -> article.modified(c.date()));
    if (published.isEmpty()) { // an entry that was never changed was "updated" when it came
      changed.ifPresent(c -> article.published(c.date(), DateFrom.INFERRED));
    }
  }

  private static Optional<Published> date(
      Optional<String> written, BlockPage page, PageContext context, List<String> notes) {
    Optional<Published> date =
        written.flatMap(
            w ->
                WrittenDates.parse(w)
                    .map(d -> new Published(d, DateFrom.DECLARED, "the feed says so"))
                    .or(() -> page.date(w)));
    if (date.isPresent() && date.get().date().firstDay().isAfter(context.latest())) {
      notes.add("a date is in the future and left out: '%s'".formatted(date.get().date()));
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
    return AuthorNames.of(written, source.stream().toList());
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
