package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/**
 * Matches the values in which words stand one after the other, with one score for all. Every value
 * is looked at, which an automaton would do as well, and take longer to be made than all of them.
 */
final class ContainedWords extends MultiTermQuery {
  /** How many values are gone through between two looks at the clock. */
  private static final int STRIDE = 16;

  private final String words;
  private final String breaks;
  private final Runnable check;

  /**
   * Prepares the query.
   *
   * @param field where the keys of the values are
   * @param words the words as keys have them, not empty
   * @param breaks the signs that part words
   * @param check is called again and again while values are looked at; what it throws ends that
   */
  ContainedWords(String field, String words, String breaks, Runnable check) {
    super(field, CONSTANT_SCORE_BLENDED_REWRITE);
    this.words = words;
    this.breaks = breaks;
    this.check = check;
  }

  private boolean isIn(String value) {
    int at = value.indexOf(words);
    while (at >= 0) {
      if (isBreak(value, at - 1) && isBreak(value, at + words.length())) {
        return true;
      }
      at = value.indexOf(words, at + 1);
    }
    return false;
  }

  private boolean isBreak(String value, int at) {
    return at < 0 || at >= value.length() || breaks.indexOf(value.charAt(at)) >= 0;
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return new FilteredTermsEnum(terms.iterator(), false) {
      private int seen;

      @Override
      protected AcceptStatus accept(BytesRef value) {
        if (seen++ % STRIDE == 0) {
          check.run();
        }
        boolean isShorter = value.length < words.length();
        return !isShorter && isIn(value.utf8ToString()) ? AcceptStatus.YES : AcceptStatus.NO;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return "values of " + field + " with '" + words + "'";
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && words.equals(((ContainedWords) other).words);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + words.hashCode();
  }
}
