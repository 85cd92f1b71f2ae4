package org.sitrep.core.index;

import java.util.List;

/**
 * What a check of an index found.
 *
 * @param articles how many articles were read back
 * @param searches how many searches were counted again by brute force
 * @param counts how many single counts were compared
 * @param seed the seed of the random searches; give it again to repeat them
 * @param damage files or structures that are damaged, a line each; empty where all are sound
 * @param differences counts that are not what brute force gives, a line each; empty where all agree
 */
public record Verification(
    long articles,
    int searches,
    long counts,
    long seed,
    List<String> damage,
    List<String> differences) {
  /** Checks and copies the parts. */
  public Verification {
    damage = List.copyOf(damage);
    differences = List.copyOf(differences);
  }

  /**
   * Says whether the index is sound and its counts are true.
   *
   * @return true when there is neither damage nor a difference
   */
  public boolean passed() {
    return damage.isEmpty() && differences.isEmpty();
  }
}
