package org.sitrep.cli;

import org.sitrep.corpus.PageExplanation;
import org.sitrep.corpus.page.ExplainedField;
import org.sitrep.corpus.page.ExplainedLine;
import org.sitrep.corpus.page.Zone;

/** Shows to a person what the lines of a page were taken for, and why. */
final class ExplanationText {
  private static final int ZONE_WIDTH = 10;

  private final Output out;

  ExplanationText(Output out) {
    this.out = out;
  }

  void print(PageExplanation explanation) {
    if (!explanation.fields().isEmpty()) {
      out.line().print(Style.TITLE, "fields").line();
    }
    for (ExplainedField field : explanation.fields()) {
      out.print("  ").print(Style.KEY, field.field()).print(": ").print(field.value());
      out.print(Style.FAINT, "  [" + field.reason() + "]").line();
    }
    if (!explanation.lines().isEmpty()) {
      out.line().print(Style.TITLE, "lines").line();
    }
    for (ExplainedLine line : explanation.lines()) {
      if (line.zone() != Zone.BLANK) {
        print(line);
      }
    }
  }

  private void print(ExplainedLine line) {
    String zone = line.zone().id();
    out.print(Style.FAINT, "%5d  ".formatted(line.number()));
    out.print(style(line.zone()), zone);
    out.print(" ".repeat(Math.max(0, ZONE_WIDTH - zone.length()) + 2));
    out.print(line.zone().inBody() ? Style.PLAIN : Style.FAINT, line.text());
    out.print(Style.FAINT, "  [" + line.reason() + "]").line();
  }

  private static Style style(Zone zone) {
    return switch (zone) {
      case HEADLINE -> Style.TITLE;
      case STANDFIRST, BODY, HEADING -> Style.GOOD;
      case DATELINE, BYLINE, TAGS, SECTION -> Style.KEY;
      case CAPTION, RAIL, PROMOTION, NAVIGATION -> Style.BAD;
      case BLANK -> Style.FAINT;
    };
  }
}
