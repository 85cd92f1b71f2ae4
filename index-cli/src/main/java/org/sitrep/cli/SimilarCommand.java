package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import org.sitrep.core.index.UnknownArticleException;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Similar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitrep similar}. */
@Command(
    name = "similar",
    description = {
      "Finds articles like one or several: those that share the words that tell most about them.",
      "The given articles and their copies are left out."
    },
    footer = {
      "  sitrep similar articles/northern-defence-wire/article_4821.txt --to 2025-05",
      "  sitrep similar https://example.org/a https://example.org/b --query drone"
    })
final class SimilarCommand extends SearchCommand {
  static final String QUERY = "--query";
  static final String WITH_COPIES = "--with-copies";

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      converter = Values.Text.class,
      description = "the ids of the articles, as hits show them")
  private List<String> ids = List.of();

  @Option(
      names = QUERY,
      paramLabel = "QUERY",
      description = "only articles that match this too, read as by 'sitrep search'")
  private List<String> words = List.of();

  @Option(names = WITH_COPIES, description = "find copies of the given articles too")
  private boolean withCopies;

  SimilarCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<String> words() {
    return words;
  }

  @Override
  SearchRequest narrowed(SearchRequest request) {
    Similar similar = Similar.to(ids.toArray(String[]::new));
    return request.similarTo(withCopies ? similar.copies(Similar.Copies.FOUND) : similar);
  }

  @Override
  public Integer call() throws IOException {
    try {
      return super.call();
    } catch (UnknownArticleException e) {
      return unknown(e.id());
    }
  }
}
