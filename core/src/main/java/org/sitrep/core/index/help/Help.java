package org.sitrep.core.index.help;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.Relaxed;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.NothingFound.Change;
import org.sitrep.core.search.NothingFound.Respelling;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * Says what to ask instead of a request that nothing matches. What helps most is looked for first,
 * because the time is bounded: what was meant, spellings, fewer words, clauses left out. For one
 * request and one thread.
 */
public final class Help {
  /** How long looking for help takes at most, but for what cannot be interrupted. */
  public static final Duration LONGEST = Duration.ofMillis(200);

  private final SearchRequest request;
  private final Counts counts;
  private final Spellings spellings;

  /**
   * Prepares help.
   *
   * @param reader the reader that was searched
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by
   * @param request the request that nothing matches
   * @param time how long it may take
   */
  public Help(
      IndexReader reader,
      Analysis analysis,
      List<String> languages,
      SearchRequest request,
      Duration time) {
    this.request = request.offset(0);
    this.counts = new Counts(reader, analysis, languages, request.ranking(), time);
    this.spellings = new Spellings(reader, analysis, this.request, counts);
  }

  /**
   * Looks for help.
   *
   * @return what was found in the time
   * @throws IOException if the index cannot be read
   */
  public NothingFound find() throws IOException {
    List<Change> meant = meant();
    List<Respelling> spelt = spellings.find();
    List<Change> looser = looser();
    List<Change> without = without();
    return new NothingFound(meant, spelt, looser, without, counts.left());
  }

  private List<Change> meant() throws IOException {
    List<Change> meant = new ArrayList<>();
    Optional<Query> query =
        request.repairs().stream().flatMap(repair -> repair.meant().stream()).findFirst();
    if (query.isPresent()) {
      change(query.get().print(), request.query(query.get())).ifPresent(meant::add);
    }
    return meant;
  }

  private List<Change> looser() throws IOException {
    List<Change> looser = new ArrayList<>();
    for (Match match : Match.values()) {
      if (match.compareTo(request.match()) > 0) {
        change(match.name().toLowerCase(Locale.ROOT), request.match(match))
            .filter(c -> looser.isEmpty() || looser.getLast().total() != c.total())
            .ifPresent(looser::add);
      }
    }
    return looser;
  }

  // ---- clauses left out

  private List<Change> without() throws IOException {
    List<Change> without = new ArrayList<>();
    List<Relaxed> relaxed = request.query().relaxed(Query.MAX_CLAUSES);
    counts.skip(Math.max(0, relaxed.size() - NothingFound.MAX_CLAUSES));
    for (Relaxed one : relaxed.subList(0, Math.min(relaxed.size(), NothingFound.MAX_CLAUSES))) {
      boolean asksNothing = one.rest() instanceof Query.All && request.selections().isEmpty();
      if (!asksNothing) {
        change(one.dropped().print(), request.query(one.rest())).ifPresent(without::add);
      }
    }
    boolean asksNothing = request.query() instanceof Query.All && request.selections().size() == 1;
    for (Selection selection : request.selections().values()) {
      if (!asksNothing) {
        change(text(selection), request.without(selection.facet())).ifPresent(without::add);
      }
    }
    return without;
  }

  private static String text(Selection selection) {
    List<String> values = new ArrayList<>();
    selection.range().ifPresent(range -> values.add(range.print()));
    selection.included().forEach(key -> values.add(text(selection.facet(), key)));
    String joint = selection.mode() == Selection.Mode.ALL ? " AND " : " OR ";
    String included = String.join(joint, values);
    String excluded =
        selection.excluded().stream()
            .map(key -> "-" + text(selection.facet(), key))
            .collect(Collectors.joining(" "));
    return (included + " " + excluded).strip();
  }

  private static String text(Facet facet, String key) {
    return switch (facet) {
      case COUNTRY, ABOUT, DATE ->
          Field.of(facet).id() + ":" + (key.equals(Facet.NONE) ? "none" : key);
      default -> new Query.Value(facet, key).print();
    };
  }

  private Optional<Change> change(String text, SearchRequest changed) throws IOException {
    OptionalLong total = counts.of(changed);
    return total.isPresent() && total.getAsLong() > 0
        ? Optional.of(new Change(text, changed, total.getAsLong()))
        : Optional.empty();
  }
}
