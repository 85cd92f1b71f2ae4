package org.sitrep.core.index.analysis;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.sitrep.core.article.Article;

/**
 * The tokens of one article: those of its title, those of its body, and those of both as one text,
 * which costs no second analysis. For one thread, which consumes the title and the body, once each,
 * before the text, and closes them before it asks for the next article's.
 */
public final class ArticleTokens implements Closeable {
  private final TermRecorder title;
  private final TermRecorder body;

  ArticleTokens(Analysis analysis, Article article) {
    title = new TermRecorder(analysis.tokens("title", article.title(), article.language()));
    body = new TermRecorder(analysis.tokens("body", article.body(), article.language()));
  }

  /**
   * Returns the tokens of the title.
   *
   * @return the tokens, with places and offsets
   */
  public TokenStream title() {
    return title;
  }

  /**
   * Returns the tokens of the body.
   *
   * @return the tokens, with places and offsets
   */
  public TokenStream body() {
    return body;
  }

  /**
   * Returns the tokens of title and body as one text.
   *
   * @param times how many times the title stands there
   * @return the terms that were consumed of title and body, without offsets
   */
  public TokenStream text(int times) {
    RecordedTerms text = new RecordedTerms();
    for (int i = 0; i < times; i++) {
      text.add(title);
    }
    text.add(body);
    return text;
  }

  @Override
  public void close() throws IOException {
    try (Closer closer = Closer.create()) {
      closer.register(title);
      closer.register(body);
    }
  }
}
