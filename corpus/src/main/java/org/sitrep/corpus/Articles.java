package org.sitrep.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.index.Origin;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.draft.Derivation;
import org.sitrep.corpus.json.ArticleJson;
import org.sitrep.corpus.page.PageReading;

/** Makes articles of what was read in one file. */
final class Articles {
  /** Changes when reading changes what articles hold, so that all are seen to have changed. */
  static final String READER_VERSION = "8";

  private final SourceFile file;

  Articles(SourceFile file) {
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  /**
   * Explains a page.
   *
   * @param page what it reads as
   * @param decoded the text that it was read from
   * @param language the language that it declares
   */
  PageExplanation page(PageReading page, Decoded decoded, Optional<String> language) {
    Reading reading =
        page.article()
            ? article(page, decoded, language)
            : new Reading.Rejected(file.input(), "holds no article", Optional.of(id(decoded)));
    return new PageExplanation(reading, page.lines(), page.fields());
  }

  private Reading article(PageReading page, Decoded decoded, Optional<String> language) {
    ArticleBuilder article =
        Article.builder(id(decoded))
            .title(page.title(), page.titleFrom())
            .body(page.body())
            .tags(page.tags())
            .sections(page.sections())
            .authors(page.authors())
            .file(file.name());
    if (page.published().isPresent() && page.publishedFrom().isPresent()) {
      article.published(page.published().get(), page.publishedFrom().get());
    }
    page.modified().ifPresent(article::modified);
    page.source().ifPresent(article::source);
    page.url().ifPresent(article::url);
    String title = page.titleFrom() == TitleFrom.DECLARED ? page.title() : "";
    derive(article, title, page.body(), language);
    return built(article, file.input(), id(decoded), decoded.note().stream().toList());
  }

  /** A page's id: the name of its file; what comes from standard input is named by its content. */
  private String id(Decoded decoded) {
    return file.path().isPresent()
        ? file.name()
        : ContentId.of(decoded.text().getBytes(StandardCharsets.UTF_8));
  }

  /** Derives countries, and the language where it is not declared. */
  static void derive(ArticleBuilder article, String title, String body, Optional<String> language) {
    Derivation.complete(
        article,
        new Derivation.Text(title, body),
        new Derivation.Declared(Optional.empty(), Optional.empty(), language, Optional.empty()));
  }

  /** Builds an article; what breaks the rules of articles is rejected. */
  Reading built(ArticleBuilder article, String input, String id, List<String> notes) {
    try {
      return read(clean(article.build()), input, notes);
    } catch (IllegalArgumentException noArticle) {
      return new Reading.Rejected(input, String.valueOf(noArticle.getMessage()), Optional.of(id));
    }
  }

  /** Whatever a page declares, no control character of it gets into an article. */
  private static Article clean(Article article) {
    ArticleBuilder clean =
        article.toBuilder()
            .title(CleanText.line(article.title()), article.titleFrom())
            .body(CleanText.clean(article.body()))
            .tags(lines(article.tags()))
            .sections(lines(article.sections()))
            .authors(lines(article.authors()));
    article.source().map(CleanText::line).ifPresent(clean::source);
    article.url().map(CleanText::line).ifPresent(clean::url);
    return clean.build();
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(CleanText::line).toList();
  }

  Reading.Read read(Article article, String input, List<String> notes) {
    return new Reading.Read(article, new Origin(file.origin(), fingerprint(article)), input, notes);
  }

  private static String fingerprint(Article article) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(READER_VERSION.getBytes(StandardCharsets.UTF_8));
      byte[] sum = digest.digest(ArticleJson.write(article).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
