package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** What pages share may be a story that several carry, or furniture; only the latter goes. */
class RepeatedPagesTest {
  private static final List<String> WIRE =
      List.of(
          "Estonia will move two companies of engineers to the river crossing before the winter,"
              + " the defence staff in Tallinn said on Monday.",
          "The crossing was damaged in the spring flood and has carried only light vehicles since.",
          "\"We need it whole before the ground freezes,\" a colonel told reporters at the site.",
          "Neighbouring Latvia has lent a pontoon bridge for the time of the repairs.");

  @TempDir Path folder;

  private static String page(String paper, String headline, String day, List<String> text) {
    return "%s\nHome\nWorld\nWeather\n\n%s\n\n%s\n\n%s\n\nAbout %s\nImprint\n"
        .formatted(paper, headline, day, String.join("\n\n", text), paper);
  }

  private void write(String name, String page) throws IOException {
    Files.writeString(folder.resolve(name), page, UTF_8);
  }

  private static Map<String, String> bodies(Path source) {
    return Sources.articles(source).stream()
        .collect(Collectors.toMap(a -> a.file().orElseThrow(), Article::body));
  }

  @Test
  void copies_of_one_page_are_all_articles() throws IOException {
    for (int copies = 1; copies <= 5; copies++) {
      write("copy%d.txt".formatted(copies), page("Coast Herald", "Bridge", "3 May 2024", WIRE));
      assertThat(bodies(folder).values())
          .hasSize(copies)
          .allMatch(String.join("\n\n", WIRE)::equals);
    }
  }

  @Test
  void a_story_that_many_papers_carry_keeps_its_text_in_each() throws IOException {
    for (int i = 0; i < 9; i++) {
      String headline = "Engineers go to the river crossing, report %c".formatted('A' + i);
      write("p%d.txt".formatted(i), page("Paper " + i, headline, i + 1 + " May 2024", WIRE));
    }
    assertThat(Sources.articles(folder))
        .hasSize(9)
        .allSatisfy(a -> assertThat(a.title()).startsWith("Engineers go"))
        .allSatisfy(a -> assertThat(a.body()).isEqualTo(String.join("\n\n", WIRE)));
  }

