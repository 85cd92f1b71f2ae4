package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** Files whose names are bytes that are no text: a file system takes any. */
class OddNamesTest {
  private final ArticleIndex index = ArticleIndex.inMemory();
  private final List<LedgerEntry> ledger = new ArrayList<>();

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temp.resolve("d"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  /** A path below the folder, of which each byte can be given as in an address. */
  private Path path(String bytes) {
    return Path.of(URI.create("file://" + folder.toUri().getRawPath() + bytes));
  }

  private Path write(String bytes, String title) throws IOException {
    Path path = path(bytes);
    try {
      Files.createDirectories(path.getParent());
      return Files.writeString(path, title + "\n\nOf this the body says: " + title + ".\n", UTF_8);
    } catch (IOException | InvalidPathException refused) {
      return abort("this file system takes no such name: " + bytes);
    }
  }

  private LedgerTotals index(boolean prune, String... sources) throws IOException {
    ledger.clear();
    Corpus corpus = Corpus.open(List.of(sources), ReadOptions.standard());
    try (ArticleWriter writer = index.newWriter()) {
      return prune
          ? CorpusIndexer.indexAndPrune(corpus, index, writer, (e, p) -> ledger.add(e))
          : CorpusIndexer.index(corpus, writer, (e, p) -> ledger.add(e));
    }
  }

  private List<String> ids() {
    return ledger.stream().map(e -> e.id().orElseThrow()).toList();
  }

  @Test
  void files_whose_names_decode_alike_are_each_read_under_a_name_of_its_own() throws IOException {
    write("a%E8.txt", "Corvette ordered");
    write("a%E9.txt", "Frigate ordered");
    write("a%EA%25.txt", "Tanker ordered");
    write("%FF/b.txt", "Tug ordered");
    write("%FE/b.txt", "Barge ordered");

    assertThat(index(false, folder.toString()).added()).isEqualTo(5);
    assertThat(ids())
        .containsExactly("d/%FE/b.txt", "d/%FF/b.txt", "d/a%E8.txt", "d/a%E9.txt", "d/a%EA%25.txt");
    assertThat(index.find("d/a%E9.txt").orElseThrow().body()).contains("Frigate ordered");
    assertThat(index(false, folder.toString())).isEqualTo(new LedgerTotals(0, 0, 5, 0, 0));
  }

  @Test
  void a_name_that_holds_what_stands_for_a_byte_is_another() throws IOException {
    write("a%E9.txt", "One byte");
    write("a%25E9.txt", "A percent sign and two letters");
    write("a%2525E9.txt", "The same with another percent sign");
    write("b%25C3%25A9%2520c.txt", "As an address writes it");
    write("100%25.txt", "All of it");

    assertThat(index(false, folder.toString()).added()).isEqualTo(5);
    assertThat(ids())
        .containsExactly(
            "d/100%.txt", "d/a%2525E9.txt", "d/a%25E9.txt", "d/a%E9.txt", "d/b%C3%A9%20c.txt");
    assertThat(index.find("d/a%E9.txt").orElseThrow().body()).contains("One byte");
    assertThat(index.find("d/a%25E9.txt").orElseThrow().body())
        .contains("A percent sign and two letters");
  }

  @Test
  void names_in_utf_8_are_the_same_whatever_the_locale_and_so_is_a_replacement_character()
      throws IOException {
    write("t%C3%A4st.txt", "Umlaut");
    write("t%EF%BF%BDst.txt", "Replacement");

    index(false, folder.toString());
    assertThat(ids()).containsExactly("d/täst.txt", "d/t\uFFFDst.txt");
  }

  @Test
  void pruning_takes_out_only_the_one_that_is_gone() throws IOException {
    Path gone = write("a%E8.txt", "Corvette ordered");
    write("a%E9.txt", "Frigate ordered");
    Path below = write("%FF/b.txt", "Tug ordered");
    write("a%25E8.txt", "Tanker ordered");
    index(false, folder.toString());
    Files.delete(gone);
    Files.delete(below);

    String pattern = folder + "/*.txt";
    assertThat(index(true, pattern)).isEqualTo(new LedgerTotals(0, 0, 2, 0, 1));
    assertThat(index.find("d/a%E8.txt")).isEmpty();
    assertThat(index.find("d/a%25E8.txt")).isPresent();
    assertThat(index(true, folder.toString())).isEqualTo(new LedgerTotals(0, 0, 2, 0, 1));
    assertThat(index.find("d/%FF/b.txt")).isEmpty();
  }

  @Test
  void a_path_as_text_reads_back_as_the_same_path() throws IOException {
    for (String bytes :
        List.of(
            "a",
            "a%E9",
            "a%25E9",
            "%C3%A9",
            "%EF%BF%BD",
            "%C3%25A9",
            "%25FF%FF",
            "x/%E9/y%20z",
            "%ED%A0%80")) {
      Path path = path(bytes);
      assertThat(PathText.path(PathText.of(path))).contains(path);
    }
    Path relative = folder.relativize(path("u/%E9/v"));
    assertThat(PathText.of(relative)).isEqualTo("u/%E9/v");
    assertThat(PathText.of(Path.of("/"))).isEqualTo("/");
    assertThat(PathText.of(Path.of(""))).isEmpty();
  }
}
