package org.sitrep.cli.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that may have been meant by a mistyped one. */
public final class NearNames {
  private static final int MOST = 4;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  private NearNames() {}

  /**
   * Says which names are near to what was typed.
   *
   * @param typed what was typed
   * @param names the names there are
   * @return a line that lists the nearest, or no line where none is near
   */
  public static List<String> advice(String typed, Collection<String> names) {
    String bare = bare(typed);
    if (bare.length() < SHORTEST || bare.length() > LONGEST) {
      return List.of();
    }
    List<String> near =
        names.stream()
            .filter(name -> bare(name).length() >= SHORTEST)
            .filter(name -> isNear(bare, bare(name)))
            .sorted(Comparator.comparingInt(name -> distance(bare, bare(name))))
            .limit(MOST)
            .toList();
    return near.isEmpty() ? List.of() : List.of("did you mean: " + String.join(", ", near));
  }

  private static boolean isNear(String typed, String name) {
    return name.startsWith(typed)
        || typed.startsWith(name)
        || distance(typed, name) <= Math.max(1, name.length() / 3);
  }

  /** A name without its hyphens, and without what is behind an equals sign. */
  private static String bare(String name) {
    int start = 0;
    while (start < name.length() && name.charAt(start) == '-') {
      start++;
    }
    int sign = name.indexOf('=', start);
    return name.substring(start, sign < 0 ? name.length() : sign);
  }

  /** How many letters have to be put in, taken out, replaced or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    Math.min(cost[i - 1][j], cost[i][j - 1]) + 1,
                    cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
