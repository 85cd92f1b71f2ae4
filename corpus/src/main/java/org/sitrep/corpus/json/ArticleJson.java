package org.sitrep.corpus.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.ArticleFormatException;
import org.sitrep.corpus.draft.WrittenDates;

/**
 * An article as one line of JSON, and back.
 *
 * <p>Names and order are those of {@link Article}'s components. Empty lists are written as {@code
 * []}, unknown values are left out, attributes are an object. What {@link #write} wrote, {@link
 * #read} gives back equal.
 */
public final class ArticleJson {
  private static final JsonFactory JSON =
      new JsonFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());
  private static final String INPUT = "article";

  private ArticleJson() {}

  /**
   * Writes an article.
   *
   * @param article the article
   * @return one line of JSON, without a line end
   */
  public static String write(Article article) {
    StringWriter line = new StringWriter(article.body().length() + 512);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField(RecordField.ID.id(), article.id());
      text(json, RecordField.TITLE, Optional.of(article.title()).filter(t -> !t.isEmpty()));
      text(json, RecordField.TITLE_FROM, Optional.of(lower(article.titleFrom())));
      text(json, RecordField.BODY, Optional.of(article.body()).filter(t -> !t.isEmpty()));
      text(json, RecordField.PUBLISHED, article.published().map(PartialDate::toString));
      text(json, RecordField.PUBLISHED_FROM, article.publishedFrom().map(ArticleJson::lower));
      text(json, RecordField.MODIFIED, article.modified().map(PartialDate::toString));
      list(json, RecordField.COUNTRIES, article.countries());
      list(json, RecordField.ABOUT, article.about());
      list(json, RecordField.TAGS, article.tags());
      list(json, RecordField.TOPICS, article.topics());
      list(json, RecordField.SECTIONS, article.sections());
      list(json, RecordField.AUTHORS, article.authors());
      text(json, RecordField.SOURCE, article.source());
      text(json, RecordField.URL, article.url());
      text(json, RecordField.LANGUAGE, article.language());
      text(json, RecordField.FILE, article.file());
      attributes(json, article.attributes());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void text(JsonGenerator json, RecordField field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field.id(), value.get());
    }
  }

  private static void list(JsonGenerator json, RecordField field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field.id());
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void attributes(JsonGenerator json, Map<String, String> attributes)
      throws IOException {
    if (attributes.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(RecordField.ATTRIBUTES.id());
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      json.writeStringField(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
  }

  /**
   * Reads an article as {@link #write} wrote it. Nothing is derived.
   *
   * @param json one JSON object
   * @return the article
   * @throws ArticleFormatException if it is no JSON, or no article
   */
  public static Article read(String json) throws ArticleFormatException {
    JsonRecord record = JsonRecord.parse(INPUT, json, Map.of());
    ArticleBuilder article =
        Article.builder(
            record.text(RecordField.ID).orElseThrow(() -> record.wrong("id is missing")));
    article.title(record.text(RecordField.TITLE).orElse(""), titleFrom(record));
    Optional<PartialDate> published = date(record, RecordField.PUBLISHED);
    if (published.isPresent()) {
      article.published(published.get(), publishedFrom(record));
    }
    date(record, RecordField.MODIFIED).ifPresent(article::modified);
    article.countries(record.list(RecordField.COUNTRIES).orElse(List.of()));
    article.about(record.list(RecordField.ABOUT).orElse(List.of()));
    record.text(RecordField.LANGUAGE).ifPresent(article::language);
    record.text(RecordField.FILE).ifPresent(article::file);
    plain(record, article);
    return built(record, article);
  }

  /** Takes over what needs no second look. */
  private static void plain(JsonRecord record, ArticleBuilder article) {
    article.body(record.text(RecordField.BODY).orElse(""));
    article.tags(record.list(RecordField.TAGS).orElse(List.of()));
    article.topics(record.list(RecordField.TOPICS).orElse(List.of()));
    article.sections(record.list(RecordField.SECTIONS).orElse(List.of()));
    article.authors(record.list(RecordField.AUTHORS).orElse(List.of()));
    record.text(RecordField.SOURCE).ifPresent(article::source);
    record.text(RecordField.URL).ifPresent(article::url);
    record.attributes().forEach(article::attribute);
  }

  static TitleFrom titleFrom(JsonRecord record) throws ArticleFormatException {
    return constant(record, RecordField.TITLE_FROM, TitleFrom.class, TitleFrom.DECLARED);
  }

  static DateFrom publishedFrom(JsonRecord record) throws ArticleFormatException {
    return constant(record, RecordField.PUBLISHED_FROM, DateFrom.class, DateFrom.DECLARED);
  }

  static Optional<PartialDate> date(JsonRecord record, RecordField field)
      throws ArticleFormatException {
    Optional<String> written = record.text(field).filter(t -> !t.isBlank());
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<PartialDate> date = WrittenDates.parse(written.get());
    if (date.isEmpty()) {
      throw record.wrong(
          "%s is not a date: %s".formatted(field.id(), JsonRecord.shown(written.get())));
    }
    return date;
  }

  static Article built(JsonRecord record, ArticleBuilder article) throws ArticleFormatException {
    try {
      return article.build();
    } catch (IllegalArgumentException noArticle) {
      throw record.wrong(String.valueOf(noArticle.getMessage()));
    }
  }

  private static <E extends Enum<E>> E constant(
      JsonRecord record, RecordField field, Class<E> type, E absent) throws ArticleFormatException {
    Optional<String> written = record.text(field);
    for (E value : type.getEnumConstants()) {
      if (written.isPresent() && written.get().equals(lower(value))) {
        return value;
      }
    }
    if (written.isPresent()) {
      throw record.wrong(
          "%s is none of its values: %s".formatted(field.id(), JsonRecord.shown(written.get())));
    }
    return absent;
  }
}
