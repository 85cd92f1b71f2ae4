package org.sitrep.corpus.feed;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The dates of mail, which RSS has, in ISO 8601. */
final class FeedDates {
  private static final Pattern TO_THE_SECOND = Pattern.compile("\\d:\\d\\d:\\d\\d");
  private static final DateTimeFormatter SECONDS = iso(":ss");
  private static final DateTimeFormatter MINUTES = iso("");

  private FeedDates() {}

  private static DateTimeFormatter iso(String seconds) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm" + seconds + "XXX", Locale.ROOT);
  }

  /** A date of mail in ISO 8601, with seconds where it has them; any other text as it is. */
  static String written(String text) {
    String date = text.strip();
    try {
      OffsetDateTime mail = OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      return mail.format(TO_THE_SECOND.matcher(date).find() ? SECONDS : MINUTES);
    } catch (DateTimeException notOfMail) {
      return text;
    }
  }
}
