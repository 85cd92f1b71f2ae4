package org.sitrep.core.index.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sitrep.core.search.Span;

/** When cutting snippets ends. */
class SnippetsTimeTest {
  @Test
  void a_text_of_many_matches_is_left_as_soon_as_the_time_is_over() {
    String sentence = "Frigate " + "and so on ".repeat(30) + "end. ";
    List<Span> matches =
        IntStream.range(0, 100)
            .mapToObj(i -> new Span(i * sentence.length(), i * sentence.length() + 7))
            .toList();
    AtomicInteger looks = new AtomicInteger();
    Runnable check =
        () -> {
          if (looks.incrementAndGet() == 3) {
            throw new OutOfTimeException();
          }
        };
    assertThatThrownBy(() -> Snippets.cut(sentence.repeat(100), matches, 1, check))
        .isInstanceOf(OutOfTimeException.class);
  }
}
