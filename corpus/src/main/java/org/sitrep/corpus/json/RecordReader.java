package org.sitrep.corpus.json;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.corpus.draft.ArticleFormatException;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.draft.Derivation;
import org.sitrep.corpus.draft.FirstSentence;
import org.sitrep.corpus.draft.Languages;
import org.sitrep.corpus.draft.RelativeDate;
import org.sitrep.corpus.draft.RelativeDates;

/**
 * Reads the records of one file into articles. What a record declares is taken as it is; only what
 * it leaves out is derived. A country or a language that is not known is left out with a note, for
 * the article is still worth finding; what makes no article at all is refused.
 *
 * <p>Not safe for use by several threads: it remembers what it has noted for its file.
 */
public final class RecordReader {
  /** The longest record, in bytes and in characters of one text. */
  public static final int LONGEST_RECORD = 16 * 1024 * 1024;

  private static final int MOST_NOTES = 50;

  private final String file;
  private final Map<String, String> names;
  private final LocalDate latest;
  private final Optional<PartialDate> fetched;
  private final Set<String> noted = new HashSet<>();

  /**
   * An article and what a user should know of how it was read.
   *
   * @param article the article
   * @param notes notes, each given once for a file
   */
  public record Result(Article article, List<String> notes) {
    /** Checks and copies the parts. */
    public Result {
      requireNonNull(article, "article");
      notes = List.copyOf(notes);
    }
  }

  /**
   * Starts the reading of a file.
   *
   * @param file the file's name in the corpus
   * @param names names of fields, each with the name that it stands for
   * @param latest the last day on which a record can have been published
   * @param fetched when the records were fetched, where that is known and they do not say it
   */
  public RecordReader(
      String file, Map<String, String> names, LocalDate latest, Optional<PartialDate> fetched) {
    this.file = requireNonNull(file, "file");
    this.names = Map.copyOf(names);
    this.latest = requireNonNull(latest, "latest");
    this.fetched = requireNonNull(fetched, "fetched");
  }

  /**
   * Reads a record.
   *
   * @param input names the record in messages
   * @param ownId the id of a record that has neither an id nor a URL
   * @param json the record's text
   * @return the article
   * @throws ArticleFormatException if it makes no article
   */
  public Result read(String input, String ownId, String json) throws ArticleFormatException {
    JsonRecord record = JsonRecord.parse(input, json, names);
    List<String> notes = new ArrayList<>();
    ignored(record, notes);
    ArticleBuilder article = Article.builder(id(record, ownId));
    String body = clean(record, RecordField.BODY);
    String title = CleanText.line(record.text(RecordField.TITLE).orElse(""));
    if (title.isEmpty() && body.isBlank()) {
      throw record.wrong("has neither title nor body");
    }
    boolean derived = title.isEmpty();
    article.title(
        derived ? FirstSentence.of(body) : title,
        derived ? TitleFrom.DERIVED : ArticleJson.titleFrom(record));
    article.body(body);
    dates(record, article, notes);
    cleanedLists(record, article);
    article.file(record.text(RecordField.FILE).orElse(file));
    Derivation.complete(
        article, new Derivation.Text(derived ? "" : title, body), declared(record, notes));
    return new Result(ArticleJson.built(record, article), notes);
  }

  private void ignored(JsonRecord record, List<String> notes) {
    List<String> fields = record.ignored().stream().filter(noted::add).limit(MOST_NOTES).toList();
    if (!fields.isEmpty()) {
      notes.add("ignored fields: " + String.join(", ", fields));
    }
  }

  private static String id(JsonRecord record, String ownId) {
    return record
        .text(RecordField.ID)
        .map(CleanText::line)
        .filter(id -> !id.isEmpty())
        .or(() -> record.text(RecordField.URL).map(CleanText::line).filter(url -> !url.isEmpty()))
        .orElse(ownId);
  }

  private static String clean(JsonRecord record, RecordField field) {
    return CleanText.clean(record.text(field).orElse("")).strip();
  }

  private void dates(JsonRecord record, ArticleBuilder article, List<String> notes)
      throws ArticleFormatException {
    Optional<PartialDate> published = date(record, RecordField.PUBLISHED, notes);
    if (published.isPresent()) {
      if (published.get().firstDay().isAfter(latest)) {
        throw record.wrong("published is in the future: '%s'".formatted(published.get()));
      }
      article.published(published.get(), ArticleJson.publishedFrom(record));
    }
    date(record, RecordField.MODIFIED, notes).ifPresent(article::modified);
  }

  /** A date as it is written, or counted from the time of fetching. */
  private Optional<PartialDate> date(JsonRecord record, RecordField field, List<String> notes)
      throws ArticleFormatException {
    Optional<String> written = record.text(field);
    Optional<RelativeDate> relative = written.flatMap(RelativeDates::parse);
    if (relative.isEmpty()) {
      return ArticleJson.date(record, field);
    }
    Optional<PartialDate> from = ArticleJson.date(record, RecordField.FETCHED).or(() -> fetched);
    Optional<PartialDate> date = from.flatMap(relative.get()::before);
    if (date.isEmpty()) {
      String why =
          from.isEmpty() ? "is counted from a time that is not known" : "can lie in several years";
      note(notes, "%s %s and left out: '%s'".formatted(field.id(), why, relative.get().words()));
    }
    return date;
  }

  private static void cleanedLists(JsonRecord record, ArticleBuilder article) {
    article.tags(lines(record, RecordField.TAGS));
    article.sections(lines(record, RecordField.SECTIONS));
    article.authors(lines(record, RecordField.AUTHORS));
    record.text(RecordField.SOURCE).map(CleanText::line).ifPresent(article::source);
    record.text(RecordField.URL).map(CleanText::line).ifPresent(article::url);
    record
        .attributes()
        .forEach((name, value) -> article.attribute(CleanText.line(name), CleanText.clean(value)));
  }

  private static List<String> lines(JsonRecord record, RecordField field) {
    return record.list(field).orElse(List.of()).stream().map(CleanText::line).toList();
  }

  private Derivation.Declared declared(JsonRecord record, List<String> notes) {
    return new Derivation.Declared(
        record.list(RecordField.COUNTRIES).map(c -> countries(c, notes)),
        record.list(RecordField.ABOUT).map(c -> countries(c, notes)),
        record
            .text(RecordField.LANGUAGE)
            .filter(t -> !t.isBlank())
            .flatMap(t -> language(t, notes)),
        record
            .list(RecordField.TOPICS)
            .map(topics -> topics.stream().map(CleanText::line).toList()));
  }

  private List<String> countries(List<String> written, List<String> notes) {
    List<String> codes = new ArrayList<>();
    for (String value : written) {
      Optional<Country> country = Country.named(value.strip().replace('-', ' '));
      country.ifPresent(c -> codes.add(c.code()));
      if (country.isEmpty() && !value.isBlank()) {
        note(notes, "country is not known and left out: " + JsonRecord.shown(value));
      }
    }
    return codes;
  }

  private Optional<String> language(String written, List<String> notes) {
    Optional<String> tag = Languages.tag(written);
    if (tag.isEmpty()) {
      note(notes, "language is no BCP 47 tag and left out: " + JsonRecord.shown(written));
    }
    return tag;
  }

  /** Notes something once for the file, and not without end. */
  private void note(List<String> notes, String note) {
    if (noted.size() < MOST_NOTES && noted.add(note)) {
      notes.add(noted.size() == MOST_NOTES ? "further notes on this file are left out" : note);
    }
  }
}
