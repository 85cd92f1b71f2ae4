package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.core.vocabulary.PhraseMatcher.Match;
import org.sitrep.core.vocabulary.TopicFile.Clue;

/**
 * Finds the topics of an article: those of this library's vocabulary of defence news, or those of a
 * file of your own. The rules are told in the description of this package.
 *
 * <p>Linear in the length of the text; of a title or a body, the first 50,000 mentions are looked
 * at. Immutable; safe for use by several threads.
 */
public final class TopicFinder {
  private static final String STANDARD_FILE = "topics.tsv";
  private static final int MAX_MENTIONS = 50_000;

  private final List<Topic> topics;
  private final PhraseMatcher<Optional<Clue>> matcher;

  private TopicFinder(TopicFile file) {
    this.topics = file.topics();
    this.matcher = PhraseMatcher.of(file.phrases());
  }

  /**
   * The finder over the topics of this library in English texts. The first call reads their file.
   *
   * @return the one finder
   */
  public static TopicFinder standard() {
    return Standard.FINDER;
  }

  /**
   * The finder over the topics of this library in texts of a language: English, German, French,
   * Spanish, Italian, Polish, Ukrainian or Russian. The topics and their labels are the same in all
   * of them. The first call for a language reads its file.
   *
   * @param language a BCP 47 tag
   * @return the one finder of that language, empty where this library has no words of it
   */
  public static Optional<TopicFinder> standard(String language) {
    requireNonNull(language, "language");
    return CountryLanguage.isEnglish(language)
        ? Optional.of(Standard.FINDER)
        : CountryLanguage.of(language).map(Standard::finder);
  }

  /**
   * A finder over a file of your own, in UTF-8, in the form of {@code topics.tsv} beside this
   * class, whose header explains it.
   *
   * @param file the file
   * @return a finder over the file as it is now
   * @throws TopicFormatException if the file is not one of topics
   * @throws IOException if the file cannot be read
   */
  public static TopicFinder of(Path file) throws IOException, TopicFormatException {
    requireNonNull(file, "file");
    try (Reader reader = Files.newBufferedReader(file)) {
      return of(reader, file.toString());
    } catch (CharacterCodingException e) {
      TopicFormatException wrong =
          new TopicFormatException(file.toString(), 0, "the file is not in UTF-8");
      wrong.initCause(e);
      throw wrong;
    }
  }

  /**
   * A finder over topics read from anywhere.
   *
   * @param reader gives the lines of a file of topics; read to its end and not closed
   * @param name what messages call it
   * @return a finder over what was read
   * @throws TopicFormatException if it is not a file of topics
   * @throws IOException if the reader fails
   */
  public static TopicFinder of(Reader reader, String name)
      throws IOException, TopicFormatException {
    requireNonNull(reader, "reader");
    requireNonNull(name, "name");
    return new TopicFinder(TopicFile.read(name, reader));
  }

  /**
   * Every topic that this finder knows.
   *
   * @return the topics in the order of the file; unmodifiable
   */
  public List<Topic> topics() {
    return topics;
  }

  /**
   * The topic with an id.
   *
   * @param id an id as the file writes it
   * @return the topic, empty where the file has none of that id
   */
  public Optional<Topic> topic(String id) {
    requireNonNull(id, "id");
    return topics.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /**
   * Finds the topics of a headline and a text.
   *
   * @param title the headline, empty where there is none
   * @param body the article's own text, possibly empty
   * @return its topics; empty lists where it has none
   */
  public TopicMentions find(String title, String body) {
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    TopicEvidence evidence = new TopicEvidence(body);
    addMentions(Zone.TITLE, title, evidence);
    addMentions(Zone.BODY, body, evidence);
    return evidence.weigh();
  }

  private void addMentions(Zone zone, String text, TopicEvidence evidence) {
    for (Match<Optional<Clue>> match : matcher.find(text, MAX_MENTIONS)) {
      if (match.value().isPresent()) {
        Clue clue = match.value().get();
        String words = text.substring(match.start(), match.end());
        evidence.add(
            new TopicMention(clue.topic(), zone, match.start(), match.end(), words), clue.isHint());
      }
    }
  }

  private static final class Standard {
    static final TopicFile FILE = read(STANDARD_FILE, TopicFile::read);
    static final TopicFinder FINDER = new TopicFinder(FILE);
    private static final Map<CountryLanguage, TopicFinder> FINDERS = new ConcurrentHashMap<>();

    private Standard() {}

    static TopicFinder finder(CountryLanguage language) {
      return FINDERS.computeIfAbsent(
          language,
          l ->
              new TopicFinder(
                  read(
                      "topics_" + l.tag() + ".tsv",
                      (name, reader) -> TopicFile.readLanguage(name, reader, FILE))));
    }

    private static TopicFile read(String name, Form form) {
      try (InputStream in = TopicFinder.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the library lacks its file " + name);
        }
        return form.read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (TopicFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One of the two forms that a file of topics has. */
  private interface Form {
    TopicFile read(String name, Reader reader) throws IOException, TopicFormatException;
  }
}
