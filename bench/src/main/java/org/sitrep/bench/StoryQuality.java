package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.search.Story;

/**
 * Compares stories with counting by brute force: pairs marked as having the same body, every pair
 * of a sample, and for each article of a story whether it has a partner that is really like it.
 * Also says what one more article costs.
 */
final class StoryQuality {
  private static final int SAMPLE = 3_000;
  private static final double SAME_TEXT = 0.8;

  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Integer> storyOf = new HashMap<>();
  private final List<String> marked = new ArrayList<>();

  private StoryQuality() {}

  static void print(Path records) throws IOException {
    new StoryQuality().measure(records);
  }

  private void measure(Path records) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      for (String line : Quality.lines(records)) {
        Map<String, String> record = Quality.texts(line);
        String id = record.getOrDefault("id", "");
        String body = record.getOrDefault("body", "");
        writer.put(Article.builder(id).title("Title").body(body).language("en").build());
        bodies.put(id, body.strip());
        if (Boolean.parseBoolean(record.get("dup"))) {
          marked.add(id);
        }
      }
      writer.commit();
      List<Story> stories = index.stories();
      for (int i = 0; i < stories.size(); i++) {
        for (String id : stories.get(i).articles()) {
          storyOf.put(id, i);
        }
      }
      System.out.printf("articles %d  stories of two or more %d%n", bodies.size(), stories.size());
      printMarked();
      printSample();
      printPartners(stories);
      printCost(writer);
    }
  }

  private boolean together(String a, String b) {
    Integer story = storyOf.get(a);
    return story != null && story.equals(storyOf.get(b));
  }

  private void printMarked() {
    Map<String, List<String>> byBody = new HashMap<>();
    bodies.forEach((id, body) -> byBody.computeIfAbsent(body, b -> new ArrayList<>()).add(id));
    int pairs = 0;
    int found = 0;
    for (String id : marked) {
      List<String> same = byBody.getOrDefault(bodies.getOrDefault(id, ""), List.of());
      if (same.size() > 1) {
        pairs++;
        found += same.stream().anyMatch(o -> !o.equals(id) && together(id, o)) ? 1 : 0;
      }
    }
    System.out.printf("marked copies %d  found %d%n", pairs, found);
  }

  private void printSample() {
    List<String> ids = new ArrayList<>(bodies.keySet());
    Collections.sort(ids);
    Collections.shuffle(ids, new Random(1));
    ids = ids.subList(0, Math.min(SAMPLE, ids.size()));
    List<Set<Long>> shingles =
        ids.stream().map(id -> shingles(bodies.getOrDefault(id, ""))).toList();
    int pairs = 0;
    int found = 0;
    for (int i = 0; i < ids.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (isSame(shingles.get(i), shingles.get(j))) {
          pairs++;
          found += together(ids.get(i), ids.get(j)) ? 1 : 0;
        }
      }
    }
    System.out.printf("pairs of a sample of %d  %d  found %d%n", ids.size(), pairs, found);
  }

  private void printPartners(List<Story> stories) {
    int articles = 0;
    int withPartner = 0;
    for (Story story : stories) {
      List<Set<Long>> shingles =
          story.articles().stream().map(id -> shingles(bodies.getOrDefault(id, ""))).toList();
      for (Set<Long> one : shingles) {
        articles++;
        withPartner += shingles.stream().filter(other -> isSame(one, other)).count() > 1 ? 1 : 0;
      }
    }
    System.out.printf("articles of stories %d  with a partner %d%n", articles, withPartner);
  }

  private void printCost(ArticleWriter writer) throws IOException {
    String body = bodies.values().iterator().next();
    long start = System.nanoTime();
    int commits = 10;
    for (int i = 0; i < commits; i++) {
      writer.put(Article.builder("one-more-" + i).title("Title").body(body).build());
      writer.commit();
    }
    System.out.printf(
        "one article more, with its commit: %.1f ms%n",
        (System.nanoTime() - start) / 1e6 / commits);
  }

  private static boolean isSame(Set<Long> a, Set<Long> b) {
    Set<Long> few = a.size() < b.size() ? a : b;
    Set<Long> many = a.size() < b.size() ? b : a;
    if (many.isEmpty() || few.size() < SAME_TEXT * many.size()) {
      return false;
    }
    long shared = few.stream().filter(many::contains).count();
    return shared >= SAME_TEXT * (a.size() + b.size() - shared);
  }

  private static Set<Long> shingles(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      long hash = 7;
      for (String word : words.subList(i, i + 4)) {
        hash = hash * 1_000_003 + word.hashCode() * 0x9E3779B97F4A7C15L;
      }
      shingles.add(hash);
    }
    return shingles;
  }
}
