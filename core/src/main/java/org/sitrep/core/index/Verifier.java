package org.sitrep.core.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;

/**
 * Checks a snapshot: its files, its articles, and its counts against {@link BruteForce}. For one
 * check and one thread.
 */
final class Verifier {
  private static final int SAMPLE = 2_000;
  private static final int MAX_LINES = 100;
  private static final int SELECTED_AGAIN = 3;

  private final Snapshot snapshot;
  private final Analysis analysis;
  private final List<String> damage = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final Map<Integer, BruteForce.Counted> articles = new HashMap<>();
  private final List<Article> sample = new ArrayList<>();
  private long counts;

  Verifier(Snapshot snapshot, Analysis analysis) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  Verification verify(int searches, long seed) throws IOException {
    checkFiles();
    readArticles();
    int searched = 0;
    if (damage.isEmpty() && !sample.isEmpty()) {
      RandomRequests requests = new RandomRequests(sample, seed);
      for (; searched < searches && differences.size() < MAX_LINES; searched++) {
        check(requests.next());
      }
    }
    return new Verification(articles.size(), searched, counts, seed, damage, differences);
  }

  private void checkFiles() throws IOException {
    DirectoryReader reader = snapshot.directoryReader();
    if (reader == null) {
      return;
    }
    Directory directory = reader.directory();
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    // Without the writer's lock: a check changes nothing, and must not keep a writer out.
    try (CheckIndex check =
        new CheckIndex(
            directory, NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME))) {
      check.setInfoStream(new PrintStream(report, true, StandardCharsets.UTF_8));
      if (!check.checkIndex().clean && reader.isCurrent()) {
        damage.add("index files: " + firstError(report.toString(StandardCharsets.UTF_8)));
      }
    }
  }

  private static String firstError(String report) {
    return report
        .lines()
        .map(String::strip)
        .filter(line -> line.contains("ERROR") || line.contains("Exception"))
        .findFirst()
        .orElse("Lucene's check fails");
  }

  private void readArticles() throws IOException {
    int read = 0;
    for (int doc : snapshot.inSequence()) {
      try {
        Article article = HitReader.article(snapshot.reader(), doc);
        articles.put(doc, BruteForce.Counted.of(article));
        if (snapshot.find(article.id()) != doc) {
          damage.add("article is not found by its id: " + article.id());
        }
        sample(article, read++);
      } catch (IOException e) {
        damage.add("article %d: %s".formatted(doc, e.getMessage()));
      }
    }
    DirectoryReader reader = snapshot.directoryReader();
    if (reader != null) {
      long committed = CommitData.read(reader.getIndexCommit().getUserData()).articles();
      if (committed != articles.size()) {
        damage.add("the commit names %d articles, found: %d".formatted(committed, articles.size()));
      }
    }
  }

  /** Keeps articles from all over the index, without their number growing with it. */
  private void sample(Article article, int read) {
    int every = Math.max(1, snapshot.reader().numDocs() / SAMPLE);
    if (read % every == 0) {
      sample.add(article);
    }
  }

  private void check(SearchRequest request) throws IOException {
    List<BruteForce.Counted> scope = scope(request);
    BruteForce bruteForce = new BruteForce(request, scope);
    SearchResults results = search(request);
    compare(request, "total", bruteForce.total(), results.total());
    for (int i = 0; i < results.facets().size(); i++) {
      check(request, request.facets().get(i), results.facets().get(i), bruteForce);
    }
  }

  private void check(
      SearchRequest request, FacetRequest asked, FacetResult result, BruteForce bruteForce)
      throws IOException {
    Facet facet = asked.facet();
    Map<String, Long> expected = new HashMap<>(bruteForce.counts(facet));
    expected.keySet().removeIf(key -> !isAtLevel(facet, asked.level(), key));
    long distinct = expected.keySet().stream().filter(key -> !key.equals(Facet.NONE)).count();
    compare(request, facet.id() + " values", distinct, result.distinct());
    Set<String> listed = new HashSet<>();
    int selectedAgain = 0;
    for (FacetValue value : result.values()) {
      listed.add(value.key());
      boolean otherLevel = !isAtLevel(facet, asked.level(), value.key());
      long count =
          otherLevel
              ? bruteForce.counts(facet).getOrDefault(value.key(), 0L)
              : expected.getOrDefault(value.key(), 0L);
      compare(request, facet.id() + ":" + value.key(), count, value.count());
      if (selectedAgain++ < SELECTED_AGAIN) {
        compare(
            request,
            "hits of " + facet.id() + ":" + value.key(),
            count,
            hits(request, facet, value));
      }
    }
    if (asked.limit() == FacetRequest.MAX_LIMIT) {
      expected.keySet().removeAll(listed);
      compare(request, facet.id() + " values left out", 0, expected.size());
    }
    if (result.others().isPresent()) {
      compare(
          request,
          facet.id() + " others",
          bruteForce.others(facet, asked.level(), listed),
          result.others().getAsLong());
    }
  }

  private static boolean isAtLevel(Facet facet, DateLevel level, String key) {
    return facet != Facet.DATE || key.isEmpty() || key.length() == level.keyLength();
  }

  /** How many hits there are when a value is selected as the rule of counts says. */
  private long hits(SearchRequest request, Facet facet, FacetValue value) throws IOException {
    Selection selection = request.selection(facet);
    boolean all = selection.mode() == Selection.Mode.ALL;
    Set<String> excluded = new HashSet<>(selection.excluded());
    excluded.remove(value.key());
    Selection base =
        new Selection(
            facet,
            all ? selection.included() : Set.of(),
            excluded,
            all ? selection.range() : Optional.empty(),
            selection.mode());
    Map<Facet, Selection> selections = new HashMap<>(request.selections());
    selections.put(facet, base);
    return search(
            request
                .facets(new FacetRequest[0])
                .limit(0)
                .selections(selections)
                .select(facet, value.key()))
        .total();
  }

  private void compare(SearchRequest request, String what, long expected, long found) {
    counts++;
    if (expected != found && differences.size() < MAX_LINES) {
      differences.add(
          "%s is %d, by brute force %d: %s %s"
              .formatted(what, found, expected, request.query(), request.selections().values()));
    }
  }

  private SearchResults search(SearchRequest request) throws IOException {
    return new Search(snapshot, analysis, request).run();
  }

  private List<BruteForce.Counted> scope(SearchRequest request) throws IOException {
    List<BruteForce.Counted> scope = new ArrayList<>();
    new ArticleSearcher(snapshot.reader(), request.ranking())
        .collect(
            new QueryTranslator(
                    new TextClauses(analysis, snapshot.languages(), request.ranking()),
                    request.match())
                .translate(request.query()),
            new SimpleCollector() {
              private int base;

              @Override
              protected void doSetNextReader(LeafReaderContext leaf) {
                base = leaf.docBase;
              }

              @Override
              public void collect(int doc) {
                BruteForce.Counted article = articles.get(base + doc);
                if (article != null) {
                  scope.add(article);
                }
              }

              @Override
              public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
              }
            });
    return scope;
  }
}
