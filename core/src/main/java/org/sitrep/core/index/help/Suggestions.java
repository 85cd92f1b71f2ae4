package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetLabels;
import org.sitrep.core.index.facet.FacetState;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Match;
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

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.|$)", Pattern.DOTALL);

  private record Found(Query query) {}

  private final FacetState facets;
  private final IndexReader reader;
  private final Analysis analysis;
  private final SuggestionCache cache;
  private final ArticleSearcher searcher;
  private final QueryTranslator translator;
  private final Typed typed;
  private final int limit;

  /**
   * Prepares suggestions.
   *
   * @param facets the state of the reader
   * @param analysis makes terms of words
   * @param languages the languages of the articles
   * @param cache keeps what was found for the same reader
   * @param text the text up to the cursor
   * @param limit how many to find at most
   */
  public Suggestions(
      FacetState facets,
      Analysis analysis,
      List<String> languages,
      SuggestionCache cache,
      String text,
      int limit) {
    this.facets = facets;
    this.reader = facets.reader();
    this.analysis = analysis;
    this.cache = cache;
    this.searcher = new ArticleSearcher(reader, Ranking.usual());
    TextClauses clauses = new TextClauses(analysis, languages, Ranking.usual());
    this.translator = new QueryTranslator(clauses, Match.ALL);
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
    for (Suggestion word : words.subList(0, Math.min(words.size(), limit - mixed.size()))) {
      mixed.add(counted(word));
    }
    mixed.sort(Comparator.comparing(this::isOfOneWord).thenComparing(BEST_FIRST));
    return mixed;
  }

  /** Counts what a search for words finds: their other forms and other names too. */
  private Suggestion counted(Suggestion words) throws IOException {
    Query query = query(typed.field().orElse(Field.TEXT), words.kind(), words.label());
    long found =
        cache
            .get(
                new Found(query), () -> List.of((long) searcher.count(translator.translate(query))))
            .getFirst();
    return new Suggestion(
        words.kind(), words.label(), words.query(), found, words.replaced(), words.otherName());
  }

  private boolean isOfOneWord(Suggestion suggestion) {
    int lastWord = typed.values().isEmpty() ? 0 : typed.values().getLast().start();
    return isText(suggestion) || suggestion.replaced().start() >= lastWord;
  }

  private static boolean isText(Suggestion suggestion) {
    return suggestion.kind() == Suggestion.Kind.WORD || suggestion.kind() == Suggestion.Kind.PHRASE;
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
    FacetLabels labels = facets.labels(facet);
    for (ValueCompletions.Value value :
        new ValueCompletions(reader, labels, facet, cache).find(piece.text(), limit)) {
      long articles = searcher.count(new TermQuery(new Term(Schema.keys(facet), value.key())));
      if (articles > 0) {
        found.add(
            new Suggestion(
                Suggestion.Kind.valueOf(facet.name()),
                labels.label(value.key()),
                new Query.Value(facet, value.key()).print(),
                articles,
                new Span(piece.start(), typed.end()),
                value.otherName()));
      }
    }
    return found;
  }

  // ---- words

  private List<Suggestion> words() throws IOException {
    List<String> fields = fields();
    if (fields.isEmpty()) {
      return List.of();
    }
    WordCompletions completions = new WordCompletions(reader, searcher, fields, cache);
    for (Typed.Piece piece : typed.words()) {
      List<Suggestion> found =
          typed.phrase().isPresent()
              ? phrases(completions, typed.phrase().get(), piece)
              : words(completions, piece);
      if (!found.isEmpty() || isJoined(piece.text())) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * What the term of a word begins with: of letters and digits in pieces, that of them together.
   */
  private Optional<String> start(String piece) {
    if (piece.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || isMark(c))) {
      return Optional.of(analysis.fold(piece));
    }
    return together(piece).or(() -> together(piece.toUpperCase(Locale.ROOT)));
  }

  private Optional<String> together(String piece) {
    String mark = Analysis.exact("");
    return analysis.readings(piece, "").written().stream()
        .filter(words -> words.size() == 1 && words.getFirst().exact().startsWith(mark))
        .map(words -> words.getFirst().exact().substring(mark.length()))
        .findFirst();
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Says whether a number is joined to letters by a dash, so that it is not meant alone. */
  private static boolean isJoined(String piece) {
    int dash = lastDash(piece);
    return dash >= 0 && Character.isDigit(piece.codePointAt(dash + 1));
  }

  /** Where the last dash stands behind which there are only letters or digits, or -1. */
  private static int lastDash(String piece) {
    int at = piece.length() - 1;
    while (at >= 0 && Character.isLetterOrDigit(piece.charAt(at))) {
      at--;
    }
    boolean dash = at > 0 && Character.getType(piece.charAt(at)) == Character.DASH_PUNCTUATION;
    return dash && at + 1 < piece.length() ? at : -1;
  }

  private List<Suggestion> words(WordCompletions completions, Typed.Piece piece)
      throws IOException {
    Span replaced = new Span(piece.start(), typed.end());
    Optional<String> start = start(piece.text());
    List<Suggestion> found = new ArrayList<>();
    if (start.isPresent()) {
      for (WordCompletions.Word word : completions.find(start.get(), limit)) {
        found.add(suggestion(Suggestion.Kind.WORD, word.form(), word.articles(), replaced));
      }
    }
    int dash = lastDash(piece.text());
    if (found.isEmpty() && dash > 0) {
      String head = piece.text().substring(0, dash + 1);
      for (WordCompletions.Word word : behind(completions, head, piece.text())) {
        String text = head + word.form();
        if (completions.isWritten(exact(head), word, text)) {
          found.add(suggestion(Suggestion.Kind.WORD, text, word.articles(), replaced));
        }
      }
    }
    return found;
  }

  /** Completes the words of a phrase by those that follow on them somewhere. */
  private List<Suggestion> phrases(
      WordCompletions completions, Typed.Piece phrase, Typed.Piece last) throws IOException {
    String typed = phrase.text().substring(0, last.start() - phrase.start() - 1);
    String head = ESCAPED.matcher(typed).replaceAll("$1");
    Span replaced = new Span(phrase.start(), this.typed.end());
    List<Suggestion> found = new ArrayList<>();
    for (WordCompletions.Word word : behind(completions, head, head + last.text())) {
      String text = head + asTyped(head, last.text(), word);
      found.add(suggestion(Suggestion.Kind.PHRASE, text, word.articles(), replaced));
    }
    return found;
  }

  /** A word in small letters where it is typed so and stays the same word. */
  private String asTyped(String head, String typed, WordCompletions.Word word) {
    String small = word.form().toLowerCase(Locale.ROOT);
    boolean same = exact(head + small).equals(exact(head + word.form()));
    return same && typed.equals(typed.toLowerCase(Locale.ROOT)) ? small : word.form();
  }

  /** Finds the words that begin as the end of a text does and stand behind its head. */
  private List<WordCompletions.Word> behind(WordCompletions completions, String head, String text)
      throws IOException {
    Optional<String> start = start(text.substring(head.length()));
    List<WordCompletions.Word> found = new ArrayList<>();
    if (start.isPresent()) {
      List<String> before = exact(head);
      for (WordCompletions.Word word : completions.find(before, start.get(), limit)) {
        List<String> whole = new ArrayList<>(before);
        whole.add(Analysis.exact(word.folded()));
        if (exact(head + word.form()).equals(whole)) {
          found.add(word);
        }
      }
    }
    return found;
  }

  private List<String> exact(String words) {
    return analysis.words(words, "").stream().map(Analysis.Word::exact).toList();
  }

  private static Suggestion suggestion(
      Suggestion.Kind kind, String text, long articles, Span replaced) {
    String query = query(Field.TEXT, kind, text).print();
    return new Suggestion(kind, text, query, articles, replaced, Optional.empty());
  }

  private static Query query(Field field, Suggestion.Kind kind, String text) {
    boolean phrase = kind == Suggestion.Kind.PHRASE || text.indexOf(' ') >= 0;
    return phrase ? new Query.Phrase(field, text, 0) : new Query.Term(field, text);
  }

  private List<String> fields() {
    return switch (typed.field().orElse(Field.TEXT)) {
      case TEXT -> List.of(Schema.TITLE, Schema.BODY);
      case TITLE -> List.of(Schema.TITLE);
      case BODY -> List.of(Schema.BODY);
      default -> List.of();
    };
  }
}
