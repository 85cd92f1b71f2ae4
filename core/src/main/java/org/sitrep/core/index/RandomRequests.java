package org.sitrep.core.index;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Similar;
import org.sitrep.core.search.Sort;

/** Makes requests at random from what some articles hold. */
final class RandomRequests {
  private static final Splitter WORDS = Splitter.onPattern("\\W+").omitEmptyStrings();

  private final List<Article> sample;
  private final Random random;

  RandomRequests(List<Article> sample, long seed) {
    this.sample = sample;
    this.random = new Random(seed);
  }

  SearchRequest next() {
    SearchRequest request =
        SearchRequest.of(query()).limit(random.nextInt(3)).snippets(random.nextInt(3));
    int dimensions = random.nextInt(4);
    for (int i = 0; i < dimensions; i++) {
      request = select(request, anyOf(Facet.values()));
    }
    FacetRequest[] asked = new FacetRequest[1 + random.nextInt(3)];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = facet(anyOf(Facet.values()));
    }
    SearchRequest counted = request.facets(asked);
    return shown(random.nextInt(3) == 0 ? counted.timeline(anyOf(DateLevel.values())) : counted);
  }

  /** How the hits are shown: in one order or another, page by page, one a story or not. */
  private SearchRequest shown(SearchRequest request) {
    SearchRequest sorted = request.sort(anyOf(Sort.values())).offset(random.nextInt(3));
    if (random.nextInt(8) == 0) {
      sorted = sorted.similarTo(Similar.to(article().id(), article().id()));
    }
    return random.nextBoolean() ? sorted : sorted.collapse(collapse());
  }

  private Collapse collapse() {
    Collapse best =
        switch (random.nextInt(3)) {
          case 0 -> Collapse.first();
          case 1 -> Collapse.longest();
          default -> Collapse.preferring(value(Facet.SOURCE), value(Facet.SOURCE));
        };
    return best.counting(anyOf(Collapse.Counted.values()));
  }

  private FacetRequest facet(Facet facet) {
    FacetRequest asked =
        facet == Facet.DATE
            ? FacetRequest.of(anyOf(DateLevel.values()))
            : FacetRequest.of(facet).order(anyOf(FacetOrder.values()));
    if (random.nextInt(4) == 0) {
      asked = asked.prefix(start(facet));
    }
    return random.nextInt(4) == 0
        ? asked.limit(random.nextInt(5)).offset(random.nextInt(3)).withOthers()
        : asked.limit(FacetRequest.MAX_LIMIT);
  }

  /** The beginning of a word of some value. */
  private String start(Facet facet) {
    List<String> words = WORDS.splitToList(value(facet));
    String word = words.isEmpty() ? "" : anyOf(words);
    return word.substring(0, Math.min(word.length(), 1 + random.nextInt(3)));
  }

  private SearchRequest select(SearchRequest request, Facet facet) {
    SearchRequest selected = request;
    int values = 1 + random.nextInt(2);
    for (int i = 0; i < values; i++) {
      selected = selected.selection(selected.selection(facet).include(value(facet)));
    }
    if (random.nextInt(3) == 0) {
      selected = selected.selection(selected.selection(facet).exclude(value(facet)));
    }
    if (random.nextInt(3) == 0) {
      selected = selected.mode(facet, Selection.Mode.ALL);
    }
    if (facet == Facet.DATE && random.nextBoolean()) {
      selected = selected.select(range());
    }
    return selected;
  }

  private String value(Facet facet) {
    return anyOf(facet.keys(article()));
  }

  private Query.Range range() {
    LocalDate from =
        article().published().map(date -> date.firstDay()).orElse(LocalDate.of(2000, 1, 1));
    Optional<LocalDate> to =
        random.nextBoolean() ? Optional.of(from.plusDays(random.nextInt(400))) : Optional.empty();
    return new Query.Range(
        to.isPresent() && random.nextInt(3) == 0 ? Optional.empty() : Optional.of(from), to);
  }

  private Query query() {
    return switch (random.nextInt(6)) {
      case 0 -> new Query.All();
      case 1 -> new Query.Or(List.of(word(), word()));
      case 2 -> new Query.Group(List.of(word(), new Query.Not(word())));
      case 3 -> filter();
      default -> word();
    };
  }

  private Query filter() {
    Facet facet = anyOf(Facet.values());
    return facet == Facet.DATE ? range() : new Query.Value(facet, value(facet));
  }

  private Query word() {
    Article article = article();
    List<String> words = WORDS.splitToList(article.title() + " " + article.body());
    return words.isEmpty() ? new Query.All() : new Query.Term(Field.TEXT, anyOf(words));
  }

  private Article article() {
    return anyOf(sample);
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T anyOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
