package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Explanation.Rule;

/** Says in words how an article comes by its score. For one article and one thread. */
public final class Explainer {
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
    return part(query, 1, "what the query looks for");
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
          case BooleanQuery all -> joined(value, name, Rule.SUM, scoring(all), weight);
          case DisjunctionMaxQuery best ->
              joined(value, name, Rule.LARGEST, best.getDisjuncts(), weight);
          default -> new Explanation(value, described(query, name, weight), Rule.GIVEN, List.of());
        });
  }

  private Explanation recent(RecencyQuery recent, float weight, double value) throws IOException {
    Explanation words = part(recent.query(), weight, "what the query looks for").orElseThrow();
    Explanation factor =
        new Explanation(recent.factor(leaf, doc), "how recent it is", Rule.GIVEN, List.of());
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
      double value, String name, Rule rule, Iterable<Query> queries, float weight)
      throws IOException {
    List<Explanation> parts = new ArrayList<>();
    for (Query query : queries) {
      part(query, weight, name).ifPresent(parts::add);
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Rule kept = parts.isEmpty() ? Rule.GIVEN : rule;
    return new Explanation(value, parts.isEmpty() ? "filters, which score 0" : name, kept, parts);
  }

  private String described(Query query, String name, float weight) throws IOException {
    StringBuilder text = new StringBuilder(name);
    Set<Term> terms = terms(query);
    if (query instanceof WordQuery
        || query instanceof CombinedFieldQuery
        || query instanceof TermQuery) {
      text.append(": ").append(places(terms)).append("; in ").append(rarity(terms));
    }
    if (weight != 1) {
      text.append(String.format(Locale.ROOT, "; weight %.3g", weight));
    }
    return text.toString();
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
        String field = term.field().equals(Schema.TITLE) ? "in the title" : "in the text";
        places.add(postings.freq() + " " + field);
      }
    }
    return String.join(" and ", places);
  }

  private String rarity(Set<Term> terms) throws IOException {
    int articles = 0;
    for (Term term : terms) {
      int found =
          terms.size() > 1
              ? TextClauses.articles(term.text(), searcher.getIndexReader())
              : searcher.getIndexReader().docFreq(term);
      articles = Math.max(articles, found);
    }
    return String.format(
        Locale.ROOT, "%,d of %,d articles", articles, searcher.getIndexReader().numDocs());
  }
}
