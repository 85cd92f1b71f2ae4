package org.sitrep.core.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.sitrep.core.query.Query;

/**
 * Tells apart the requests whose hits are others, or stand in another order: by a checksum of what
 * they ask, which is the same in every process.
 */
final class CursorScope {
  private CursorScope() {}

  static int of(SearchRequest request) {
    List<String> parts = new ArrayList<>();
    parts.add(request.query().print());
    parts.add(request.match().name());
    for (Selection selection : request.selections().values()) {
      if (!selection.isEmpty()) {
        parts.add(text(selection));
      }
    }
    request.collapse().ifPresent(c -> parts.add("collapse " + c.best() + " " + c.sources()));
    request.similar().ifPresent(s -> parts.add("similar " + s.copies() + " " + s.articles()));
    if (request.sort() == Sort.RELEVANCE) {
      parts.add(request.ranking().toString());
    }
    return checksum(parts);
  }

  private static String text(Selection selection) {
    return String.join(
        " ",
        selection.facet().id(),
        selection.mode().name(),
        selection.range().map(Query::print).orElse(""),
        selection.included().stream().sorted().toList().toString(),
        selection.excluded().stream().sorted().toList().toString());
  }

  private static int checksum(List<String> parts) {
    CRC32 crc = new CRC32();
    for (String part : parts) {
      crc.update(part.getBytes(StandardCharsets.UTF_8));
      crc.update(0);
    }
    return (int) crc.getValue();
  }
}
