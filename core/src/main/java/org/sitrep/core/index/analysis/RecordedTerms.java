package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** Gives the terms of several texts once more, one text after the other. */
final class RecordedTerms extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<TermRecorder> texts = new ArrayList<>();
  private final BytesRef bytes = new BytesRef();
  private int text;
  private int number;

  /** Adds a text, which can be there already. */
  void add(TermRecorder recorded) {
    texts.add(recorded);
  }

  @Override
  public void reset() {
    text = 0;
    number = 0;
  }

  @Override
  public boolean incrementToken() {
    while (text < texts.size() && number == texts.get(text).size()) {
      text++;
      number = 0;
    }
    if (text == texts.size()) {
      return false;
    }
    TermRecorder recorded = texts.get(text);
    recorded.read(number, bytes);
    term.setBytesRef(bytes);
    increment.setPositionIncrement(recorded.increment(number));
    number++;
    return true;
  }
}
