package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.index.Origin;

/**
 * Puts the articles of a corpus into an index. Every input ends as exactly one {@link Outcome}.
 *
 * <p>An id names one article: a second input with an id that was read before in this run is
 * rejected, and so is one whose id the index holds from another source, which is never replaced. An
 * article from the same source with the same fingerprint is unchanged and not written again.
 */
public final class CorpusIndexer {
  private final Corpus corpus;
  private final ArticleWriter writer;
  private final IndexingListener listener;
  private final SeenIds seen = new SeenIds();
  private final Set<String> sourcesWithRejections = new HashSet<>();
  private LedgerTotals totals = LedgerTotals.NONE;

  private CorpusIndexer(Corpus corpus, ArticleWriter writer, IndexingListener listener) {
    this.corpus = requireNonNull(corpus, "corpus");
    this.writer = requireNonNull(writer, "writer");
    this.listener = requireNonNull(listener, "listener");
  }

  /**
   * Reads a corpus and puts its articles. Commits once, at the end: a run that fails leaves the
   * index as it was, and running it again completes it.
   *
   * @param corpus what to read
   * @param writer where to put it; stays open
   * @param listener hears how each input ended
   * @return how many inputs ended in each way
   * @throws IOException if the disk fails, or the listener does
   */
  public static LedgerTotals index(Corpus corpus, ArticleWriter writer, IndexingListener listener)
      throws IOException {
    CorpusIndexer indexer = new CorpusIndexer(corpus, writer, listener);
    indexer.readAll();
    writer.commit();
    return indexer.totals;
  }

  /**
   * Reads a corpus as {@link #index} does and takes out the articles that the index holds from its
   * sources and that are no longer there. What a rejected input may have been is kept: no article
   * of a file with a rejection is taken out.
   *
   * @param corpus what to read
   * @param index the index of the writer
   * @param writer where to put it; stays open
   * @param listener hears how each input ended
   * @return how many inputs ended in each way, and how many articles were taken out
   * @throws IOException if the disk fails, or the listener does
   */
  public static LedgerTotals indexAndPrune(
      Corpus corpus, ArticleIndex index, ArticleWriter writer, IndexingListener listener)
      throws IOException {
    CorpusIndexer indexer = new CorpusIndexer(corpus, writer, listener);
    indexer.readAll();
    long pruned = indexer.prune(requireNonNull(index, "index"));
    writer.commit();
    LedgerTotals t = indexer.totals;
    return new LedgerTotals(t.added(), t.updated(), t.unchanged(), t.rejected(), pruned);
  }

  private void readAll() throws IOException {
    long total = corpus.bytes();
    try (CorpusReadings readings = corpus.open()) {
      while (readings.hasNext()) {
        LedgerEntry entry = end(readings.next().reading());
        totals = totals.with(entry.outcome());
        listener.ended(entry, new Progress(totals.inputs(), readings.bytes(), total));
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private LedgerEntry end(Reading reading) throws IOException {
    return switch (reading) {
      case Reading.Rejected rejected ->
          rejected(rejected.input(), rejected.id(), rejected.reason());
      case Reading.Read read -> put(read);
    };
  }

  private LedgerEntry rejected(String input, Optional<String> id, String reason) {
    corpus.originOf(input).ifPresent(sourcesWithRejections::add);
    return new LedgerEntry(input, Outcome.REJECTED, id, Optional.of(reason), List.of());
  }

  private LedgerEntry put(Reading.Read read) throws IOException {
    Article article = read.article();
    String id = article.id();
    Optional<String> before = seen.add(id, read.input());
    if (before.isPresent()) {
      return rejected(
          read.input(),
          Optional.of(id),
          "id '%s' was already read from %s".formatted(id, before.get()));
    }
    Optional<Origin> held = writer.origin(id);
    if (held.isPresent() && !held.get().source().equals(read.origin().source())) {
      return rejected(
          read.input(),
          Optional.of(id),
          "id '%s' is held by the index from another source; delete it first to replace it: %s"
              .formatted(id, held.get().source()));
    }
    Outcome outcome = held.isEmpty() ? Outcome.ADDED : Outcome.UPDATED;
    if (held.isPresent() && held.get().fingerprint().equals(read.origin().fingerprint())) {
      outcome = Outcome.UNCHANGED;
    } else {
      writer.put(article, read.origin());
    }
    return new LedgerEntry(read.input(), outcome, Optional.of(id), Optional.empty(), read.notes());
  }

  private long prune(ArticleIndex index) throws IOException {
    List<String> gone = new ArrayList<>();
    try (Stream<Article> articles = index.articles()) {
      for (Iterator<Article> each = articles.iterator(); each.hasNext(); ) {
        String id = each.next().id();
        if (!seen.contains(id) && isGone(id)) {
          gone.add(id);
        }
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    for (String id : gone) {
      writer.delete(id);
    }
    return gone.size();
  }

  private boolean isGone(String id) throws IOException {
    Optional<Origin> origin = writer.origin(id);
    return origin.isPresent()
        && corpus.covers(origin.get())
        && !sourcesWithRejections.contains(origin.get().source());
  }
}
