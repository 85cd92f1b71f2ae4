package org.sitrep.corpus.page;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.vocabulary.Folding;
import org.sitrep.corpus.draft.RelativeDate;

/** Reads when a page says that it was published and changed, out of its datelines. */
final class DeclaredDates {
  /** Labelled as published, then between headline and text, then elsewhere. */
  private enum Rank {
    ELSEWHERE,
    AT_THE_TEXT,
    LABELLED
  }

  private record Candidate(
      PartialDate date,
      DateFrom from,
      Rank rank,
      boolean modified,
      boolean counted,
      int line,
      String reason) {}

  private static final int FEWEST_WORDS_OF_DATELINE = 6;
  private static final int LONGEST_WIRE_DATELINE = 90;

  private final PageMap map;
  private final PageContext context;
  private final DateOrder order;
  private final int headline;
  private final int lastOfText;
  private final List<Candidate> candidates = new ArrayList<>();
  private Optional<ExplainedField> uncounted = Optional.empty();

  DeclaredDates(PageMap map, PageContext context, DateOrder order, int headline) {
    this.map = map;
    this.context = context;
    this.order = order;
    this.headline = headline;
    lastOfText = lastOfText(map);
    for (int i : datelines()) {
      if (SavedTimes.ofLine(map.line(i).content).isEmpty()) {
        collect(i);
        map.seen(i).relative.ifPresent(relative -> count(i, relative));
      }
    }
  }

  /** The datelines, and the bylines that hold a date as well: "By Ann Lee | 7 March 2025". */
  private List<Integer> datelines() {
    List<Integer> lines = new ArrayList<>(map.indexes(Zone.DATELINE));
    for (int i : map.indexes(Zone.BYLINE)) {
      if (map.seen(i).dateline() && i > headline && aboveText(i)) {
        lines.add(i);
      }
    }
    return lines;
  }

  private void collect(int i) {
    Seen seen = map.seen(i);
    int from = 0;
    boolean modified = false;
    boolean labelled = false;
    for (FoundDate found : seen.dates) {
      String before = seen.line.content.substring(Math.min(from, found.start()), found.start());
      if (saysSo(Marker.MODIFIED, before)) {
        modified = true;
      } else if (saysSo(Marker.PUBLISHED, before)) {
        modified = false;
        labelled = true;
      }
      from = found.end();
      add(i, found, modified, labelled && !modified);
    }
  }

  /** A count says when its own article was published only where it stands at the text. */
  private void count(int i, RelativeDate relative) {
    String before = map.line(i).content.substring(0, relative.start());
    boolean modified = saysSo(Marker.MODIFIED, before);
    boolean labelled = saysSo(Marker.PUBLISHED, before);
    boolean here = i > headline && aboveText(i);
    if (!labelled && !here) {
      return;
    }
    String said = "line %d says “%s”".formatted(map.line(i).number, relative.words());
    Optional<PartialDate> date = context.fetched().flatMap(relative::before);
    if (date.isEmpty() || date.get().firstDay().isAfter(context.latest())) {
      String why =
          context
              .fetched()
              .map(f -> ", which counted from the fetching at %s names no one date".formatted(f))
              .orElse(", and when the page was fetched is not known");
      uncounted =
          uncounted.or(
              () ->
                  Optional.of(
                      new ExplainedField(modified ? "modified" : "published", "", said + why)));
      return;
    }
    String why = "%s, counted from the fetching at %s".formatted(said, context.fetched().get());
    Rank rank = labelled ? Rank.LABELLED : Rank.AT_THE_TEXT;
    candidates.add(new Candidate(date.get(), DateFrom.DECLARED, rank, modified, true, i, why));
  }

  private void add(int i, FoundDate found, boolean modified, boolean labelled) {
    DateOrder.Ordered ordered = order.order(found);
    Optional<PartialDate> date = ordered.date().partial();
    if (date.isEmpty() || date.get().firstDay().isAfter(context.latest())) {
      return;
    }
    Rank rank =
        labelled ? Rank.LABELLED : i > headline && aboveText(i) ? Rank.AT_THE_TEXT : Rank.ELSEWHERE;
    String why =
        "line %d says so%s"
            .formatted(
                map.line(i).number,
                ordered.reason().isEmpty() ? "" : "; day and month: " + ordered.reason());
    PartialDate timed = found.time().isPresent() ? date.get() : withTimeBelow(i, date.get());
    candidates.add(new Candidate(timed, ordered.from(), rank, modified, false, i, why));
  }

