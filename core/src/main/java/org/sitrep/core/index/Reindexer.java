package org.sitrep.core.index;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.index.store.Failures;
import org.sitrep.core.index.store.IndexFolder;
import org.sitrep.core.index.store.IndexFolder.Generation;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.index.store.Uninterrupted;
import org.sitrep.core.index.story.StoryMaker;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Builds the next generation of an index from the records of the one in use, and puts it into use.
 * Reads of the old generation only what every version keeps alike: records, origins, the states of
 * sources and the order of changes. For one rebuilding and one thread.
 */
final class Reindexer {
  private static final double BUFFER_MEGABYTES = 64;

  private final IndexFolder folder;
  private final Optional<Aliases> wanted;
  private final Failures failures;
  private volatile @Nullable Throwable failedMerge;

  /**
   * Prepares a rebuilding.
   *
   * @param folder the index's folder
   * @param wanted the aliases to analyse by; empty for those that the index has
   */
  Reindexer(IndexFolder folder, Optional<Aliases> wanted) {
    this.folder = folder;
    this.wanted = wanted;
    this.failures = folder.failures();
  }

  /** Rebuilds; gives the number of articles. */
  long run() throws IOException {
    if (folder.generation().isEmpty()) {
      return 0; // and takes no lock, which would leave its file behind
    }
    Lock lock = folder.lock();
    try {
      Optional<Generation> used = folder.generation();
      return used.isEmpty() ? 0 : Uninterrupted.get(() -> rebuild(used.get(), lock));
    } catch (IOException | IllegalStateException | IllegalArgumentException | InternalError e) {
      throw failures.named(e);
    } finally {
      lock.close();
    }
  }

  private long rebuild(Generation used, Lock lock) throws IOException {
    try (Directory from = folder.open(used)) {
      if (!DirectoryReader.indexExists(from)) {
        if (used.committed()) {
          throw failures.lost(used);
        }
        return 0;
      }
      try (DirectoryReader reader = DirectoryReader.open(from)) {
        CommitData commit = CommitData.read(reader.getIndexCommit().getUserData());
        if (!commit.isRebuildable()) {
          throw failures.otherVersion(commit);
        }
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity(); // what is damaged must not be passed on as sound
        }
        Generation next = folder.next(used);
        boolean inUse = false;
        long articles;
        try {
          articles = copy(reader, commit, next, lock);
          lock.ensureValid();
          folder.use(next);
          inUse = true;
        } finally {
          if (!inUse) {
            removeUnfinished(used);
          }
        }
        folder.removeAllBut(Optional.of(next));
        return articles;
      }
    }
  }

  /** Removes what was written in vain: a disk that was full would stay so. */
  private void removeUnfinished(Generation used) {
    try {
      // Where the new one seems to be in use, the disk may yet know only the old one: both stay.
      if (folder.generation().equals(Optional.of(used))) {
        folder.removeAllBut(Optional.of(used));
      }
    } catch (IOException e) {
      // What failed is told already; the next writer removes what is left.
    }
  }

  private long copy(DirectoryReader reader, CommitData commit, Generation next, Lock lock)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCommitOnClose(false);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setMergeScheduler(new MergeScheduler(e -> failedMerge = e));
    try (Directory to = folder.openForWriting(next, lock);
        IndexWriter writer = new IndexWriter(to, config)) {
      Aliases aliases = wanted.orElseGet(commit::aliases);
      add(reader, writer, aliases);
      workOutStories(writer);
      long articles = writer.getDocStats().numDocs;
      if (articles != commit.articles()) {
        throw failures.damaged(commit.miscounts(articles));
      }
      writer.setLiveCommitData(CommitData.of(commit.nextSequence(), articles, aliases).userData());
      writer.commit();
      checkMerges();
      return articles;
    }
  }

  private void checkMerges() throws IOException {
    Throwable failed = failedMerge;
    if (failed != null) {
      throw failures.named(failed);
    }
  }

  private void add(DirectoryReader reader, IndexWriter writer, Aliases aliases) throws IOException {
    try (Analysis analysis = new Analysis(aliases)) {
      Snapshot old = new Snapshot(reader, new FacetCache(), analysis);
      for (int doc : old.inSequence()) {
        Article article = HitReader.article(reader, doc);
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        int inLeaf = doc - leaf.docBase;
        try (ArticleTokens tokens = analysis.tokens(article)) {
          Document document =
              Schema.document(
                  article,
                  ArticleWriter.origin(reader, doc),
                  HitReader.sequence(leaf.reader(), inLeaf),
                  tokens);
          Schema.setSourceState(
              document, HitReader.binary(leaf.reader(), Schema.SOURCE_STATE, inLeaf));
          writer.addDocument(document);
        }
      }
    }
  }

  private static void workOutStories(IndexWriter writer) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (Map.Entry<Integer, Long> story : new StoryMaker(reader).work(0, Set.of()).entrySet()) {
        String id = HitReader.id(reader, story.getKey());
        writer.updateNumericDocValue(new Term(Schema.ID, id), Schema.STORY, story.getValue());
      }
    }
  }
}
