package org.sitrep.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.Reading;
import org.sitrep.corpus.SharedData;
import org.sitrep.corpus.Sources;

/** Measures reading on real pages that lie beside the project; skipped where they do not. */
class HtmlQualityTest {
  private static Path data(String set) {
    return SharedData.find("data/extract/" + set);
  }

  private static Map<String, Article> read(Path folder) throws IOException {
    Map<String, Article> articles = new HashMap<>();
    for (Reading reading : Sources.read(folder.resolve("html"))) {
      if (reading instanceof Reading.Read read) {
        articles.put(name(read.article().file().orElseThrow()), read.article());
      }
    }
    return articles;
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.html(\\.gz)?$", "");
  }

  /** The gold of each page; a page may have several rows, of which the first value counts. */
  private static Map<String, Map<String, String>> gold(Path folder) throws IOException {
    Map<String, Map<String, String>> gold = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode row = new JsonNode((Map<?, ?>) JsonTree.read(line).getFirst());
      String key =
          row.text("id").or(() -> row.text("file").map(HtmlQualityTest::name)).orElseThrow();
      Map<String, String> values = gold.computeIfAbsent(key, k -> new HashMap<>());
      row.fields()
          .forEach(
              (field, value) -> {
                if (value instanceof String text && !text.isEmpty()) {
                  values.putIfAbsent(field.toString(), text);
                }
              });
    }
    return gold;
  }

  @Test
  void bodies_are_read_at_least_as_well_as_promised() throws IOException {
    Path folder = data("article-extraction");
    Map<String, Article> read = read(folder);
    double precision = 0;
    double recall = 0;
    int predicted = 0;
    Map<String, Map<String, String>> gold = gold(folder);
    for (Map.Entry<String, Map<String, String>> page : gold.entrySet()) {
      Map<String, Integer> right = shingles(page.getValue().getOrDefault("body", ""));
      Article article = read.get(page.getKey());
      Map<String, Integer> said = shingles(article == null ? "" : article.body());
      int shared =
          said.entrySet().stream()
              .mapToInt(s -> Math.min(s.getValue(), right.getOrDefault(s.getKey(), 0)))
              .sum();
      recall += shared / (double) total(right);
      if (!said.isEmpty()) {
        precision += shared / (double) total(said);
        predicted++;
      }
    }
    double p = precision / predicted;
    double r = recall / gold.size();
    double f1 = 2 * p * r / (p + r);
    System.out.printf("bodies: F1 %.4f, precision %.4f, recall %.4f%n", f1, p, r);
    assertThat(f1).isGreaterThanOrEqualTo(0.960);
  }

  private static Map<String, Integer> shingles(String text) {
    Map<String, Integer> shingles = new HashMap<>();
    String[] words = text.strip().split("[^\\p{L}\\p{M}\\p{N}_]+");
    for (int i = 0; i + 4 <= words.length; i++) {
      shingles.merge(String.join(" ", List.of(words).subList(i, i + 4)), 1, Integer::sum);
    }
    return shingles;
  }

  private static int total(Map<String, Integer> shingles) {
    return shingles.values().stream().mapToInt(i -> i).sum();
  }

  /** How many of the titles and dates that are known are right, and how many dates are wrong. */
  private record Fields(double titles, double dates, double wrongDates) {}

  private static Fields fields(Path folder) throws IOException {
    Map<String, Article> read = read(folder);
    int[] titles = new int[2];
    int[] dates = new int[3];
    gold(folder)
        .forEach(
            (name, row) -> {
              Optional<Article> article = Optional.ofNullable(read.get(name));
              if (row.containsKey("title")) {
                titles[0]++;
                String title = Words.key(article.map(Article::title).orElse(""));
                titles[1] += title.equals(Words.key(row.get("title"))) ? 1 : 0;
              }
              String written = row.getOrDefault("date_published", row.getOrDefault("date", ""));
              if (written.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
                dates[0]++;
                article
                    .flatMap(Article::published)
                    .ifPresent(d -> dates[right(d, written) ? 1 : 2]++);
              }
            });
    return new Fields(
        titles[1] / (double) titles[0], dates[1] / (double) dates[0], dates[2] / (double) dates[0]);
  }

  private static boolean right(PartialDate date, String written) {
    long slack = written.endsWith("Z") ? 1 : 0;
    LocalDate day = LocalDate.parse(written.substring(0, 10));
    return Math.abs(ChronoUnit.DAYS.between(date.firstDay(), day)) <= slack;
  }

  @Test
  void titles_and_dates_of_a_ministry_are_read_as_promised() throws IOException {
    Fields fields = fields(data("mil_gov_ua"));
    System.out.println("ministry: " + fields);
    assertThat(fields.titles()).isGreaterThanOrEqualTo(0.98);
    assertThat(fields.dates()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void titles_and_dates_of_all_kinds_of_pages_are_read_as_promised() throws IOException {
    Fields fields = fields(data("postlight-parser"));
    System.out.println("all kinds: " + fields);
    assertThat(fields.titles()).isGreaterThanOrEqualTo(0.85);
    assertThat(fields.wrongDates()).isLessThanOrEqualTo(0.05);
  }
}
