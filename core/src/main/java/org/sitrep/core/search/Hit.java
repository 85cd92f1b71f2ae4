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
 * @param score how well it matches; comparable within one answer only, 0 where hits are not sorted
 *     by relevance
 * @param title the title, and the places in it that matched
 * @param published the publication date, empty where unknown
 * @param publishedFrom where the date comes from; present exactly when there is one
 * @param countries codes of the countries named, most prominent first
 * @param source the publisher, empty where unknown
 * @param url the address, empty where unknown
 * @param language the language, empty where unknown
 * @param snippets passages of the body, in its order; empty where none were asked for or the body
 *     is empty
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
    List<Snippet> snippets) {
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
  }
}
