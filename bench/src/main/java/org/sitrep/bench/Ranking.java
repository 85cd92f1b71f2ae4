package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.eval.Comparison;
import org.sitrep.core.eval.Evaluation;
import org.sitrep.core.eval.EvaluationFormatException;
import org.sitrep.core.eval.Judgements;
import org.sitrep.core.eval.Measure;
import org.sitrep.core.eval.Queries;
import org.sitrep.core.eval.RankedArticle;
import org.sitrep.core.eval.Run;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;

/**
 * Prints how well the product ranks, beside plain BM25 with English stemming over the same articles
 * and queries. With {@code --cross-validate} it also chooses the ranking's parameters on parts of
 * the queries and says what they gain on the rest.
 */
public final class Ranking {
  private static final List<String> SETS = List.of("time", "cranfield", "checkthat");
  private static final int DEPTH = 100;

  /** A collection, what plain BM25 answers over it, and the product's index of it. */
  record Collection(
      String name, Evaluation evaluation, Evaluation.Result plain, ArticleIndex index) {
    /** Asks each query as a person would type it; any of its words may match. */
    Evaluation.Result run(org.sitrep.core.search.Ranking ranking) throws IOException {
      return evaluation.run(
          index,
          query ->
              SearchRequest.of(query).match(Match.ANY).limit(DEPTH).snippets(0).ranking(ranking));
    }
  }

  private Ranking() {}

  /**
   * Measures.
   *
   * @param args the folder that holds {@code data}, and {@code --cross-validate} or nothing
   * @throws IOException if a file cannot be read
   * @throws EvaluationFormatException if queries or judgements cannot be read
   */
  public static void main(String[] args) throws IOException, EvaluationFormatException {
    Path data = Path.of(args[0]).resolve("data");
    List<Collection> collections = new ArrayList<>();
    for (String set : SETS) {
      collections.add(read(set, data.resolve(set)));
    }
    org.sitrep.core.search.Ranking usual = org.sitrep.core.search.Ranking.usual();
    print("product", collections, usual);
    print("product without feedback", collections, usual.feedback(Feedback.NEVER));
    if (List.of(args).contains("--cross-validate")) {
      CrossValidation.print(collections.subList(0, 2));
    }
    for (Collection collection : collections) {
      collection.index().close();
    }
  }

  private static Collection read(String name, Path folder)
      throws IOException, EvaluationFormatException {
    Evaluation evaluation =
        Evaluation.of(
            Queries.read(folder.resolve("queries.tsv")),
            Judgements.read(folder.resolve("qrels.txt")));
    ArticleIndex index = ArticleIndex.inMemory();
    try (PlainBm25 plain = new PlainBm25();
        ArticleWriter writer = index.newWriter()) {
      for (String line : Quality.lines(folder.resolve("docs.jsonl.gz"))) {
        Map<String, String> record = Quality.texts(line);
        String id = record.getOrDefault("id", "");
        String title = record.getOrDefault("title", "");
        String body = record.getOrDefault("body", "");
        plain.add(id, title + " " + body);
        if (!title.isBlank() || !body.isBlank()) {
          ArticleBuilder article = Article.builder(id).body(body).language("en");
          writer.put(title.isBlank() ? article.build() : article.title(title).build());
        }
      }
      writer.commit();
      Map<String, List<RankedArticle>> answers = plain.answers(evaluation.queries().texts(), DEPTH);
      return new Collection(name, evaluation, evaluation.score(new Run("bm25", answers)), index);
    }
  }

  private static void print(
      String title, List<Collection> collections, org.sitrep.core.search.Ranking ranking)
      throws IOException {
    System.out.printf("%n%-26s %8s %8s %8s %8s%n", title, "bm25", "product", "gain", "p");
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (Collection collection : collections) {
      Evaluation.Result product = collection.run(ranking);
      for (Measure measure : Measure.usual()) {
        Comparison compared = Comparison.of(measure, product, collection.plain());
        System.out.printf(
            "%-10s %-15s %8.4f %8.4f %+8.4f %8.4f%n",
            collection.name(),
            measure.name(),
            compared.baseline(),
            compared.mean(),
            compared.gain(),
            compared.p());
      }
      if (!collection.name().equals(SETS.getLast())) {
        before.addAll(collection.plain().scores(CrossValidation.NDCG).values());
        after.addAll(product.scores(CrossValidation.NDCG).values());
      }
    }
    CrossValidation.printGain("time+cranfield ndcg@10", before, after, Optional.empty());
  }
}
