package org.sitrep.core.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.PhraseMatcher.LetterCase;
import org.sitrep.core.vocabulary.PhraseMatcher.Phrase;

/**
 * Reads a file of topics, whose header explains its columns and marks, or a file with the phrases
 * of another language for topics that have their labels already. Used once.
 */
final class TopicFile {
  /** What a phrase says; empty where it says nothing but hides the phrases in it. */
  record Clue(Topic topic, boolean isHint) {}

  static final int MAX_LINE = 20_000;
  static final int MAX_PHRASES = 100_000;
  private static final String NO_TOPIC = "-";
  private static final String KINDS = "label, phrase, hint, none, spelling, ending";

  private final String name;
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Phrase<Optional<Clue>>> phrases = new ArrayList<>();
  private final boolean hasLabels;
  private int line;

  private TopicFile(String name, List<Topic> known) {
    this.name = name;
    this.hasLabels = known.isEmpty();
    known.forEach(topic -> topics.put(topic.id(), topic));
  }

  static TopicFile read(String name, Reader reader) throws IOException, TopicFormatException {
    TopicFile file = new TopicFile(name, List.of());
    file.addLines(reader);
    if (file.topics.isEmpty()) {
      throw new TopicFormatException(name, 0, "the file holds no topic");
    }
    return file;
  }

  /**
   * Reads the phrases of another language for the topics of a file. The designations of that file
   * (F-16, S-400) are phrases of the language too, for they are written alike everywhere.
   */
  static TopicFile readLanguage(String name, Reader reader, TopicFile labelled)
      throws IOException, TopicFormatException {
    TopicFile file = new TopicFile(name, labelled.topics());
    file.addLines(reader);
    for (Phrase<Optional<Clue>> phrase : labelled.phrases) {
      Optional<Clue> clue = phrase.value();
      boolean isDesignation =
          phrase.letterCase() == LetterCase.EXACT
              && phrase.text().chars().anyMatch(Character::isDigit);
      if (isDesignation && clue.isPresent() && !clue.get().isHint()) {
        file.addOnce(phrase, clue.get());
      }
    }
    return file;
  }

  private void addLines(Reader reader) throws IOException, TopicFormatException {
    BufferedReader lines = new BufferedReader(reader);
    String text = nextLine(lines);
    while (text != null) {
      if (!text.isBlank() && text.charAt(0) != '#') {
        addLine(text);
      }
      text = nextLine(lines);
    }
  }

  private void addOnce(Phrase<Optional<Clue>> phrase, Clue clue) throws TopicFormatException {
    if (seen.add(clue.topic().id() + "\t" + key(phrase.text(), phrase.letterCase()))) {
      phrases.add(phrase);
    }
  }

  List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  List<Phrase<Optional<Clue>>> phrases() {
    return phrases;
  }

