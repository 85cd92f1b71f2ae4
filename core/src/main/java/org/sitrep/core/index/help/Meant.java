package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound.Change;
import org.sitrep.core.search.SearchRequest;

/**
 * Finds what else a request that nothing matches may ask: for each clause that no article has, the
 * article of the address that it is, an acronym with its capitals, a shorter or longer designation,
 * the word or value in another field; and words such as "or" as the operators.
 */
final class Meant {
  /** How many other clauses are offered for one at most. */
  private static final int MOST = 4;

  private final IndexReader reader;
  private final SearchRequest request;
  private final Unmatched unmatched;
  private final Set<String> respelt;
  private final Counts counts;
  private final Acronyms acronyms;

  /**
   * Prepares looking.
   *
   * @param reader the reader
   * @param acronyms the acronyms that count with capitals
   * @param request the request that nothing matches
   * @param unmatched what of it no article has
   * @param respelt the words and values for which another spelling finds something
   * @param counts counts
   */
  Meant(
      IndexReader reader,
      Acronyms acronyms,
      SearchRequest request,
      Unmatched unmatched,
      Set<String> respelt,
      Counts counts) {
    this.reader = reader;
    this.acronyms = acronyms;
    this.request = request;
    this.unmatched = unmatched;
    this.respelt = respelt;
    this.counts = counts;
  }

  /** Returns the requests that find something, each with as many hits as it has. */
  List<Change> find() throws IOException {
    List<Change> found = new ArrayList<>();
    for (Query query : clausesChanged()) {
      add(query, found);
    }
    if (found.isEmpty()) {
      add(withAcronyms(), found);
    }
    for (Query query : SmallOperators.read(request.query())) {
      add(query, found);
    }
    return found;
  }

  /** The whole query: a word such as "us" that some articles have may still be an acronym. */
  private Query withAcronyms() {
    try {
      return acronyms.written(request.query());
    } catch (IllegalArgumentException e) {
      return request.query(); // a query at its bounds
    }
  }

  private void add(Query query, List<Change> found) throws IOException {
    SearchRequest changed = request.query(query);
    if (query.equals(request.query())
        || found.stream().anyMatch(change -> change.request().equals(changed))) {
      return;
    }
    OptionalLong total = counts.of(changed);
    if (total.isPresent() && total.getAsLong() > 0) {
      found.add(new Change(query.print(), changed, total.getAsLong()));
    }
  }

  /** The query with each other clause in the place of one, and the best for each of the rest. */
  private List<Query> clausesChanged() throws IOException {
    Map<Query, List<Query>> others = new LinkedHashMap<>();
    for (Query clause : unmatched.clauses()) {
      List<Query> known = counts.over() ? List.of() : known(clause);
      if (!known.isEmpty()) {
        others.put(clause, known);
      }
    }
    List<Query> changed = new ArrayList<>();
    for (Map.Entry<Query, List<Query>> each : others.entrySet()) {
      for (Query other : each.getValue()) {
        Map<Query, Query> chosen = new LinkedHashMap<>();
        others.forEach((clause, known) -> chosen.put(clause, known.getFirst()));
        chosen.put(each.getKey(), other);
        changed.add(replaced(chosen));
      }
    }
    return changed;
  }

  private Query replaced(Map<Query, Query> chosen) {
    Query query = request.query();
    try {
      for (Map.Entry<Query, Query> choice : chosen.entrySet()) {
        query = query.replaced(choice.getKey(), choice.getValue());
      }
    } catch (IllegalArgumentException e) {
      counts.skip(1); // a query at its bounds has no room for a longer clause
      return request.query();
    }
    return query;
  }

  /** The clauses that may stand in the place of one and that some article has. */
  private List<Query> known(Query clause) throws IOException {
    List<Query> known = new ArrayList<>();
    long most = 0;
    for (Query other : others(clause)) {
      OptionalLong articles = known.size() < MOST ? counts.of(other) : OptionalLong.empty();
      // Of a word and what begins so, the second is no help where it finds no more.
      boolean helps = !(other instanceof Query.Prefix) || articles.orElse(0) > most;
      if (articles.orElse(0) > 0 && helps) {
        known.add(other);
        most = Math.max(most, articles.getAsLong());
      }
    }
    return known;
  }

  private Collection<Query> others(Query clause) throws IOException {
    List<Query> others = new ArrayList<>();
    Query written = acronyms.written(clause);
    if (!written.equals(clause)) {
      others.add(written);
    }
    others.addAll(othersAsWritten(clause));
    return others;
  }

  private Collection<Query> othersAsWritten(Query clause) throws IOException {
    return switch (clause) {
      case Query.Term term when term.field() == Field.ID || term.field().isText() -> ofWord(term);
      case Query.Term term -> OtherFields.of(term.field(), term.word());
      case Query.Phrase phrase when !phrase.field().isText() ->
          OtherFields.of(phrase.field(), phrase.words());
      case Query.Value value -> OtherFields.of(Field.of(value.facet()), value.value());
      default -> OtherFields.inWholeText(clause);
    };
  }

  private List<Query> ofWord(Query.Term term) throws IOException {
    List<Query> others = new ArrayList<>();
    if (term.field() == Field.ID || term.field() == Field.TEXT) {
      new Addresses(reader, counts)
          .ids(term)
          .forEach(id -> others.add(new Query.Term(Field.ID, id)));
    }
    if (term.field() != Field.ID && !respelt.contains(term.word())) {
      others.addAll(Designations.near(term));
    }
    others.addAll(OtherFields.inWholeText(term));
    return others;
  }
}
