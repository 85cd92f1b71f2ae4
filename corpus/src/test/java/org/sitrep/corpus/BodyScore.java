package org.sitrep.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scores bodies by shingles of four words: macro precision over the read, recall over the gold. */
final class BodyScore {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
  private static final int SHINGLE = 4;

  private BodyScore() {}

  static double f1(Map<String, String> gold, Map<String, String> read) {
    double precisions = 0;
    double recalls = 0;
    int pages = 0;
    for (Map.Entry<String, String> page : gold.entrySet()) {
      Map<String, Integer> wanted = shingles(page.getValue());
      Map<String, Integer> found = shingles(read.getOrDefault(page.getKey(), ""));
      double both =
          wanted.entrySet().stream()
              .mapToInt(e -> Math.min(e.getValue(), found.getOrDefault(e.getKey(), 0)))
              .sum();
      pages += found.isEmpty() ? 0 : 1;
      precisions += found.isEmpty() ? 0 : both / sum(found);
      recalls += both / sum(wanted);
    }
    double precision = precisions / pages;
    double recall = recalls / gold.size();
    return 2 * precision * recall / (precision + recall);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> shingles(String text) {
    Map<String, Integer> shingles = new HashMap<>();
    java.util.List<String> words = new java.util.ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.merge(String.join(" ", words.subList(i, i + SHINGLE)), 1, Integer::sum);
    }
    return shingles;
  }
}
