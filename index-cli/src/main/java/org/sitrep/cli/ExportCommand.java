package org.sitrep.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.corpus.json.ArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sitrep export}. */
@Command(
    name = "export",
    description = {
      "Writes every article as one line of JSON, in the order in which they were added or changed.",
      "'sitrep index' reads them back."
    },
    footer = {
      "  sitrep export > articles.jsonl",
      "  sitrep export --index old | sitrep index - --index new"
    })
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private IndexOption index = new IndexOption();
  @Mixin private CommonOptions common = new CommonOptions();

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    try (ArticleIndex opened = index.openForReading(surroundings);
        Stream<Article> articles = opened.articles()) {
      articles.map(ArticleJson::write).forEach(surroundings.out()::json);
      return ExitCode.FOUND;
    }
  }
}
