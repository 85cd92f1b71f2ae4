package org.sitrep.corpus.page;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.sitrep.corpus.draft.RelativeDate;
import org.sitrep.corpus.draft.RelativeDates;

/** What can be seen of a line: its own features, the markers in it and its dates. */
final class Seen {
  private static final int WORDS_AROUND_A_DATE = 9;
  private static final int LONGEST_WITH_DATES = 400;
  private static final int WORDS_AROUND_A_COUNT = 3;
  private static final int LONGEST_ADDRESS = 500;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\S+@\\S+\\.\\S+|@\\w+|(?:https?://|www\\.)\\S+|\\S+\\.\\w+/\\S+)");

  private static final Pattern HASHTAGS =
      Pattern.compile("#[\\p{L}\\p{M}\\d_-]++(?:[\\s,]+#[\\p{L}\\p{M}\\d_-]++)++");

  final Line line;
  final List<FoundDate> dates;

  /** A date counted from the time of reading, where the line has no other. */
  final Optional<RelativeDate> relative;

  private final Map<Marker, String> markers;
  private final boolean wholeMarker;
  private final Once dateline = new Once();
  private final Once byline = new Once();

  Seen(Line line) {
    this.line = line;
    Markers.Wording wording = Markers.Wording.of(line);
    markers = Markers.standard().find(wording);
    wholeMarker = !Markers.standard().wholes(wording).isEmpty();
    dates = line.text.length() <= LONGEST_WITH_DATES ? DateFinder.find(line.content) : List.of();
    relative = dates.isEmpty() && !line.blank() ? counted() : Optional.empty();
  }

  /** "2 hours ago" with a label, a name or next to nothing beside it; not "100 years ago today". */
  private Optional<RelativeDate> counted() {
    if (line.prose() || (line.ends && line.words > 2 * WORDS_AROUND_A_COUNT)) {
      return Optional.empty();
    }
    Optional<RelativeDate> found = RelativeDates.find(line.content);
    if (found.isEmpty()) {
      return found;
    }
    boolean exact = found.get().unit().compareTo(ChronoUnit.WEEKS) <= 0;
    boolean named = found.get().unit() == ChronoUnit.DAYS && !hasDigit(found.get().words());
    int around = new Line(0, 0, without(found.get())).words;
    boolean alone = around == 0 && !(named && found.get().amount() == 0);
    boolean beside = exact && !named && around <= WORDS_AROUND_A_COUNT;
    boolean said = labelled() || has(Marker.BYLINE);
    return found.filter(d -> alone || beside || (said && around <= WORDS_AROUND_A_DATE));
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private String without(RelativeDate date) {
    return line.content.substring(0, date.start()) + " " + line.content.substring(date.end());
  }

  boolean has(Marker marker) {
    return markers.containsKey(marker);
  }

  /** Whether no phrase of any kind is in it. */
  boolean unmarked() {
    return markers.isEmpty();
  }

  /** The phrase by which the line is of a kind. */
  String phrase(Marker marker) {
    return Optional.ofNullable(markers.get(marker)).orElse("");
  }

  /** Whether the line as a whole is a marker. */
  boolean wholeMarker() {
    return wholeMarker;
  }

  /** Whether it is nothing but hashtags, two at least: "#navy #exercise". */
  boolean hashtags() {
    return HASHTAGS.matcher(line.content).matches();
  }

  /** An address of a person or a page, and nothing else. */
  boolean address() {
    return line.content.length() <= LONGEST_ADDRESS && ADDRESS.matcher(line.content).matches();
  }

  /** A date or time of publication with at most a few words around it. */
  boolean dateline() {
    return dateline.of(this::isDateline);
  }

  /** Whether the line names the author after a word such as "by", and says nothing else. */
  boolean byline() {
    return byline.of(() -> Bylines.isByline(this));
  }

  /** What is worked out once, when first asked. */
  private static final class Once {
    private boolean known;
    private boolean value;

    boolean of(BooleanSupplier question) {
      if (!known) {
        value = question.getAsBoolean();
        known = true;
      }
      return value;
    }
  }

  private boolean isDateline() {
    if (relative.isPresent()) {
      return true;
    }
    boolean picture = line.image() && line.worded() && line.content.indexOf(' ') < 0;
    if (dates.isEmpty() || picture || (line.prose() && !labelled())) {
      return false;
    }
    if (line.ends && !labelled() && sentence(new Line(0, 0, withoutDates()))) {
      return false;
    }
    boolean exact = dates.stream().anyMatch(d -> d.full() || d.time().isPresent());
    return (exact || labelled()) && wordsAround() <= WORDS_AROUND_A_DATE;
  }

  private static boolean sentence(Line rest) {
    return rest.words >= 3 && rest.small >= 0.5;
  }

  private boolean labelled() {
    return has(Marker.PUBLISHED) || has(Marker.MODIFIED);
  }

  /** How many words stand outside of the dates. */
  int wordsAround() {
    return new Line(0, 0, withoutDates()).words;
  }

  /** The line without its dates. */
  String withoutDates() {
    if (relative.isPresent()) {
      return without(relative.get());
    }
    StringBuilder rest = new StringBuilder(line.content);
    for (FoundDate date : dates.reversed()) {
      rest.replace(date.start(), Math.min(date.end(), rest.length()), " ");
    }
    return rest.toString();
  }

  /** Whether it is nothing but furniture: share, promotion, navigation, reading time. */
  boolean furniture() {
    return has(Marker.PROMOTION)
        || has(Marker.SHARE)
        || (has(Marker.READING) && !line.prose())
        || (has(Marker.NAVIGATION) && (wholeMarker || !line.prose()));
  }
}
