package org.sitrep.core.index.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.Origin;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.story.Bands;

/** The fields of the index; the only place that spells their names. */
public final class Schema {
  /** The version of what is kept: raised when an older library could no longer read it. */
  public static final int VERSION = 6;

  /** The article's id: a term and sorted doc values. */
  public static final String ID = "id";

  /** The title, analysed. */
  public static final String TITLE = "title";

  /** The body, analysed. */
  public static final String BODY = "body";

  /**
   * Title and body as one text, in which the title stands {@link #TITLE_TIMES} times: what words
   * are ranked by. Its terms have no places.
   */
  public static final String TEXT = "text";

  /** How many times the title stands in {@link #TEXT}. */
  public static final int TITLE_TIMES = 2;

  /** The whole article, stored. */
  public static final String RECORD = "record";

  /** What a hit shows, in binary doc values, so that hits are read without bodies. */
  public static final String HIT = "hit";

  /**
   * First second of the publication date, as numeric doc values with a skip index; absent where
   * unknown.
   */
  public static final String DATE_START = "date.start";

  /**
   * Last second of the publication date, as numeric doc values with a skip index; absent where
   * unknown.
   */
  public static final String DATE_END = "date.end";

  /**
   * When the article was added or last changed, as numeric doc values: a number that only grows.
   */
  public static final String SEQUENCE = "sequence";

  /** The number of the story that the article belongs to: the sequence of one of its articles. */
  public static final String STORY = "story";

  /** How many characters the body has, as numeric doc values. */
  public static final String LENGTH = "length";

  /** The terms by which articles of the same text find each other. */
  public static final String BANDS = "bands";

  /** The source that the article was read from: a term and sorted doc values. */
  public static final String ORIGIN = "origin";

  /** The digest of what was read, in binary doc values. */
  public static final String FINGERPRINT = "fingerprint";

  /**
   * The state in which the article's source was read to its end, in binary doc values; empty until
   * it was.
   */
  public static final String SOURCE_STATE = "source.state";

  private static final char FORM_SEPARATOR = '\0';

  private static final FieldType ANALYSED =
      analysed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
  private static final FieldType COUNTED = analysed(IndexOptions.DOCS_AND_FREQS);

  private Schema() {}

  private static FieldType analysed(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /**
   * Returns the field that holds a facet's keys: terms and sorted-set doc values.
   *
   * @param facet the facet
   * @return the field's name
   */
  public static String keys(Facet facet) {
    return facet.id();
  }

  /**
   * Returns the field that holds the forms in which a facet's values were written.
   *
   * @param facet the facet
   * @return the field's name
   */
  public static String forms(Facet facet) {
    return facet.id() + ".form";
  }

  /**
   * Says whether values of a facet can be written in several forms with one key.
   *
   * @param facet the facet
   * @return true where the label is the form most often written
   */
  public static boolean hasForms(Facet facet) {
    return switch (facet) {
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR -> true;
      case COUNTRY, ABOUT, DATE, LANGUAGE -> false;
    };
  }

  /**
   * Returns the term that stands for a form.
   *
   * @param key the value's key
   * @param form the value as written; empty for what all forms of the key begin with
   * @return the term's text
   */
  public static String formTerm(String key, String form) {
    return key + FORM_SEPARATOR + form;
  }

  /**
   * Returns the second that stands for a local time in points and doc values.
   *
   * @param time a time as published
   * @return seconds since 1970, as if the time were one of UTC
   */
  public static long second(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  /**
   * Returns what is kept of an article.
   *
   * @param article the article
   * @param origin what it was read from
   * @param sequence its place in the order of changes
   * @param tokens the article's tokens
   * @return the document
   */
  public static Document document(
      Article article, Origin origin, long sequence, ArticleTokens tokens) {
    Document document = new Document();
    document.add(new StringField(ID, article.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(article.id())));
    document.add(new Field(TITLE, tokens.title(), ANALYSED));
    document.add(new Field(BODY, tokens.body(), ANALYSED));
    document.add(new Field(TEXT, tokens.text(TITLE_TIMES), COUNTED));
    document.add(new StoredField(RECORD, RecordCodec.encode(article)));
    document.add(new BinaryDocValuesField(HIT, new BytesRef(RecordCodec.encodeHit(article))));
    for (Facet facet : Facet.values()) {
      addFacet(document, facet, article);
    }
    article.published().ifPresent(date -> addDate(document, date));
    document.add(new NumericDocValuesField(SEQUENCE, sequence));
    document.add(new NumericDocValuesField(STORY, sequence));
    document.add(new NumericDocValuesField(LENGTH, article.body().length()));
    for (BytesRef band : Bands.terms(article.body())) {
      document.add(new StringField(BANDS, band, Field.Store.NO));
    }
    document.add(new StringField(ORIGIN, origin.source(), Field.Store.NO));
    document.add(new SortedDocValuesField(ORIGIN, new BytesRef(origin.source())));
    document.add(
        new BinaryDocValuesField(
            FINGERPRINT, new BytesRef(origin.fingerprint().getBytes(StandardCharsets.UTF_8))));
    document.add(new BinaryDocValuesField(SOURCE_STATE, new BytesRef()));
    return document;
  }

  /**
   * Notes in what is kept of an article that its source was read to the end.
   *
   * @param document what is kept
   * @param state the state of the source
   */
  public static void setSourceState(Document document, BytesRef state) {
    document.removeFields(SOURCE_STATE);
    document.add(new BinaryDocValuesField(SOURCE_STATE, BytesRef.deepCopyOf(state)));
  }

  private static void addFacet(Document document, Facet facet, Article article) {
    for (String key : facet.keys(article)) {
      document.add(new KeywordField(keys(facet), new BytesRef(key), Field.Store.NO));
    }
    if (hasForms(facet)) {
      for (String form : facet.values(article)) {
        String term = formTerm(facet.key(form), form);
        document.add(new StringField(forms(facet), term, Field.Store.NO));
      }
    }
  }

  private static void addDate(Document document, PartialDate date) {
    document.add(NumericDocValuesField.indexedField(DATE_START, second(date.start())));
    document.add(NumericDocValuesField.indexedField(DATE_END, second(date.end())));
  }
}
