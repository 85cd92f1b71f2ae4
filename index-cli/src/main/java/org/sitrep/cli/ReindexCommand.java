package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.vocabulary.Aliases;

/** {@code sitrep reindex}. */
final class ReindexCommand implements Command {
  private final Options options =
      new Options(
          "reindex",
          List.of(
              "Rebuilds the index from its stored articles; no source is read.",
              "For an index that an older version made, or to have other aliases. Searches go on"
                  + " meanwhile, and a run that is broken off leaves the index as it was."),
          List.of("sitrep reindex", "sitrep reindex --index news-index"));
  private final Surroundings surroundings;
  private final IndexOption index;
  private final AliasesOption aliases;
  private final CommonOptions common;

  ReindexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    index = new IndexOption(options);
    aliases = new AliasesOption(options);
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    Path path = index.path(surroundings);
    Optional<Aliases> given = aliases.read();
    long articles =
        given.isEmpty() ? ArticleIndex.reindex(path) : ArticleIndex.reindex(path, given.get());
    surroundings.out().line("%s rebuilt".formatted(ResultsText.count(articles, "article")));
    return ExitCode.FOUND;
  }
}
