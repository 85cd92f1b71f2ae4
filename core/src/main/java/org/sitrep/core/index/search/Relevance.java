package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.query.Field;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.SearchRequest;

/**
 * Adds to a query what changes the scores of articles and never which of them match: pairs of words
 * near each other, the words of the best articles, recency. For one search.
 */
public final class Relevance {
  private static final int MAX_PAIRS = 8;

  private final ArticleSearcher searcher;
  private final TextClauses text;
  private final Analysis analysis;
  private final SearchRequest request;
  private final Ranking ranking;

  /**
   * Prepares the scoring of a request.
   *
   * @param searcher searches the reader
   * @param text makes the clauses that look into texts
   * @param analysis makes terms of the words of the best articles
   * @param request what is asked
   */
  public Relevance(
      ArticleSearcher searcher, TextClauses text, Analysis analysis, SearchRequest request) {
    this.searcher = searcher;
    this.text = text;
    this.analysis = analysis;
    this.request = request;
    this.ranking = request.ranking();
  }

  /**
   * Returns the query to be ranked by.
   *
   * @param query the request's query, translated
   * @return a query that the same articles match
   * @throws IOException if the index cannot be read
   */
  public Query ranked(Query query) throws IOException {
    TypedWords typed = typed();
    Query near = withBonus(withOptional(query, withinClauses(typed)), pairs(typed.runs()));
    Query expanded = near;
    if (wantsFeedback(typed)) {
      FeedbackWords words = new FeedbackWords(searcher, text, analysis);
      float weight =
          (float) (ranking.feedbackWeight() * typed.weight(word -> !text.isStopWord(word)));
      expanded = withOptional(near, words.clauses(near, weight));
    }
    return ranking.recency().isPresent()
        ? new RecencyQuery(expanded, ranking.recency().get())
        : expanded;
  }

  /**
   * Where any clause is enough, an article that some other clause matches gains also by single
   * words of phrases and amounts: half of a quotation is better than nothing.
   */
  private TypedWords typed() {
    org.sitrep.core.query.Query asked = request.query();
    boolean several =
        asked instanceof org.sitrep.core.query.Query.Group
            || asked instanceof org.sitrep.core.query.Query.Or;
    return several && request.match() == Match.ANY
        ? TypedWords.withinClauses(asked, text::isCompound, text::wordsOfAmounts)
        : TypedWords.of(asked);
  }

  private List<Query> withinClauses(TypedWords typed) {
    List<Query> clauses = new ArrayList<>();
    Map<String, Integer> counts = typed.counts();
    for (String word : typed.within()) {
      if (text.isStopWord(word)) {
        continue;
      }
      int count = counts.getOrDefault(word.toLowerCase(Locale.ROOT), 1);
      text.phrase(Field.TEXT, word, 0)
          .map(clause -> new BoostQuery(clause, TypedWords.repeatedWeight(count)))
          .ifPresent(clauses::add);
    }
    return clauses;
  }

  private boolean wantsFeedback(TypedWords typed) {
    long words = typed.runs().stream().mapToLong(List::size).sum();
    return words > 0
        && ranking.feedbackWeight() > 0
        && switch (ranking.feedback()) {
          case ALWAYS -> true;
          case FOR_ANY -> words > 1 && request.match() == Match.ANY;
          case NEVER -> false;
        };
  }

  private List<Query> pairs(List<List<String>> typed) throws IOException {
    List<Query> pairs = new ArrayList<>();
    if (ranking.nearWeight() == 0) {
      return pairs;
    }
    for (List<String> run : typed) {
      if (run.size() < 2) {
        continue;
      }
      List<String> telling = new ArrayList<>();
      for (String word : run) {
        if (telling.size() + pairs.size() <= MAX_PAIRS && text.isTelling(word, searcher)) {
          telling.add(word);
        }
      }
      for (int i = 1; i < telling.size() && pairs.size() < MAX_PAIRS; i++) {
        Optional<Query> near = text.near(telling.get(i - 1), telling.get(i));
        near.ifPresent(pair -> pairs.add(new BoostQuery(pair, (float) ranking.nearWeight())));
      }
    }
    return pairs;
  }

  private static Query withOptional(Query query, List<Query> optional) {
    if (optional.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder().add(query, Occur.MUST);
    optional.forEach(clause -> joined.add(clause, Occur.SHOULD));
    return joined.build();
  }

  private static Query withBonus(Query query, List<Query> pairs) {
    if (pairs.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder bonus = new BooleanQuery.Builder();
    pairs.forEach(pair -> bonus.add(pair, Occur.SHOULD));
    return new BonusQuery(query, bonus.build());
  }
}
