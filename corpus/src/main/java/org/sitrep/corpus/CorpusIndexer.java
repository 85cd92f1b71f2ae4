package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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
 * article from the same source with the same fingerprint is unchanged and not written again. A file
 * that the index holds already, found by its folder before and by itself now, keeps the ids that it
 * has.
 */
public final class CorpusIndexer {
  private static final int COMMITTED_AFTER = 10_000;
  private static final long COMMITTED_IN = TimeUnit.MINUTES.toNanos(1);

  private final Corpus corpus;
  private final ArticleWriter writer;
  private final IndexingListener listener;
  private final SeenIds seen = new SeenIds();
  private final ReadSources sources;
  private final LongSupplier nanos;
  private boolean prunes;
  private long bytesRead;
  private long committedAt;

  /** How many inputs have ended since the first whose end is not committed, with it. */
  private int uncommitted;

  private LedgerTotals totals = LedgerTotals.NONE;

  /**
   * Prepares a run.
   *
   * @param nanos the time as {@link System#nanoTime} gives it
   */
  CorpusIndexer(
      Corpus corpus, ArticleWriter writer, IndexingListener listener, LongSupplier nanos) {
    this.corpus = requireNonNull(corpus, "corpus");
    this.writer = requireNonNull(writer, "writer");
    this.listener = requireNonNull(listener, "listener");
    this.sources = new ReadSources(writer, corpus.options());
    this.nanos = nanos;
    committedAt = nanos.getAsLong();
  }

  /**
   * Reads a corpus and puts its articles. A file that was read to its end before and has not
   * changed since (size, time of its last change, way of reading) is not read again; its articles
   * are unchanged. Commits at the end, after {@value #COMMITTED_AFTER} inputs of which some were
   * written, and when a minute has passed since the last commit: a run that ends early keeps what
   * was committed, and running it again goes on from there.
   *
   * @param corpus what to read
   * @param writer where to put it; stays open
   * @param listener hears how each input ended
   * @return how many inputs ended in each way
   * @throws IOException if the disk fails, or the listener does
   */
  public static LedgerTotals index(Corpus corpus, ArticleWriter writer, IndexingListener listener)
      throws IOException {
    return new CorpusIndexer(corpus, writer, listener, System::nanoTime).index();
  }

  LedgerTotals index() throws IOException {
    readAll();
    sources.mark(false);
    commit();
    return totals;
  }

  /**
   * Reads a corpus as {@link #index} does and takes out the articles that the index holds from its
   * sources and that are no longer there. What a rejected input may have been is kept: no article
   * of a file with a rejection is taken out. An article whose file lay in these sources and is gone
   * is taken over by the file that holds its id now, as when a folder was given another name.
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
    requireNonNull(index, "index");
    return new CorpusIndexer(corpus, writer, listener, System::nanoTime).indexAndPrune(index);
  }

  private LedgerTotals indexAndPrune(ArticleIndex index) throws IOException {
    prunes = true;
    readAll();
    long pruned = prune(index);
    totals =
        new LedgerTotals(
            totals.added(), totals.updated(), totals.unchanged(), totals.rejected(), pruned);
    sources.mark(true);
    commit();
    return totals;
  }

  private void readAll() throws IOException {
    try (CorpusReadings readings = corpus.open(new Held())) {
      while (readings.hasNext()) {
        tell(end(readings.next().reading()), readings.bytes());
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void tell(LedgerEntry entry, long bytes) throws IOException {
    totals = totals.with(entry.outcome());
    bytesRead = bytes;
    listener.ended(entry, new Progress(totals.inputs(), bytes, corpus.bytes()));
    boolean written = entry.outcome() == Outcome.ADDED || entry.outcome() == Outcome.UPDATED;
    if (written || uncommitted > 0) {
      uncommitted++;
      if (isDue(1)) {
        commit();
      }
    }
  }

  /** Says whether a part of what may stay uncommitted is reached. */
  private boolean isDue(int part) {
    return uncommitted > 0
        && (uncommitted >= COMMITTED_AFTER / part
            || nanos.getAsLong() - committedAt >= COMMITTED_IN / part);
  }

