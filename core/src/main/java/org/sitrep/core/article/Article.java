package org.sitrep.core.article;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A news article: what was published, and what it can be counted and selected by.
 *
 * <p>Made by {@link #builder}. Lists keep the publisher's order, hold no blank and no two values
 * with one facet key; texts are stripped. Immutable and safe for use by several threads.
 *
 * @param id names the article for good: putting another article with this id replaces it
 * @param title the headline, or what stands in for it; empty where there is neither
 * @param titleFrom where the title comes from
 * @param body the article's own text, paragraphs parted by a blank line; empty where only a title
 *     is known
 * @param published the publication date, empty where unknown
 * @param publishedFrom where the publication date comes from; present exactly when there is one
 * @param modified when it was last changed by its publisher, empty where unknown
 * @param countries ISO 3166-1 alpha-2 codes of the countries that the text names, most prominent
 *     first
 * @param about codes of the countries that the article is about
 * @param tags the publisher's tags
 * @param topics topics of the defence vocabulary
 * @param sections the publisher's sections
 * @param authors the authors
 * @param source the publisher, empty where unknown
 * @param url the address, empty where unknown
 * @param language a BCP 47 tag such as {@code en}, empty where unknown
 * @param file where it was read from, relative to the corpus, empty where it was not read from a
 *     file
 * @param attributes texts that an application wants back with a hit; stored, not searched
 */
public record Article(
    String id,
    String title,
    TitleFrom titleFrom,
    String body,
    Optional<PartialDate> published,
    Optional<DateFrom> publishedFrom,
    Optional<PartialDate> modified,
    List<String> countries,
    List<String> about,
    List<String> tags,
    List<String> topics,
    List<String> sections,
    List<String> authors,
    Optional<String> source,
    Optional<String> url,
    Optional<String> language,
    Optional<String> file,
    Map<String, String> attributes) {

  /** The longest id, in UTF-8 bytes. */
  public static final int MAX_ID_BYTES = 2_048;

  /** The longest tag, topic, section, author or source, in UTF-16 units, as written and folded. */
  public static final int MAX_VALUE_LENGTH = 1_000;

  private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

  /**
   * Checks and copies the parts.
   *
   * @throws NullPointerException if a part is null
   * @throws IllegalArgumentException if the id or a value is too long, the id or both title and
   *     body are blank, the id has half a surrogate pair, a country is not a two-letter code, or a
   *     date and its provenance do not come together
   */
  public Article {
    id = requireNonNull(id, "id").strip();
    title = requireNonNull(title, "title").strip();
    requireNonNull(titleFrom, "titleFrom");
    body = requireNonNull(body, "body").strip();
    requireNonNull(published, "published");
    requireNonNull(publishedFrom, "publishedFrom");
    requireNonNull(modified, "modified");
    countries = codes("countries", countries);
    about = codes("about", about);
    tags = distinct(Facet.TAG, tags);
    topics = distinct(Facet.TOPIC, topics);
    sections = distinct(Facet.SECTION, sections);
    authors = distinct(Facet.AUTHOR, authors);
    source = present(requireNonNull(source, "source"));
    source.ifPresent(name -> checkedKey(Facet.SOURCE, name));
    url = present(requireNonNull(url, "url"));
    language = present(requireNonNull(language, "language")).map(LanguageNames::tag);
    file = present(requireNonNull(file, "file"));
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    checkId(id);
    if (title.isEmpty() && body.isEmpty()) {
      throw new IllegalArgumentException("article has neither title nor body: " + id);
    }
    if (published.isPresent() != publishedFrom.isPresent()) {
      throw new IllegalArgumentException("published and publishedFrom do not come together: " + id);
    }
  }

  private static void checkId(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id is blank");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) { // another's id would be kept as equal
      throw new IllegalArgumentException("id has half a character (a surrogate without its other)");
    }
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_ID_BYTES) {
      throw new IllegalArgumentException(
          "id is longer than %d bytes: %d".formatted(MAX_ID_BYTES, bytes));
    }
  }

  /** A name would be no code: what countries an article names is found where it is read. */
  private static String code(String written) {
    return written.strip().toUpperCase(Locale.ROOT);
  }

  private static List<String> codes(String name, List<String> values) {
    List<String> codes = distinct(Facet.COUNTRY, values, Article::code);
    for (String code : codes) {
      if (!COUNTRY_CODE.matcher(code).matches()) {
        throw new IllegalArgumentException(name + " holds no ISO 3166 code: " + code);
      }
    }
    return codes;
  }

  private static List<String> distinct(Facet facet, List<String> values) {
    return distinct(facet, values, String::strip);
  }

  private static List<String> distinct(
      Facet facet, List<String> values, UnaryOperator<String> written) {
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>(values.size());
    for (String value : requireNonNull(values, facet.id())) {
      String key = checkedKey(facet, value);
      if (!key.equals(Facet.NONE) && seen.add(key)) {
        distinct.add(written.apply(value));
      }
    }
    return List.copyOf(distinct);
  }

  private static String checkedKey(Facet facet, String value) {
    String key = value.length() > MAX_VALUE_LENGTH ? value : facet.key(value);
    if (key.length() > MAX_VALUE_LENGTH) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters: %s…"
              .formatted(
                  facet.id(), MAX_VALUE_LENGTH, value.substring(0, Math.min(40, value.length()))));
    }
    return key;
  }

  private static Optional<String> present(Optional<String> text) {
    return text.map(String::strip).filter(t -> !t.isEmpty());
  }

  /**
   * Starts an article.
   *
   * @param id names the article for good; not blank, at most {@value #MAX_ID_BYTES} bytes in UTF-8
   * @return a builder with everything else unknown or empty
   */
  public static ArticleBuilder builder(String id) {
    return new ArticleBuilder(id);
  }

  /**
   * Starts a changed copy of this article.
   *
   * @return a builder that holds all of this article
   */
  public ArticleBuilder toBuilder() {
    return new ArticleBuilder(this);
  }
}
