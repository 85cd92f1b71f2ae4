package org.sitrep.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code countries.tsv}, whose header explains columns and marks, and of its kin. */
final class CountryFile {
  static final String NO_COUNTRY = "-";
  private static final int ANY_LETTER = -1;

  /** One line: what its phrases are to a country. */
  record Row(String code, String kind, String phrases) {
    boolean is(String wanted) {
      return kind.equals(wanted);
    }

    /** The phrases one by one, with endings in brackets written out. */
    List<Entry> entries() {
      return entries(ANY_LETTER);
    }

    /** Those of the phrases that begin with a folded letter. */
    List<Entry> entries(int initial) {
      List<Entry> entries = new ArrayList<>();
      int from = 0;
      while (from < phrases.length()) {
        int end = phrases.indexOf("; ", from);
        int to = end < 0 ? phrases.length() : end;
        if (initial == ANY_LETTER || initial == Entry.initial(phrases, from, to)) {
          addForms(phrases.substring(from, to), entries);
        }
        from = end < 0 ? to : end + 2;
      }
      return entries;
    }

    private static void addForms(String phrase, List<Entry> entries) {
      if (phrase.indexOf('(') > 0) {
        Inflections.of(phrase).forEach(form -> entries.add(Entry.of(form)));
      } else {
        entries.add(Entry.of(phrase));
      }
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

    /** The folded first letter of a marked phrase. */
    private static int initial(String text, int from, int to) {
      int at = from;
      while (at < to && !WordScanner.isWordStart(text.codePointAt(at))) {
        at++;
      }
      return at == to ? ANY_LETTER : WordScanner.foldedFirst(text.codePointAt(at));
    }

    boolean has(char mark) {
      return marks.indexOf(mark) >= 0;
    }
  }

  static final String ENGLISH = "countries.tsv";
  private static final byte[] LABEL = "\tlabel\t".getBytes(StandardCharsets.US_ASCII);

  private CountryFile() {}

  /** Every row of a file. */
  static List<Row> read(String name) {
    byte[] bytes = bytes(name);
    return rows(new String(bytes, StandardCharsets.UTF_8));
  }

  /** The rows of the labels, which stand before all others: little of the file is looked at. */
  static List<Row> readLabels() {
    byte[] bytes = bytes(ENGLISH);
    int end = 0;
    while (end < bytes.length && (bytes[end] == '#' || isLabel(bytes, end))) {
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      end++;
    }
    return rows(new String(bytes, 0, Math.min(end, bytes.length), StandardCharsets.UTF_8));
  }

  private static boolean isLabel(byte[] bytes, int line) {
    int from = line + 2;
    int to = from + LABEL.length;
    return to <= bytes.length && Arrays.equals(bytes, from, to, LABEL, 0, LABEL.length);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = CountryFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(String text) {
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
    return new Row(
        text.substring(from, first),
        text.substring(first + 1, second),
        text.substring(second + 1, end));
  }
}
