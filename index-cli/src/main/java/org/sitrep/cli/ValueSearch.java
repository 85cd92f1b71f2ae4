package org.sitrep.cli;

import java.util.List;
import org.sitrep.core.article.Facet;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/**
 * Finds values of a facet by how a word of their label begins, and countries by their other names.
 */
final class ValueSearch {
  private final String typed;
  private final String start;

  ValueSearch(String typed) {
    this.typed = typed;
    this.start = Folding.fold(typed);
  }

  /** The part of a facet's values that is asked for, of those that match. */
  FacetResult page(FacetResult all, FacetRequest page) {
    List<FacetValue> found =
        all.values().stream().filter(value -> matches(all.facet(), value)).toList();
    int distinct =
        Math.toIntExact(found.stream().filter(value -> !value.key().equals(Facet.NONE)).count());
    List<FacetValue> listed = found.stream().skip(page.offset()).limit(page.limit()).toList();
    return new FacetResult(all.facet(), listed, distinct, all.others());
  }

  private boolean matches(Facet facet, FacetValue value) {
    boolean country = facet == Facet.COUNTRY || facet == Facet.ABOUT;
    return wordBegins(Folding.fold(value.label()))
        || (country && Country.named(typed).filter(c -> c.code().equals(value.key())).isPresent());
  }

  private boolean wordBegins(String label) {
    int at = label.indexOf(start);
    while (at >= 0) {
      if (at == 0 || !Character.isLetterOrDigit(label.codePointBefore(at))) {
        return true;
      }
      at = label.indexOf(start, at + 1);
    }
    return false;
  }
}
