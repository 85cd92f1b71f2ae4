package org.sitrep.core.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.core.article.Facet;

/** What people call the fields, right or wrong. */
final class FieldNames {
  private static final int SHORTEST_MISSPELT = 3;

  /** Names that people know from elsewhere, in the singular. */
  private static final Map<String, String> OTHERS =
      byName(
          Map.ofEntries(
              Map.entry("author", "by byline writer reporter journalist correspondent"),
              Map.entry("since", "after from"),
              Map.entry("until", "to before till"),
              Map.entry(
                  "date",
                  "published pubdate published_at timestamp day week month year when dated"),
              Map.entry("title", "headline heading intitle"),
              Map.entry("body", "content intext"),
              Map.entry(
                  "source", "publisher publication outlet site website newspaper magazine agency"),
              Map.entry("tag", "keyword label hashtag"),
              Map.entry("topic", "subject theme"),
              Map.entry("section", "category rubric"),
              Map.entry("country", "nation place location region"),
              Map.entry("id", "url uri link path file filename inurl")));

  private FieldNames() {}

  private static Map<String, String> byName(Map<String, String> others) {
    Map<String, String> fields = new HashMap<>();
    others.forEach(
        (field, names) -> List.of(names.split(" ")).forEach(name -> fields.put(name, field)));
    return Map.copyOf(fields);
  }

  /** Says whether people elsewhere call a field so. */
  static boolean isOther(String name) {
    return other(name).isPresent();
  }

  private static Optional<String> other(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Stream.of(
            wanted,
            wanted.endsWith("s") ? wanted.substring(0, wanted.length() - 1) : wanted,
            wanted.endsWith("ies") ? wanted.substring(0, wanted.length() - 3) + "y" : wanted)
        .map(OTHERS::get)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** Says whether a name that is none may stand for a field's. */
  static boolean isNear(String name) {
    return isOther(name) || (name.length() >= SHORTEST_MISSPELT && nearest(name).isPresent());
  }

  /** Returns the name of a field that is closest to one that does not exist. */
  static Optional<String> nearest(String name) {
    Optional<String> other = other(name);
    if (other.isPresent()) {
      return other;
    }
    int near = name.length() > 4 ? 2 : 1;
    String wanted = name.toLowerCase(Locale.ROOT);
    return Stream.of(
            Arrays.stream(Field.values()).map(Field::id),
            Arrays.stream(Facet.values()).map(Facet::id),
            Scope.bounds())
        .flatMap(ids -> ids)
        .distinct()
        .filter(id -> distance(id, wanted) <= near)
        .min(
            Comparator.<String>comparingInt(id -> distance(id, wanted))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Says how far a name is from a field's, or from its plural where that is spelt anew. */
  private static int distance(String id, String wanted) {
    int distance = EditDistance.between(id, wanted);
    return id.endsWith("y")
        ? Math.min(distance, EditDistance.between(id.substring(0, id.length() - 1) + "ies", wanted))
        : distance;
  }
}
