package org.sitrep.cli;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.TitleFrom;

/** Shows a whole article to a person. */
final class ArticleText {
  private static final int NAME_WIDTH = 11;

  private final Output out;
  private final int columns;

  ArticleText(Output out, Terminal terminal) {
    this.out = out;
    this.columns = terminal.columns();
  }

  void print(Article article) {
    StyledText title = new StyledText().add(Style.TITLE, article.title());
    if (article.titleFrom() == TitleFrom.DERIVED) {
      title.add(Style.FAINT, " (no headline: the first sentence)");
    }
    title.print(out, "", "", columns);
    out.line();
    field("id", article.id());
    field(
        "published",
        article
            .published()
            .map(date -> date + ResultsText.provenance(article.publishedFrom().orElseThrow()))
            .orElse("unknown"));
    field("modified", article.modified().map(Object::toString));
    field("source", article.source());
    field("url", article.url());
    list("authors", article.authors());
    list("countries", names(article.countries()));
    list("about", names(article.about()));
    list("tags", article.tags());
    list("topics", article.topics());
    list("sections", article.sections());
    field("language", article.language());
    field("file", article.file().filter(file -> !file.equals(article.id())));
    article.attributes().forEach(this::field);
    body(article.body());
  }

  private static List<String> names(List<String> codes) {
    return codes.stream().map(code -> ResultsText.label(Facet.COUNTRY, code)).toList();
  }

  private void field(String name, Optional<String> value) {
    value.ifPresent(text -> field(name, text));
  }

  private void list(String name, List<String> values) {
    if (!values.isEmpty()) {
      field(name, String.join(", ", values));
    }
  }

  private void field(String name, String value) {
    String gap = " ".repeat(Math.max(1, NAME_WIDTH - Shown.width(name)));
    out.print(Style.KEY, name);
    new StyledText().add(value).print(out, gap, " ".repeat(NAME_WIDTH), columns);
  }

  private void body(String body) {
    for (String paragraph : body.split("\n\\s*\n", -1)) {
      if (!paragraph.isBlank()) {
        out.line();
        new StyledText().add(paragraph).print(out, "", "", columns);
      }
    }
  }
}
