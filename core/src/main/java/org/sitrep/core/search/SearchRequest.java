package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.Repair;

/**
 * A question to the index: a query, what is selected in the facets, and what the answer should
 * hold. Starts with {@link #of(Query)}; every other method returns a changed request, and leaves
 * this one as it is. What is asked for last replaces what was asked for before; only {@link
 * #select(Facet, String...)} and {@link #exclude} add to it.
 *
 * <p>The query is the <em>scope</em>: it stays whatever is counted. What is <em>selected</em> obeys
 * the facets' rule: a dimension's counts pass over its own selection and obey every other.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param query the scope
 * @param repairs what was read otherwise than typed, handed on to the answer
 * @param selections what is selected, by dimension; none of nothing in the usual mode among them
 * @param facets the facets to count
 * @param timeline the level of the timeline to count, empty for none
 * @param sort the order of hits
 * @param match how many of the query's words have to match
 * @param offset how many hits to pass over, 0 to {@value #MAX_OFFSET}
 * @param limit how many hits to give, 0 to {@value #MAX_LIMIT}
 * @param snippets how many snippets to give for a hit at most, 0 to {@value #MAX_SNIPPETS}
 * @param timeLimit how long the search may take, empty for no bound
 * @param collapse how hits that are the same text become one, empty for a hit an article
 * @param similar which articles the hits have to be like, empty for any
 * @param ranking how hits are scored
 * @param after where the page begins, empty for the first hit; not together with an offset, and of
 *     the same order
 */
