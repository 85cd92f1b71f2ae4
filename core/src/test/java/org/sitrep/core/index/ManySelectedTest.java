package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/** What thousands of selected values cost, and that each can still be toggled. */
class ManySelectedTest {
  private static final int MOST = 4_000;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final ArticleIndex INDEX = ArticleIndex.inMemory();

  private final SearchRequest all = SearchRequest.of(new Query.All());

  @BeforeAll
  static void put() throws IOException {
    try (ArticleWriter writer = INDEX.newWriter()) {
      for (int i = 0; i < MOST + 100; i++) {
        writer.put(Article.builder("a" + i).title("Frigate").tags("Tag " + i).build());
      }
      writer.commit();
    }
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Set<String> tags(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "tag " + i)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Selection selection(Set<String> included, Set<String> excluded) {
    return new Selection(Facet.TAG, included, excluded, Optional.empty(), Selection.Mode.ANY);
  }

  private interface Work {
    void run() throws IOException;
  }

  /** How many bytes something takes, its classes and what is kept for later not among them. */
  private static long bytes(Work work) throws IOException {
    for (int i = 0; i < 3; i++) {
      work.run();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private void search(Selection selection) throws IOException {
    FacetResult tags = INDEX.search(all.selection(selection).facets(Facet.TAG)).facet(Facet.TAG);
    assertThat(tags.values()).hasSizeGreaterThanOrEqualTo(selection.included().size());
  }

  @Test
  void listing_the_values_selected_takes_as_much_for_each_however_many_they_are()
      throws IOException {
    Selection some = selection(tags(0, MOST / 8), Set.of());
    Selection many = selection(tags(0, MOST), Set.of());
    assertThat(bytes(() -> search(many))).isLessThan(16 * bytes(() -> search(some)));
    // The request of a click has not been copied yet.
    Selection clicked = many.toggle("tag 7");
    assertThat(bytes(() -> search(clicked))).isLessThan(16 * bytes(() -> search(some)));
  }

  @Test
  void values_selected_and_excluded_are_all_listed_and_can_be_taken_back() throws IOException {
    Set<String> listed = new LinkedHashSet<>();
    Selection both = selection(tags(0, MOST / 2), tags(MOST / 2, MOST));
    FacetResult tags = INDEX.search(all.selection(both).facets(Facet.TAG)).facet(Facet.TAG);
    for (FacetValue value : tags.values()) {
      Selection toggled = value.toggled().selection(Facet.TAG);
      listed.add(value.key());
      assertThat(toggled.included().size() + toggled.excluded().size())
          .isEqualTo(value.state() == FacetValue.State.FREE ? MOST + 1 : MOST - 1);
      assertThat(toggled.included().contains(value.key()))
          .isEqualTo(value.state() == FacetValue.State.FREE);
      assertThat(toggled.excluded().contains(value.key())).isFalse();
    }
    assertThat(listed).containsAll(tags(0, MOST));
  }

  @Test
  void each_value_carries_the_request_with_itself_toggled() throws IOException {
    Set<String> included = tags(0, 40);
    Set<String> excluded = tags(40, 70);
    SearchRequest request =
        all.selection(selection(included, excluded)).facets(Facet.TAG).offset(3);
    for (FacetValue value : INDEX.search(request).facet(Facet.TAG).values()) {
      Set<String> kept = new LinkedHashSet<>(included);
      if (value.state() == FacetValue.State.FREE) {
        kept.add(value.key());
      }
      kept.remove(value.state() == FacetValue.State.SELECTED ? value.key() : "");
      Set<String> out = new LinkedHashSet<>(excluded);
      out.remove(value.key());
      SearchRequest expected = request.firstPage().selection(selection(kept, out));
      assertThat(value.toggled()).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(INDEX.search(value.toggled()).facet(Facet.TAG).values())
          .isEqualTo(INDEX.search(expected).facet(Facet.TAG).values());
    }
  }

  @Test
  void selecting_many_values_at_once_copies_none_of_them_twice() throws IOException {
    String[] some = tags(0, MOST / 8).toArray(String[]::new);
    String[] many = tags(0, MOST).toArray(String[]::new);
    assertThat(bytes(() -> all.select(Facet.TAG, many).exclude(Facet.TAG, many)))
        .isLessThan(16 * bytes(() -> all.select(Facet.TAG, some).exclude(Facet.TAG, some)));
    assertThat(List.copyOf(all.select(Facet.TAG, many).selection(Facet.TAG).included()))
        .isEqualTo(List.of(many));
  }
}
