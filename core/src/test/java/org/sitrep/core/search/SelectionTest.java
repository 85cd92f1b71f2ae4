package org.sitrep.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;

/** What is selected, whatever it was made of. */
class SelectionTest {
  private static Selection tags(Set<String> included, Set<String> excluded) {
    return new Selection(Facet.TAG, included, excluded, Optional.empty(), Selection.Mode.ANY);
  }

  private static Set<String> keys(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "tag " + i)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void a_selection_changed_key_by_key_is_the_one_made_of_the_same_keys() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int run = 0; run < 40; run++) {
      Set<String> included = keys(0, random.nextInt(60));
      Set<String> excluded = keys(60, 60 + random.nextInt(60));
      Selection selection = tags(included, excluded);
      for (int step = 0; step < 60; step++) {
        String key = "tag " + random.nextInt(130);
        int change = random.nextInt(3);
        boolean isFree = !included.contains(key) && !excluded.contains(key);
        selection =
            switch (change) {
              case 0 -> selection.include(key);
              case 1 -> selection.exclude(key);
              default -> selection.toggle(key);
            };
        if (change == 0 || (change == 2 && isFree)) {
          included.add(key);
        } else {
          included.remove(key);
        }
        if (change == 1) {
          excluded.add(key);
        } else {
          excluded.remove(key);
        }
        String seen = "seed " + seed;
        assertThat(List.copyOf(selection.included())).as(seen).isEqualTo(List.copyOf(included));
        assertThat(List.copyOf(selection.excluded())).as(seen).isEqualTo(List.copyOf(excluded));
        assertThat(selection).as(seen).isEqualTo(tags(included, excluded));
        assertThat(selection).as(seen).hasSameHashCodeAs(tags(included, excluded));
        assertThat(included).as(seen).isEqualTo(selection.included());
        assertThat(selection.included().size()).as(seen).isEqualTo(included.size());
        assertThat(selection.included().contains(key)).as(seen).isEqualTo(included.contains(key));
        assertThat(selection.included().toString()).as(seen).isEqualTo(included.toString());
      }
    }
  }

  @Test
  void several_values_are_selected_as_one_after_the_other() {
    SearchRequest all = SearchRequest.of(new Query.All());
    SearchRequest one =
        all.select(Facet.TAG, "a", "b").exclude(Facet.TAG, "c").select(Facet.TAG, "c", "d", "a");
    assertThat(one.selection(Facet.TAG).included()).containsExactly("a", "b", "c", "d");
    assertThat(one.selection(Facet.TAG).excluded()).isEmpty();
    SearchRequest other = one.exclude(Facet.TAG, "x", "b", "x");
    assertThat(other.selection(Facet.TAG).included()).containsExactly("a", "c", "d");
    assertThat(other.selection(Facet.TAG).excluded()).containsExactly("x", "b");
  }

  @Test
  void no_key_is_both_included_and_excluded_whatever_the_sets_come_from() {
    Selection many = tags(keys(0, 30), keys(30, 60));
    Selection including = many.include("new");
    Selection excluding = many.exclude("new");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tags(including.included(), excluding.excluded()))
        .withMessage("tag is both included and excluded: new");
    assertThatIllegalArgumentException().isThrownBy(() -> tags(many.included(), many.included()));
    assertThat(tags(many.included(), excluding.excluded())).isEqualTo(excluding);
    assertThat(tags(many.excluded(), many.included()).included()).isEqualTo(keys(30, 60));
    Selection authors =
        new Selection(
            Facet.AUTHOR, many.included(), many.excluded(), Optional.empty(), Selection.Mode.ANY);
    assertThat(authors.included()).isEqualTo(keys(0, 30));
  }

  @Test
  void keys_cannot_be_changed_from_outside() {
    for (Selection selection :
        List.of(tags(keys(0, 30), Set.of()), tags(keys(0, 29), Set.of()).include("tag 29"))) {
      Set<String> keys = selection.included();
      assertThatThrownBy(() -> keys.add("x")).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> keys.remove("tag 1"))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(keys::clear).isInstanceOf(UnsupportedOperationException.class);
      assertThat(keys).isEqualTo(keys(0, 30));
      assertThat(keys.contains(null)).isFalse();
      Iterator<String> last = keys.iterator();
      keys.forEach(key -> last.next());
      assertThatThrownBy(last::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void a_key_longer_than_any_value_is_refused_where_the_selection_is_made() {
    String tooLong = "x".repeat(1001);
    String refused = "value of tag is longer than 1000: '" + "x".repeat(40) + "…'";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tags(Set.of(tooLong), Set.of()))
        .withMessage(refused);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.none(Facet.TAG).toggle(tooLong))
        .withMessage(refused);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.none(Facet.AUTHOR).exclude("ß".repeat(501)));
    assertThat(tags(Set.of("x".repeat(1000)), Set.of()).included()).hasSize(1);
  }
}