public record SearchRequest(
    Query query,
    List<Repair> repairs,
    Map<Facet, Selection> selections,
    List<FacetRequest> facets,
    Optional<DateLevel> timeline,
    Sort sort,
    Match match,
    int offset,
    int limit,
    int snippets,
    Optional<Duration> timeLimit,
    Optional<Collapse> collapse,
    Optional<Similar> similar,
    Ranking ranking,
    Optional<Cursor> after) {

  /** The largest limit. */
  public static final int MAX_LIMIT = 1_000;

  /** The largest offset. */
  public static final int MAX_OFFSET = 100_000;

  /** The largest number of snippets for a hit. */
  public static final int MAX_SNIPPETS = 20;

  private static final int USUAL_LIMIT = 10;

  /** Checks and copies the parts. */
  public SearchRequest {
    requireNonNull(query, "query");
    repairs = List.copyOf(requireNonNull(repairs, "repairs"));
    selections = withoutEmpty(requireNonNull(selections, "selections"));
    facets = List.copyOf(requireNonNull(facets, "facets"));
    requireNonNull(timeline, "timeline");
    requireNonNull(sort, "sort");
    requireNonNull(match, "match");
    checkBounds("offset", offset, MAX_OFFSET);
    checkBounds("limit", limit, MAX_LIMIT);
    checkBounds("snippets", snippets, MAX_SNIPPETS);
    if (requireNonNull(timeLimit, "timeLimit").filter(t -> !t.isPositive()).isPresent()) {
      throw new IllegalArgumentException("timeLimit is not positive: " + timeLimit.get());
    }
    requireNonNull(collapse, "collapse");
    requireNonNull(similar, "similar");
    requireNonNull(ranking, "ranking");
    if (requireNonNull(after, "after").isPresent() && offset > 0) {
      throw new IllegalArgumentException("offset cannot be used with a cursor: " + offset);
    }
    Sort order = sort;
    if (after.filter(cursor -> cursor.sort() != order).isPresent()) {
      throw new IllegalArgumentException("cursor is not of the order " + sort);
    }
  }

  private static Map<Facet, Selection> withoutEmpty(Map<Facet, Selection> selections) {
    EnumMap<Facet, Selection> kept = new EnumMap<>(Facet.class);
    selections.forEach(
        (facet, selection) -> {
          if (selection.facet() != facet) {
            throw new IllegalArgumentException(
                "selection of %s stands under %s".formatted(selection.facet().id(), facet.id()));
          }
          if (!selection.isEmpty() || selection.mode() != Selection.Mode.ANY) {
            kept.put(facet, selection);
          }
        });
    return kept.isEmpty() ? ImmutableMap.of() : Maps.immutableEnumMap(kept);
  }

  private static void checkBounds(String name, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException("%s is not in 0..%d: %d".formatted(name, max, value));
    }
  }

  /**
   * Asks for the ten best articles of a query, each with one snippet.
   *
   * @param query the scope
   * @return the request
   */
  public static SearchRequest of(Query query) {
    return of(query, List.of());
  }

  /**
   * Asks for the ten best articles of what a person typed; the answer repeats the repairs.
   *
   * @param query the scope and the repairs made
   * @return the request
   */
  public static SearchRequest of(ParsedQuery query) {
    return of(requireNonNull(query, "query").query(), query.repairs());
  }

  private static SearchRequest of(Query query, List<Repair> repairs) {
    return new SearchRequest(
        query,
        repairs,
        Map.of(),
        List.of(),
        Optional.empty(),
        Sort.RELEVANCE,
        Match.ALL,
        0,
        USUAL_LIMIT,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Ranking.usual(),
        Optional.empty());
  }

  /**
   * Returns this request with another query, without the repairs of the one before.
   *
   * @param query the scope
   * @return the changed request
   */
  public SearchRequest query(Query query) {
    return with(
        parts -> {
          parts.query = query;
          parts.repairs = List.of();
        });
  }

  /**
   * Returns this request with nothing selected or excluded in a dimension, in the usual mode.
   *
   * @param facet the dimension
   * @return the changed request
   */
  public SearchRequest without(Facet facet) {
    return selection(Selection.none(facet));
  }

  /**
   * Selects values of a dimension, beside those already selected.
   *
   * <p>Values are read as the fields of the query language read them: a country by any name that
   * {@code country:} knows, a language by tag or name, a date as one year, month or day ({@code
   * 2025-05}, {@code May 2025}; for other days there is {@link #select(Query.Range)}), case and
   * accents aside. What these cannot be is refused. Of two letters that are no country's code, and
   * of a language's tag, the index alone knows whether there are articles; tags, topics, sections,
   * sources and authors are whatever articles have. A value that no article has finds nothing, and
   * {@link SearchResults#nothingFound} names it.
   *
   * @param facet the dimension
   * @param values the values; {@link Facet#NONE} selects the articles without any. In countries,
   *     dates and languages {@code none} and {@code (none)} say so too, and so does {@code unknown}
   *     in dates; elsewhere {@code none} is the value of that name
   * @return the changed request
   * @throws IllegalArgumentException if a value is blank, is no country, language or date, or is
   *     longer than any value
   */
  public SearchRequest select(Facet facet, String... values) {
    return selection(selection(facet).including(keys(facet, values)));
  }

  /**
   * Excludes values of a dimension, beside those already excluded.
   *
   * @param facet the dimension
   * @param values the values, as {@link #select(Facet, String...)} takes them
   * @return the changed request
   * @throws IllegalArgumentException as {@link #select(Facet, String...)} does
   */
  public SearchRequest exclude(Facet facet, String... values) {
    return selection(selection(facet).excluding(keys(facet, values)));
  }

  private static List<String> keys(Facet facet, String[] values) {
    List<String> keys = new ArrayList<>(requireNonNull(values, "values").length);
    for (String value : values) {
      keys.add(SelectedValue.key(facet, value));
    }
    return keys;
  }

  /**
   * Selects the days of a range in {@link Facet#DATE}, beside the values selected there and in
   * place of another range.
   *
   * @param days the days; {@link Query.Range#parse} reads them from text
   * @return the changed request
   */
  public SearchRequest select(Query.Range days) {
    return selection(selection(Facet.DATE).range(requireNonNull(days, "days")));
  }

  /**
   * Chooses how the values selected in a dimension are joined, those selected later too. {@link
   * #without} goes back to the usual mode.
   *
   * @param facet the dimension
   * @param mode the mode
   * @return the changed request
   */
  public SearchRequest mode(Facet facet, Selection.Mode mode) {
    return selection(selection(facet).mode(mode));
  }

  /**
   * Selects a value that is not selected, and takes back the selection or exclusion of one that is.
   *
   * @param facet the dimension
   * @param value the value, as {@link #select(Facet, String...)} takes it
   * @return the changed request
   * @throws IllegalArgumentException as {@link #select(Facet, String...)} does
   */
  public SearchRequest toggle(Facet facet, String value) {
    return selection(selection(facet).toggle(SelectedValue.key(facet, value)));
  }

  /**
   * Returns what is selected in a dimension.
   *
   * @param facet the dimension
   * @return the selection, possibly of nothing
   */
  public Selection selection(Facet facet) {
    Selection selection = selections.get(facet);
    return selection == null ? Selection.none(facet) : selection;
  }

  /**
   * Returns this request with another selection in place of what is selected in its dimension.
   *
   * @param selection what is selected, by keys
   * @return the changed request
   */
  public SearchRequest selection(Selection selection) {
    EnumMap<Facet, Selection> changed = new EnumMap<>(Facet.class);
    changed.putAll(selections);
    changed.put(requireNonNull(selection, "selection").facet(), selection);
    return selections(changed);
  }

  /**
   * Returns this request with other selections in place of all.
   *
   * @param selections what is selected, by dimension
   * @return the changed request
   */
  public SearchRequest selections(Map<Facet, Selection> selections) {
    return with(parts -> parts.selections = selections);
  }

  /**
   * Asks for the usual counts of some facets, in place of those asked for before.
   *
   * @param facets the dimensions, all that are to be counted
   * @return the changed request
   */
  public SearchRequest facets(Facet... facets) {
    return facets(Arrays.stream(facets).map(FacetRequest::of).toArray(FacetRequest[]::new));
  }

  /**
   * Asks for counts of facets, in place of those asked for before.
   *
   * @param facets all that is to be counted and listed; nothing for no counts
   * @return the changed request
   */
  public SearchRequest facets(FacetRequest... facets) {
    return with(parts -> parts.facets = List.of(facets));
  }

  /**
   * Asks for a timeline: counts over all days, months or years from the first to the last.
   *
   * @param level how finely
   * @return the changed request
   */
  public SearchRequest timeline(DateLevel level) {
    return with(parts -> parts.timeline = Optional.of(requireNonNull(level, "level")));
  }

  /**
   * Returns this request in another order of hits.
   *
   * @param sort the order; a cursor of another order is refused
   * @return the changed request
   */
  public SearchRequest sort(Sort sort) {
    return with(parts -> parts.sort = sort);
  }

  /**
   * Returns this request with another choice of how many words have to match.
   *
   * @param match the choice
   * @return the changed request
   */
  public SearchRequest match(Match match) {
    return with(parts -> parts.match = match);
  }

  /**
   * Returns this request for a later page.
   *
   * @param offset how many hits to pass over, 0 to {@value #MAX_OFFSET}
   * @return the changed request
   */
  public SearchRequest offset(int offset) {
    return with(parts -> parts.offset = offset);
  }

  /**
   * Returns this request for its first page, without offset and cursor.
   *
   * @return the changed request
   */
  public SearchRequest firstPage() {
    return with(
        parts -> {
          parts.offset = 0;
          parts.after = Optional.empty();
        });
  }

  /**
   * Returns this request for more or fewer hits.
   *
   * @param limit how many hits to give, 0 to {@value #MAX_LIMIT}
   * @return the changed request
   */
  public SearchRequest limit(int limit) {
    return with(parts -> parts.limit = limit);
  }

  /**
   * Returns this request for more or fewer snippets.
   *
   * @param snippets how many to give for a hit at most, 0 to {@value #MAX_SNIPPETS}
   * @return the changed request
   */
  public SearchRequest snippets(int snippets) {
    return with(parts -> parts.snippets = snippets);
  }

  /**
   * Returns this request with a bound on its time. A search that takes longer fails; it never gives
   * partial counts.
   *
   * @param timeLimit how long the search may take, positive
   * @return the changed request
   */
  public SearchRequest timeLimit(Duration timeLimit) {
    return with(parts -> parts.timeLimit = Optional.of(requireNonNull(timeLimit, "timeLimit")));
  }

  /**
   * Returns this request with one hit a story. Limit and offset then count stories. By relevance a
   * story ranks by its best match, by date as the copy that stands for it.
   *
   * @param collapse which copy stands for a story, and what facets count
   * @return the changed request
   */
  public SearchRequest collapse(Collapse collapse) {
    return with(parts -> parts.collapse = Optional.of(requireNonNull(collapse, "collapse")));
  }

  /**
   * Asks for articles like some, which have to match the query too. A search fails where the index
   * has no article of an id ({@code UnknownArticleException}).
   *
   * @param similar the articles that the hits have to be like
   * @return the changed request
   */
  public SearchRequest similarTo(Similar similar) {
    return with(parts -> parts.similar = Optional.of(requireNonNull(similar, "similar")));
  }

  /**
   * Returns this request with another way to score hits.
   *
   * @param ranking the way
   * @return the changed request
   */
  public SearchRequest ranking(Ranking ranking) {
    return with(parts -> parts.ranking = ranking);
  }

  /**
   * Returns this request for the page that begins at a cursor. The query, the selections and all
   * else that decides about hits and their order have to be as in the request that the cursor was
   * given for ({@link Cursor#fits}), or the search is refused; total and counts stay those of all
   * hits.
   *
   * @param cursor a cursor of the same order
   * @return the changed request
   */
  public SearchRequest after(Cursor cursor) {
    return with(parts -> parts.after = Optional.of(requireNonNull(cursor, "cursor")));
  }

  private SearchRequest with(Consumer<RequestParts> change) {
    RequestParts parts = new RequestParts(this);
    change.accept(parts);
    return parts.request();
  }
}
