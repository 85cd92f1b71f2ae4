package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Similar;

/**
 * Finds articles that share telling words with given ones, as {@link Similar} says. For one search
 * and one thread.
 *
 * <p>Source: the choice of words by tf-idf and the weighted OR of them are those of Lucene's {@code
 * MoreLikeThis} (D. Cutting), which stands in a module of Lucene that is not needed for anything
 * else.
 */
public final class SimilarArticles {
  private static final int MOST_SHARE = 2;
  private static final int MOST_ARTICLES = 10;

  /**
   * A word that was chosen.
   *
   * @param stem the term of its stem
   * @param weight how much it tells, above 0
   */
  record Chosen(String stem, double weight) {}

  private static final Comparator<Chosen> MOST_TELLING =
      Comparator.comparingDouble(Chosen::weight).reversed().thenComparing(Chosen::stem);

  private final IndexReader reader;
  private final Analysis analysis;
  private final TextClauses text;
  private final List<Integer> given;

  /**
   * Prepares a search.
   *
   * @param reader what is searched
   * @param analysis makes terms of texts
   * @param text makes clauses of terms
   * @param given the numbers of the given articles in the reader
   */
  public SimilarArticles(
      IndexReader reader, Analysis analysis, TextClauses text, List<Integer> given) {
    this.reader = reader;
    this.analysis = analysis;
    this.text = text;
    this.given = given;
  }

  /**
   * Makes a query.
   *
   * @param similar what is asked
   * @return what matches the similar articles, without those that are left out
   * @throws IOException if the index cannot be read
   * @throws OutOfTimeException if the clauses' time is over before all words are looked up
   */
  public Query query(Similar similar) throws IOException {
    boolean withoutCopies = similar.copies() == Similar.Copies.LEFT_OUT;
    Set<Long> stories = withoutCopies ? stories() : Set.of();
    List<Chosen> words = words(stories);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word tells what the articles are about");
    }
    double most = words.get(0).weight();
    BooleanQuery.Builder alike = new BooleanQuery.Builder();
    for (Chosen word : words) {
      Query clause = new Labelled("word '%s'".formatted(word.stem()), text.stem(word.stem()));
      alike.add(new BoostQuery(clause, (float) (word.weight() / most)), Occur.SHOULD);
    }
    alike.setMinimumNumberShouldMatch(Similar.least(words.size()));
    BooleanQuery.Builder others = new BooleanQuery.Builder().add(alike.build(), Occur.MUST);
    List<BytesRef> ids = similar.articles().stream().map(BytesRef::new).toList();
    others.add(new TermInSetQuery(Schema.ID, ids), Occur.MUST_NOT);
    if (withoutCopies) {
      long[] left = stories.stream().mapToLong(Long::longValue).toArray();
      others.add(NumericDocValuesField.newSlowSetQuery(Schema.STORY, left), Occur.MUST_NOT);
    }
    return others.build();
  }

  private Set<Long> stories() throws IOException {
    Set<Long> stories = new HashSet<>();
    for (int doc : given) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
      NumericDocValues story = DocValues.getNumeric(leaf.reader(), Schema.STORY);
      if (story.advanceExact(doc - leaf.docBase)) {
        stories.add(story.longValue());
      }
    }
    return stories;
  }

  /**
   * Chooses the words that tell most.
   *
   * @param stories the numbers of the stories that are left out
   * @return the words, the most telling first
   */
  List<Chosen> words(Set<Long> stories) throws IOException {
    Map<String, Integer> occurrences = new HashMap<>();
    for (int doc : given) {
      text.check().run();
      Article article = HitReader.article(reader, doc);
      String language = Analysis.languageOf(article.language().orElse(""));
      count(article.title(), language, occurrences);
      count(article.body(), language, occurrences);
    }
    FixedBitSet leftOut = leftOut(stories);
    int most = Math.max(MOST_ARTICLES, reader.numDocs() / MOST_SHARE);
    List<Chosen> words = new ArrayList<>();
    for (Map.Entry<String, Integer> word : occurrences.entrySet()) {
      text.check().run();
      int articles = TextClauses.articles(word.getKey(), reader);
      double idf = Math.log((reader.maxDoc() + 1.0) / (articles + 1.0));
      if (articles <= most && idf > 0 && isFoundOutside(leftOut, word.getKey())) {
        words.add(new Chosen(word.getKey(), word.getValue() * idf));
      }
    }
    words.sort(MOST_TELLING);
    return List.copyOf(words.subList(0, Math.min(words.size(), Similar.MAX_WORDS)));
  }

  private void count(String whole, String language, Map<String, Integer> occurrences) {
    String read = whole.substring(0, Math.min(whole.length(), Similar.MAX_CHARACTERS));
    for (Analysis.Word word : analysis.words(read, language, text.check())) {
      occurrences.merge(word.stem(), 1, Integer::sum);
    }
  }

  /** The articles that cannot be hits: the given ones and those of some stories. */
  private FixedBitSet leftOut(Set<Long> stories) throws IOException {
    FixedBitSet leftOut = new FixedBitSet(reader.maxDoc());
    given.forEach(leftOut::set);
    for (LeafReaderContext leaf :
        stories.isEmpty() ? List.<LeafReaderContext>of() : reader.leaves()) {
      NumericDocValues story = DocValues.getNumeric(leaf.reader(), Schema.STORY);
      for (int doc = story.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = story.nextDoc()) {
        if (stories.contains(story.longValue())) {
          leftOut.set(leaf.docBase + doc);
        }
      }
    }
    return leftOut;
  }

  /** A word that only copies share would tell nothing, and keep others from being chosen. */
  private boolean isFoundOutside(FixedBitSet leftOut, String stem) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum found = leaf.reader().postings(new Term(Schema.TEXT, stem), PostingsEnum.NONE);
      int doc = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
      while (found != null && doc != DocIdSetIterator.NO_MORE_DOCS) {
        if ((live == null || live.get(doc)) && !leftOut.get(leaf.docBase + doc)) {
          return true;
        }
        doc = found.nextDoc();
      }
    }
    return false;
  }
}
