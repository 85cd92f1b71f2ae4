package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.sitrep.core.search.Span;

/**
 * Writes one line of JSON. The names in answers stand here; those of articles are {@code
 * ArticleJson}'s.
 */
final class Json {
  static final String FORMAT = "format";
  static final String QUERY = "query";
  static final String REPAIRS = "repairs";
  static final String OFFSET = "offset";
  static final String LENGTH = "length";
  static final String MESSAGE = "message";
  static final String TOTAL = "total";
  static final String TOOK = "took_ms";
  static final String REQUEST = "request";
  static final String SELECTIONS = "selections";
  static final String INCLUDED = "included";
  static final String EXCLUDED = "excluded";
  static final String MODE = "mode";
  static final String FROM = "from";
  static final String TO = "to";
  static final String MATCH = "match";
  static final String SORT = "sort";
  static final String COMMAND = "command";
  static final String HITS = "hits";
  static final String RANK = "rank";
  static final String ID = "id";
  static final String TITLE = "title";
  static final String TITLE_MATCHES = "titleMatches";
  static final String PUBLISHED = "published";
  static final String PUBLISHED_FROM = "publishedFrom";
  static final String COUNTRIES = "countries";
  static final String SOURCE = "source";
  static final String URL = "url";
  static final String LANGUAGE = "language";
  static final String SCORE = "score";
  static final String SNIPPETS = "snippets";
  static final String TEXT = "text";
  static final String MATCHES = "matches";
  static final String EXPLANATION = "explanation";
  static final String VALUE = "value";
  static final String DESCRIPTION = "description";
  static final String RULE = "rule";
  static final String PARTS = "parts";
  static final String FACETS = "facets";
  static final String DIMENSION = "dimension";
  static final String VALUES = "values";
  static final String KEY = "key";
  static final String LABEL = "label";
  static final String COUNT = "count";
  static final String SELECTED = "selected";
  static final String DISTINCT = "distinct";
  static final String OTHERS = "others";
  static final String LEVEL = "level";
  static final String BUCKETS = "buckets";
  static final String BEFORE = "before";
  static final String AFTER = "after";
  static final String COARSER = "coarser";
  static final String UNKNOWN = "unknown";
  static final String INPUTS = "inputs";
  static final String ADDED = "added";
  static final String UPDATED = "updated";
  static final String UNCHANGED = "unchanged";
  static final String REJECTED = "rejected";
  static final String PRUNED = "pruned";
  static final String INDEX = "index";
  static final String ARTICLES = "articles";
  static final String ARTICLE = "article";
  static final String COPIES = "copies";
  static final String COPY_COUNT = "copyCount";
  static final String COLLAPSE = "collapse";
  static final String SOURCES = "sources";
  static final String COUNT_BY = "countBy";
  static final String SIMILAR = "similar";
  static final String INPUT = "input";
  static final String OUTCOME = "outcome";
  static final String REASON = "reason";
  static final String DELETED = "deleted";
  static final String BYTES = "bytes";
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String UNDATED = "undated";
  static final String SCHEMA = "schema";
  static final String LUCENE = "lucene";
  static final String SEARCHES = "searches";
  static final String COUNTS = "counts";
  static final String SEED = "seed";
  static final String PASSED = "passed";
  static final String DAMAGE = "damage";
  static final String DIFFERENCES = "differences";
  static final String MISSING = "missing";
  static final String QUERIES = "queries";
  static final String UNANSWERED = "unanswered";
  static final String MEANS = "means";
  static final String SCORES = "scores";
  static final String COMPARED = "compared";
  static final String OTHER_NAME = "otherName";
  static final String OTHER = "other";
  static final String GAIN = "gain";
  static final String P = "p";
  static final String METHOD = "method";
  static final String BETTER = "better";
  static final String WORSE = "worse";
  static final String NOTHING_FOUND = "nothingFound";
  static final String MEANT = "meant";
  static final String SPELLINGS = "spellings";
  static final String LOOSER = "looser";
  static final String WITHOUT = "without";
  static final String SKIPPED = "skipped";
  static final String PHRASES = "phrases";
  static final String TOGETHER = "together";
  static final String UNMATCHED = "unmatched";
  static final String CONTRADICTIONS = "contradictions";
  static final String CHOICES = "choices";
  static final String TYPED = "typed";
  static final String SPELLING = "spelling";
  static final String SUGGESTIONS = "suggestions";
  static final String KIND = "kind";
  static final String NEXT = "next";

  /** The version of the answers: it changes when a name or a meaning does. */
  private static final int FORMAT_VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** What is written between the braces of an object. */
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Makes an answer: an object that begins with the version of the format. */
  static String answer(Body body) throws IOException {
    return line(
        json -> {
          json.writeNumberField(FORMAT, FORMAT_VERSION);
          body.write(json);
        });
  }

  /** Makes an object that is one of many. */
  static String line(Body body) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    return line.toString();
  }

  /** Begins an answer that is too long to be held: an array is open at its end. */
  static String begun(String array) {
    return "{\"%s\":%d,\"%s\":[".formatted(FORMAT, FORMAT_VERSION, array);
  }

  static void object(JsonGenerator json, String name, Body body) throws IOException {
    json.writeObjectFieldStart(name);
    body.write(json);
    json.writeEndObject();
  }

  static void texts(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static void spans(JsonGenerator json, String name, List<Span> spans) throws IOException {
    json.writeArrayFieldStart(name);
    for (Span span : spans) {
      json.writeArray(new int[] {span.start(), span.end()}, 0, 2);
    }
    json.writeEndArray();
  }
}