  private void commit() throws IOException {
    writer.commit();
    uncommitted = 0;
    committedAt = nanos.getAsLong();
    listener.committed(totals);
  }

  /** What the index holds of files. */
  private final class Held implements CorpusReadings.Ahead {
    @Override
    public boolean passesOver(SourceFile file) throws IOException {
      return isUnchanged(file);
    }

    @Override
    public SourceFile asHeld(SourceFile file) throws IOException {
      return sources.asHeld(file);
    }
  }

  /** Passes over a file that was read before; each of its articles is an input all the same. */
  private boolean isUnchanged(SourceFile file) throws IOException {
    if (isDue(2)) { // rather between two files than within one
      sources.mark(false);
      commit();
    }
    Optional<List<String>> unchanged = sources.begin(file);
    for (String id : unchanged.orElse(List.of())) {
      seen.add(id, file.input());
      tell(
          new LedgerEntry(
              file.input(), Outcome.UNCHANGED, Optional.of(id), Optional.empty(), List.of()),
          bytesRead);
    }
    return unchanged.isPresent();
  }

  private LedgerEntry end(Reading reading) throws IOException {
    return switch (reading) {
      case Reading.Rejected rejected ->
          rejected(rejected.input(), rejected.id(), rejected.reason());
      case Reading.Read read -> put(read);
    };
  }

  private LedgerEntry rejected(String input, Optional<String> id, String reason) {
    corpus.fileOf(input).map(SourceFile::origin).ifPresent(sources::rejected);
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
          "id '%s' was already read from %s".formatted(id, before.get()) + advice(read, id));
    }
    Optional<Origin> held = writer.origin(id);
    boolean elsewhere = held.isPresent() && !held.get().source().equals(read.origin().source());
    if (elsewhere && !(prunes && isGone(held.get()))) {
      return rejected(
          read.input(),
          Optional.of(id),
          "id '%s' is held by the index from another source; delete it first to replace it: %s"
                  .formatted(id, held.get().source())
              + advice(read, id));
    }
    if (held.isPresent() && !elsewhere) {
      sources.readAgain(read.origin().source());
    }
    Outcome outcome = held.isEmpty() ? Outcome.ADDED : Outcome.UPDATED;
    if (held.isPresent() && held.get().equals(read.origin())) {
      outcome = Outcome.UNCHANGED;
    } else {
      writer.put(article, read.origin());
    }
    return new LedgerEntry(read.input(), outcome, Optional.of(id), Optional.empty(), read.notes());
  }

  /** Says whether the file of an origin lay in these sources and is there no more. */
  private boolean isGone(Origin origin) {
    return !origin.source().equals(SourceFile.STANDARD_INPUT)
        && corpus.covers(origin)
        && PathText.path(origin.source()).filter(Files::notExists).isPresent();
  }

  /** What to do where two single files have the same name, and so the same id. */
  private String advice(Reading.Read read, String id) {
    boolean named =
        corpus
            .fileOf(read.input())
            .map(SourceFile::name)
            .filter(name -> !name.contains("/") && !name.equals(SourceFile.STANDARD_INPUT))
            .filter(name -> id.equals(name) || id.startsWith(name + ":"))
            .isPresent();
    return named
        ? "; the id of a single file is its name: index the folder that holds both, or rename one"
        : "";
  }

  private long prune(ArticleIndex index) throws IOException {
    List<String> gone = new ArrayList<>();
    try (Stream<Article> articles = index.articles()) {
      for (Iterator<Article> each = articles.iterator(); each.hasNext(); ) {
        String id = each.next().id();
        if (!seen.contains(id) && isLost(id)) {
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

  private boolean isLost(String id) throws IOException {
    Optional<Origin> origin = writer.origin(id);
    return origin.isPresent()
        && corpus.covers(origin.get())
        && !sources.isIncomplete(origin.get().source());
  }
}
