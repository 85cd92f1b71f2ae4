package org.sitrep.core.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.index.store.Uninterrupted;
import org.sitrep.core.index.story.StoryReader;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Timeline;

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
  private final BruteForceLabels labels = new BruteForceLabels();
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
      // Lucene's check gets lost when its thread is interrupted.
      if (!Uninterrupted.get(() -> check.checkIndex().clean) && reader.isCurrent()) {
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
    StoryReader stories = new StoryReader(snapshot.reader());
    for (int doc : snapshot.inSequence()) {
      try {
        Article article = HitReader.article(snapshot.reader(), doc);
        articles.put(doc, BruteForce.Counted.of(article, doc, stories.number(doc)));
        if (snapshot.find(article.id()) != doc) {
          damage.add("article is not found by its id: " + article.id());
        }
        labels.add(article);
        sample(article, read++);
      } catch (IOException e) {
        damage.add("article %d: %s".formatted(doc, e.getMessage()));
      }
    }
    DirectoryReader reader = snapshot.directoryReader();
    if (reader != null) {
      CommitData commit = CommitData.read(reader.getIndexCommit().getUserData());
      if (commit.articles() != articles.size()) {
        damage.add(commit.miscounts(articles.size()));
      }
      long last = lastSequence();
      if (commit.nextSequence() <= last) {
        damage.add(
            "the commit's next sequence is %d, but an article has %d"
                .formatted(commit.nextSequence(), last));
      }
    }
  }

  private long lastSequence() throws IOException {
    long last = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        last = Math.max(last, HitReader.sequence(leaf.reader(), doc));
      }
    }
    return last;
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
    List<BruteForce.Counted> matching = bruteForce.matching();
    compare(request, "total", bruteForce.total(), results.total());
    compare(request, "articles", (long) matching.size(), results.articles());
    new BruteForceHits(request, matching)
        .difference(results)
        .ifPresent(difference -> differs(request, difference));
    for (int i = 0; i < results.facets().size(); i++) {
      check(request, request.facets().get(i), results.facets().get(i), bruteForce);
    }
    results.timeline().ifPresent(timeline -> check(request, timeline, bruteForce));
  }

  private void check(
      SearchRequest request, FacetRequest asked, FacetResult result, BruteForce bruteForce)
      throws IOException {
    Facet facet = asked.facet();
    Map<String, Long> counted = bruteForce.counts(facet);
    Map<String, Long> expected = new HashMap<>(counted);
    Predicate<String> passes =
        key -> isAtLevel(facet, asked.level(), key) && labels.begins(facet, key, asked.prefix());
    expected.keySet().removeIf(passes.negate());
    long distinct = expected.keySet().stream().filter(key -> !key.equals(Facet.NONE)).count();
    compare(request, facet.id() + " values", distinct, (long) result.distinct());
    compare(request, facet.id() + " page", page(asked, expected), pageOf(result, asked, expected));
    Set<String> listed = new HashSet<>();
    int selectedAgain = 0;
    for (FacetValue value : result.values()) {
      listed.add(value.key());
      long count = counted.getOrDefault(value.key(), 0L);
      String name = facet.id() + ":" + value.key();
      compare(request, name, count, value.count());
      compare(request, "label of " + name, labels.label(facet, value.key()), value.label());
      if (selectedAgain++ < SELECTED_AGAIN) {
        compare(request, "hits of " + name, count, hits(request, facet, value));
      }
    }
    Set<String> selected = new HashSet<>(request.selection(facet).included());
    selected.addAll(request.selection(facet).excluded());
    selected.removeAll(listed);
    compare(request, facet.id() + " selected values left out", Set.of(), selected);
    if (result.others().isPresent()) {
      compare(
          request,
          facet.id() + " others",
          bruteForce.others(facet, passes, listed),
          result.others().getAsLong());
    }
  }

  /** The keys that a page lists, in order. */
  private List<String> page(FacetRequest asked, Map<String, Long> expected) {
    return expected.entrySet().stream()
        .sorted(labels.order(asked.facet(), asked.order()))
        .skip(asked.offset())
        .limit(asked.limit())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The keys that are listed as the page, before those that are listed because selected. */
  private static List<String> pageOf(
      FacetResult result, FacetRequest asked, Map<String, Long> expected) {
    long size = Math.clamp((long) expected.size() - asked.offset(), 0, asked.limit());
    return result.values().stream().limit(size).map(FacetValue::key).toList();
  }

  private void check(SearchRequest request, Timeline timeline, BruteForce bruteForce) {
    Map<String, Long> expected = new TreeMap<>(bruteForce.counts(Facet.DATE));
    long unknown = expected.getOrDefault(Facet.NONE, 0L);
    expected.keySet().removeIf(key -> key.length() != timeline.level().keyLength());
    Set<String> before = new HashSet<>();
    Set<String> after = new HashSet<>();
    Set<String> shown = new HashSet<>();
    for (Timeline.Bucket bucket : timeline.buckets()) {
      shown.add(bucket.key());
      compare(
          request,
          "timeline " + bucket.key(),
          expected.getOrDefault(bucket.key(), 0L),
          bucket.count());
    }
    for (String key : expected.keySet()) {
      if (!shown.contains(key) && !timeline.buckets().isEmpty()) {
        boolean earlier = key.compareTo(timeline.buckets().getFirst().key()) < 0;
        (earlier ? before : after).add(key);
      }
    }
    compare(request, "timeline before", outside(bruteForce, before), timeline.before());
    compare(request, "timeline after", outside(bruteForce, after), timeline.after());
    compare(request, "timeline unknown", unknown, timeline.unknown());
    compare(request, "timeline coarser", bruteForce.coarser(timeline.level()), timeline.coarser());
    compare(request, "timeline gaps", 0L, gaps(timeline));
  }

  /** How many lie in some days, months or years: a story with copies in two of them counts once. */
  private static long outside(BruteForce bruteForce, Set<String> keys) {
    return bruteForce.others(Facet.DATE, keys::contains, Set.of());
  }

  /** How many days, months or years are missing between the buckets. */
  private static long gaps(Timeline timeline) {
    if (timeline.buckets().isEmpty()) {
      return 0;
    }
    ChronoUnit unit =
        switch (timeline.level()) {
          case YEAR -> ChronoUnit.YEARS;
          case MONTH -> ChronoUnit.MONTHS;
          case DAY -> ChronoUnit.DAYS;
        };
    LocalDate first = firstDay(timeline.buckets().getFirst());
    LocalDate last = firstDay(timeline.buckets().getLast());
    return unit.between(first, last) + 1 - timeline.buckets().size();
  }

  private static LocalDate firstDay(Timeline.Bucket bucket) {
    return PartialDate.parse(bucket.key()).orElseThrow().firstDay();
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
    SearchResults selected =
        search(
            request
                .facets(new FacetRequest[0])
                .limit(0)
                .selections(selections)
                .selection(base.include(value.key())));
    boolean articlesCounted =
        request.collapse().filter(c -> c.counted() == Collapse.Counted.ARTICLES).isPresent();
    return articlesCounted ? selected.articles() : selected.total();
  }

  private void compare(SearchRequest request, String what, Object expected, Object found) {
    counts++;
    if (!expected.equals(found)) {
      differs(request, "%s is %s, by brute force %s".formatted(what, found, expected));
    }
  }

  private void differs(SearchRequest request, String difference) {
    if (differences.size() < MAX_LINES) {
      differences.add(
          "%s: %s %s %s"
              .formatted(
                  difference,
                  request.query(),
                  request.selections().values(),
                  request.collapse().map(Collapse::toString).orElse("")));
    }
  }

  private SearchResults search(SearchRequest request) throws IOException {
    return new Search(snapshot, analysis, request).run();
  }

  private List<BruteForce.Counted> scope(SearchRequest request) throws IOException {
    List<BruteForce.Counted> scope = new ArrayList<>();
    new ArticleSearcher(snapshot.reader(), request.ranking())
        .collect(
            Search.query(
                snapshot,
                analysis,
                new TextClauses(analysis, snapshot.languages(), request.ranking()),
                request),
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
