package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.NothingFound.Change;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/** The few values that a dimension has, where one that no article has was asked for. */
final class Choices {
  private final SearchRequest request;
  private final Unmatched unmatched;
  private final Set<String> respelt;
  private final Counts counts;
  private final ValueWords values;

  /**
   * Prepares looking.
   *
   * @param reader the reader
   * @param request the request that nothing matches
   * @param unmatched what of it no article has
   * @param respelt the words and values for which another spelling finds something
   * @param counts counts
   */
  Choices(
      IndexReader reader,
      SearchRequest request,
      Unmatched unmatched,
      Set<String> respelt,
      Counts counts) {
    this.request = request;
    this.unmatched = unmatched;
    this.respelt = respelt;
    this.counts = counts;
    this.values = new ValueWords(reader);
  }

  List<Change> find() throws IOException {
    List<Change> found = new ArrayList<>();
    for (Query clause : unmatched.clauses()) {
      String typed = typed(clause);
      if (!typed.isEmpty() && !respelt.contains(typed)) {
        for (Query.Value value : values(field(clause).facet().orElseThrow())) {
          add(value, request.query(request.query().replaced(clause, value)), found);
        }
      }
    }
    for (Selection selection : unmatched.selections()) {
      List<Query.Value> few = values(selection.facet());
      for (String key : few.isEmpty() ? Set.<String>of() : selection.included()) {
        if (!respelt.contains(key)) {
          add(selection, key, few, found);
        }
      }
    }
    found.sort(Comparator.comparingLong(Change::total).reversed());
    return found;
  }

  /** Puts each of a few values in the place of a selected one, as long as there is time. */
  private void add(Selection selection, String key, List<Query.Value> few, List<Change> found)
      throws IOException {
    if (counts.over()) {
      counts.skip(few.size());
      return;
    }
    Selection others = selection.toggle(key);
    for (Query.Value value : few) {
      add(value, request.selection(others.include(value.value())), found);
    }
  }

  private void add(Query.Value value, SearchRequest changed, List<Change> found)
      throws IOException {
    OptionalLong total = counts.of(changed);
    if (total.orElse(0) > 0) {
      found.add(new Change(value.print(), changed, total.getAsLong()));
    }
  }

  private List<Query.Value> values(Facet facet) throws IOException {
    return switch (facet) {
      case COUNTRY, ABOUT, DATE -> List.of(); // what there is of these is known without the index
      default ->
          values.few(facet, NothingFound.MAX_CHOICES).stream()
              .map(key -> new Query.Value(facet, key))
              .toList();
    };
  }

  /** The value that a clause asks for, empty where it asks for none. */
  private static String typed(Query clause) {
    return switch (clause) {
      case Query.Value value -> value.value();
      case Query.Term term when term.field().facet().isPresent() -> term.word();
      case Query.Phrase phrase when phrase.field().facet().isPresent() -> phrase.words();
      default -> "";
    };
  }

  private static Field field(Query clause) {
    return switch (clause) {
      case Query.Value value -> Field.of(value.facet());
      case Query.Term term -> term.field();
      default -> ((Query.Phrase) clause).field();
    };
  }
}
