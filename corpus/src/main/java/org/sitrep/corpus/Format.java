package org.sitrep.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a content is, told by its first bytes; names of files have no say. */
enum Format {
  PAGE,
  RECORDS,
  HTML,
  FEED,
  /** Other XML, a JSON array, a binary file. */
  UNREADABLE;

  /** How many bytes are looked at. */
  static final int LOOKED_AT = 8_192;

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("%PDF", "a PDF"),
          Map.entry("PK\u0003\u0004", "a ZIP archive or an office document"),
          Map.entry("\u0089PNG", "a PNG picture"),
          Map.entry("\u00FF\u00D8\u00FF", "a JPEG picture"),
          Map.entry("GIF8", "a GIF picture"),
          Map.entry("RIFF", "a media file"),
          Map.entry("{\\rtf", "a rich text file"),
          Map.entry("%!PS", "a PostScript file"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "an old office document"),
          Map.entry("BZh", "compressed with bzip2"),
          Map.entry("\u00FD7zXZ", "compressed with xz"),
          Map.entry("(\u00B5/\u00FD", "compressed with zstd"),
          Map.entry("\u001F\u008B", "compressed with gzip twice"));
  private static final Pattern HTML_TAG =
      Pattern.compile(
          "(?is)^<(?:!doctype\\s+html|(?:html|head|body|title|base|link|meta|script|style|noscript"
              + "|article|main|section|header|nav|div|span|p|h[1-6]|table|center|font)[\\s>/]).*");
  private static final Pattern FEED_TAG =
      Pattern.compile("(?is)^<(?:\\w+:)?(?:rss|feed|rdf)[\\s>].*");

  /** What may stand before the first tag. */
  private static final Pattern PROLOGUE =
      Pattern.compile(
          "(?s)^(?:\\s++|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s+(?!html)[^<>\\[]*(?:\\[.*?\\]\\s*)?>)++",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RECORD = Pattern.compile("(?s)^\\{\\s*(?:\"|\\}).*");
  private static final Pattern WHOLE_OBJECT = Pattern.compile("(?s)^\\{\\s*\\r?\\n.*");
  private static final Pattern ARRAY =
      Pattern.compile("(?s)^\\[\\s*(?:\\{\\s*\"|\"|\\[\\s*[\\[{\"]).*");

  /**
   * Tells a format and, where it cannot be read, why.
   *
   * @param format the format
   * @param reason why it cannot be read, else empty
   */
  record Told(Format format, String reason) {}

  /** Tells what content is that begins with these bytes. */
  static Told of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
      if (text.startsWith(signature.getKey())) {
        return unreadable("is binary: " + signature.getValue());
      }
    }
    boolean wide = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
    String begun = wide ? text.substring(2).replace("\0", "").strip() : afterMark(text);
    if (RECORD.matcher(begun).matches()) {
      return records(begun, wide);
    }
    Optional<Told> markup = markup(begun);
    if (markup.isPresent()) {
      return markup.get();
    }
    if (ARRAY.matcher(begun).matches()) {
      return unreadable("is one JSON array; records are read one object a line (JSON Lines)");
    }
    return !wide && binary(head) ? unreadable("is binary") : new Told(PAGE, "");
  }

  private static Optional<Told> markup(String begun) {
    if (!begun.startsWith("<")) {
      return Optional.empty();
    }
    String tag = PROLOGUE.matcher(begun).replaceFirst("");
    if (HTML_TAG.matcher(tag).matches()) {
      return Optional.of(new Told(HTML, ""));
    }
    if (FEED_TAG.matcher(tag).matches()) {
      return Optional.of(new Told(FEED, ""));
    }
    if (begun.startsWith("<!--")) {
      return Optional.of(new Told(HTML, ""));
    }
    boolean xml = begun.startsWith("<?xml") || begun.startsWith("<!DOCTYPE");
    return xml ? Optional.of(unreadable("is XML, but neither a feed nor HTML")) : Optional.empty();
  }

  private static String afterMark(String text) {
    return (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).strip();
  }

  private static Told records(String begun, boolean wide) {
    if (wide) {
      return unreadable("holds records in UTF-16; records are read in UTF-8");
    }
    return WHOLE_OBJECT.matcher(begun).matches()
        ? unreadable("is one JSON object over several lines; records are read one a line")
        : new Told(RECORDS, "");
  }

  private static Told unreadable(String reason) {
    return new Told(UNREADABLE, reason);
  }

  /** Text has no NUL, and hardly a control character. */
  private static boolean binary(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return controls * 10 > head.length;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
