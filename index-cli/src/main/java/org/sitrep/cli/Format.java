package org.sitrep.cli;

import java.util.List;
import java.util.Locale;

/** The forms in which a command can answer. */
enum Format {
  TEXT,
  JSON,
  JSONL,
  CSV,
  TSV,
  TREC;

  /** The forms of a report. */
  static final List<Format> OF_REPORTS = List.of(TEXT, JSON);

  /** The forms of articles. */
  static final List<Format> OF_ARTICLES = List.of(TEXT, JSON, JSONL);

  /** The forms of a table. */
  static final List<Format> OF_TABLES = List.of(TEXT, JSON, JSONL, CSV, TSV);

  /** The forms of hits. */
  static final List<Format> OF_HITS = List.of(values());

  /** What a spreadsheet takes for the start of a formula, in both widths of East Asian writing. */
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Prints a row of a table: CSV by RFC 4180, or values parted by tabs, which hold no tab and no
   * line break. A spreadsheet takes a text for a formula by how it begins, and texts come from
   * anywhere: in CSV such a text begins with an apostrophe, which shows it as text. TSV, for
   * programs, has texts as they are.
   */
  void row(Output out, Object... cells) {
    String separator = "";
    for (Object cell : cells) {
      String text = Shown.line(cell.toString());
      out.raw(separator)
          .raw(this == CSV ? quoted(cell instanceof String ? inert(text) : text) : text);
      separator = this == CSV ? "," : "\t";
    }
    out.raw(this == CSV ? "\r\n" : "\n");
  }

  private static String inert(String text) {
    String start = text.stripLeading();
    boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
