package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Explanation.Rule;

/** Says in words how an article comes by its score. For one article and one thread. */
public final class Explainer {
  private static final String ALL = "what the query looks for";
  private static final String SOME = "these together";

  private final IndexSearcher searcher;
  private final int article;
  private final LeafReader leaf;
  private final int doc;

  /**
   * Prepares the explanation of an article.
   *
   * @param searcher searches the reader
   * @param article the article's number in the reader
   */
  public Explainer(IndexSearcher searcher, int article) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext context = leaves.get(ReaderUtil.subIndex(article, leaves));
    this.searcher = searcher;
    this.article = article;
    this.leaf = context.reader();
    this.doc = article - context.docBase;
  }

  /**
   * Explains a score.
   *
   * @param query the query to be ranked by
   * @return how the article scores; empty where it does not match
   * @throws IOException if the index cannot be read
   */
  public Optional<Explanation> explain(Query query) throws IOException {
    return part(query, 1, ALL);
  }

  /**
   * Explains the score of a hit that stands for a story, which is that of the story's best match.
   *
   * @param own how the article itself scores
   * @param match how the best match scores
   * @param id the best match's id
   * @return the explanation of the hit's score
   */
  public static Explanation ofStory(Explanation own, Explanation match, String id) {
    return new Explanation(
        match.value(),
        "the best match of its story",
        Rule.LARGEST,
        List.of(named("this copy: ", own), named("copy '" + id + "': ", match)));
  }

  private static Explanation named(String name, Explanation part) {
    return new Explanation(part.value(), name + part.description(), part.rule(), part.parts());
  }

  private Optional<Explanation> part(Query query, float weight, String name) throws IOException {
    org.apache.lucene.search.Explanation found =
        searcher.explain(new BoostQuery(query, weight), article);
    if (!found.isMatch()) {
      return Optional.empty();
    }
    double value = found.getValue().doubleValue();
    return Optional.of(
        switch (query) {
          case Labelled labelled -> part(labelled.query(), weight, labelled.label()).orElseThrow();
          case BoostQuery boost ->
              part(boost.getQuery(), weight * boost.getBoost(), name).orElseThrow();
          case RecencyQuery recent -> recent(recent, weight, value);
          case WordForms forms ->
              joined(value, name, Rule.SUM, List.of(forms.stems(), forms.exact()), weight);
          case BonusQuery both ->
              joined(value, name, Rule.SUM, List.of(both.query(), both.bonus()), weight);
          case BooleanQuery all -> joined(value, name, Rule.SUM, scoring(all), weight);
          case DisjunctionMaxQuery best ->
              joined(value, name, Rule.LARGEST, best.getDisjuncts(), weight);
          default -> new Explanation(value, described(query, name, weight), Rule.GIVEN, List.of());
        });
  }

  private Explanation recent(RecencyQuery recent, float weight, double value) throws IOException {
    Explanation words = part(recent.query(), weight, ALL).orElseThrow();
    Explanation factor =
        new Explanation(
            recent.factor(leaf, doc),
            "how recent it is, from 1 for old to 2 for new",
            Rule.GIVEN,
            List.of());
    return new Explanation(
        value, "what it says times how recent it is", Rule.PRODUCT, List.of(words, factor));
  }

  private static List<Query> scoring(BooleanQuery query) {
    return query.clauses().stream()
        .filter(BooleanClause::isScoring)
        .map(BooleanClause::query)
        .toList();
  }

  private Explanation joined(
      double value, String given, Rule rule, Iterable<Query> queries, float weight)
      throws IOException {
    String name = isGeneral(given) ? common(queries).orElse(given) : given;
    List<Explanation> parts = new ArrayList<>();
    for (Query query : queries) {
      part(query, weight, isGeneral(name) ? SOME : name).ifPresent(parts::add);
    }
    if (value > 0) {
      parts.removeIf(part -> part.value() == 0); // words such as "the", whose weight is 0
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Rule kept = parts.isEmpty() ? Rule.GIVEN : rule;
    return new Explanation(value, parts.isEmpty() ? "filters, which score 0" : name, kept, parts);
  }

  private static boolean isGeneral(String name) {
    return name.equals(ALL) || name.equals(SOME);
  }

  /** What was typed where all parts are forms of it. */
  private static Optional<String> common(Iterable<Query> queries) {
    Set<String> typed = new LinkedHashSet<>();
    for (Query query : queries) {
      Query inner = query instanceof BoostQuery boost ? boost.getQuery() : query;
      if (!(inner instanceof Labelled labelled)) {
        return Optional.empty();
      }
      int quote = labelled.label().indexOf('\'');
      typed.add(quote < 0 ? labelled.label() : labelled.label().substring(quote));
    }
    return typed.size() == 1 ? typed.stream().findFirst() : Optional.empty();
  }

  private String described(Query query, String name, float weight) throws IOException {
    Set<Term> terms = terms(query);
    Set<String> fields = terms.stream().map(Term::field).collect(Collectors.toSet());
    boolean text = !fields.isEmpty() && Set.of(Schema.TITLE, Schema.BODY).containsAll(fields);
    StringBuilder description = new StringBuilder(isGeneral(name) ? kind(query, text) : name);
    boolean isWord =
        query instanceof WordQuery
            || query instanceof CombinedFieldQuery
            || query instanceof FormQuery;
    if (text && isWord) {
      description.append(": ").append(places(terms)).append("; in ").append(rarity(query, terms));
    } else if (text && fields.size() == 1) {
      description.append(": ").append(place(fields.iterator().next()));
    }
    if (weight != 1) {
      description.append(String.format(Locale.ROOT, "; weight %.3g", weight));
    }
    return description.toString();
  }

  private static String kind(Query query, boolean text) {
    return switch (query) {
      case MatchAllDocsQuery all -> "every article alike";
      case ConstantScoreQuery pattern -> "every word that fits a pattern alike";
      default -> text ? "words" : "a filter";
    };
  }

  private static String place(String field) {
    return field.equals(Schema.TITLE) ? "in the title" : "in the text";
  }

  private static Set<Term> terms(Query query) {
    Set<Term> terms = new LinkedHashSet<>();
    if (query instanceof WordQuery word) {
      terms.add(new Term(Schema.TITLE, word.term()));
      terms.add(new Term(Schema.BODY, word.term()));
    } else {
      query.visit(QueryVisitor.termCollector(terms));
    }
    return terms;
  }

  private String places(Set<Term> terms) throws IOException {
    List<String> places = new ArrayList<>();
    for (Term term : terms.stream().sorted(Comparator.reverseOrder()).toList()) { // title first
      PostingsEnum postings = leaf.postings(term, PostingsEnum.FREQS);
      if (postings != null && postings.advance(doc) == doc) {
        places.add(postings.freq() + " " + place(term.field()));
      }
    }
    return String.join(" and ", places);
  }

  private String rarity(Query query, Set<Term> terms) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    int articles =
        switch (query) {
          case WordQuery word -> word.articles(searcher);
          case FormQuery form -> form.articles(searcher);
          default -> TextClauses.articles(terms.iterator().next().text(), reader);
        };
    return String.format(Locale.ROOT, "%,d of %,d articles", articles, reader.numDocs());
  }
}
