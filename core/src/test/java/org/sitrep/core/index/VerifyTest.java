package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.vocabulary.Aliases;

/** A check has to notice what it is there to notice. */
class VerifyTest {
  @TempDir Path folder;

  private void putTen() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < 10; i++) {
        writer.put(
            Article.builder("a" + i).title("Frigate " + i).countries("UA").tags("navy").build());
      }
      writer.commit();
    }
  }

  private Verification verify() throws IOException {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      return index.verify(50, 7);
    }
  }

  @Test
  void passes_a_sound_index_and_says_what_was_compared() throws IOException {
    putTen();
    Verification found = verify();
    assertThat(found.passed()).isTrue();
    assertThat(found.articles()).isEqualTo(10);
    assertThat(found.searches()).isEqualTo(50);
    assertThat(found.seed()).isEqualTo(7);
  }

  @Test
  void reports_counts_that_the_stored_articles_do_not_support() throws IOException {
    putTen();
    Article article = Article.builder("b").title("Frigate b").tags("navy").build();
    try (Analysis analysis = new Analysis(Aliases.standard());
        Directory directory = FSDirectory.open(folder.resolve("gen-1"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        ArticleTokens tokens = analysis.tokens(article)) {
      Document document = Schema.document(article, new Origin("", ""), 11, tokens);
      document.removeFields(Schema.keys(Facet.TAG));
      document.add(new KeywordField(Schema.keys(Facet.TAG), new BytesRef("army"), Field.Store.NO));
      writer.addDocument(document);
      writer.setLiveCommitData(CommitData.of(12, 11, Aliases.standard()).userData());
      writer.commit();
    }
    Verification found = verify();
    assertThat(found.damage()).isEmpty();
    assertThat(found.differences()).anyMatch(line -> line.startsWith("tag:army is"));
  }

  @Test
  void reports_flipped_bytes_as_damage() throws IOException {
    putTen();
    Path largest;
    try (Stream<Path> files = Files.list(folder.resolve("gen-1"))) {
      largest = files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(largest, bytes);
    List<String> damage;
    try {
      damage = verify().damage();
    } catch (IndexException e) {
      damage = List.of(e.getMessage());
      assertThat(e.reason()).isEqualTo(IndexException.Reason.DAMAGED);
    }
    assertThat(damage).isNotEmpty();
  }

  @Test
  void reports_articles_that_are_gone() throws IOException {
    putTen();
    try (Directory directory = FSDirectory.open(folder.resolve("gen-1"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.deleteDocuments(new org.apache.lucene.index.Term(Schema.ID, "a3"));
      writer.setLiveCommitData(CommitData.of(12, 10, Aliases.standard()).userData());
      writer.commit();
    }
    assertThat(verify().damage()).containsExactly("the commit names 10 articles, found: 9");
  }
}
