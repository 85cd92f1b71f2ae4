package org.sitrep.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;

/** Whether articles that are the same text are one hit, and what is counted then. */
final class CollapseOptions {
  static final String COLLAPSE = "--collapse";
  static final String COUNT_BY = "--count-by";

  private static final String FIRST = "first";
  private static final String LONGEST = "longest";
  private static final String SOURCE = "source:";

  /** What counts are the number of, as a person names it. */
  enum Unit {
    STORY(Collapse.Counted.STORIES),
    ARTICLE(Collapse.Counted.ARTICLES);

    private final Collapse.Counted counted;

    Unit(Collapse.Counted counted) {
      this.counted = counted;
    }

    static String of(Collapse collapse) {
      return Values.id(collapse.counted() == STORY.counted ? STORY : ARTICLE);
    }
  }

  /** Reads {@code --collapse}. */
  private static String read(String value) {
    String how = value.strip();
    boolean source = how.startsWith(SOURCE) && !how.substring(SOURCE.length()).isBlank();
    if (!source && !how.equals(FIRST) && !how.equals(LONGEST)) {
      throw Values.wrong("is none of first, longest, source:NAME", value);
    }
    return how;
  }

  private List<String> collapse = List.of();
  private Optional<Unit> countBy = Optional.empty();

  CollapseOptions(Options options) {
    options
        .attached(
            COLLAPSE,
            "HOW",
            FIRST,
            CollapseOptions::read,
            values -> collapse = values,
            "show articles that are the same text as one hit: the first of them (default), the"
                + " longest, or that of a source, as in --collapse=source:NAME, which can be"
                + " repeated, the most preferred first")
        .choices(List.of(FIRST, LONGEST));
    options.choice(
        COUNT_BY,
        "UNIT",
        List.of(Unit.values()),
        value -> countBy = Optional.of(value),
        "with --collapse, facets count each story (default) or each article");
  }

  /** Adds what the options say. */
  SearchRequest apply(SearchRequest request) {
    if (collapse.isEmpty()) {
      if (countBy.isPresent()) {
        throw wrong(COUNT_BY + " is for --collapse alone");
      }
      return request;
    }
    Collapse how = how();
    return request.collapse(countBy.map(unit -> how.counting(unit.counted)).orElse(how));
  }

  /** Names the preferred sources that no article has. */
  void sayUnknownSources(ArticleIndex index, Output err) throws IOException {
    for (String how : collapse) {
      if (how.startsWith(SOURCE)) {
        String name = how.substring(SOURCE.length());
        SearchRequest ofSource = SearchRequest.of(new Query.All()).select(Facet.SOURCE, name);
        Optional<NothingFound> help = index.search(ofSource.limit(1).snippets(0)).nothingFound();
        if (help.isPresent()) {
          String near =
              help.get().spellings().stream()
                  .map(spelling -> ": did you mean '%s'?".formatted(spelling.spelling()))
                  .findFirst()
                  .orElse("");
          err.print("note: no article is of the source '%s'".formatted(name)).line(near);
          err.flush();
        }
      }
    }
  }

  /** As the last says; where that is a source, with the others that stand right before it. */
  private Collapse how() {
    String last = collapse.getLast();
    if (!last.startsWith(SOURCE)) {
      return last.equals(FIRST) ? Collapse.first() : Collapse.longest();
    }
    int first = collapse.size() - 1;
    while (first > 0 && collapse.get(first - 1).startsWith(SOURCE)) {
      first--;
    }
    return Collapse.preferring(
        collapse.subList(first, collapse.size()).stream()
            .map(how -> how.substring(SOURCE.length()))
            .toArray(String[]::new));
  }

  private UsageException wrong(String message) {
    return new UsageException(message);
  }

  /** The options that say the same. */
  static List<String> typed(Collapse collapse) {
    List<String> typed = new ArrayList<>();
    switch (collapse.best()) {
      case FIRST -> typed.add(COLLAPSE);
      case LONGEST -> typed.add(COLLAPSE + "=" + LONGEST);
      case PREFERRED_SOURCE ->
          collapse.sources().forEach(name -> typed.add(COLLAPSE + "=" + SOURCE + name));
    }
    if (collapse.counted() != Collapse.Counted.STORIES) {
      typed.add(COUNT_BY);
      typed.add(Unit.of(collapse));
    }
    return typed;
  }
}
