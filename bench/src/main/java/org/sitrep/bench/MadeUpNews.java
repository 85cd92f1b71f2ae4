package org.sitrep.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sitrep.core.article.Article;

/**
 * Articles made up from a seed, so that a benchmark needs no data of others: words, tags and
 * countries are drawn by Zipf's law, as in real text (rank r about 1/r as often as the first).
 */
final class MadeUpNews {
  private static final List<String> COUNTRIES =
      List.of(
          "US", "UA", "RU", "GB", "DE", "FR", "PL", "CN", "IN", "JP", "KR", "TR", "IL", "EG", "BR");
  private static final int VOCABULARY = 30_000;
  private static final int TAGS = 400;

  private final Random random;
  private final double[] wordShares = shares(VOCABULARY);
  private final double[] tagShares = shares(TAGS);
  private final double[] countryShares = shares(COUNTRIES.size());

  MadeUpNews(long seed) {
    random = new Random(seed);
  }

  /** The word of a rank, the most frequent being 0. */
  static String word(int rank) {
    return "w" + Integer.toString(rank, Character.MAX_RADIX);
  }

  Article article(int number) {
    return Article.builder("made-up-" + number)
        .title(words(8))
        .body(words(120 + random.nextInt(200)))
        .published(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_800)).toString())
        .countries(drawn(3, countryShares).stream().map(COUNTRIES::get).toList())
        .tags(drawn(4, tagShares).stream().map(rank -> "tag " + rank).toList())
        .source("Source " + random.nextInt(20))
        .language("en")
        .build();
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word(draw(wordShares)));
    }
    return text.toString();
  }

  private List<Integer> drawn(int most, double[] shares) {
    List<Integer> drawn = new ArrayList<>();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      drawn.add(draw(shares));
    }
    return drawn;
  }

  private int draw(double[] shares) {
    double at = random.nextDouble() * shares[shares.length - 1];
    int found = java.util.Arrays.binarySearch(shares, at);
    return Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
  }

  private static double[] shares(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += 1.0 / (rank + 1);
      sums[rank] = sum;
    }
    return sums;
  }
}
