package org.sitrep.corpus.draft;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.article.PartialDate;

/** Reads the dates of records: ISO 8601 in its usual shapes, and the dates of mail and feeds. */
public final class WrittenDates {
  private static final Pattern SPACED =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d\\S*?)(?: ?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?");
  private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");

  /** A mail date that says its seconds keeps them, also where they are 0; another has none. */
  private static final Pattern TO_THE_SECOND = Pattern.compile("\\d:\\d\\d:\\d\\d");

  private static final DateTimeFormatter SECONDS = iso(":ss");
  private static final DateTimeFormatter MINUTES = iso("");

  private WrittenDates() {}

  private static DateTimeFormatter iso(String seconds) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm" + seconds + "XXX", Locale.ROOT);
  }

  /**
   * Reads a date.
   *
   * @param written the date as records, feeds and metadata write it
   * @return the date, empty where the text is none
   */
  public static Optional<PartialDate> parse(String written) {
    String text = written.strip();
    Optional<PartialDate> iso = PartialDate.parse(text);
    if (iso.isPresent()) {
      return iso;
    }
    Matcher spaced = SPACED.matcher(text);
    if (spaced.matches()) {
      String zone = spaced.group(3) == null ? "" : spaced.group(3).replaceAll("UTC|GMT", "Z");
      return PartialDate.parse(spaced.group(1) + "T" + spaced.group(2) + zone);
    }
    Matcher basic = BASIC.matcher(text);
    if (basic.matches()) {
      return PartialDate.parse(basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3));
    }
    try {
      OffsetDateTime mail = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return PartialDate.parse(mail.format(TO_THE_SECOND.matcher(text).find() ? SECONDS : MINUTES));
    } catch (DateTimeException notOfMail) {
      return Optional.empty();
    }
  }
}
