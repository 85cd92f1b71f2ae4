package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

import com.google.common.io.Closer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.index.store.Uninterrupted;
import org.sitrep.core.index.story.StoryMaker;

/**
 * Changes an index. There is one writer at a time, in all processes; get it from {@link
 * ArticleIndex#newWriter}.
 *
 * <p>Changes are seen by nobody until {@link #commit}, which makes them durable and visible at
 * once. {@link #close} without commit discards them. Safe for use by several threads; an interrupt
 * of a thread breaks nothing off, and is still there when a call returns.
 *
 * <p>When a call throws {@link IndexException}, the index stays at its last commit, and every later
 * call throws it again: close the writer, mend what the exception names, start another writer and
 * put again what was not committed.
 *
 * <p>A writer has the index's lock until it or its index is closed, or the process ends; that it is
 * garbage does not free it. An application that a server can stop and start again in one process
 * closes it when it is stopped, in {@code contextDestroyed} or as a bean that is {@code
 * AutoCloseable}: else no later one can write until the server ends.
 */
public final class ArticleWriter implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 64;
  private static final Origin NO_ORIGIN = new Origin("", "");

  private final Home home;
  private final Snapshots snapshots;
  private final Analysis analysis;
  private final Lock lock;
  private final Runnable whenClosed;
  private final Directory files;
  private final IndexWriter writer;
  private final AtomicLong nextSequence;
  private final ReadWriteLock committing = new ReentrantReadWriteLock();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private long committedSequence;
  private volatile @Nullable IndexException failure;
  private boolean closed;

  ArticleWriter(Home home, Snapshots snapshots, Lock lock, Runnable whenClosed) throws IOException {
    this.home = home;
    this.snapshots = snapshots;
    this.lock = lock;
    this.whenClosed = whenClosed;
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCommitOnClose(false);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setMergeScheduler(new MergeScheduler(this::failed));
    // Before anything is opened, so that nothing stays open where the index cannot be read.
    this.committedSequence = nextSequence(home, snapshots);
    this.analysis = snapshots.read(Snapshot::analysis);
    this.nextSequence = new AtomicLong(committedSequence);
    this.files = home.openForWriting(lock);
    this.writer = Uninterrupted.get(() -> new IndexWriter(files, config));
  }

  private static long nextSequence(Home home, Snapshots snapshots) throws IOException {
    snapshots.refresh();
    return snapshots.read(
        snapshot -> {
          DirectoryReader reader = snapshot.directoryReader();
          if (reader == null) {
            return 1L;
          }
          CommitData commit = CommitData.read(reader.getIndexCommit().getUserData());
          if (commit.articles() != reader.numDocs()) { // the next commit would hide the loss
            throw home.failures().damaged(commit.miscounts(reader.numDocs()));
          }
          return commit.nextSequence();
        });
  }

  /**
   * Adds an article, or replaces the one with its id.
   *
   * @param article the article
   * @throws IndexException if the index cannot be written
   * @throws IOException if the index cannot be written
   */
  public void put(Article article) throws IOException {
    put(article, NO_ORIGIN);
  }

  /**
   * Adds an article read from a source, or replaces the one with its id.
   *
   * @param article the article
   * @param origin what it was read from, kept with it
   * @throws IndexException if the index cannot be written
   * @throws IOException if the index cannot be written
   */
  public void put(Article article, Origin origin) throws IOException {
    requireNonNull(article, "article");
    requireNonNull(origin, "origin");
    write(
        () -> {
          changed.add(article.id());
          try (ArticleTokens tokens = analysis.tokens(article)) {
            writer.updateDocument(
                new Term(Schema.ID, article.id()),
                Schema.document(article, origin, nextSequence.getAndIncrement(), tokens));
          }
        });
  }

  /**
   * Deletes an article; does nothing when there is none with this id.
   *
   * @param id the article's id
   * @throws IndexException if the index cannot be written
   * @throws IOException if the index cannot be written
   */
  public void delete(String id) throws IOException {
    String known = requireNonNull(id, "id").strip(); // as an article's id is
    write(
        () -> {
          // A longer one is no article's, and would end Lucene's writer.
          if (known.length() <= Article.MAX_ID_BYTES) {
            changed.add(known);
            writer.deleteDocuments(new Term(Schema.ID, known));
          }
        });
  }

  private void write(Uninterrupted.Step change) throws IOException {
    committing.readLock().lock();
    try {
      checkUsable();
      attempt(() -> Uninterrupted.repeat(change));
    } finally {
      committing.readLock().unlock();
    }
  }

  private void attempt(Uninterrupted.Step change) throws IOException {
    try {
      change.run();
    } catch (IOException
        | IllegalStateException // Lucene's writer, once it has failed
        | InternalError e) {
      throw failed(e);
    }
  }

  private void checkUsable() throws IOException {
    if (closed) {
      throw new IllegalStateException("writer is closed");
    }
    IndexException failed = failure;
    if (failed != null) {
      throw new IndexException(failed.reason(), String.valueOf(failed.getMessage()), failed);
    }
  }

  /** What failed once may have left a part of the changes behind: nothing more is written. */
  private IndexException failed(Throwable e) {
    IndexException named = home.failures().named(e);
    if (failure == null) {
      failure = named;
    }
    return named;
  }

  /**
   * Returns what the last committed article with an id was read from.
   *
   * @param id an article's id
   * @return its origin, or empty when there is no such article or it was put without an origin
   * @throws IOException if the index cannot be read
   */
  public Optional<Origin> origin(String id) throws IOException {
    requireNonNull(id, "id");
    return snapshots.read(
        snapshot -> {
          int article = snapshot.find(id);
          return article < 0
              ? Optional.empty()
              : Optional.of(origin(snapshot.reader(), article))
                  .filter(origin -> !origin.equals(NO_ORIGIN));
        });
  }

  static Origin origin(IndexReader reader, int article) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(article, reader.leaves()));
    LeafReader segment = leaf.reader();
    int doc = article - leaf.docBase;
    return new Origin(
        HitReader.sorted(segment, Schema.ORIGIN, doc),
        HitReader.binary(segment, Schema.FINGERPRINT, doc).utf8ToString());
  }

  /**
   * Returns what the index holds of a source, as of the last commit.
   *
   * @param source names the source, as in {@link Origin}
   * @return its state and articles, of which there are none where nothing was read from it
   * @throws IOException if the index cannot be read
   */
  public SourceState source(String source) throws IOException {
    requireNonNull(source, "source");
    return snapshots.read(snapshot -> snapshot.source(source));
  }

  /**
   * Notes that a source was read to its end and all of it is in the index, so that it need not be
   * read again while it is in the same state.
   *
   * @param source names the source, as in {@link Origin}
   * @param state what tells whether the source has changed since, such as size and time of a file
   * @throws IOException if the index cannot be written
   */
  public void markRead(String source, String state) throws IOException {
    Term articles = new Term(Schema.ORIGIN, requireNonNull(source, "source"));
    BytesRef bytes = new BytesRef(requireNonNull(state, "state"));
    write(() -> writer.updateBinaryDocValue(articles, Schema.SOURCE_STATE, bytes));
  }

  /**
   * Makes all changes since the last commit durable and visible to searches from here on, and works
   * out the stories that they make: the changed articles are compared with those like them. Where
   * nothing has changed, nothing is written.
   *
   * @throws IndexException if the disk does not take them; the index stays at its last commit
   * @throws IOException if the index cannot be written
   */
  public void commit() throws IOException {
    committing.writeLock().lock();
    try {
      checkUsable();
      if (!writer.hasUncommittedChanges()) {
        return;
      }
      attempt(() -> Uninterrupted.run(this::commitChanges));
      changed.clear();
      committedSequence = nextSequence.get();
    } finally {
      committing.writeLock().unlock();
    }
    snapshots.refreshAfterCommit();
  }

  private void commitChanges() throws IOException {
    long articles = workOutStories();
    writer.setLiveCommitData(
        CommitData.of(nextSequence.get(), articles, analysis.aliases()).userData());
    long before = SegmentInfos.getLastCommitGeneration(files);
    try {
      writer.commit();
    } catch (IOException | IllegalStateException e) {
      if (!isCommittedSince(before)) {
        throw e;
      }
      // What failed came after: files of earlier commits are left, which the next writer deletes.
      failed(e);
    }
    try {
      home.noteCommit();
    } catch (IOException e) {
      // The changes are durable. The note only helps to notice a loss; the next commit makes it.
    }
  }

  private boolean isCommittedSince(long generation) {
    try {
      boolean committed = SegmentInfos.getLastCommitGeneration(files) > generation;
      if (committed) {
        files.syncMetaData();
      }
      return committed;
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the stories that the changes make; gives the number of articles. */
  private long workOutStories() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer);
        Snapshot before = snapshots.acquire()) {
      Set<Long> broken = before.stories(changed);
      Map<Integer, Long> stories = new StoryMaker(reader).work(committedSequence, broken);
      for (Map.Entry<Integer, Long> story : stories.entrySet()) {
        String id = HitReader.id(reader, story.getKey());
        writer.updateNumericDocValue(new Term(Schema.ID, id), Schema.STORY, story.getValue());
      }
      return reader.numDocs();
    }
  }

  /**
   * Discards what was not committed and lets the next writer in. Closing again does nothing.
   *
   * @throws IOException if the lock cannot be released
   */
  @Override
  public void close() throws IOException {
    committing.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      try (Closer closer = Closer.create()) {
        closer.register(whenClosed::run);
        closer.register(lock);
        closer.register(this::removeUncommitted);
        closer.register(() -> Uninterrupted.run(writer::rollback));
      } catch (IOException | IllegalStateException e) {
        throw home.failures().named(e);
      }
    } finally {
      committing.writeLock().unlock();
    }
  }

  /**
   * Removes what was written and not committed, which Lucene leaves where writing failed: a disk
   * that was full would stay so.
   */
  private void removeUncommitted() {
    if (writer.getTragicException() == null) {
      return;
    }
    try {
      // A writer that begins removes what no commit names.
      Uninterrupted.run(() -> new IndexWriter(files, new IndexWriterConfig()).rollback());
    } catch (IOException | RuntimeException e) {
      // What failed was told where it failed; the next writer removes what is left.
    }
  }
}
