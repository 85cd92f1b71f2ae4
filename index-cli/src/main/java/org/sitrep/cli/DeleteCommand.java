package org.sitrep.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.sitrep.cli.options.Options;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** {@code sitrep delete}. */
final class DeleteCommand implements Command {
  private final Options options =
      new Options(
          "delete",
          List.of(
              "Takes articles out of the index. Their sources are not touched.",
              "An article comes back when its file is read again: because that has changed, or"
                  + " because the index holds nothing else of it.",
              "Where an id is not there the others are taken out all the same, and the exit code is"
                  + " 1."),
          List.of(
              "sitrep delete articles/northern-defence-wire/article_4821.txt",
              "sitrep delete --index news-index https://example.org/a https://example.org/b"));
  private final Surroundings surroundings;
  private List<String> ids = List.of();
  private final IndexOption index;
  private Format format = Format.TEXT;
  private final CommonOptions common;

  DeleteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.arguments(
        "ID",
        1,
        Values::present,
        values -> ids = values,
        "the ids of the articles, as hits show them");
    index = new IndexOption(options);
    options.choice(
        "--format", "FORMAT", Format.OF_REPORTS, value -> format = value, "text (default) or json");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    List<String> deleted = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try (ArticleIndex opened = ArticleIndex.open(index.path(surroundings))) {
      for (String id : new LinkedHashSet<>(ids)) {
        (opened.find(id).isPresent() ? deleted : missing).add(id);
      }
      // Without anything to delete no writer is started: it would make a folder.
      if (!deleted.isEmpty()) {
        delete(opened, deleted);
      }
    }
    report(deleted, missing);
    return missing.isEmpty() ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
  }

  private static void delete(ArticleIndex opened, List<String> ids) throws IOException {
    try (ArticleWriter writer = opened.newWriter()) {
      for (String id : ids) {
        writer.delete(id);
      }
      writer.commit();
    }
  }

  private void report(List<String> deleted, List<String> missing) throws IOException {
    if (format == Format.JSON) {
      surroundings
          .out()
          .json(
              Json.answer(
                  json -> {
                    Json.texts(json, Json.DELETED, deleted);
                    Json.texts(json, Json.MISSING, missing);
                  }));
      return;
    }
    deleted.forEach(id -> surroundings.out().print("deleted ").line(id));
    surroundings.out().flush();
    missing.forEach(id -> surroundings.say("no article has the id '%s'".formatted(id)));
  }
}
