package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.sitrep.core.index.analysis.Analysis;

/** Finds the words, in their exact forms, that begin with what a person typed. */
final class WordCompletions {
  private static final int LONGEST = 60;

  private final IndexReader reader;
  private final List<String> fields;

  WordCompletions(IndexReader reader, List<String> fields) {
    this.reader = reader;
    this.fields = fields;
  }

  /** Returns the words that most articles have, in no order. */
  List<String> find(String folded, int most) throws IOException {
    if (folded.isEmpty() || folded.length() > LONGEST) {
      return List.of();
    }
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
        .limit(most)
        .map(word -> word.getKey().substring(mark))
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
