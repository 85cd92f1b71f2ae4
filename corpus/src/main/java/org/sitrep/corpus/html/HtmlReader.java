package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.ArticleFormatException;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.draft.FirstSentence;
import org.sitrep.corpus.page.ExplainedField;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.PageOrigin;
import org.sitrep.corpus.page.PageReading;
import org.sitrep.corpus.page.Published;
import org.sitrep.corpus.page.SavedTimes;

/**
 * Reads an HTML page: what it declares of its article for machines, and the article's text out of
 * its elements. Runs no script and fetches nothing.
 *
 * <p>The limits: elements nested deeper than {@value #DEEPEST} are read as if they stood at that
 * depth, and a page of more than 50,000 blocks of text is refused. Stateless; safe for use by
 * several threads.
 */
public final class HtmlReader {
  /** Elements within each other, at most. */
  public static final int DEEPEST = 256;

  /** A text in the page's own data stands in where the page shows less than this share of it. */
  private static final double SHOWN = 0.3;

  private static final int SHORTEST_STAND_IN = 200;

  private HtmlReader() {}

  /**
   * Reads a page.
   *
   * @param html the page
   * @param context what else is known of it
   * @return what it reads as
   * @throws ArticleFormatException if the page holds more blocks of text than are read
   */
  public static HtmlReading read(String html, PageContext context) throws ArticleFormatException {
    return readSaved(html, context.saved(SavedTimes.ofMarkup(html)));
  }

  private static HtmlReading readSaved(String html, PageContext context)
      throws ArticleFormatException {
    Document document = parse(html);
    context.deadline().checkNow();
    List<Block> blocks = BlockCollector.collect(document.body());
    if (blocks.size() > BlockCollector.MOST_BLOCKS) {
      throw new ArticleFormatException(
          context.name(),
          "holds more blocks of text than a page may: %,d".formatted(BlockCollector.MOST_BLOCKS));
    }
    context.deadline().checkNow();
    Declared declared = new Declared(document);
    TitleReader.Title title = new TitleReader(declared).read();
    PageContext known = context.from(new PageOrigin(declared.language(), declared.url()));
    HtmlBody body = HtmlBody.ofPage(document.body(), blocks, title.text(), known);
    return new HtmlReading(reading(declared, title, body, known), declared.language());
  }

  private static PageReading reading(
      Declared declared, TitleReader.Title title, HtmlBody body, PageContext context) {
    DateReader dates = new DateReader(declared, body, context);
    AuthorReader.Authors authors = new AuthorReader(declared, body).read();
    body.withoutAuthors(authors.names());
    LabelReader labels = new LabelReader(declared, body);
    List<ExplainedField> fields = new ArrayList<>();
    String text = text(declared, body, fields);
    boolean derived = title.text().isEmpty() && !text.isEmpty();
    String headline = derived ? FirstSentence.of(text) : title.text();
    Optional<Published> published = dates.published();
    explain(fields, "title", headline, derived ? "the text's first sentence" : title.reason());
    published.ifPresent(p -> explain(fields, "published", p.date().toString(), p.reason()));
    body.page().uncounted(body.headline()).ifPresent(fields::add);
    explain(fields, "authors", String.join(", ", authors.names()), authors.reason());
    declared.source().ifPresent(s -> explain(fields, "source", s, "declared"));
    declared.url().ifPresent(u -> explain(fields, "url", u, "declared"));
    return new PageReading(
        headline,
        derived ? TitleFrom.DERIVED : TitleFrom.DECLARED,
        text,
        published.map(Published::date),
        published.map(Published::from),
        dates.modified(),
        labels.tags(headline + " " + text),
        labels.sections(headline),
        authors.names(),
        declared.source(),
        declared.url(),
        body.page().lines(),
        fields);
  }

  private static void explain(
      List<ExplainedField> fields, String field, String value, String reason) {
    if (!value.isEmpty()) {
      fields.add(new ExplainedField(field, value, reason));
    }
  }

  /** The text that the page shows, or that of its own data where scripts would have shown it. */
  private static String text(Declared declared, HtmlBody body, List<ExplainedField> fields) {
    String shown = body.text();
    String stated = declared.article().flatMap(a -> a.text("articleBody")).orElse("");
    if (stated.length() < SHORTEST_STAND_IN || shown.length() >= SHOWN * stated.length()) {
      return shown;
    }
    String text = stated.indexOf('<') >= 0 ? parse(stated).text() : stated;
    explain(fields, "body", FirstSentence.of(text), "the page's JSON-LD, for the page shows less");
    return CleanText.clean(text).strip();
  }

  /**
   * Reads a piece of HTML that is an article's text, such as feeds carry it.
   *
   * @param html the piece; plain text is one too
   * @param context what is known of what it stands in
   * @return the text, paragraphs parted by blank lines; empty where the piece holds more blocks
   *     than a page may
   */
  public static String text(String html, PageContext context) {
    Document document = parse(html);
    List<Block> blocks = BlockCollector.collect(document.body());
    return blocks.size() > BlockCollector.MOST_BLOCKS
        ? ""
        : HtmlBody.ofFragment(document.body(), blocks, context).text();
  }

  /**
   * Reads a piece of HTML that stands on one line, such as a title.
   *
   * @param html the piece
   * @return its words
   */
  public static String line(String html) {
    boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
    return CleanText.line(plain ? html : parse(html).text());
  }

  private static Document parse(String html) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
  }
}
