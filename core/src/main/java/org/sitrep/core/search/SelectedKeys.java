package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;

/**
 * Keys of a dimension that have been checked, in the order of selection. A set that has one key
 * more or less than another shares the other's: each value of a facet carries the request with
 * itself toggled, and as many copies as keys would grow with their square.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class SelectedKeys extends AbstractSet<String> {
  /** So few keys are copied, which is as cheap and quicker to go through. */
  private static final int FEW = 16;

  private final Facet facet;
  private final ImmutableSet<String> shared;

  /** A key behind those shared; null for none. */
  private final @Nullable String more;

  /** A key of those shared that is none of these; null for none. */
  private final @Nullable String less;

  /** The same in the keys included and excluded by one selection, none of which is in both. */
  private final Object pair;

  /** All keys, copied when another set is made of these; threads that meet here copy the same. */
  private @Nullable ImmutableSet<String> copied;

  private SelectedKeys(
      Facet facet,
      ImmutableSet<String> shared,
      @Nullable String more,
      @Nullable String less,
      Object pair) {
    this.facet = facet;
    this.shared = shared;
    this.more = more;
    this.less = less;
    this.pair = pair;
  }

  /**
   * Returns keys as one of a pair, each in its one spelling.
   *
   * @throws IllegalArgumentException if one has not the form of a key
   */
  static SelectedKeys of(Facet facet, String name, Set<String> written, Object pair) {
    if (requireNonNull(written, name) instanceof SelectedKeys checked && checked.facet == facet) {
      return checked.in(pair);
    }
    ImmutableSet.Builder<String> keys = ImmutableSet.builder();
    for (String key : written) {
      keys.add(SelectedValue.checkedKey(facet, key));
    }
    return new SelectedKeys(facet, keys.build(), null, null, pair);
  }

  /** Says whether two sets are known as a pair of one dimension. */
  @SuppressWarnings("ReferenceEquality") // a set is no pair with itself
  static boolean isPair(Facet facet, Set<String> one, Set<String> other) {
    return one instanceof SelectedKeys keys
        && other instanceof SelectedKeys others
        && keys != others
        && keys.facet == facet
        && keys.pair.equals(others.pair);
  }

  /** Returns a key of both sets; null where there is none. */
  static @Nullable String inBoth(Set<String> one, Set<String> other) {
    Set<String> rest = one.size() < other.size() ? other : one;
    for (String key : one.size() < other.size() ? one : other) {
      if (rest.contains(key)) {
        return key;
      }
    }
    return null;
  }

  private SelectedKeys in(Object anotherPair) {
    SelectedKeys same = new SelectedKeys(facet, shared, more, less, anotherPair);
    same.copied = copied;
    return same;
  }

  /** Returns these keys and one more, behind them if it is none of them. */
  SelectedKeys plus(String key, Object anotherPair) {
    if (contains(key)) {
      return in(anotherPair);
    }
    ImmutableSet<String> all = copied();
    return all.size() < FEW
        ? new SelectedKeys(
            facet,
            ImmutableSet.<String>builder().addAll(all).add(key).build(),
            null,
            null,
            anotherPair)
        : new SelectedKeys(facet, all, key, null, anotherPair);
  }

  /** Returns these keys without one. */
  SelectedKeys minus(String key, Object anotherPair) {
    if (!contains(key)) {
      return in(anotherPair);
    }
    SelectedKeys rest = new SelectedKeys(facet, copied(), null, key, anotherPair);
    return rest.size() < FEW
        ? new SelectedKeys(facet, ImmutableSet.copyOf(rest), null, null, anotherPair)
        : rest;
  }

  private ImmutableSet<String> copied() {
    ImmutableSet<String> all = copied;
    if (all == null) {
      all = more == null && less == null ? shared : ImmutableSet.copyOf(this);
      copied = all;
    }
    return all;
  }

  @Override
  public int size() {
    return shared.size() + (more == null ? 0 : 1) - (less == null ? 0 : 1);
  }

  @Override
  public boolean contains(@Nullable Object key) {
    return key != null && (key.equals(more) || (shared.contains(key) && !key.equals(less)));
  }

  @Override
  public Iterator<String> iterator() {
    ImmutableSet<String> all = copied;
    if (all != null) {
      return all.iterator();
    }
    return more == null && less == null ? shared.iterator() : new Changed();
  }

  /** As a set's has to be: the sum of those of its keys. */
  @Override
  public int hashCode() {
    return shared.hashCode()
        + (more == null ? 0 : more.hashCode())
        - (less == null ? 0 : less.hashCode());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  /** Goes through the keys shared, but for one, and one behind them. */
  private final class Changed implements Iterator<String> {
    private final Iterator<String> rest = shared.iterator();
    private @Nullable String next = following();
    private boolean isBehind;

    private @Nullable String following() {
      while (rest.hasNext()) {
        String key = rest.next();
        if (!key.equals(less)) {
          return key;
        }
      }
      boolean isEnd = isBehind;
      isBehind = true;
      return isEnd ? null : more;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public String next() {
      String key = next;
      if (key == null) {
        throw new NoSuchElementException();
      }
      next = following();
      return key;
    }
  }
}
