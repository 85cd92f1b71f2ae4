package org.sitrep.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/** The forms in which a command can answer. */
enum Format {
  TEXT,
  JSON,
  JSONL,
  CSV,
  TSV;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the name of a form that a command has. */
  private abstract static class Choice implements ITypeConverter<Format> {
    private final List<Format> formats;

    Choice(Format... formats) {
      this.formats = List.of(formats);
    }

    @Override
    public Format convert(String value) {
      return formats.stream()
          .filter(format -> format.id().equals(value))
          .findFirst()
          .orElseThrow(() -> Values.wrong("is none of %s", ids(), value));
    }

    private String ids() {
      return formats.stream().map(Format::id).collect(Collectors.joining(", "));
    }
  }

  /** The forms of a report. */
  static final class OfReport extends Choice {
    OfReport() {
      super(TEXT, JSON);
    }
  }

  /** The forms of articles. */
  static final class OfArticles extends Choice {
    OfArticles() {
      super(TEXT, JSON, JSONL);
    }
  }

  /** The forms of a table. */
  static final class OfTable extends Choice {
    OfTable() {
      super(TEXT, JSON, JSONL, CSV, TSV);
    }
  }

  /** Joins the cells of a row of a table as this form has it. */
  String row(Object... cells) {
    String comma = this == TSV ? "\t" : ",";
    return Arrays.stream(cells)
        .map(String::valueOf)
        .map(cell -> this == TSV ? cell : quoted(cell))
        .collect(Collectors.joining(comma));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
