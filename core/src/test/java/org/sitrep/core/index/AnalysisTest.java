package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;

/** Which notations of the same thing meet: the rows of analysis/meet.txt, in one index. */
class AnalysisTest {
  private static final Pattern ROW = Pattern.compile("(.+?) ([=!]) (?:\\[(\\w\\w)\\] )?(.+)");

  private record Row(String query, boolean meets, String language, String text) {
    String id() {
      return language + ":" + text;
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream file = AnalysisTest.class.getResourceAsStream("/analysis/meet.txt")) {
      assertThat(file).isNotNull();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                Matcher row = ROW.matcher(line);
                assertThat(row.matches()).as(line).isTrue();
                String language = row.group(3) == null ? "en" : row.group(3);
                rows.add(new Row(row.group(1), row.group(2).equals("="), language, row.group(4)));
              });
    }
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> notations_meet_as_the_table_says() throws IOException {
    List<Row> rows = rows();
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      Set<String> put = new HashSet<>();
      for (Row row : rows) {
        if (put.add(row.id())) {
          writer.put(
              Article.builder(row.id())
                  .title("-")
                  .body(row.text())
                  .language(row.language())
                  .build());
        }
      }
      writer.commit();
    }
    return rows.stream()
        .map(
            row ->
                dynamicTest(
                    row.query() + (row.meets() ? " finds " : " passes over ") + row.text(),
                    () -> {
                      List<String> found =
                          index
                              .search(SearchRequest.of(Query.parse(row.query())).limit(1000))
                              .hits()
                              .stream()
                              .map(Hit::id)
                              .toList();
                      assertThat(found.contains(row.id())).isEqualTo(row.meets());
                    }))
        .onClose(index::close);
  }
}
