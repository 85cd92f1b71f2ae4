package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.search.Story;
import org.sitrep.corpus.json.ArticleJson;

/** {@code sitrep show}. */
final class ShowCommand implements Command {
  private final Options options =
      new Options(
          "show",
          List.of("Shows one article, whole."),
          List.of(
              "sitrep show articles/northern-defence-wire/article_4821.txt",
              "sitrep show https://example.org/2025/05/task-force --format json"));
  private final Surroundings surroundings;
  private String id = "";
  private final IndexOption index;
  private Format format = Format.TEXT;
  private final CommonOptions common;

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.argument(
        "ID", List.of(), Values::present, value -> id = value, "the article's id, as hits show it");
    index = new IndexOption(options);
    options.choice(
        "--format",
        "FORMAT",
        Format.OF_ARTICLES,
        value -> format = value,
        "text (default), json: the article and the ids of its copies, or jsonl: the article"
            + " alone, as 'sitrep index' reads it");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
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
