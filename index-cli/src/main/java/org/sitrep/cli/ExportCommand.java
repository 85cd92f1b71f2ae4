package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.cli.options.Options;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.corpus.json.ArticleJson;

/** {@code sitrep export}. */
final class ExportCommand implements Command {
  private final Options options =
      new Options(
          "export",
          List.of(
              "Writes every article as one line of JSON, in the order in which they were added or"
                  + " changed.",
              "'sitrep index' reads them back."),
          List.of(
              "sitrep export > articles.jsonl",
              "sitrep export --index old | sitrep index - --index new"));
  private final Surroundings surroundings;
  private final IndexOption index;
  private final CommonOptions common;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    index = new IndexOption(options);
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    try (ArticleIndex opened = index.openForReading(surroundings);
        Stream<Article> articles = opened.articles()) {
      articles.map(ArticleJson::write).forEach(surroundings.out()::json);
      return ExitCode.FOUND;
    }
  }
}
