package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.store.SteadyDirectory;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/** A writer commits, and deletes files of the commit before, at the worst moments of a reader. */
class VanishingFilesTest {
  private static final SearchRequest ALL = SearchRequest.of(new Query.All());
  private static final int ARTICLES = 20;

  @TempDir Path folder;

  private int commits;

  /** Each takes the place of one that is there, so that every commit deletes some file. */
  private void commit(ArticleWriter writer) throws IOException {
    writer.put(Article.builder("a" + commits++ % ARTICLES).title("Frigate " + commits).build());
    writer.commit();
  }

  private void fill(ArticleWriter writer) throws IOException {
    for (int i = 0; i < ARTICLES; i++) {
      writer.put(Article.builder("a" + i).title("Frigate").build());
    }
    writer.commit();
    commit(writer);
  }

  /** Commits when the length of a file is asked for, the first times. */
  private final class Measured extends FilterDirectory {
    private final ArticleWriter writer;
    private int left = 12;

    Measured(Path path, ArticleWriter writer) throws IOException {
      super(SteadyDirectory.open(path));
      this.writer = writer;
    }

    @Override
    public long fileLength(String name) throws IOException {
      if (left > 0) {
        left--;
        commit(writer);
      }
      return super.fileLength(name);
    }
  }

  /** Gives out lists of files whose commit is gone by then, a number of times. */
  private final class Outdated extends FilterDirectory {
    private final ArticleWriter writer;
    private int left;
    private String[] listed = {};
    private int listings = 2;

    Outdated(Path path, ArticleWriter writer, int times) throws IOException {
      super(SteadyDirectory.open(path));
      this.writer = writer;
      this.left = times;
    }

    @Override
    public String[] listAll() throws IOException {
      if (listings++ >= 2) { // Lucene itself looks twice after it has failed
        listed = super.listAll();
        if (left > 0) {
          left--;
          listings = Integer.MIN_VALUE;
          commit(writer);
        }
      }
      return listed.clone();
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      try {
        return super.openInput(name, context);
      } catch (NoSuchFileException e) {
        listings = 0;
        throw e;
      }
    }
  }

  private void assertReads(ArticleWriter writer, Directory files) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder, path -> files)) {
      assertThat(index.search(ALL).total()).isEqualTo(ARTICLES);
      commit(writer);
      assertThat(index.stats().articles()).isEqualTo(ARTICLES);
    }
  }

  @Test
  void a_reader_is_not_cut_off_by_commits_after_it_has_opened_its_files() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      assertReads(writer, new Measured(folder.resolve("gen-1"), writer));
    }
  }

  @Test
  void a_reader_is_not_cut_off_by_commits_before_it_has_opened_its_files() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
      assertReads(writer, new Outdated(folder.resolve("gen-1"), writer, 25));
    }
  }

  @Test
  void a_file_that_the_newest_commit_lacks_is_damage() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer);
    }
    try (DirectoryStream<Path> deletions =
        Files.newDirectoryStream(folder.resolve("gen-1"), "*.liv")) {
      for (Path file : deletions) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DAMAGED));
  }
}