  /** The time that stands by itself on the line below a date. */
  private PartialDate withTimeBelow(int i, PartialDate date) {
    int below = map.page().next(i);
    return below < 0 || !day(date)
        ? date
        : DateFinder.time(map.line(below).content)
            .map(time -> PartialDate.of(LocalDateTime.of(date.firstDay(), time)))
            .orElse(date);
  }

  private boolean aboveText(int i) {
    return i < lastOfText;
  }

  private static int lastOfText(PageMap map) {
    int last = map.size() - 1;
    while (last >= 0 && !map.zone(last).inBody()) {
      last--;
    }
    return last;
  }

  private static boolean saysSo(Marker marker, String text) {
    String folded = Folding.fold(text);
    for (int i = 0; i < folded.length(); i++) {
      boolean begins = i == 0 || !Character.isLetterOrDigit(folded.charAt(i - 1));
      if (begins && Markers.standard().startOf(marker, folded.substring(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** When the page says that it was published. */
  Optional<Published> published() {
    return candidates.stream()
        .filter(c -> !c.modified())
        .max(
            Comparator.comparing(Candidate::rank)
                .thenComparing(c -> c.from() == DateFrom.DECLARED)
                .thenComparing(c -> !c.counted())
                .thenComparing(c -> day(c.date()))
                .thenComparingInt(c -> -Math.abs(c.line() - Math.max(0, headline))))
        .map(this::withTime)
        .or(this::wire);
  }

  private static boolean day(PartialDate date) {
    return date.precision().compareTo(PartialDate.Precision.DAY) >= 0;
  }

  /** The date, with the time that another dateline gives to the same day. */
  private Published withTime(Candidate best) {
    PartialDate date =
        candidates.stream()
            .filter(c -> !c.modified())
            .map(Candidate::date)
            .filter(d -> d.firstDay().equals(best.date().firstDay()))
            .max(Comparator.comparing(PartialDate::precision))
            .filter(d -> d.precision().compareTo(best.date().precision()) > 0)
            .orElse(best.date());
    return new Published(date, best.from(), best.reason());
  }

  /** "KABUL, Afghanistan (Jan. 25, 2013)": the dateline of an agency at the head of the text. */
  private Optional<Published> wire() {
    int first = map.indexes(Zone.BODY).stream().findFirst().orElse(-1);
    if (first < 0) {
      return Optional.empty();
    }
    String text = map.line(first).content;
    String head = text.substring(0, Math.min(text.length(), LONGEST_WIRE_DATELINE));
    for (FoundDate found : DateFinder.find(head)) {
      String before = head.substring(0, found.start());
      String after = head.substring(found.end()).strip();
      boolean place =
          !before.isBlank()
              && before.split("[,(]", 2)[0].equals(
                  before.split("[,(]", 2)[0].toUpperCase(Locale.ROOT));
      boolean closed = after.isEmpty() || ")—–-:".indexOf(after.charAt(0)) >= 0;
      if (found.full()
          && place
          && closed
          && new Line(0, 0, before).words <= FEWEST_WORDS_OF_DATELINE) {
        DateOrder.Ordered ordered = order.order(found);
        return ordered
            .date()
            .partial()
            .filter(d -> !d.firstDay().isAfter(context.latest()))
            .map(d -> new Published(d, ordered.from(), "the text begins with place and date"));
      }
    }
    return Optional.empty();
  }

  /** Why a date that is counted from the time of reading is none of ours. */
  Optional<ExplainedField> uncounted() {
    return uncounted;
  }

  /** When the page says that it was last changed. */
  Optional<PartialDate> modified() {
    return candidates.stream()
        .filter(c -> c.modified() && c.from() == DateFrom.DECLARED)
        .map(Candidate::date)
        .findFirst();
  }
}
