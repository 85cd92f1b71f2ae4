package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.core.vocabulary.PhraseMatcher.LetterCase;
import org.sitrep.core.vocabulary.PhraseMatcher.Phrase;

/** Compares the matcher with one that tries every phrase at every word. */
class PhraseMatcherRandomTest {
  private static final String[] WORDS = {"a", "b", "ab", "ba", "B", "aba", "A"};
  private static final String[] GAPS = {" ", " ", " ", "-", ", ", "  ", "\n", "\n\n", ". "};

  @Test
  void agrees_with_a_brute_force_matcher() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      Set<String> phrases = new LinkedHashSet<>();
      for (int i = random.nextInt(6) + 1; i > 0; i--) {
        phrases.add(words(random, 4, new String[] {" "}).toLowerCase(Locale.ROOT));
      }
      String text = words(random, 40, GAPS);
      assertThat(spans(phrases, text))
          .as("-Dsitrep.seed=%d, phrases %s, text '%s'", seed, phrases, text)
          .isEqualTo(bruteForce(phrases, text));
    }
  }

  private static String words(Random random, int most, String[] gaps) {
    StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(gaps[random.nextInt(gaps.length)]).append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static List<String> spans(Set<String> phrases, String text) {
    PhraseMatcher<String> matcher =
        PhraseMatcher.of(phrases.stream().map(p -> new Phrase<>(p, LetterCase.ANY, p)).toList());
    return matcher.find(text).stream()
        .map(m -> m.start() + ".." + m.end() + " " + m.value())
        .toList();
  }

  private static List<String> bruteForce(Set<String> phrases, String text) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = -1;
      String best = "";
      for (String phrase : phrases) {
        int phraseEnd = endOf(phrase, text, at);
        if (phraseEnd > end) {
          end = phraseEnd;
          best = phrase;
        }
      }
      boolean wordStart = at == 0 || !Character.isLetter(text.charAt(at - 1));
      if (end > 0 && wordStart) {
        found.add(at + ".." + end + " " + best);
        at = end;
      } else {
        at++;
      }
    }
    return found;
  }

  private static int endOf(String phrase, String text, int at) {
    int end = at;
    String[] words = phrase.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        int gap = end;
        while (gap < text.length() && !Character.isLetter(text.charAt(gap))) {
          gap++;
        }
        if (!List.of(" ", "-", "  ", "\n").contains(text.substring(end, gap))) {
          return -1;
        }
        end = gap;
      }
      if (!text.regionMatches(true, end, words[i], 0, words[i].length())) {
        return -1;
      }
      end += words[i].length();
      if (end < text.length() && Character.isLetter(text.charAt(end))) {
        return -1;
      }
    }
    return end;
  }
}
