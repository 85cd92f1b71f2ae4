package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;

/**
 * An article in an answer: what a list of hits shows, without the body.
 *
 * @param id the article's id; {@code ArticleIndex.find} gives the whole article
 * @param score how well it matches, collapsed how well the best match of its story does; comparable
 *     within one answer only, 0 where hits are not sorted by relevance
 * @param title the title, and the places in it that matched
 * @param published the publication date, empty where unknown
 * @param publishedFrom where the date comes from; present exactly when there is one
 * @param countries codes of the countries named, most prominent first
 * @param source the publisher, empty where unknown
 * @param url the address, empty where unknown
 * @param language the language, empty where unknown
 * @param snippets passages of the body, in its order; empty where none were asked for or the body
 *     is empty
 * @param copies where the request collapses, the other articles of its story that match: by the
 *     start of the date (unknown last), then by id, the first {@value #MAX_COPIES} of them
 * @param copyCount how many such copies there are, listed or not; 0 where nothing is collapsed
 */
public record Hit(
    String id,
    float score,
    Snippet title,
    Optional<PartialDate> published,
    Optional<DateFrom> publishedFrom,
    List<String> countries,
    Optional<String> source,
    Optional<String> url,
    Optional<String> language,
    List<Snippet> snippets,
    List<Copy> copies,
    int copyCount) {

  /** The largest number of copies listed. */
  public static final int MAX_COPIES = 20;

  /** Checks and copies the parts. */
  public Hit {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(published, "published");
    requireNonNull(publishedFrom, "publishedFrom");
    countries = List.copyOf(countries);
    requireNonNull(source, "source");
    requireNonNull(url, "url");
    requireNonNull(language, "language");
    snippets = List.copyOf(snippets);
    copies = List.copyOf(copies);
    if (copies.size() != Math.min(copyCount, MAX_COPIES)) {
      throw new IllegalArgumentException("copies do not fit their number: " + copyCount);
    }
  }
}