  @Test
  void a_sentence_that_opens_many_articles_stays_in_all_of_them() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 9; i++) {
      List<String> text = new ArrayList<>(List.of(WIRE.getFirst()));
      text.addAll(paragraphs(random, 3));
      write("p%d.txt".formatted(i), page("Paper", "Report " + i, i + 1 + " May 2024", text));
    }
    assertThat(bodies(folder).values()).allMatch(body -> body.startsWith(WIRE.getFirst()));
  }

  @Test
  void links_within_the_text_that_recur_over_different_articles_are_furniture() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 6; i++) {
      List<String> text = paragraphs(random, 4);
      text.add(2, "Harbour webcam\nTide tables for the bay\n\nBackground");
      write("p%d.txt".formatted(i), page("Paper", "Report " + i, i + 1 + " May 2024", text));
    }
    assertThat(bodies(folder).values())
        .allSatisfy(
            body -> assertThat(body).doesNotContain("webcam", "Tide").contains("Background"));
    assertThat(bodies(folder.resolve("p1.txt")).values())
        .allSatisfy(body -> assertThat(body).contains("webcam"));
  }

  private static final List<String> WORDS =
      List.of(
          "officers",
          "counted",
          "vehicles",
          "along",
          "northern",
          "border",
          "while",
          "crews",
          "repaired",
          "radars",
          "before",
          "autumn",
          "exercise",
          "began",
          "under",
          "heavy",
          "rain",
          "ministers",
          "agreed",
          "further",
          "orders",
          "shells",
          "delivered",
          "allies",
          "warned");

  private static List<String> paragraphs(Random random, int count) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder("The");
      for (int word = 10 + random.nextInt(15); word > 0; word--) {
        sentence.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
      }
      paragraphs.add(sentence + ".");
    }
    return paragraphs;
  }

  /** Pages of one paper, some of them with the story of another, whole, cut or with headings. */
  private static Map<String, String> pages(Random random) {
    Map<String, String> pages = new LinkedHashMap<>();
    List<List<String>> stories = new ArrayList<>();
    int count = 3 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      boolean copy = !stories.isEmpty() && random.nextInt(3) > 0;
      List<String> text =
          new ArrayList<>(
              copy
                  ? stories.get(random.nextInt(stories.size()))
                  : paragraphs(random, 3 + random.nextInt(5)));
      if (copy && random.nextBoolean()) {
        text.removeLast();
        text.addAll(paragraphs(random, 1));
      }
      if (!copy && random.nextBoolean()) {
        text.add(1, List.of("What is known", "Background").get(random.nextInt(2)));
      }
      stories.add(text);
      String headline = copy ? "Crews counted vehicles" : "Report of officers " + i;
      pages.put("p%02d.txt".formatted(i), page("Paper", headline, i + 1 + " May 2024", text));
    }
    return pages;
  }

  @Test
  void articles_are_the_same_whatever_pages_stand_beside_them_and_came_before() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    System.out.println("RepeatedPagesTest: -Dsitrep.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < (SharedData.LONG ? 200 : 15); round++) {
      Map<String, String> pages = pages(random);
      Path home = Files.createDirectory(folder.resolve("f" + round));
      Map<String, String> alone = new LinkedHashMap<>();
      List<String> names = new ArrayList<>(pages.keySet());
      Collections.shuffle(names, random);
      try (ArticleIndex index = ArticleIndex.inMemory()) {
        for (String name : names) {
          Path file = Files.writeString(home.resolve(name), pages.get(name), UTF_8);
          alone.put(home.getFileName() + "/" + name, Sources.articles(file).getFirst().body());
          if (random.nextBoolean()) {
            index(index, home);
          }
        }
        index(index, home);
        assertThat(bodies(home)).as("seed " + seed + ", round " + round).isEqualTo(alone);
        try (Stream<Article> articles = index.articles()) {
          assertThat(articles.collect(Collectors.toMap(Article::id, Article::body)))
              .as("seed " + seed + ", round " + round)
              .isEqualTo(alone);
        }
      }
    }
  }

  private static LedgerTotals index(ArticleIndex index, Path source) throws IOException {
    Corpus corpus = Corpus.open(List.of(source.toString()), ReadOptions.standard());
    try (ArticleWriter writer = index.newWriter()) {
      return CorpusIndexer.index(corpus, writer, (entry, progress) -> {});
    }
  }

  @Test
  void the_same_content_with_a_new_time_is_unchanged_and_an_edit_keeps_the_rest()
      throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory()) {
      for (int i = 0; i < 3; i++) {
        write("copy%d.txt".formatted(i), page("Coast Herald", "Bridge", "3 May 2024", WIRE));
        assertThat(index(index, folder)).isEqualTo(new LedgerTotals(1, 0, i, 0, 0));
      }
      Path first = folder.resolve("copy0.txt");
      Files.setLastModifiedTime(first, FileTime.from(Instant.now().plusSeconds(60)));
      assertThat(index(index, folder)).isEqualTo(new LedgerTotals(0, 0, 3, 0, 0));

      Files.writeString(first, Files.readString(first).replace("two companies", "six companies"));
      Files.setLastModifiedTime(first, FileTime.from(Instant.now().plusSeconds(120)));
      assertThat(index(index, folder)).isEqualTo(new LedgerTotals(0, 1, 2, 0, 0));
      String id = folder.getFileName() + "/copy0.txt";
      assertThat(index.find(id).orElseThrow().body())
          .isEqualTo(String.join("\n\n", WIRE).replace("two companies", "six companies"));
    }
  }
}
