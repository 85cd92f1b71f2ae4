package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.draft.FirstSentence;

/**
 * Reads a news page saved as text: gives every line a zone, and takes the article out of the right
 * ones.
 *
 * <p>The order of decisions: the text is the heaviest run of sentences ({@code BodyFinder}); the
 * headline is found above it ({@code HeadlineFinder}); what stands above, within and below the text
 * is then read from there. Stateless; safe for use by several threads.
 */
public final class PageReader {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+/\\S+");
  private static final int MOST_LINES_TO_THE_DOOR = 8;
  private static final int MOST_WORDS_BEFORE_THE_DOOR = 60;

  private final PageMap map;
  private final PageContext context;
  private final List<ExplainedField> fields = new ArrayList<>();
  private BodyFinder.Run run;
  private int headline;

  private PageReader(PageMap map, PageContext context) {
    this.map = map;
    this.context = context;
    run = BodyFinder.find(map);
    throughTheDoor();
    headline = HeadlineFinder.find(map, run);
  }

  /**
   * Reads a page.
   *
   * @param text the page's text
   * @param context what else is known of it
   * @return what it reads as
   */
  public static PageReading read(String text, PageContext context) {
    PageLines lines = new PageLines(CleanText.clean(text), context.deadline());
    PageMap map = new PageMap(lines, context.deadline());
    PageReader reader = new PageReader(map, context.saved(SavedTimes.ofLines(lines)));
    HeadReader.read(map, reader.headline, reader.run);
    if (!reader.run.none()) {
      BodyReader.read(map, reader.run, new Credits(map, reader.run).authors());
      reader.furnitureOfThePlace();
    }
    TailReader.read(map, reader.run.none() ? new BodyFinder.Run(0, map.size() - 1) : reader.run);
    return reader.reading();
  }

  /**
   * The second pass: labels within the text that recur over other articles of the place are
   * furniture. The text is found before and without it, and no sentence is taken out, and no
   * heading: of a row of labels, the last stands over text and is one of them all the same.
   */
  private void furnitureOfThePlace() {
    int taken = -1;
    for (int i = run.first(); i <= run.last(); i++) {
      boolean row = map.zone(i) == Zone.HEADING && taken == i - 1;
      if ((map.zone(i) == Zone.BODY || row)
          && !map.line(i).marked
          && context.neighbours().recurs(map.line(i))) {
        map.set(i, Zone.PROMOTION, "recurs on the other pages of its place");
        taken = i;
      }
    }
  }

  /** Where a date or an author stands early in the run, the text begins below it. */
  private void throughTheDoor() {
    int words = 0;
    int lines = 0;
    for (int i = run.first(); i <= run.last() && lines < MOST_LINES_TO_THE_DOOR; i++) {
      Seen seen = map.seen(i);
      if (seen.line.blank()) {
        continue;
      }
      if ((seen.dateline() || seen.byline()) && words <= MOST_WORDS_BEFORE_THE_DOOR) {
        int below = map.page().next(i);
        if (below >= 0 && below <= run.last()) {
          run = new BodyFinder.Run(below, run.last());
        }
      }
      words += seen.line.words;
      lines++;
    }
  }

  private PageReading reading() {
    String body = body();
    String title =
        headline < 0
            ? ""
            : Bylines.clean(map.line(headline).content).isEmpty() ? "" : map.line(headline).content;
    TitleFrom titleFrom = TitleFrom.DECLARED;
    if (title.isEmpty() && !body.isEmpty()) {
      title = FirstSentence.of(body);
      titleFrom = TitleFrom.DERIVED;
      explain("title", title, "no line above the text is a headline; its first sentence stands in");
    } else if (!title.isEmpty()) {
      explain("title", title, "line %d".formatted(map.line(headline).number));
    }
    Optional<String> url = url();
    DateOrder order = new DateOrder(map, context.from(new PageOrigin(Optional.empty(), url)));
    DeclaredDates declared = new DeclaredDates(map, context, order, headline);
    Optional<Published> said = declared.published();
    Optional<Published> published =
        said.filter(p -> p.from() == DateFrom.DECLARED)
            .or(() -> url.flatMap(u -> OtherDates.inName(u, context.latest())))
            .or(() -> OtherDates.inName(context.name(), context.latest()))
            .or(() -> said)
            .or(() -> new OtherDates(map, context, order).inferred());
    published.ifPresent(p -> explain("published", p.date().toString(), p.reason()));
    declared.uncounted().ifPresent(fields::add);
    Credits credits = new Credits(map, run);
    fields.addAll(credits.reasons());
    Sections sections = new Sections(map, run, title, credits.authors());
    fields.addAll(sections.reasons());
    return new PageReading(
        title,
        titleFrom,
        body,
        published.map(Published::date),
        published.map(Published::from),
        declared.modified(),
        TagReader.tags(map),
        sections.values(),
        credits.authors(),
        credits.source(),
        url,
        lines(),
        fields);
  }

  private String body() {
    return map.page().lines().isEmpty()
        ? ""
        : IntStream.range(0, map.size())
            .filter(i -> map.zone(i).inBody())
            .mapToObj(i -> map.line(i).text)
            .collect(Collectors.joining("\n\n"));
  }

  /** An address that stands by itself above the text is the page's own. */
  private Optional<String> url() {
    int end = run.none() ? map.size() : run.first();
    for (int i = 0; i < end; i++) {
      String text = map.line(i).content;
      if (ADDRESS.matcher(text).matches() && map.zone(i) != Zone.CAPTION) {
        explain("url", text, "line %d".formatted(map.line(i).number));
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private void explain(String field, String value, String reason) {
    fields.add(new ExplainedField(field, value, reason));
  }

  private List<ExplainedLine> lines() {
    List<ExplainedLine> lines = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      Line line = map.line(i);
      for (int number = line.number; number <= line.last; number++) {
        lines.add(
            new ExplainedLine(
                number, map.page().raw().get(number - 1), map.zone(i), map.reason(i)));
      }
    }
    return lines;
  }
}
