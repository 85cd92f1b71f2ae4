package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.Analysis.Word;

/**
 * Finds the words that mark the best articles of a query: the relevance model RM1 over the {@value
 * #ARTICLES} best, whose {@value #WORDS} most likely words (beside those typed) are weighted by
 * their likelihood. An article's part in it falls exponentially with its distance from the best
 * score, as the likelihood of the query does: so one article that stands out is followed nearly
 * alone, and where many are alike all are heard. Of a body the first {@value #LONGEST_TEXT}
 * characters are heard.
 */
final class FeedbackWords {
  private static final int ARTICLES = 10;
  private static final int WORDS = 20;

  /** The share of the best score by which a score has to be lower to count 1/e as much. */
  private static final double SPREAD = 0.1;

  /** Words of more articles than this share mark none. */
  private static final double MOST_ARTICLES = 0.1;

  private static final int LONGEST_TEXT = 20_000;

  private static final class Mark {
    private final String stem;
    private final String word;
    private double likelihood;

    Mark(Word word) {
      this.stem = word.stem();
      this.word = word.exact().substring(Analysis.exact("").length());
    }

    String stem() {
      return stem;
    }

    double likelihood() {
      return likelihood;
    }
  }

  private final ArticleSearcher searcher;
  private final TextClauses text;
  private final Analysis analysis;

  FeedbackWords(ArticleSearcher searcher, TextClauses text, Analysis analysis) {
    this.searcher = searcher;
    this.text = text;
    this.analysis = analysis;
  }

  /**
   * Returns a clause for each word.
   *
   * @param query finds the best articles
   * @param weight the weight of all words together
   * @throws OutOfTimeException if the searcher's time is over before they are all read
   */
  List<Query> clauses(Query query, float weight) throws IOException {
    List<Mark> marks = telling(marks(searcher.search(query, ARTICLES).scoreDocs), typed(query));
    double all = marks.stream().mapToDouble(Mark::likelihood).sum();
    List<Query> clauses = new ArrayList<>();
    for (Mark mark : marks) {
      Query word =
          new Labelled("word '%s' of the best articles".formatted(mark.word), text.stem(mark.stem));
      clauses.add(new BoostQuery(word, (float) (weight * mark.likelihood / all)));
    }
    return clauses;
  }

  private List<Mark> marks(ScoreDoc[] best) throws IOException {
    Map<String, Mark> marks = new HashMap<>();
    for (ScoreDoc found : best) {
      searcher.checkTime();
      // All score 0 where they match by what only filters.
      double part =
          best[0].score > 0
              ? Math.exp((found.score - best[0].score) / (SPREAD * best[0].score))
              : 1;
      Article article = HitReader.article(searcher.getIndexReader(), found.doc);
      String body = article.body();
      String start = body.substring(0, Math.min(body.length(), LONGEST_TEXT));
      String language = Analysis.languageOf(article.language().orElse(""));
      List<Word> words = new ArrayList<>(analysis.words(article.title(), language));
      words.addAll(analysis.words(start, language));
      for (Word word : words) {
        marks.computeIfAbsent(word.stem(), stem -> new Mark(word)).likelihood +=
            part / words.size();
      }
    }
    List<Mark> likeliest = new ArrayList<>(marks.values());
    likeliest.sort(
        Comparator.comparingDouble(Mark::likelihood).reversed().thenComparing(Mark::stem));
    return likeliest;
  }

  private List<Mark> telling(List<Mark> marks, Set<String> typed) throws IOException {
    double most = searcher.getIndexReader().numDocs() * MOST_ARTICLES;
    List<Mark> telling = new ArrayList<>();
    for (Mark mark : marks) {
      if (telling.size() == WORDS) {
        break;
      }
      if (mark.stem.length() > 1
          && Character.isLetter(mark.stem.charAt(0))
          && !typed.contains(mark.stem)) {
        int articles = TextClauses.articles(mark.stem, searcher.getIndexReader());
        if (articles > 1 && articles <= most) {
          telling.add(mark);
        }
      }
    }
    return telling;
  }

  private static Set<String> typed(Query query) {
    Set<String> typed = new HashSet<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            for (Term term : terms) {
              typed.add(term.text());
            }
          }
        });
    return typed;
  }
}
