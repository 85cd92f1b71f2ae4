package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.corpus.Progress;

class ProgressLineTest {
  private static final int WIDE = 80;

  private final ProgressLine line = new ProgressLine(0);

  private String at(double seconds, long inputs, long bytes, int columns) {
    long nanos = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    return line.at(new Progress(inputs, bytes, 1_000_000), nanos, columns);
  }

  @Test
  void tells_how_far_how_fast_and_how_long() {
    assertThat(at(4, 100, 250_000, WIDE))
        .isEqualTo("[######..................]  25%  100 inputs, 25 a second, 12 s left");
  }

  @Test
  void promises_nothing_at_the_start() {
    assertThat(at(1, 100, 250_000, WIDE)).doesNotContain("left");
  }

  @Test
  void files_that_are_passed_over_do_not_shorten_the_time_of_those_to_be_read() {
    at(1, 500, 500_000, WIDE);
    for (int second = 2; second <= 20; second++) {
      at(second, 500 + second, 500_000 + second * 1_000L, WIDE);
    }

    assertThat(at(21, 521, 521_000, WIDE)).endsWith("1.0 a second, 8 min left");
  }

  @Test
  void hours_are_told_in_hours() {
    assertThat(at(10, 5, 1_000, WIDE)).endsWith("0.5 a second, 2 h 47 min left");
  }

  @Test
  void without_sizes_there_is_neither_a_bar_nor_an_end() {
    assertThat(line.at(new Progress(50, 0, 0), TimeUnit.SECONDS.toNanos(5), WIDE))
        .isEqualTo("50 inputs, 10 a second");
  }

  @Test
  void what_has_no_room_is_left_out_and_the_bar_first() {
    assertThat(at(4, 100, 250_000, 50)).isEqualTo(" 25%  100 inputs, 25 a second, 12 s left");
    assertThat(at(4, 100, 250_000, 30)).isEqualTo(" 25%  100 inputs, 12 s left");
    assertThat(at(4, 100, 250_000, 20)).isEqualTo(" 25%  100 inputs");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 19, 39, 40, 79, 200})
  void a_line_is_never_wider_than_the_terminal(int columns) {
    assertThat(at(4, 1_234_567, 999_999, columns).length()).isLessThanOrEqualTo(columns);
  }
}
