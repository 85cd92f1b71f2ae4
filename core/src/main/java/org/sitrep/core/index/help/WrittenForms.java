package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.Schema;

/**
 * Finds how articles write a word that the index keeps in lower case without accents. Looks at a
 * few articles and takes the form that most of them have; where two are as frequent, the one in
 * lower case, because any word can begin a sentence.
 */
final class WrittenForms {
  private static final int SAMPLE = 3;

  private final IndexReader reader;
  private final Map<Integer, Article> read = new HashMap<>();

  WrittenForms(IndexReader reader) {
    this.reader = reader;
  }

  /** Returns the form most seen in some articles, the word itself where it is nowhere. */
  String of(String word, List<String> fields) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    // Bodies first: titles are often in capitals.
    for (String field : fields.reversed()) {
      if (seen.isEmpty()) {
        look(new Term(field, Analysis.exact(word)), seen);
      }
    }
    return seen.entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(word);
  }

  private void look(Term term, Map<String, Integer> seen) throws IOException {
    int looked = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum places = leaf.reader().postings(term, PostingsEnum.OFFSETS);
      Bits live = leaf.reader().getLiveDocs();
      while (places != null && looked < SAMPLE) {
        int doc = places.nextDoc();
        if (doc == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
        if (live == null || live.get(doc)) {
          looked++;
          places.nextPosition();
          String text = text(leaf.docBase + doc, term.field());
          if (places.startOffset() >= 0 && places.endOffset() <= text.length()) {
            seen.merge(text.substring(places.startOffset(), places.endOffset()), 1, Integer::sum);
          }
        }
      }
    }
  }

  private String text(int doc, String field) throws IOException {
    Article article = read.get(doc);
    if (article == null) {
      article = HitReader.article(reader, doc);
      read.put(doc, article);
    }
    return field.equals(Schema.TITLE) ? article.title() : article.body();
  }
}
