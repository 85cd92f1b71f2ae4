package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;

/**
 * What a page reads as. Title and body are both empty where the page holds no article.
 *
 * @param title the headline, or the first sentence where the page has none
 * @param titleFrom which of the two it is
 * @param body standfirst, paragraphs and subheadings, parted by blank lines
 * @param published the publication date, where known
 * @param publishedFrom where the publication date comes from
 * @param modified when the page says that it was changed
 * @param tags the publisher's tags
 * @param sections the publisher's sections
 * @param authors the authors
 * @param source the publisher, where the page names it
 * @param url the page's own address, where the page says it
 * @param lines every line with its zone and reason
 * @param fields where the fields come from
 */
public record PageReading(
    String title,
    TitleFrom titleFrom,
    String body,
    Optional<PartialDate> published,
    Optional<DateFrom> publishedFrom,
    Optional<PartialDate> modified,
    List<String> tags,
    List<String> sections,
    List<String> authors,
    Optional<String> source,
    Optional<String> url,
    List<ExplainedLine> lines,
    List<ExplainedField> fields) {
  /** Checks and copies the parts. */
  public PageReading {
    requireNonNull(title, "title");
    requireNonNull(titleFrom, "titleFrom");
    requireNonNull(body, "body");
    requireNonNull(published, "published");
    requireNonNull(publishedFrom, "publishedFrom");
    requireNonNull(modified, "modified");
    tags = List.copyOf(tags);
    sections = List.copyOf(sections);
    authors = List.copyOf(authors);
    requireNonNull(source, "source");
    requireNonNull(url, "url");
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /**
   * Says whether there is an article on the page.
   *
   * @return true when there is a title or a body
   */
  public boolean article() {
    return !title.isEmpty() || !body.isEmpty();
  }
}
