package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {
  @Test
  void holds_at_least_sixty_topics_of_different_ids_and_labels() {
    Set<String> ids = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (Topic topic : TopicFinder.standard().topics()) {
      assertThat(ids.add(topic.id())).as(topic.id()).isTrue();
      assertThat(labels.add(Folding.fold(topic.label()))).as(topic.label()).isTrue();
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void finds_every_topic_by_a_phrase_of_its_own() throws Exception {
    TopicFile file;
    try (var in = TopicFile.class.getResourceAsStream("topics.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      file = TopicFile.read("topics.tsv", new StringReader(text));
    }
    Set<Topic> found = new HashSet<>();
    file.phrases()
        .forEach(phrase -> found.addAll(TopicFinder.standard().find(phrase.text(), "").topics()));
    assertThat(found).containsAll(file.topics());
  }

  @Test
  void reads_a_file_of_the_users_own(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.tsv");
    String lines =
        """
        # mine
        -\tspelling\tgrey = gray

        horses\tlabel\tHorses
        horses\tphrase\tgrey horse(s); pon(y/ies); =MULE
        -\tnone\tclothes horse
        """;
    Files.writeString(file, "\ufeff" + lines.replace("\n", "\r\n"));
    TopicFinder finder = TopicFinder.of(file);
    assertThat(finder.topics()).containsExactly(new Topic("horses", "Horses"));
    assertThat(finder.find("Two gray horses", "").topics()).hasSize(1);
    assertThat(finder.find("Three ponies", "").topics()).hasSize(1);
    assertThat(finder.find("The MULE", "").topics()).hasSize(1);
    assertThat(finder.find("The mule and a clothes horse", "").topics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a,label,A;a,phrase           | 2: the line has not three columns parted by tabs: 'a,phrase'
          a,label,A;a,word,b           | 2: kind is none of label, phrase, hint, none, spelling, ending: 'word'
          a,phrase,b                   | 1: topic has no label before this line: 'a'
          a,label,A;a,label,B          | 2: topic has a label already: 'a'
          a,label,A;b,label,a          | 2: label is another topic's already: 'a'
          A b,label,A                  | 1: id is not made of small letters, digits and single hyphens: 'A b'
          a-,label,A                   | 1: id is not made of small letters, digits and single hyphens: 'a-'
          a,label,A;a,phrase,b+ B      | 2: phrase is there twice for a: 'B'
          a,label,A;a,phrase,b;a,hint,b | 3: phrase is there twice for a: 'b'
          a,label,A;a,phrase,b(s       | 2: bracket is not closed: 'b(s'
          a,label,A;a,phrase,b(s) c(x/y/z) | 2: brackets differ in the number of their endings: 'b(s) c(x/y/z)'
          a,label,A;a,phrase,b+        | 2: phrase holds no word: ''
          a,label,A;a,phrase,...       | 2: phrase holds no word: '...'
          a,label,A;a,none,b           | 2: a line of this kind has no topic but -: 'a'
          -,spelling,b                 | 1: spelling is not such as defence = defense: 'b'
          # nothing                    | " the file holds no topic"
          """)
  void names_file_line_and_value_of_what_is_wrong(String lines, String message) {
    String text = lines.replace(';', '\n').replace(',', '\t').replace('+', ';');
    assertThatThrownBy(() -> TopicFinder.of(new StringReader(text), "t.tsv"))
        .isInstanceOf(TopicFormatException.class)
        .hasMessage("t.tsv:" + message.replace("'a,phrase'", "'a\tphrase'"));
  }

  @Test
  void tells_file_and_line() {
    assertThatThrownBy(() -> TopicFinder.of(new StringReader("a\tb\tc"), "t.tsv"))
        .isInstanceOfSatisfying(
            TopicFormatException.class,
            wrong -> {
              assertThat(wrong.file()).isEqualTo("t.tsv");
              assertThat(wrong.line()).isEqualTo(1);
            });
  }

  @Test
  void refuses_what_is_too_long_or_not_utf_8_or_not_there(@TempDir Path folder) throws IOException {
    String line = "a\tlabel\tA\na\tphrase\t" + "b ".repeat(20_000);
    assertThatThrownBy(() -> TopicFinder.of(new StringReader(line), "t.tsv"))
        .hasMessageStartingWith("t.tsv:2: the line is longer than 20000");
    String word = "a\tlabel\tA\na\tphrase\t" + "b".repeat(60);
    assertThatThrownBy(() -> TopicFinder.of(new StringReader(word), "t.tsv"))
        .hasMessageStartingWith("t.tsv:2: phrase holds a word of more than 48");
    Path latin = folder.resolve("latin.tsv");
    Files.write(latin, new byte[] {'a', '\t', (byte) 0xe9});
    assertThatThrownBy(() -> TopicFinder.of(latin))
        .isInstanceOf(TopicFormatException.class)
        .hasMessageEndingWith("latin.tsv: the file is not in UTF-8");
    assertThatThrownBy(() -> TopicFinder.of(folder.resolve("none.tsv")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void answers_any_mutation_of_a_file_with_a_finder_or_its_exception() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    String good = "-\tspelling\ta = b\nx\tlabel\tX\nx\tphrase\ta b(s); =C; ^D(y/ies)\n-\tnone\te\n";
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder(good);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "\t\n();=/-^ \ud800aé".charAt(random.nextInt(13)));
      }
      try {
        TopicFinder.of(new StringReader(text.toString()), "t.tsv").find("a b C D e", "");
      } catch (TopicFormatException e) {
        assertThat(e).as("-Dsitrep.seed=%d", seed).hasMessageStartingWith("t.tsv:");
      }
    }
  }
}
