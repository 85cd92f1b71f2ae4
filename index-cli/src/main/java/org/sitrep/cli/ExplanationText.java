package org.sitrep.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.vocabulary.CountryFinder;
import org.sitrep.core.vocabulary.CountryMention;
import org.sitrep.corpus.PageExplanation;
import org.sitrep.corpus.Reading;
import org.sitrep.corpus.page.ExplainedField;
import org.sitrep.corpus.page.ExplainedLine;
import org.sitrep.corpus.page.Zone;

/** Shows to a person what the lines of a page were taken for, what names its countries, and why. */
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
    if (explanation.reading() instanceof Reading.Read read) {
      printCountries(read.article());
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

  /** Shows for each country where it is named first: the words, the zone, and what they are. */
  private void printCountries(Article article) {
    if (article.countries().isEmpty()) {
      return;
    }
    out.line().print(Style.TITLE, "countries").line();
    Map<String, CountryMention> first = new HashMap<>();
    for (CountryMention mention : mentions(article)) {
      first.putIfAbsent(mention.country().code(), mention);
    }
    for (String code : article.countries()) {
      out.print("  ").print(Style.KEY, ResultsText.label(Facet.COUNTRY, code));
      CountryMention mention = first.get(code);
      if (mention == null) {
        out.print(Style.FAINT, "  [declared; the text does not name it]").line();
      } else {
        String where = Values.id(mention.zone()) + ", " + Values.id(mention.kind());
        out.print(": ").print(mention.text()).print(Style.FAINT, "  [" + where + "]").line();
      }
    }
  }

  private static List<CountryMention> mentions(Article article) {
    // A title taken from the text is looked through there.
    String title = article.titleFrom() == TitleFrom.DECLARED ? article.title() : "";
    return CountryFinder.standard()
        .find(title, article.body(), article.language().orElse(""))
        .evidence();
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
