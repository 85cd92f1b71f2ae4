package org.sitrep.core.index.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Snippet;

/** Writes articles, and what a hit shows of them, as bytes and reads them back. */
public final class RecordCodec {
  private static final int VERSION = 1;
  private static final byte NO_DATE = -1;
  private static final int NO_OFFSET = Integer.MAX_VALUE;
  private static final List<PartialDate.Precision> PRECISIONS =
      List.of(PartialDate.Precision.values());

  private RecordCodec() {}

  /**
   * Writes an article.
   *
   * @param article the article
   * @return its bytes
   */
  public static byte[] encode(Article article) {
    return write(
        out -> {
          out.writeVInt(VERSION);
          out.writeString(article.id());
          out.writeString(article.title());
          out.writeString(article.titleFrom().name());
          out.writeString(article.body());
          writeDates(out, article.published(), article.publishedFrom());
          writeOptional(out, article.modified().map(PartialDate::toString));
          writeList(out, article.countries());
          writeList(out, article.about());
          writeList(out, article.tags());
          writeList(out, article.topics());
          writeList(out, article.sections());
          writeList(out, article.authors());
          writeOptional(out, article.source());
          writeOptional(out, article.url());
          writeOptional(out, article.language());
          writeOptional(out, article.file());
          writeMap(out, article.attributes());
        });
  }

  /**
   * Reads an article.
   *
   * @param bytes what {@link #encode} wrote
   * @return the article
   * @throws CorruptIndexException if the bytes hold no article
   */
  public static Article decode(BytesRef bytes) throws CorruptIndexException {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      checkVersion(in);
      ArticleBuilder article = Article.builder(in.readString());
      String title = in.readString();
      article.title(title, TitleFrom.valueOf(in.readString()));
      article.body(in.readString());
      Optional<PartialDate> published = readDate(in);
      DateFrom from = DateFrom.valueOf(in.readString());
      published.ifPresent(date -> article.published(date, from));
      readDate(in).ifPresent(article::modified);
      article.countries(readList(in));
      article.about(readList(in));
      article.tags(readList(in));
      article.topics(readList(in));
      article.sections(readList(in));
      article.authors(readList(in));
      readOptional(in).ifPresent(article::source);
      readOptional(in).ifPresent(article::url);
      readOptional(in).ifPresent(article::language);
      readOptional(in).ifPresent(article::file);
      readMap(in).forEach(article::attribute);
      return article.build();
    } catch (IOException | RuntimeException e) {
      throw new CorruptIndexException("a stored article cannot be read", "record", e);
    }
  }

  /**
   * Writes what a hit shows of an article.
   *
   * @param article the article
   * @return the bytes
   */
  static byte[] encodeHit(Article article) {
    return write(
        out -> {
          out.writeVInt(VERSION);
          out.writeString(article.id());
          out.writeString(article.title());
          writeMoment(out, article.published());
          out.writeString(article.publishedFrom().orElse(DateFrom.DECLARED).name());
          writeList(out, article.countries());
          writeOptional(out, article.source());
          writeOptional(out, article.url());
          writeOptional(out, article.language());
        });
  }

  /**
   * Reads what a hit shows, without its matches, snippets and score.
   *
   * @param bytes what {@link #encodeHit} wrote
   * @param score the hit's score
   * @return the hit
   * @throws CorruptIndexException if the bytes hold no hit
   */
  public static Hit decodeHit(BytesRef bytes, float score) throws CorruptIndexException {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      checkVersion(in);
      String id = in.readString();
      Snippet title = new Snippet(in.readString(), List.of());
      Optional<PartialDate> published = readMoment(in);
      DateFrom from = DateFrom.valueOf(in.readString());
      return new Hit(
          id,
          score,
          title,
          published,
          published.map(date -> from),
          readList(in),
          readOptional(in),
          readOptional(in),
          readOptional(in),
          List.of(),
          List.of(),
          0);
    } catch (IOException | RuntimeException e) {
      throw new CorruptIndexException("what a hit shows cannot be read", "hit", e);
    }
  }

  private interface Body {
    void writeTo(DataOutput out) throws IOException;
  }

  private static byte[] write(Body body) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toArrayCopy();
  }

  private static void checkVersion(DataInput in) throws IOException {
    int version = in.readVInt();
    if (version != VERSION) {
      throw new IOException("record version is not %d: %d".formatted(VERSION, version));
    }
  }

  private static void writeDates(
      DataOutput out, Optional<PartialDate> date, Optional<DateFrom> from) throws IOException {
    writeOptional(out, date.map(PartialDate::toString));
    out.writeString(from.orElse(DateFrom.DECLARED).name());
  }

  private static Optional<PartialDate> readDate(DataInput in) throws IOException {
    Optional<String> text = readOptional(in);
    Optional<PartialDate> date = text.flatMap(PartialDate::parse);
    if (text.isPresent() && date.isEmpty()) {
      throw new IOException("not a date: " + text.get());
    }
    return date;
  }

  /** Writes a date as numbers, which are read sooner than text. */
  private static void writeMoment(DataOutput out, Optional<PartialDate> date) throws IOException {
    if (date.isEmpty()) {
      out.writeByte(NO_DATE);
      return;
    }
    out.writeByte((byte) PRECISIONS.indexOf(date.get().precision()));
    out.writeZLong(Schema.second(date.get().start()));
    out.writeZInt(date.get().offset().map(ZoneOffset::getTotalSeconds).orElse(NO_OFFSET));
  }

  private static Optional<PartialDate> readMoment(DataInput in) throws IOException {
    byte precision = in.readByte();
    if (precision == NO_DATE) {
      return Optional.empty();
    }
    LocalDateTime start = LocalDateTime.ofEpochSecond(in.readZLong(), 0, ZoneOffset.UTC);
    int offset = in.readZInt();
    return Optional.of(
        new PartialDate(
            start,
            PRECISIONS.get(precision),
            offset == NO_OFFSET
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(offset))));
  }

  private static void writeOptional(DataOutput out, Optional<String> text) throws IOException {
    out.writeString(text.orElse(""));
  }

  private static Optional<String> readOptional(DataInput in) throws IOException {
    return Optional.of(in.readString()).filter(text -> !text.isEmpty());
  }

  private static void writeList(DataOutput out, List<String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      out.writeString(text);
    }
  }

  private static List<String> readList(DataInput in) throws IOException {
    int size = in.readVInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add(in.readString());
    }
    return texts;
  }

  private static void writeMap(DataOutput out, Map<String, String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      out.writeString(text.getKey());
      out.writeString(text.getValue());
    }
  }

  private static Map<String, String> readMap(DataInput in) throws IOException {
    int size = in.readVInt();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = in.readString();
      texts.put(name, in.readString());
    }
    return texts;
  }
}
