package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/** Which notations of the same thing meet: the rows of analysis/meet.txt, in one index. */
class AnalysisTest {
  private static final Pattern ROW = Pattern.compile("(.+?) ([=!]) (?:\\[(\\w\\w)\\] )?(.+)");

  private static final Path MARKS = Path.of("src", "test", "resources", "analysis", "marks.txt");

  private static final Path PAGE =
      Path.of(System.getProperty("sitrep.root", ".."), "docs", "query-syntax.md");
  private static final Pattern PAGE_ROW =
      Pattern.compile("\\| `(.+?)` \\| `.+?` \\| also (.+) \\|");
  private static final Pattern QUOTED = Pattern.compile("`(.+?)`");

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

  /** The rows of docs/query-syntax.md that say what a query finds also. */
  private static List<Row> pageRows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = PAGE_ROW.matcher(line);
      if (row.matches()) {
        Matcher text = QUOTED.matcher(row.group(2));
        while (text.find()) {
          rows.add(new Row(row.group(1), true, "en", text.group(1)));
        }
      }
    }
    return rows;
  }

  private static ArticleIndex index(List<Row> rows) throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      Set<String> put = new HashSet<>();
      for (Row row : rows) {
        if (put.add(row.id())) {
          ArticleBuilder article = Article.builder(row.id()).title("-").body(row.text());
          writer.put(article.language(row.language()).build());
        }
      }
      writer.commit();
    }
    return index;
  }

  private static Optional<Hit> hit(ArticleIndex index, Row row) throws IOException {
    SearchRequest request = SearchRequest.of(Query.parse(row.query())).limit(1000);
    SearchResults results = index.search(request);
    assertThat(results.hits()).hasSize((int) results.total());
    return results.hits().stream().filter(h -> h.id().equals(row.id())).findFirst();
  }

  @TestFactory
  Stream<DynamicTest> notations_meet_as_the_table_says() throws IOException {
    return tests(rows());
  }

  @TestFactory
  Stream<DynamicTest> notations_meet_as_the_page_of_the_query_language_says() throws IOException {
    List<Row> rows = pageRows();
    assertThat(rows).hasSizeGreaterThan(30);
    return tests(rows);
  }

  private static Stream<DynamicTest> tests(List<Row> rows) throws IOException {
    ArticleIndex index = index(rows);
    return rows.stream()
        .map(
            row ->
                dynamicTest(
                    row.query() + (row.meets() ? " finds " : " passes over ") + row.text(),
                    () -> assertThat(hit(index, row).isPresent()).isEqualTo(row.meets())))
        .onClose(index::close);
  }

  @Test
  void snippets_mark_what_matched_as_it_is_written() throws IOException {
    List<Row> rows = rows();
    StringBuilder marks = new StringBuilder();
    try (ArticleIndex index = index(rows)) {
      for (Row row : rows) {
        Optional<Hit> hit = hit(index, row);
        if (hit.isPresent()) {
          marks.append(row.query()).append(" → ");
          marks.append(marked(hit.get().snippets().get(0))).append('\n');
        }
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(MARKS, marks);
    }
    assertThat(marks.toString()).isEqualTo(Files.readString(MARKS));
  }

  private static String marked(Snippet snippet) {
    StringBuilder marked = new StringBuilder();
    int last = 0;
    for (Span match : snippet.matches()) {
      marked.append(snippet.text(), last, match.start()).append('[');
      marked.append(snippet.text(), match.start(), match.end()).append(']');
      last = match.end();
    }
    return marked.append(snippet.text().substring(last)).toString();
  }
}
