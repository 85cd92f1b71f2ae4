package org.sitrep.cli;

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
  abstract static class Choice implements ITypeConverter<Format> {
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

  /** Prints a row of a table. */
  void row(Output out, Object... cells) {
    String separator = "";
    for (Object cell : cells) {
      out.raw(separator).print(this == CSV ? quoted(cell.toString()) : cell.toString());
      separator = this == CSV ? "," : "\t";
    }
    out.line();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
