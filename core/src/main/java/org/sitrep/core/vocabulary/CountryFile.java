package org.sitrep.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of the data file {@code countries.tsv}, whose header explains its columns and marks. */
final class CountryFile {
  static final String NO_COUNTRY = "-";

  /** One line: what its phrases are to a country. */
  record Row(String code, String kind, String phrases) {
    boolean is(String wanted) {
      return kind.equals(wanted);
    }

    /** The phrases one by one, with "(s)" written out. */
    List<Entry> entries() {
      List<Entry> entries = new ArrayList<>();
      int from = 0;
      while (from < phrases.length()) {
        int end = phrases.indexOf("; ", from);
        String phrase = phrases.substring(from, end < 0 ? phrases.length() : end);
        from = end < 0 ? phrases.length() : end + 2;
        if (phrase.endsWith("(s)")) {
          String singular = phrase.substring(0, phrase.length() - 3);
          entries.add(Entry.of(singular));
          entries.add(Entry.of(singular + "s"));
        } else {
          entries.add(Entry.of(phrase));
        }
      }
      return entries;
    }
  }

  /** A phrase and the marks before it. */
  record Entry(String marks, String text) {
    private static final String MARKS = "^=!%~,?";

    static Entry of(String marked) {
      int at = 0;
      while (MARKS.indexOf(marked.charAt(at)) >= 0) {
        at++;
      }
      return new Entry(marked.substring(0, at), marked.substring(at));
    }

    boolean has(char mark) {
      return marks.indexOf(mark) >= 0;
    }
  }

  private static final String NAME = "countries.tsv";

  private CountryFile() {}

  static List<Row> read() {
    String text;
    try (InputStream in = CountryFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its file " + NAME);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Row> rows = new ArrayList<>(1200);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end > from && text.charAt(from) != '#') {
        rows.add(row(text, from, end));
      }
      from = end + 1;
    }
    return rows;
  }

  private static Row row(String text, int from, int end) {
    int first = text.indexOf('\t', from);
    int second = text.indexOf('\t', first + 1);
    int third = text.indexOf('\t', second + 1);
    return new Row(
        text.substring(from, first),
        text.substring(first + 1, second),
        text.substring(second + 1, third < 0 || third > end ? end : third));
  }
}
