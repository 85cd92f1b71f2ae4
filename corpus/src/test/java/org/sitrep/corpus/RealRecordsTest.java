package org.sitrep.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole collections of real records. */
class RealRecordsTest {

  private static final int MOST = SharedData.LONG ? Integer.MAX_VALUE : 6_000;
  private static final int MOST_OF_EACH = SharedData.LONG ? Integer.MAX_VALUE : 500;

  /** How many of the first records are articles, and how many are rejected. */
  private static long[] count(String file, int most, ReadOptions options) throws IOException {
    long[] counts = new long[2];
    try (Stream<Reading> readings =
        Corpus.open(List.of(SharedData.find("data/" + file).toString()), options).readings()) {
      readings.limit(most).forEach(r -> counts[r instanceof Reading.Read ? 0 : 1]++);
    }
    return counts;
  }

  @Test
  void all_of_reuters_but_one_are_articles() throws IOException {
    ReadOptions options =
        ReadOptions.standard().withField("topics", "tags").withField("date", "published");
    long[] counts = count("reuters/reuters.jsonl.gz", MOST, options);

    assertThat(counts[0] + counts[1]).isEqualTo(Math.min(MOST, 21_578));
    assertThat(counts[1]).isEqualTo(SharedData.LONG ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "defence/idrw.jsonl.gz,1514",
    "defence/presidents.jsonl.gz,1796",
    "defence/isaf.jsonl.gz,724",
    "defence/re3d.jsonl.gz,98",
    "muc3/muc3.jsonl.gz,1700"
  })
  void all_records_of_defence_are_articles(String file, int articles) throws IOException {
    ReadOptions options = ReadOptions.standard().withField("date", "published");

    assertThat(count(file, MOST_OF_EACH, options))
        .containsExactly(Math.min(MOST_OF_EACH, articles), 0);
  }
}
