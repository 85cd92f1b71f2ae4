package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.search.Story;

/** Articles of the same text are one story, whatever came first and whatever went. */
class StoriesTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private static String text(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append("w").append(random.nextInt(5_000)).append(' ');
    }
    return text.toString();
  }

  private static Article article(String id, String body, String published) {
    ArticleBuilder article = Article.builder(id).title("Title of " + id).body(body);
    if (!published.isEmpty()) {
      article.published(published);
    }
    return article.build();
  }

  private void put(Article... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
  }

  private List<String> story(String id) throws IOException {
    return index.story(id).orElseThrow().articles();
  }

  @Test
  void copies_are_one_story_named_by_the_earliest() throws IOException {
    String wire = text(1, 200);
    put(article("late", wire, "2025-03-08"), article("other", text(2, 200), "2025-03-01"));
    put(article("undated", wire.toUpperCase(java.util.Locale.ROOT), ""));
    put(article("early", "Edited: " + wire, "2025-03-07"));
    assertThat(index.story("late").orElseThrow())
        .isEqualTo(new Story("early", List.of("early", "late", "undated")));
    assertThat(story("other")).containsExactly("other");
    assertThat(index.stories()).hasSize(1);
    assertThat(index.story("never there")).isEmpty();
  }

  @Test
  void a_bridge_joins_two_stories_and_its_end_parts_them() throws IOException {
    String a = text(1, 300);
    String middle = a.substring(0, (int) (a.length() * 0.89));
    String b = middle.substring(0, (int) (middle.length() * 0.87));
    put(article("a", a, "2025-01-01"), article("b", b, "2025-01-02"));
    assertThat(story("a")).containsExactly("a");
    put(article("bridge", middle, "2025-01-03"));
    assertThat(story("a")).containsExactly("a", "b", "bridge");
    try (ArticleWriter writer = index.newWriter()) {
      writer.delete("bridge");
      writer.commit();
    }
    assertThat(story("a")).containsExactly("a");
    assertThat(story("b")).containsExactly("b");
  }

  @Test
  void an_article_leaves_its_story_when_its_text_becomes_another() throws IOException {
    String wire = text(1, 200);
    put(article("a", wire, "2025-01-01"), article("b", wire, "2025-01-02"));
    assertThat(story("a")).hasSize(2);
    put(article("a", text(3, 200), "2025-01-01"));
    assertThat(story("a")).containsExactly("a");
    assertThat(story("b")).containsExactly("b");
  }

  @Test
  void short_texts_are_the_same_only_when_their_words_are() throws IOException {
    put(
        article("a", "Talks end.", ""),
        article("b", "Talks end", ""),
        article("c", "Talks begin", ""),
        article("d", "", ""));
    assertThat(story("a")).containsExactly("a", "b");
    assertThat(story("c")).containsExactly("c");
    assertThat(story("d")).containsExactly("d");
  }

  /** Comparing each two of them would take longer than the whole build. */
  @Test
  void pages_that_all_say_the_same_are_one_story_however_many() throws IOException {
    int many = Boolean.getBoolean("sitrep.long") ? 40_000 : 12_000;
    String wall = "Please log in to read this article and many others of this week";
    try (ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < many; i++) {
        writer.put(article("p" + i, i % 2 == 0 ? wall : text(i / 40, 60), ""));
      }
      writer.commit();
      assertThat(story("p0")).hasSize(many / 2);
      assertThat(story("p1")).hasSize(20);
      for (int i = 0; i < 2_000; i++) {
        writer.put(article("q" + i, wall, ""));
      }
      writer.put(article("q", text(0, 60), ""));
      writer.commit();
    }
    assertThat(story("q1")).hasSize(many / 2 + 2_000);
    assertThat(story("q")).hasSize(21);
    assertThat(index.stories()).hasSize(1 + many / 40);
  }

  @Test
  void stories_are_kept_on_the_disk(@TempDir java.nio.file.Path folder) throws IOException {
    String wire = text(1, 200);
    for (String id : List.of("a", "b")) {
      try (ArticleIndex onDisk = ArticleIndex.open(folder);
          ArticleWriter writer = onDisk.newWriter()) {
        writer.put(article(id, wire, ""));
        writer.commit();
      }
    }
    try (ArticleIndex onDisk = ArticleIndex.openReadOnly(folder)) {
      assertThat(onDisk.story("b").orElseThrow().articles()).containsExactly("a", "b");
    }
  }

  /** Edits a text now and then, so that chains of similar texts come about. */
  private static String edited(Random random, String text) {
    String[] words = text.split(" ", -1);
    for (int edits = random.nextInt(8); edits > 0; edits--) {
      words[random.nextInt(words.length)] = "e" + random.nextInt(1_000);
    }
    return String.join(" ", words);
  }

  private static Set<List<String>> shingles(String text) {
    String[] words = text.strip().split("\\s+", -1);
    Set<List<String>> shingles = new HashSet<>();
    for (int i = 0; i + 4 <= words.length; i++) {
      shingles.add(List.of(words).subList(i, i + 4));
    }
    return shingles;
  }

  private static boolean isSame(String a, String b, double least) {
    Set<List<String>> both = new HashSet<>(shingles(a));
    Set<List<String>> all = new HashSet<>(both);
    both.retainAll(shingles(b));
    all.addAll(shingles(b));
    return both.size() >= least * all.size();
  }

  /** The components by brute force: each article's component is a set that its articles share. */
  private static Map<String, Set<String>> components(Map<String, String> bodies, double least) {
    Map<String, Set<String>> components = new TreeMap<>();
    bodies.keySet().forEach(id -> components.put(id, new TreeSet<>(Set.of(id))));
    bodies.forEach(
        (a, bodyOfA) ->
            bodies.forEach(
                (b, bodyOfB) -> {
                  if (isSame(bodyOfA, bodyOfB, least)) {
                    Set<String> joined = new TreeSet<>();
                    components.forEach(
                        (id, ids) -> {
                          if (ids.contains(a) || ids.contains(b)) {
                            joined.addAll(ids);
                          }
                        });
                    joined.forEach(id -> components.put(id, joined));
                  }
                }));
    return components;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40})
  void every_order_of_changes_gives_the_stories_of_brute_force(int changesInCommit)
      throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, String> bodies = new TreeMap<>();
    List<String> texts = new ArrayList<>();
    for (int commit = 0; commit < 60 / changesInCommit + 3; commit++) {
      try (ArticleWriter writer = index.newWriter()) {
        for (int i = 0; i < changesInCommit; i++) {
          String id = "a" + random.nextInt(40);
          if (random.nextInt(5) == 0) {
            writer.delete(id);
            bodies.remove(id);
          } else {
            String body =
                texts.isEmpty() || random.nextInt(4) == 0
                    ? text(random.nextLong(), 120)
                    : edited(random, texts.get(random.nextInt(texts.size())));
            texts.add(body);
            writer.put(article(id, body, ""));
            bodies.put(id, body);
          }
        }
        writer.commit();
      }
      Map<String, Set<String>> atTheBound = components(bodies, 0.8);
      // Bands may miss a pair at the bound; one well above it they do not.
      Map<String, Set<String>> aboveIt = components(bodies, 0.92);
      for (String id : bodies.keySet()) {
        List<String> found = story(id);
        assertThat(atTheBound.getOrDefault(id, Set.of()))
            .as("seed %d, commit %d, story of %s", seed, commit, id)
            .containsAll(found);
        assertThat(found)
            .as("seed %d, commit %d, story of %s", seed, commit, id)
            .containsAll(aboveIt.getOrDefault(id, Set.of()));
      }
    }
  }
}
