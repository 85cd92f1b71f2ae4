package org.sitrep.core.index.search;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.index.store.DateInterval;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Selection;

/**
 * Makes a Lucene query of ours. What filters (facets, dates, ids, what must not match) takes no
 * part in the score.
 *
 * <p>A word in which the analysis finds nothing to search for, such as a lone dash, is passed over.
 */
public final class QueryTranslator {
  private final TextClauses text;
  private final PatternClauses patterns;
  private final Match match;

  /**
   * Prepares a translation.
   *
   * @param text makes the clauses that look into texts
   * @param match how many words of a group have to match
   */
  public QueryTranslator(TextClauses text, Match match) {
    this.text = text;
    this.patterns = new PatternClauses(text);
    this.match = match;
  }

  /**
   * Translates a query.
   *
   * @param query the query
   * @return the same in Lucene's terms; everything, where nothing in it can be searched for
   */
  public org.apache.lucene.search.Query translate(Query query) {
    return clause(query).map(QueryTranslator::positive).orElse(MatchAllDocsQuery.INSTANCE);
  }

  /**
   * Translates a selection into a filter.
   *
   * @param selection the selection
   * @return what matches the articles that pass it
   */
  public static org.apache.lucene.search.Query filter(Selection selection) {
    String field = Schema.keys(selection.facet());
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    if (selection.included().isEmpty() && selection.range().isEmpty()) {
      filter.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    if (!selection.excluded().isEmpty()) {
      filter.add(anyOf(field, List.copyOf(selection.excluded())), Occur.MUST_NOT);
    }
    List<org.apache.lucene.search.Query> included = new ArrayList<>();
    selection.range().ifPresent(range -> included.add(range(range)));
    if (selection.mode() == Selection.Mode.ALL) {
      selection.included().forEach(key -> included.add(new TermQuery(new Term(field, key))));
      included.forEach(query -> filter.add(query, Occur.FILTER));
    } else {
      if (!selection.included().isEmpty()) {
        included.add(anyOf(field, List.copyOf(selection.included())));
      }
      if (!included.isEmpty()) {
        filter.add(joined(included, Occur.SHOULD), Occur.FILTER);
      }
    }
    return filter.build();
  }

  private static org.apache.lucene.search.Query anyOf(String field, List<String> keys) {
    return keys.size() == 1
        ? new TermQuery(new Term(field, keys.getFirst()))
        : new TermInSetQuery(field, Lists.transform(keys, BytesRef::new));
  }

  private Optional<org.apache.lucene.search.Query> clause(Query query) {
    text.check().run();
    // No switch over types: the JVM makes the code of one anew at each start.
    if (query instanceof Query.All) {
      return Optional.of(MatchAllDocsQuery.INSTANCE);
    }
    if (query instanceof Query.Value value) {
      return Optional.of(value(value));
    }
    if (query instanceof Query.Range range) {
      return Optional.of(range(range));
    }
    if (query instanceof Query.Not not) {
      return clause(not.clause()).map(QueryTranslator::negative);
    }
    if (query instanceof Query.And and) {
      return joined(and.clauses(), and.clauses().stream().map(this::clause).toList(), Match.ALL);
    }
    if (query instanceof Query.Or or) {
      return any(or.clauses());
    }
    return query instanceof Query.Group group ? group(group) : text.once(query, this::leaf);
  }

  private Optional<org.apache.lucene.search.Query> group(Query.Group group) {
    if (match != Match.ANY) {
      return joined(group.clauses(), sideBySide(group.clauses()), match);
    }
    TypedWords.Apart apart = TypedWords.takenApart(group.clauses(), text::isCompound);
    List<Optional<org.apache.lucene.search.Query>> words = sideBySide(apart.clauses());
    for (TypedWords.Compound compound : apart.compounds()) {
      Query.Term typed = compound.typed();
      text.orOtherwise(
          typed.field(), typed.word(), words.subList(compound.first(), compound.end()));
    }
    return joined(apart.clauses(), words, match);
  }

  /** Translates a word, a phrase or a pattern. */
  private Optional<org.apache.lucene.search.Query> leaf(Query query) {
    if (query instanceof Query.Term term) {
      return term(term);
    }
    if (query instanceof Query.Phrase phrase) {
      return phrase.field().isText()
          ? text.phrase(phrase.field(), phrase.words(), phrase.slop())
          : FacetClauses.phrase(phrase.field(), phrase.words(), text.check());
    }
    if (query instanceof Query.Prefix prefix) {
      return prefix.field().isText()
          ? patterns.prefix(prefix.field(), prefix.start())
          : FacetClauses.prefix(prefix.field(), prefix.start(), text.check());
    }
    if (query instanceof Query.Wildcard wildcard) {
      return wildcard.field().isText()
          ? patterns.wildcard(wildcard.field(), wildcard.pattern())
          : FacetClauses.wildcard(wildcard.field(), wildcard.pattern(), text.check());
    }
    if (query instanceof Query.Fuzzy fuzzy) {
      return fuzzy.field().isText()
          ? patterns.fuzzy(fuzzy.field(), fuzzy.word(), fuzzy.edits())
          : FacetClauses.fuzzy(fuzzy.field(), fuzzy.word(), fuzzy.edits(), text.check());
    }
    throw new IllegalArgumentException("clause holds others: " + query);
  }

  private Optional<org.apache.lucene.search.Query> term(Query.Term term) {
    if (term.field() == Field.ID) {
      return Optional.of(new TermQuery(new Term(Schema.ID, term.word())));
    }
    return term.field().isText()
        ? text.phrase(term.field(), term.word(), 0)
        : FacetClauses.word(term.field(), term.word(), text.check());
  }

  private static org.apache.lucene.search.Query value(Query.Value value) {
    return new TermQuery(new Term(Schema.keys(value.facet()), value.value()));
  }

  private static org.apache.lucene.search.Query range(Query.Range range) {
    DateInterval days = DateInterval.of(range);
    BooleanQuery.Builder within = new BooleanQuery.Builder();
    within.add(between(Schema.DATE_START, days.first(), Long.MAX_VALUE), Occur.FILTER);
    within.add(between(Schema.DATE_END, Long.MIN_VALUE, days.last()), Occur.FILTER);
    return new ConstantScoreQuery(within.build());
  }

  private static org.apache.lucene.search.Query between(String field, long first, long last) {
    return NumericDocValuesField.newSlowRangeQuery(field, first, last);
  }

  /** Stands for "everything but" until it is joined with what must match. */
  private static org.apache.lucene.search.Query negative(org.apache.lucene.search.Query clause) {
    return new BooleanQuery.Builder().add(positive(clause), Occur.MUST_NOT).build();
  }

  private static boolean isNegative(org.apache.lucene.search.Query clause) {
    return clause instanceof BooleanQuery bool
        && !bool.clauses().isEmpty()
        && bool.clauses().stream().allMatch(c -> c.occur() == Occur.MUST_NOT);
  }

  private static org.apache.lucene.search.Query positive(org.apache.lucene.search.Query clause) {
    if (!isNegative(clause)) {
      return clause;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    ((BooleanQuery) clause).clauses().forEach(all::add);
    return all.build();
  }

  private static boolean isFilter(Query query) {
    return switch (query) {
      case Query.All all -> true;
      case Query.Value value -> true;
      case Query.Range range -> true;
      case Query.Not not -> true;
      case Query.Term term -> !term.field().isText();
      case Query.Phrase phrase -> !phrase.field().isText();
      case Query.Prefix prefix -> !prefix.field().isText();
      case Query.Wildcard wildcard -> !wildcard.field().isText();
      case Query.Fuzzy fuzzy -> !fuzzy.field().isText();
      case Query.And and -> and.clauses().stream().allMatch(QueryTranslator::isFilter);
      case Query.Or or -> or.clauses().stream().allMatch(QueryTranslator::isFilter);
      case Query.Group group -> group.clauses().stream().allMatch(QueryTranslator::isFilter);
    };
  }

  private Optional<org.apache.lucene.search.Query> any(List<Query> clauses) {
    List<org.apache.lucene.search.Query> found = new ArrayList<>();
    for (Query query : clauses) {
      clause(query).map(QueryTranslator::positive).ifPresent(found::add);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(joined(found, Occur.SHOULD));
  }

  private Optional<org.apache.lucene.search.Query> joined(
      List<Query> clauses,
      List<Optional<org.apache.lucene.search.Query>> translated,
      Match required) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    List<org.apache.lucene.search.Query> words = new ArrayList<>();
    List<org.apache.lucene.search.Query> filters = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      boolean filter = isFilter(clauses.get(i));
      translated.get(i).ifPresent((filter ? filters : words)::add);
    }
    if (words.isEmpty() && filters.isEmpty()) {
      return Optional.empty();
    }
    addFilters(joined, filters);
    if (words.isEmpty()) {
      joined.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
      return Optional.of(joined.build());
    }
    joined.add(words(damped(words), required), Occur.MUST);
    return Optional.of(joined.build());
  }

  /**
   * Adds filters each by itself or, where that would be more than Lucene allows, as two clauses.
   */
  private static void addFilters(
      BooleanQuery.Builder joined, List<org.apache.lucene.search.Query> filters) {
    List<org.apache.lucene.search.Query> required = new ArrayList<>();
    List<org.apache.lucene.search.Query> prohibited = new ArrayList<>();
    for (org.apache.lucene.search.Query filter : filters) {
      if (isNegative(filter)) {
        ((BooleanQuery) filter).clauses().forEach(clause -> prohibited.add(clause.query()));
      } else {
        required.add(filter);
      }
    }
    if (required.size() + prohibited.size() < IndexSearcher.getMaxClauseCount()) {
      required.forEach(filter -> joined.add(filter, Occur.FILTER));
      prohibited.forEach(filter -> joined.add(filter, Occur.MUST_NOT));
      return;
    }
    if (!required.isEmpty()) {
      joined.add(joined(required, Occur.FILTER), Occur.FILTER);
    }
    if (!prohibited.isEmpty()) {
      joined.add(joined(prohibited, Occur.SHOULD), Occur.MUST_NOT);
    }
  }

  /** Lets each of several equal words count less. */
  private static List<org.apache.lucene.search.Query> damped(
      List<org.apache.lucene.search.Query> words) {
    Map<org.apache.lucene.search.Query, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    if (counts.size() == words.size()) {
      return words;
    }
    return Lists.transform(
        words,
        word -> new BoostQuery(word, TypedWords.repeatedWeight(counts.getOrDefault(word, 1))));
  }

  /** Translates clauses, runs of words also by what they are together. */
  private List<Optional<org.apache.lucene.search.Query>> sideBySide(List<Query> clauses) {
    List<Optional<org.apache.lucene.search.Query>> translated = new ArrayList<>();
    boolean drops = match == Match.ANY && !clauses.stream().allMatch(this::isStopWord);
    int at = 0;
    while (at < clauses.size()) {
      List<String> words = wordsFrom(clauses, at);
      List<Query> run = clauses.subList(at, at + Math.max(1, words.size()));
      List<Optional<org.apache.lucene.search.Query>> single =
          run.stream()
              .map(query -> drops && isStopWord(query) ? unscored(query) : clause(query))
              .toList();
      translated.addAll(
          words.size() < 2
              ? single
              : text.together(((Query.Term) run.get(0)).field(), words, single));
      at += run.size();
    }
    return translated;
  }

  private boolean isStopWord(Query query) {
    return query instanceof Query.Term term
        && term.field().isText()
        && text.isStopWord(term.word());
  }

  /** Where any word is enough, a stop word finds what it finds and ranks nothing. */
  private Optional<org.apache.lucene.search.Query> unscored(Query stopWord) {
    return clause(stopWord).map(word -> new BoostQuery(word, 0));
  }

  /** The words of one field that stand side by side from a place on. */
  private static List<String> wordsFrom(List<Query> clauses, int first) {
    List<String> words = new ArrayList<>();
    for (Query query : clauses.subList(first, clauses.size())) {
      boolean goesOn =
          query instanceof Query.Term term
              && term.field().isText()
              && term.field() == ((Query.Term) clauses.get(first)).field();
      if (!goesOn) {
        break;
      }
      words.add(((Query.Term) query).word());
    }
    return words;
  }

  private static org.apache.lucene.search.Query words(
      List<org.apache.lucene.search.Query> words, Match required) {
    return switch (required) {
      case ALL -> joined(Lists.transform(words, QueryTranslator::positive), Occur.MUST);
      case ANY -> joined(Lists.transform(words, QueryTranslator::positive), Occur.SHOULD);
      case MOST -> most(words);
    };
  }

  private static org.apache.lucene.search.Query most(List<org.apache.lucene.search.Query> words) {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    words.forEach(word -> most.add(positive(word), Occur.SHOULD));
    most.setMinimumNumberShouldMatch(words.size() < 3 ? words.size() : words.size() * 3 / 4);
    return Whole.of(most.build(), words.size());
  }

  /** Joins clauses in a tree of queries that each hold no more than Lucene allows. */
  private static org.apache.lucene.search.Query joined(
      List<org.apache.lucene.search.Query> clauses, Occur occur) {
    if (clauses.isEmpty()) {
      return new MatchNoDocsQuery("no clause");
    }
    if (clauses.size() == 1) {
      return clauses.get(0);
    }
    List<org.apache.lucene.search.Query> parts = clauses;
    while (parts.size() > IndexSearcher.getMaxClauseCount()) {
      List<org.apache.lucene.search.Query> joined = new ArrayList<>();
      for (List<org.apache.lucene.search.Query> part :
          Lists.partition(parts, IndexSearcher.getMaxClauseCount())) {
        joined.add(flat(part, occur));
      }
      parts = joined;
    }
    return flat(parts, occur);
  }

  private static org.apache.lucene.search.Query flat(
      List<org.apache.lucene.search.Query> clauses, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    clauses.forEach(clause -> joined.add(clause, occur));
    return Whole.of(joined.build(), clauses.size());
  }
}
