package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.vocabulary.Folding;

/** Finds the words, in their exact forms, that begin with what a person typed. */
final class WordCompletions {
  /**
   * A word.
   *
   * @param folded the word as exact forms have it
   * @param form how articles write it
   * @param articles how many articles have it, or have it behind the words given, more than 0
   */
  record Word(String folded, String form, long articles) {}

  private record Key(List<String> fields, List<String> before, String start, int most) {}

  /** Behind how many words others are looked for at most. */
  private static final int MOST_BEFORE = 6;

  /** How long words are looked for behind others, in nanoseconds: common ones take their time. */
  private static final long LONGEST_LOOK = 200_000_000;

  /** How many articles are looked at to see how something is written. */
  private static final int SAMPLE = 5;

  /** A word and how many articles have it at most. */
  private record Frequent(String folded, int articles) {}

  private static final Comparator<Word> MOST_FIRST =
      Comparator.comparingLong(Word::articles).reversed().thenComparing(Word::folded);

  private static final int LONGEST = 60;

  /** How many of the words that begin so are looked at. */
  private static final int MOST_TRIED = 50;

  private final IndexReader reader;
  private final ArticleSearcher searcher;
  private final List<String> fields;
  private final SuggestionCache cache;
  private final WrittenForms forms;
  private boolean cutOff;

  WordCompletions(
      IndexReader reader, ArticleSearcher searcher, List<String> fields, SuggestionCache cache) {
    this.reader = reader;
    this.searcher = searcher;
    this.fields = fields;
    this.cache = cache;
    this.forms = new WrittenForms(reader);
  }

  /** Returns the words that most articles have, those first. */
  List<Word> find(String folded, int most) throws IOException {
    return find(List.of(), folded, most);
  }

  /** Returns the words that stand behind others in most articles, those first. */
  List<Word> find(List<String> before, String folded, int most) throws IOException {
    if (folded.isEmpty() || folded.length() > LONGEST || before.size() > MOST_BEFORE) {
      return List.of();
    }
    Key key = new Key(fields, before, folded, most);
    List<Word> found = cache.get(key, () -> counted(before, frequent(folded, most), most));
    if (cutOff) {
      cache.drop(key); // the next time may be quicker
    }
    return found;
  }

  private List<Word> counted(List<String> before, List<Frequent> words, int most)
      throws IOException {
    List<Word> found = new ArrayList<>();
    long end = System.nanoTime() + LONGEST_LOOK;
    ArticleSearcher bounded = new ArticleSearcher(reader, Ranking.usual());
    bounded.setTimeout(() -> System.nanoTime() - end > 0);
    for (Frequent word : words) {
      // Not more articles have a word behind others than have it at all.
      if (found.size() >= most && word.articles() < found.get(most - 1).articles()) {
        break;
      }
      int articles = (before.isEmpty() ? searcher : bounded).count(query(before, word.folded()));
      if (bounded.timedOut()) {
        cutOff = true;
        break;
      }
      if (articles > 0) {
        found.add(new Word(word.folded(), word.folded(), articles));
        found.sort(MOST_FIRST);
      }
    }
    List<Word> written = new ArrayList<>();
    for (Word word : found.subList(0, Math.min(most, found.size()))) {
      written.add(new Word(word.folded(), forms.of(word.folded(), fields), word.articles()));
    }
    return written;
  }

  /** Says whether one of some articles that have a word behind others writes them as is typed. */
  boolean isWritten(List<String> before, Word word, String typed) throws IOException {
    String text = Folding.fold(typed);
    for (ScoreDoc found : searcher.search(query(before, word.folded()), SAMPLE).scoreDocs) {
      Article article = HitReader.article(reader, found.doc);
      if (Folding.fold(article.title()).contains(text)
          || Folding.fold(article.body()).contains(text)) {
        return true;
      }
    }
    return false;
  }

  private Query query(List<String> before, String word) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      any.add(query(field, before, word), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query query(String field, List<String> before, String word) {
    if (before.isEmpty()) {
      return new TermQuery(new Term(field, Analysis.exact(word)));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    before.forEach(each -> phrase.add(new Term(field, each)));
    return phrase.add(new Term(field, Analysis.exact(word))).build();
  }

  /** The words that most articles have; those deleted since may be among the articles. */
  private List<Frequent> frequent(String folded, int most) throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    for (String field : fields) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms != null) {
        add(terms.iterator(), new BytesRef(Analysis.exact(folded)), articles);
      }
    }
    int mark = Analysis.exact("").length();
    return articles.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(Math.max(most, MOST_TRIED))
        .map(word -> new Frequent(word.getKey().substring(mark), word.getValue()))
        .toList();
  }

  private static void add(TermsEnum terms, BytesRef start, Map<String, Integer> articles)
      throws IOException {
    TermsEnum.SeekStatus found = terms.seekCeil(start);
    BytesRef term = found == TermsEnum.SeekStatus.END ? null : terms.term();
    while (term != null && StringHelper.startsWith(term, start)) {
      articles.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
      term = terms.next();
    }
  }
}
