package org.sitrep.core.index.help;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetState;
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
  /** How many articles are so few that all help is quick, once the classes for it are loaded. */
  private static final int FEW = 100_000;

  private static final Duration LONGEST = Duration.ofMillis(200);
  private static final Duration LONGEST_FOR_FEW = Duration.ofSeconds(2);

  private final SearchRequest request;
  private final IndexReader reader;
  private final Analysis analysis;
  private final List<String> languages;
  private final boolean empty;
  private final Counts counts;
  private final Spellings spellings;

  /**
   * Prepares help.
   *
   * @param state the state of the reader that was searched
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by
   * @param request the request that nothing matches
   * @param similar matches the articles like those of the request, if it asks for such
   * @param time how long it may take
   */
  public Help(
      FacetState state,
      Analysis analysis,
      List<String> languages,
      SearchRequest request,
      Optional<org.apache.lucene.search.Query> similar,
      Duration time) {
    this.request = request.firstPage();
    this.reader = state.reader();
    this.analysis = analysis;
    this.languages = languages;
    this.empty = state.reader().numDocs() == 0;
    this.counts = new Counts(state, analysis, languages, request.ranking(), similar, time);
    this.spellings = new Spellings(state.reader(), analysis, meant(this.request), counts);
  }

  /**
   * Returns how long looking for help takes at most, but for what cannot be interrupted. A small
   * index has more time than it needs, so that the first search of a process is helped in full.
   *
   * @param reader the reader that was searched
   * @return the time
   */
  public static Duration longest(IndexReader reader) {
    return reader.maxDoc() <= FEW ? LONGEST_FOR_FEW : LONGEST;
  }

  /**
   * Looks for help.
   *
   * @return what was found in the time; nothing where the index has no article at all
   * @throws IOException if the index cannot be read
   */
  public NothingFound find() throws IOException {
    if (empty) {
      List<Change> none = List.of();
      return new NothingFound(
          none, List.of(), none, none, 0, none, none, List.of(), List.of(), none);
    }
    List<Change> repaired = repaired();
    List<Respelling> spelt = spellings.find();
    Unmatched unmatched = Unmatched.find(request, counts);
    Set<String> respelt = respelt(spelt);
    List<Change> meant = meant(repaired, unmatched, respelt);
    List<Change> phrases = phrases(unmatched);
    List<Change> choices = new Choices(reader, request, unmatched, respelt, counts).find();
    List<Change> looser = looser();
    List<Change> without = without(unmatched);
    boolean helps =
        Stream.of(meant, looser, phrases, without, choices).anyMatch(changes -> !changes.isEmpty())
            || spelt.stream().anyMatch(spelling -> spelling.total() > 0);
    List<Change> together = helps ? List.of() : together(unmatched);
    return new NothingFound(
        meant,
        spelt,
        looser,
        without,
        counts.left(),
        phrases,
        together,
        named(unmatched, repaired),
        Contradictions.find(request, analysis, languages),
        choices);
  }

  /** The request read as was probably meant: what is a field's name is no misspelt word. */
  private static SearchRequest meant(SearchRequest request) {
    return request.repairs().stream()
        .flatMap(repair -> repair.meant().stream())
        .findFirst()
        .map(request::query)
        .orElse(request);
  }

  /** What no article has, but for what was read otherwise than meant where that helps. */
  private static List<String> named(Unmatched unmatched, List<Change> repaired) {
    if (repaired.isEmpty()) {
      return unmatched.texts();
    }
    Set<Query> clauses = new LinkedHashSet<>(unmatched.clauses());
    clauses.retainAll(repaired.getFirst().request().query().leaves());
    return new Unmatched(clauses, unmatched.selections()).texts();
  }

  /** What was probably meant: as repaired, and what else may be asked in the place of that. */
  private List<Change> meant(List<Change> repaired, Unmatched unmatched, Set<String> respelt)
      throws IOException {
    List<Change> meant = new ArrayList<>(repaired);
    if (repaired.isEmpty()) {
      SearchRequest asked = meant(request);
      Unmatched there = asked.equals(request) ? unmatched : Unmatched.find(asked, counts);
      Acronyms acronyms = new Acronyms(analysis.aliases());
      meant.addAll(new Meant(reader, acronyms, asked, there, respelt, counts).find());
    }
    return meant;
  }

  /** The words and values for which another spelling finds something. */
  private static Set<String> respelt(List<Respelling> spelt) {
    return spelt.stream()
        .filter(spelling -> spelling.total() > 0)
        .map(Respelling::typed)
        .collect(Collectors.toSet());
  }

  private List<Change> repaired() throws IOException {
    SearchRequest meant = meant(request);
    boolean helps = !meant.query().equals(request.query()) && !Loosened.of(meant).asksNothing();
    return helps ? change(meant.query().print(), meant).stream().toList() : List.of();
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

  private List<Change> phrases(Unmatched unmatched) throws IOException {
    Loosened typed = Loosened.of(request);
    List<Change> phrases = new ArrayList<>();
    for (Loosened each :
        List.of(
            typed.nearWords(),
            typed.looseWords(),
            typed.wordsApart(unmatched.clauses()),
            typed.looseWords().wordsApart(unmatched.clauses()))) {
      if (!each.equals(typed)) {
        change(each.request().query().print(), each.request())
            .filter(c -> phrases.isEmpty() || phrases.getLast().total() != c.total())
            .ifPresent(phrases::add);
      }
    }
    return phrases;
  }

  // ---- clauses left out

  private List<Change> without(Unmatched unmatched) throws IOException {
    List<Change> without = eachWithout();
    Loosened typed = Loosened.of(request);
    for (Loosened each :
        List.of(typed.withoutExclusions(), typed.withoutFilters(), unmatched.leftOut(typed))) {
      boolean isSeveral = each.dropped().size() > 1;
      if (isSeveral && !each.asksNothing()) {
        change(String.join(" ", each.dropped()), each.request())
            .filter(c -> without.stream().allMatch(fewer -> fewer.total() < c.total()))
            .ifPresent(without::add);
      }
    }
    return without;
  }

  /** Changes more and more at once until something is found. */
  private List<Change> together(Unmatched unmatched) throws IOException {
    Loosened typed = Loosened.of(request);
    Loosened free = typed.withoutFilters();
    Loosened words = free.looseWords().wordsApart(unmatched.clauses());
    Set<SearchRequest> tried = new LinkedHashSet<>();
    for (Loosened each :
        List.of(
            typed.looseWords(),
            words,
            unmatched.leftOut(free),
            unmatched.leftOut(typed.looseWords()),
            unmatched.leftOut(words))) {
      if (!each.asksNothing()) {
        tried.add(each.request());
      }
    }
    for (Loosened each : List.of(free, words)) {
      if (!each.asksNothing()) {
        tried.add(each.request().match(Match.ANY));
      }
    }
    tried.remove(request);
    for (SearchRequest each : tried) {
      Optional<Change> found = change(each.query().print(), each);
      if (found.isPresent()) {
        return List.of(found.get());
      }
    }
    return List.of();
  }

  private List<Change> eachWithout() throws IOException {
    List<Change> without = new ArrayList<>();
    List<Relaxed> relaxed = counts.over() ? List.of() : request.query().relaxed(Query.MAX_CLAUSES);
    counts.skip(Math.max(0, relaxed.size() - NothingFound.MAX_CLAUSES));
    for (Relaxed one : relaxed.subList(0, Math.min(relaxed.size(), NothingFound.MAX_CLAUSES))) {
      SearchRequest rest = request.query(one.rest());
      if (!Loosened.of(rest).asksNothing()) {
        change(one.dropped().print(), rest).ifPresent(without::add);
      }
    }
    for (Selection selection : request.selections().values()) {
      long most = 0;
      for (Loosened each : Loosened.of(request).withoutPartOf(selection)) {
        String text = String.join(" ", each.dropped());
        boolean helps = !each.asksNothing() && without.size() < NothingFound.MAX_CLAUSES;
        Optional<Change> change = helps ? change(text, each.request()) : Optional.empty();
        boolean whole = each.request().selection(selection.facet()).isEmpty();
        long fewer = whole ? most : 0;
        change.filter(c -> c.total() > fewer).ifPresent(without::add);
        most = Math.max(most, change.map(Change::total).orElse(0L));
      }
    }
    return without;
  }

  private Optional<Change> change(String text, SearchRequest changed) throws IOException {
    OptionalLong total = counts.of(changed);
    return total.isPresent() && total.getAsLong() > 0
        ? Optional.of(new Change(text, changed, total.getAsLong()))
        : Optional.empty();
  }
}
