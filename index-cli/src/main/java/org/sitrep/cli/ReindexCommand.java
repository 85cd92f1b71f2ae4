package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.vocabulary.Aliases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sitrep reindex}. */
@Command(
    name = "reindex",
    description = {
      "Rebuilds the index from its stored articles; no source is read.",
      "For an index that an older version made, or to have other aliases. Searches go on meanwhile,"
          + " and a run that is broken off leaves the index as it was."
    },
    footer = {"  sitrep reindex", "  sitrep reindex --index news-index"})
final class ReindexCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private IndexOption index = new IndexOption();
  @Mixin private AliasesOption aliases = new AliasesOption();
  @Mixin private CommonOptions common = new CommonOptions();

  ReindexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    Path path = index.path(surroundings);
    Optional<Aliases> given = aliases.read();
    long articles =
        given.isEmpty() ? ArticleIndex.reindex(path) : ArticleIndex.reindex(path, given.get());
    surroundings.out().line("%s rebuilt".formatted(ResultsText.count(articles, "article")));
    return ExitCode.FOUND;
  }
}
