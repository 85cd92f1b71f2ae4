package org.sitrep.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.vocabulary.Country;

/** Shows the answer to a search to a person. */
final class ResultsText {
  private static final int MAX_COUNTRIES = 4;
  private static final String SEPARATOR = " | ";

  private final Output out;
  private final Terminal terminal;
  private final Explanations explanations;

  ResultsText(Output out, Terminal terminal, Explanations explanations) {
    this.out = out;
    this.terminal = terminal;
    this.explanations = explanations;
  }

  void print(SearchResults results, List<Dimension> facets, long articles) throws IOException {
    out.print(Style.TITLE, found(results) + " of " + count(articles, "article"));
    int first = results.request().offset() + 1;
    int shown = results.hits().size();
    if (shown > 0 && shown < results.total()) {
      out.print(", " + first + " to " + (first + shown - 1) + " shown");
    }
    out.line();
    int rank = first;
    for (Hit hit : results.hits()) {
      out.line();
      print(hit, rank++);
      explanations.of(hit).ifPresent(explanation -> print(explanation, 2));
    }
    FacetsText text = new FacetsText(out, terminal);
    for (int i = 0; i < facets.size(); i++) {
      out.line();
      text.print(facets.get(i).name(), results.facets().get(i), results.request());
    }
  }

  private static String found(SearchResults results) {
    String stories = results.total() == 1 ? "1 story, " : results.total() + " stories, ";
    return (results.request().collapse().isPresent() ? stories : "") + results.articles();
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void print(Hit hit, int rank) {
    String number = (rank < 10 ? " " : "") + rank + ". ";
    String indent = " ".repeat(number.length());
    StyledText title =
        hit.title().text().isEmpty()
            ? new StyledText().add(Style.FAINT, "(no title)")
            : StyledText.of(hit.title(), Style.TITLE);
    title.print(out, number, indent, terminal.columns());
    new StyledText().add(Style.FAINT, facts(hit)).print(out, indent, indent, terminal.columns());
    out.print(indent).line(hit.id());
    for (Snippet snippet : hit.snippets()) {
      StyledText.of(snippet, Style.PLAIN).print(out, indent, indent, terminal.columns());
    }
    for (Copy copy : hit.copies()) {
      String facts = published(copy.published(), copy.publishedFrom());
      String source = copy.source().map(name -> SEPARATOR + name).orElse("");
      out.print(indent).print(Style.FAINT, "also " + facts + source + SEPARATOR).line(copy.id());
    }
    int more = hit.copyCount() - hit.copies().size();
    if (more > 0) {
      out.print(indent).line("and %d more".formatted(more));
    }
  }

  private static String published(Optional<PartialDate> date, Optional<DateFrom> from) {
    return date.map(day -> date(day, from.orElseThrow())).orElse("undated");
  }

  private void print(Explanation explanation, int depth) {
    String indent = "  ".repeat(depth);
    String rule =
        switch (explanation.rule()) {
          case GIVEN -> "";
          case SUM -> ", the sum of";
          case PRODUCT -> ", the product of";
          case LARGEST -> ", the largest of";
        };
    String value = String.format(Locale.ROOT, "%.4f  ", explanation.value());
    new StyledText()
        .add(Style.FAINT, value + explanation.description() + rule)
        .print(out, indent, indent + "  ", terminal.columns());
    explanation.parts().forEach(part -> print(part, depth + 1));
  }

  private static String facts(Hit hit) {
    List<String> facts = new ArrayList<>();
    facts.add(published(hit.published(), hit.publishedFrom()));
    String countries = countries(hit.countries());
    if (!countries.isEmpty()) {
      facts.add(countries);
    }
    hit.source().ifPresent(facts::add);
    return String.join(SEPARATOR, facts);
  }

  /** A date as a list shows it: to the day, and marked where nobody declared it. */
  static String date(PartialDate date, DateFrom from) {
    return date.withoutTime() + provenance(from);
  }

  static String provenance(DateFrom from) {
    return switch (from) {
      case DECLARED -> "";
      case URL -> " (from the address)";
      case INFERRED -> " (inferred)";
    };
  }

  private static String countries(List<String> codes) {
    List<String> labels =
        codes.stream().limit(MAX_COUNTRIES).map(code -> label(Facet.COUNTRY, code)).toList();
    int more = codes.size() - labels.size();
    return String.join(", ", labels) + (more > 0 ? " and " + more + " more" : "");
  }

  /** The name of a country, its code where it has none. */
  static String label(Facet facet, String key) {
    boolean country = facet == Facet.COUNTRY || facet == Facet.ABOUT;
    return country ? Country.ofCode(key).map(Country::label).orElse(key) : key;
  }
}
