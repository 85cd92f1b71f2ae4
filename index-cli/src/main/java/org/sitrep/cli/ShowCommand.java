package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.search.Story;
import org.sitrep.corpus.json.ArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitrep show}. */
@Command(
    name = "show",
    description = "Shows one article, whole.",
    footer = {
      "  sitrep show articles/northern-defence-wire/article_4821.txt",
      "  sitrep show https://example.org/2025/05/task-force --format json"
    })
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "ID",
      converter = Values.Text.class,
      description = "the article's id, as hits show it")
  private String id = "";

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfArticles.class,
      description =
          "text (default), json: the article and the ids of its copies, or jsonl: the article"
              + " alone, as 'sitrep index' reads it")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      Optional<Article> found = opened.find(id);
      if (found.isEmpty()) {
        surroundings.say("no article has the id '%s'".formatted(id));
        return ExitCode.NOTHING_FOUND;
      }
      switch (format) {
        case JSON -> surroundings.out().json(json(found.get(), copies(opened)));
        case JSONL -> surroundings.out().json(ArticleJson.write(found.get()));
        default ->
            new ArticleText(surroundings.out(), surroundings.terminal())
                .print(found.get(), copies(opened));
      }
      return ExitCode.FOUND;
    }
  }

  private static String json(Article article, List<String> copies) throws IOException {
    return Json.answer(
        json -> {
          json.writeFieldName(Json.ARTICLE);
          json.writeRawValue(ArticleJson.write(article));
          Json.texts(json, Json.COPIES, copies);
        });
  }

  /** The other articles of the same text. */
  private List<String> copies(ArticleIndex opened) throws IOException {
    return opened.story(id).map(Story::articles).orElse(List.of()).stream()
        .filter(other -> !other.equals(id))
        .toList();
  }
}
