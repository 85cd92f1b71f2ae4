package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.store.SteadyDirectory;

/** A process that runs out of memory while it writes: nothing committed is lost, and it is said. */
class MemoryFailureTest {
  @TempDir Path folder;
  private boolean lacking;

  private Directory open(Path path) throws IOException {
    return new FilterDirectory(SteadyDirectory.open(path)) {
      @Override
      public IndexOutput createOutput(String name, IOContext context) throws IOException {
        if (lacking) {
          throw new OutOfMemoryError("Java heap space");
        }
        return super.createOutput(name, context);
      }
    };
  }

  private static void put(ArticleWriter writer, String id) throws IOException {
    writer.put(Article.builder(id).title("Frigate").build());
    writer.commit();
  }

  @Test
  void a_writer_says_why_it_writes_no_more_and_the_next_one_goes_on() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder, this::open)) {
      try (ArticleWriter writer = index.newWriter()) {
        put(writer, "a");
        lacking = true;
        assertThatThrownBy(() -> put(writer, "b")).isInstanceOf(OutOfMemoryError.class);
        lacking = false;
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> put(writer, "c"))
              .isInstanceOfSatisfying(
                  IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MEMORY))
              .hasMessageContainingAll("index " + folder, "Java heap space", "see to the memory");
        }
      }
      assertThat(index.size()).isEqualTo(1);
      try (ArticleWriter writer = index.newWriter()) {
        put(writer, "d");
      }
      assertThat(index.size()).isEqualTo(2);
    }
    Resources.assertNoneHeld(folder);
  }
}
