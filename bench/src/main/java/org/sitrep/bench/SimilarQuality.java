package org.sitrep.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Similar;

/**
 * Measures similar articles: how often the best of them is a marked duplicate, and how often one of
 * the first ten has a topic in common with the given article, beside articles taken at random.
 */
final class SimilarQuality {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int SAMPLE = 500;
  private static final int FIRST = 10;

  private SimilarQuality() {}

  /** Prints how often a marked duplicate is the first that is found. */
  static void printDuplicates(Path records) throws IOException {
    Map<String, List<String>> byBody = new HashMap<>();
    Map<String, String> marked = new HashMap<>();
    List<Article> articles = new ArrayList<>();
    for (String line : Quality.lines(records)) {
      Map<String, String> record = Quality.texts(line);
      String id = record.getOrDefault("id", "");
      String body = record.getOrDefault("body", "").strip();
      articles.add(article(record));
      byBody.computeIfAbsent(body, b -> new ArrayList<>()).add(id);
      if (Boolean.parseBoolean(record.get("dup"))) {
        marked.put(id, body);
      }
    }
    try (ArticleIndex index = indexOf(articles)) {
      int pairs = 0;
      int first = 0;
      for (Map.Entry<String, String> duplicate : marked.entrySet()) {
        List<String> same = byBody.getOrDefault(duplicate.getValue(), List.of());
        if (same.size() > 1) {
          Similar similar = Similar.to(duplicate.getKey()).copies(Similar.Copies.FOUND);
          List<Hit> hits = search(index, similar, 1).hits();
          pairs++;
          first += !hits.isEmpty() && same.contains(hits.get(0).id()) ? 1 : 0;
        }
      }
      System.out.printf("marked duplicates %d  ranked first %d%n", pairs, first);
    }
  }

  /** Prints how many of the first ten have a topic in common with the given article. */
  static void printTopics(Path records) throws IOException {
    Map<String, Set<String>> topics = new HashMap<>();
    List<Article> articles = new ArrayList<>();
    for (String line : Quality.lines(records)) {
      Map<String, String> record = Quality.texts(line);
      Set<String> found = topics(line);
      if (!found.isEmpty()) {
        topics.put(record.getOrDefault("id", ""), found);
        articles.add(article(record));
      }
    }
    List<String> ids = new ArrayList<>(topics.keySet());
    Collections.sort(ids);
    Random random = new Random(1);
    Collections.shuffle(ids, random);
    try (ArticleIndex index = indexOf(articles)) {
      Tally similar = new Tally();
      Tally chance = new Tally();
      long total = 0;
      long nanos = System.nanoTime();
      for (String id : ids.subList(0, SAMPLE)) {
        SearchResults results = search(index, Similar.to(id), FIRST);
        total += results.total();
        for (Hit hit : results.hits()) {
          similar.add(topics.getOrDefault(id, Set.of()), topics.getOrDefault(hit.id(), Set.of()));
          String other = ids.get(random.nextInt(ids.size()));
          chance.add(topics.getOrDefault(id, Set.of()), topics.getOrDefault(other, Set.of()));
        }
      }
      nanos = System.nanoTime() - nanos;
      System.out.printf(
          "articles with topics %d  given %d  found for each %.1f  in %.1f ms%n",
          articles.size(), SAMPLE, (double) total / SAMPLE, nanos / 1e6 / SAMPLE);
      System.out.printf(
          "first ten with a common topic %.3f of %d  at random %.3f%n",
          similar.share(), similar.pairs, chance.share());
    }
  }

  /** Pairs of articles, and how many of them have a topic in common. */
  private static final class Tally {
    private int pairs;
    private int common;

    void add(Set<String> a, Set<String> b) {
      pairs++;
      common += Collections.disjoint(a, b) ? 0 : 1;
    }

    double share() {
      return pairs == 0 ? 0 : (double) common / pairs;
    }
  }

  private static SearchResults search(ArticleIndex index, Similar similar, int limit)
      throws IOException {
    return index.search(
        SearchRequest.of(new Query.All()).similarTo(similar).limit(limit).snippets(0));
  }

  private static Article article(Map<String, String> record) {
    return Article.builder(record.getOrDefault("id", ""))
        .title(record.getOrDefault("title", "-"))
        .body(record.getOrDefault("body", ""))
        .language("en")
        .build();
  }

  private static ArticleIndex indexOf(List<Article> articles) throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
    return index;
  }

  private static Set<String> topics(String record) throws IOException {
    Set<String> topics = new HashSet<>();
    try (JsonParser json = JSON.createParser(record)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("topics");
        if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            topics.add(json.getText());
          }
        } else {
          json.skipChildren();
        }
      }
    }
    return topics;
  }
}
