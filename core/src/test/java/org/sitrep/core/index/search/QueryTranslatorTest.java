package org.sitrep.core.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.vocabulary.Aliases;

/** When a translation ends before its time. */
class QueryTranslatorTest {
  @Test
  void looks_before_each_clause_whether_to_go_on() {
    Query query = Query.parse("a~ ".repeat(Query.MAX_PATTERNS)).query();
    AtomicInteger looks = new AtomicInteger();
    try (Analysis analysis = new Analysis(Aliases.standard())) {
      TextClauses text =
          new TextClauses(
              analysis,
              List.of("en"),
              Ranking.usual(),
              () -> {
                if (looks.incrementAndGet() == 5) {
                  throw new IllegalStateException("late");
                }
              });
      QueryTranslator translator = new QueryTranslator(text, Match.ALL);

      assertThatThrownBy(() -> translator.translate(query)).hasMessage("late");
    }
    assertThat(looks).hasValue(5);
  }
}
