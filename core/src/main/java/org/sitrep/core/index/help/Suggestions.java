package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetLabels;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Span;
import org.sitrep.core.search.Suggestion;

/**
 * Suggests words and values while a person types. Where values begin with several of the last words
 * ("united k") they go first; else what most articles have goes first. Of words and values neither
 * takes more than half of the list unless the other leaves room. For one text and one thread.
 */
public final class Suggestions {
  private static final List<Facet> UNNAMED =
      List.of(Facet.COUNTRY, Facet.TAG, Facet.TOPIC, Facet.SECTION, Facet.SOURCE, Facet.AUTHOR);
  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingLong(Suggestion::articles)
          .reversed()
          .thenComparing(Suggestion::kind)
          .thenComparing(Suggestion::label);

  private final IndexReader reader;
  private final Analysis analysis;
  private final ArticleSearcher searcher;
  private final Typed typed;
  private final int limit;

  /**
   * Prepares suggestions.
   *
   * @param reader the reader
   * @param analysis makes terms of words
   * @param text the text up to the cursor
   * @param limit how many to find at most
   */
  public Suggestions(IndexReader reader, Analysis analysis, String text, int limit) {
    this.reader = reader;
    this.analysis = analysis;
    this.searcher = new ArticleSearcher(reader, Ranking.usual());
    this.typed = Typed.read(text);
    this.limit = limit;
  }

  /**
   * Finds suggestions.
   *
   * @return the suggestions, the best first
   * @throws IOException if the index cannot be read
   */
  public List<Suggestion> find() throws IOException {
    List<Suggestion> values = values();
    List<Suggestion> words = words();
    int half = (limit + 1) / 2;
    int fewest = Math.min(words.size(), half);
    List<Suggestion> mixed =
        new ArrayList<>(values.subList(0, Math.min(values.size(), limit - fewest)));
    mixed.addAll(words.subList(0, Math.min(words.size(), limit - mixed.size())));
    mixed.sort(Comparator.comparing(this::isOfOneWord).thenComparing(BEST_FIRST));
    return mixed;
  }

  private boolean isOfOneWord(Suggestion suggestion) {
    int lastWord = typed.values().isEmpty() ? 0 : typed.values().getLast().start();
    return suggestion.kind() == Suggestion.Kind.WORD || suggestion.replaced().start() >= lastWord;
  }

  // ---- values

  private List<Suggestion> values() throws IOException {
    List<Suggestion> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Facet> facets = typed.field().map(f -> f.facet().stream().toList()).orElse(UNNAMED);
    for (Typed.Piece piece : typed.values()) {
      List<Suggestion> here = new ArrayList<>();
      for (Facet facet : facets) {
        if (facet != Facet.DATE) {
          here.addAll(values(facet, piece));
        }
      }
      here.sort(BEST_FIRST);
      here.stream().filter(value -> seen.add(value.query())).forEach(found::add);
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private List<Suggestion> values(Facet facet, Typed.Piece piece) throws IOException {
    List<Suggestion> found = new ArrayList<>();
    FacetLabels labels = new FacetLabels(facet, reader);
    for (ValueCompletions.Value value :
        new ValueCompletions(reader, facet).find(piece.text(), limit)) {
      long articles = searcher.count(new TermQuery(new Term(Schema.keys(facet), value.key())));
      if (articles > 0) {
        found.add(
            new Suggestion(
                Suggestion.Kind.valueOf(facet.name()),
                labels.label(value.key()),
                new Query.Value(facet, value.key()).print(),
                articles,
                new Span(piece.start(), typed.end())));
      }
    }
    return found;
  }

  // ---- words

  private List<Suggestion> words() throws IOException {
    List<String> fields = fields();
    if (typed.word().isEmpty() || fields.isEmpty()) {
      return List.of();
    }
    Typed.Piece piece = typed.word().get();
    WrittenForms forms = new WrittenForms(reader);
    List<Suggestion> found = new ArrayList<>();
    for (String word :
        new WordCompletions(reader, fields).find(analysis.fold(piece.text()), limit)) {
      long articles = count(word, fields);
      if (articles > 0) {
        String form = forms.of(word, fields);
        found.add(
            new Suggestion(
                Suggestion.Kind.WORD,
                form,
                new Query.Term(Field.TEXT, form).print(),
                articles,
                new Span(piece.start(), typed.end())));
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }

  private List<String> fields() {
    return switch (typed.field().orElse(Field.TEXT)) {
      case TEXT -> List.of(Schema.TITLE, Schema.BODY);
      case TITLE -> List.of(Schema.TITLE);
      case BODY -> List.of(Schema.BODY);
      default -> List.of();
    };
  }

  private long count(String word, List<String> fields) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    fields.forEach(
        field -> any.add(new TermQuery(new Term(field, Analysis.exact(word))), Occur.SHOULD));
    return searcher.count(any.build());
  }
}
