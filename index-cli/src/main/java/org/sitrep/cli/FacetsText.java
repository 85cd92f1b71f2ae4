package org.sitrep.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Timeline;

/** Shows counts to a person: as columns, or as a timeline of bars. */
final class FacetsText {
  private static final int MAX_LABEL = 48;
  private static final String PART_BLOCKS = " ▏▎▍▌▋▊▉";
  private static final char FULL_BLOCK = '█';
  private static final int EIGHTHS = 8;

  private final Output out;
  private final Terminal terminal;

  FacetsText(Output out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Prints a facet under its name; of dates, the range that is selected goes first. */
  void print(String name, FacetResult facet, SearchRequest request) {
    out.print(Style.TITLE, name);
    long listed = facet.values().stream().filter(value -> !value.key().equals(Facet.NONE)).count();
    if (listed < facet.distinct()) {
      out.print(" (" + listed + " of " + facet.distinct() + " values)");
    }
    out.line();
    printRange(request, facet.facet());
    print(facet.facet(), facet.values());
  }

  private void printRange(SearchRequest request, Facet facet) {
    Optional<String> days = request.selection(facet).range().map(FacetsText::days);
    days.ifPresent(
        text -> out.print(Style.SELECTED, mark(FacetValue.State.SELECTED) + text).line());
  }

  private static String days(Query.Range range) {
    Optional<String> from = range.from().map(LocalDate::toString);
    Optional<String> to = range.to().map(LocalDate::toString);
    return from.map(day -> to.map(last -> day + " to " + last).orElse("from " + day))
        .orElseGet(() -> "to " + to.orElseThrow());
  }

  /** Prints values in columns: a mark where selected, the key where it says more, the count. */
  void print(Facet facet, List<FacetValue> values) {
    boolean keys = facet == Facet.COUNTRY || facet == Facet.ABOUT || facet == Facet.LANGUAGE;
    int keyWidth = keys ? widest(values.stream().map(FacetValue::key).toList()) : 0;
    int labelWidth =
        Math.min(
            widest(values.stream().map(Dimension::shown).toList()),
            Math.min(MAX_LABEL, terminal.columns() / 2));
    int countWidth = widest(values.stream().map(value -> "" + value.count()).toList());
    for (FacetValue value : values) {
      Style style = style(value.state());
      out.print(style, mark(value.state()));
      if (keys) {
        out.print(Style.KEY, value.key()).print(padding(value.key(), keyWidth)).print("  ");
      }
      String label = Dimension.shown(value);
      out.print(style, label).print(padding(label, labelWidth)).print("  ");
      out.print(padding("" + value.count(), countWidth)).line("" + value.count());
    }
  }

  private static Style style(FacetValue.State state) {
    return switch (state) {
      case FREE -> Style.PLAIN;
      case SELECTED -> Style.SELECTED;
      case EXCLUDED -> Style.EXCLUDED;
    };
  }

  private static String mark(FacetValue.State state) {
    return switch (state) {
      case FREE -> "  ";
      case SELECTED -> "+ ";
      case EXCLUDED -> "- ";
    };
  }

  private static int widest(Collection<String> texts) {
    return texts.stream().map(Shown::line).mapToInt(Shown::width).max().orElse(0);
  }

  private static String padding(String text, int width) {
    return " ".repeat(Math.max(0, width - Shown.width(Shown.line(text))));
  }

  // ---- time

  /** Draws a timeline: a line and a bar for each year, month or day. */
  void print(Timeline timeline, SearchRequest request) {
    printRange(request, Facet.DATE);
    List<Timeline.Bucket> buckets = timeline.buckets();
    long most = buckets.stream().mapToLong(Timeline.Bucket::count).max().orElse(0);
    int countWidth = Long.toString(most).length();
    int keyWidth = timeline.level().keyLength();
    int room = Math.max(1, terminal.columns() - keyWidth - countWidth - 4);
    for (Timeline.Bucket bucket : buckets) {
      String count = Long.toString(bucket.count());
      out.print(bucket.key()).print("  ").print(padding(count, countWidth)).print(count);
      String bar = bar(bucket.count(), most, room);
      out.print(bar.isEmpty() ? "" : "  ").print(Style.KEY, bar).line();
    }
    printRest(timeline);
  }

  private void printRest(Timeline timeline) {
    print("before", timeline.before());
    print("after", timeline.after());
    print("known less finely", timeline.coarser());
    print("unknown", timeline.unknown());
  }

  private void print(String what, long count) {
    if (count > 0) {
      out.line("%s: %d".formatted(what, count));
    }
  }

  /** A bar in proportion; what is not nothing is always seen. */
  private String bar(long count, long most, int room) {
    if (count == 0) {
      return "";
    }
    if (!terminal.unicode()) {
      return "#".repeat((int) Math.max(1, count * room / most));
    }
    int eighths = (int) Math.max(1, count * room * EIGHTHS / most);
    String bar = String.valueOf(FULL_BLOCK).repeat(eighths / EIGHTHS);
    return eighths % EIGHTHS == 0 ? bar : bar + PART_BLOCKS.charAt(eighths % EIGHTHS);
  }
}
