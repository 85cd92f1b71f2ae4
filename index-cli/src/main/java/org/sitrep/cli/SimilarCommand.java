package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import org.sitrep.cli.options.Options;
import org.sitrep.core.index.UnknownArticleException;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Similar;

/** {@code sitrep similar}. */
final class SimilarCommand extends SearchCommand {
  static final String QUERY = "--query";
  static final String WITH_COPIES = "--with-copies";

  private List<String> ids = List.of();

  private List<String> words = List.of();

  private boolean withCopies;

  SimilarCommand(Surroundings surroundings) {
    super(
        surroundings,
        new Options(
            "similar",
            List.of(
                "Finds articles like one or several: those that share the words that tell most"
                    + " about them.",
                "The given articles and their copies are left out."),
            List.of(
                "sitrep similar articles/northern-defence-wire/article_4821.txt --to 2025-05",
                "sitrep similar https://example.org/a https://example.org/b --query drone")));
    Options options = options();
    options.arguments(
        "ID",
        1,
        Values::present,
        values -> ids = values,
        "the ids of the articles, as hits show them");
    options.many(
        QUERY,
        "QUERY",
        Values::any,
        values -> words = values,
        "only articles that match this too, read as by 'sitrep search'");
    options.flag(WITH_COPIES, () -> withCopies = true, "find copies of the given articles too");
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
  public int call() throws IOException {
    try {
      return super.call();
    } catch (UnknownArticleException e) {
      return unknown(e.id());
    }
  }
}