  /** The next line, read no further than a line may be long. */
  private @Nullable String nextLine(Reader reader) throws IOException, TopicFormatException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    line++;
    while (c >= 0 && c != '\n') {
      if (text.length() == MAX_LINE) {
        throw wrong("the line is longer than " + MAX_LINE, text.substring(0, 40));
      }
      text.append((char) c);
      c = reader.read();
    }
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == '\r') {
      text.setLength(last);
    }
    boolean marked = line == 1 && !text.isEmpty() && text.charAt(0) == '\ufeff';
    return text.substring(marked ? 1 : 0);
  }

  private void addLine(String text) throws TopicFormatException {
    String[] columns = text.split("\t", -1);
    if (columns.length != 3) {
      throw wrong("the line has not three columns parted by tabs", text);
    }
    String id = columns[0];
    switch (columns[1]) {
      case "label" -> addTopic(id, columns[2]);
      case "phrase" -> addPhrases(columns[2], Optional.of(new Clue(known(id), false)));
      case "hint" -> addPhrases(columns[2], Optional.of(new Clue(known(id), true)));
      case "none" -> {
        requireNoTopic(id);
        addPhrases(columns[2], Optional.empty());
      }
      case "spelling" -> {
        requireNoTopic(id);
        addSpellings(columns[2]);
      }
      case "ending" -> {
        requireNoTopic(id);
        addEndings(columns[2]);
      }
      default -> throw wrong("kind is none of " + KINDS, columns[1]);
    }
  }

  private void addTopic(String id, String label) throws TopicFormatException {
    if (!hasLabels) {
      throw wrong("a file of another language gives no labels", label);
    }
    Topic topic;
    try {
      topic = new Topic(id, label);
    } catch (IllegalArgumentException e) {
      throw new TopicFormatException(name, line, String.valueOf(e.getMessage()));
    }
    if (topics.putIfAbsent(id, topic) != null) {
      throw wrong("topic has a label already", id);
    }
    if (!labels.add(Folding.fold(label))) {
      throw wrong("label is another topic's already", label);
    }
  }

  private Topic known(String id) throws TopicFormatException {
    Topic topic = topics.get(id);
    if (topic == null) {
      throw wrong(hasLabels ? "topic has no label before this line" : "topic is unknown", id);
    }
    return topic;
  }

  private void requireNoTopic(String id) throws TopicFormatException {
    if (!id.equals(NO_TOPIC)) {
      throw wrong("a line of this kind has no topic but -", id);
    }
  }

  private void addSpellings(String pairs) throws TopicFormatException {
    for (String pair : pairs.split(";", -1)) {
      String[] words = pair.strip().split(" = ", -1);
      if (words.length != 2 || words[0].isBlank() || words[1].isBlank()) {
        throw wrong("spelling is not such as defence = defense", pair.strip());
      }
      spellings.put(words[0].strip(), words[1].strip());
    }
  }

  private void addEndings(String text) throws TopicFormatException {
    for (String definition : text.split(";", -1)) {
      String[] parts = definition.strip().split(" = ", -1);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].indexOf('/') < 0) {
        throw wrong("ending is not such as m = /a/em", definition.strip());
      }
      if (endings.putIfAbsent(parts[0].strip(), parts[1].strip()) != null) {
        throw wrong("ending is there twice", parts[0].strip());
      }
    }
  }

  private void addPhrases(String marked, Optional<Clue> clue) throws TopicFormatException {
    for (String entry : marked.split(";", -1)) {
      String phrase = entry.strip();
      char mark = phrase.isEmpty() ? ' ' : phrase.charAt(0);
      LetterCase letterCase =
          mark == '=' ? LetterCase.EXACT : mark == '^' ? LetterCase.CAPITAL : LetterCase.ANY;
      Map<String, String> forms = new LinkedHashMap<>();
      for (String form : forms(letterCase == LetterCase.ANY ? phrase : phrase.substring(1))) {
        String other = otherSpelling(form);
        forms.putIfAbsent(key(form, letterCase), form);
        forms.putIfAbsent(key(other, letterCase), other);
      }
      String owner = clue.map(c -> c.topic().id()).orElse(NO_TOPIC) + "\t";
      if (forms.keySet().stream().allMatch(form -> seen.contains(owner + form))) {
        throw wrong("phrase is there twice for " + owner.strip(), phrase);
      }
      for (Map.Entry<String, String> form : forms.entrySet()) {
        if (seen.add(owner + form.getKey())) {
          addPhrase(form.getValue(), letterCase, clue);
        }
      }
    }
  }

  private List<String> forms(String phrase) throws TopicFormatException {
    try {
      return Inflections.of(withEndings(phrase));
    } catch (IllegalArgumentException e) {
      throw new TopicFormatException(name, line, String.valueOf(e.getMessage()));
    }
  }

  /** The phrase with the endings that have a name, "дрон{m}", written out in brackets. */
  private String withEndings(String phrase) throws TopicFormatException {
    StringBuilder written = new StringBuilder();
    int from = 0;
    int open = phrase.indexOf('{');
    while (open >= 0) {
      int close = phrase.indexOf('}', open);
      String ending = close < 0 ? null : endings.get(phrase.substring(open + 1, close));
      if (ending == null) {
        throw wrong("ending is unknown", phrase.substring(open));
      }
      written.append(phrase, from, open).append('(').append(ending).append(')');
      from = close + 1;
      open = phrase.indexOf('{', from);
    }
    return written.append(phrase, from, phrase.length()).toString();
  }

  private void addPhrase(String text, LetterCase letterCase, Optional<Clue> clue)
      throws TopicFormatException {
    if (phrases.size() == MAX_PHRASES) {
      throw wrong("the file holds more phrases than " + MAX_PHRASES, text);
    }
    phrases.add(new Phrase<>(text, letterCase, clue));
  }

  /**
   * What makes two phrases one: the words as the matcher compares them, and their exact letters.
   */
  private String key(String text, LetterCase letterCase) throws TopicFormatException {
    return letterCase == LetterCase.EXACT ? key(text) + "=" + text : key(text);
  }

  /** The words as the matcher compares them. */
  private String key(String text) throws TopicFormatException {
    WordScanner words = new WordScanner(text);
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (words.next(at)) {
      if (words.folded().isEmpty()) {
        throw wrong("phrase holds a word of more than " + WordScanner.MAX_FOLDED, text);
      }
      key.append(words.folded()).append(' ');
      at = words.resume();
    }
    if (key.isEmpty()) {
      throw wrong("phrase holds no word", text);
    }
    return key.toString();
  }

  /** The phrase with each word of the spelling lines in its other form. */
  private String otherSpelling(String phrase) {
    StringBuilder other = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= phrase.length(); i++) {
      if (i == phrase.length() || phrase.charAt(i) == ' ' || phrase.charAt(i) == '-') {
        String word = phrase.substring(from, i);
        other.append(spellings.getOrDefault(word, word));
        if (i < phrase.length()) {
          other.append(phrase.charAt(i));
        }
        from = i + 1;
      }
    }
    return other.toString();
  }

  private TopicFormatException wrong(String problem, String value) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    return new TopicFormatException(name, line, problem + ": '" + shown + "'");
  }
}
