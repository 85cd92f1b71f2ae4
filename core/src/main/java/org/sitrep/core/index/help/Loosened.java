package org.sitrep.core.index.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.Relaxed;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * A request with several things changed at once so that it matches more.
 *
 * @param request the changed request
 * @param dropped the clauses and selections left out, as printed
 */
record Loosened(SearchRequest request, List<String> dropped) {
  /** How far words are from each other that are still about the same thing. */
  private static final int NEAR = 10;

  /** A word joined of more is no list but an address or a path. */
  private static final int MOST_JOINED = 8;

  private static final Pattern JOINT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.'’‐‑\\p{Pd}]+");
  private static final Pattern JOINT_OF_LETTERS =
      Pattern.compile("(?<=[\\p{L}\\p{M}])[^\\p{L}\\p{M}\\p{N}.'’‐‑\\p{Pd}]+(?=\\p{L})");
  private static final Pattern ANY_JOINT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  static Loosened of(SearchRequest request) {
    return new Loosened(request, List.of());
  }

  /** Says whether every article would match, which is no help. */
  boolean asksNothing() {
    return request.query() instanceof Query.All
        && request.selections().values().stream().allMatch(Selection::isEmpty)
        && request.similar().isEmpty();
  }

  // ---- left out

  Loosened withoutFilters() {
    return without(Loosened::isFilter, selection -> true);
  }

  /** Leaves out all that excludes, in the query and the selections. */
  Loosened withoutExclusions() {
    Loosened changed = without(clause -> clause instanceof Query.Not, selection -> false);
    List<String> left = new ArrayList<>(changed.dropped());
    SearchRequest rest = changed.request();
    for (Selection selection : request.selections().values()) {
      for (String key : selection.excluded()) {
        left.add("-" + text(selection.facet(), key));
      }
      if (!selection.excluded().isEmpty()) {
        rest = rest.selection(including(selection));
      }
    }
    return new Loosened(rest, left);
  }

  /**
   * Leaves out one part of a selection at a time: each excluded value, each of several that are
   * wanted together, all that is included, then all of it.
   */
  List<Loosened> withoutPartOf(Selection selection) {
    List<Loosened> each = new ArrayList<>();
    Facet facet = selection.facet();
    for (String key : selection.excluded()) {
      each.add(new Loosened(with(selection.toggle(key)), List.of("-" + text(facet, key))));
    }
    if (selection.mode() == Selection.Mode.ALL && selection.included().size() > 1) {
      for (String key : selection.included()) {
        each.add(new Loosened(with(selection.toggle(key)), List.of(text(facet, key))));
      }
    }
    boolean includes = !selection.included().isEmpty() || selection.range().isPresent();
    if (includes && !selection.excluded().isEmpty()) {
      each.add(new Loosened(with(excluding(selection)), List.of(text(including(selection)))));
    }
    if (includes || selection.excluded().size() > 1) {
      each.add(new Loosened(request.without(facet), List.of(text(selection))));
    }
    return each;
  }

  private static Selection excluding(Selection of) {
    return new Selection(of.facet(), Set.of(), of.excluded(), Optional.empty(), of.mode());
  }

  private static Selection including(Selection of) {
    return new Selection(of.facet(), of.included(), Set.of(), of.range(), of.mode());
  }

  private SearchRequest with(Selection selection) {
    return request.selection(selection);
  }

  Loosened without(Predicate<Query> clauses, Predicate<Selection> selections) {
    List<String> left = new ArrayList<>(dropped);
    Relaxed relaxed = request.query().relaxed(clauses);
    SearchRequest changed = request;
    if (!(relaxed.dropped() instanceof Query.All)) {
      List<Query> parts =
          relaxed.dropped() instanceof Query.Group group
              ? group.clauses()
              : List.of(relaxed.dropped());
      parts.forEach(part -> left.add(part.print()));
      changed = changed.query(relaxed.rest());
    }
    for (Selection selection : request.selections().values()) {
      if (!selection.isEmpty() && selections.test(selection)) {
        left.add(text(selection));
        changed = changed.without(selection.facet());
      }
    }
    return new Loosened(changed, left);
  }

  private static boolean isFilter(Query query) {
    return switch (query) {
      case Query.Value value -> true;
      case Query.Range range -> true;
      case Query.Term term -> term.field().facet().isPresent();
      case Query.Phrase phrase -> phrase.field().facet().isPresent();
      case Query.Prefix prefix -> prefix.field().facet().isPresent();
      case Query.Wildcard wildcard -> wildcard.field().facet().isPresent();
      case Query.Fuzzy fuzzy -> fuzzy.field().facet().isPresent();
      case Query.Not not -> isFilter(not.clause());
      case Query.Or or -> or.clauses().stream().allMatch(Loosened::isFilter);
      default -> false; // of groups the clauses are looked at, each
    };
  }

  // ---- phrases

  /** Lets the words of phrases stand near each other in any order. */
  Loosened nearWords() {
    return eachPhrase(
        phrase ->
            phrase.slop() < NEAR && words(phrase).size() > 1
                ? new Query.Phrase(phrase.field(), phrase.words(), NEAR)
                : phrase);
  }

  /** Lets the words of phrases stand anywhere. */
  Loosened looseWords() {
    return eachPhrase(
        phrase -> {
          List<Query> words = words(phrase);
          return words.size() > 1 ? new Query.Group(words) : phrase;
        });
  }

  /**
   * Lets the words that punctuation joins stand anywhere: of clauses that no article has at commas,
   * slashes and the like or, where there are none, at hyphens too; of others between letters.
   *
   * @param unmatched the clauses that no article has
   */
  Loosened wordsApart(Set<Query> unmatched) {
    return eachLeaf(
        leaf -> {
          if (!(leaf instanceof Query.Term term) || !term.field().isText()) {
            return leaf;
          }
          boolean nowhere = unmatched.contains(leaf);
          List<String> words = split(nowhere ? JOINT : JOINT_OF_LETTERS, term.word());
          if (words.size() < 2 && nowhere) {
            words = split(ANY_JOINT, term.word());
          }
          return words.size() < 2 || words.size() > MOST_JOINED
              ? leaf
              : new Query.Group(
                  words.stream().map(word -> (Query) new Query.Term(term.field(), word)).toList());
        });
  }

  private static List<String> split(Pattern joint, String word) {
    return joint
        .splitAsStream(word)
        .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  private Loosened eachPhrase(Function<Query.Phrase, Query> change) {
    return eachLeaf(leaf -> leaf instanceof Query.Phrase phrase ? change.apply(phrase) : leaf);
  }

  private Loosened eachLeaf(UnaryOperator<Query> change) {
    Query query = request.query();
    long words = query.leaves().stream().mapToLong(Loosened::size).sum();
    if (words > Query.MAX_CLAUSES / 2) {
      return this;
    }
    try {
      for (Query leaf : query.leaves()) {
        Query changed = change.apply(leaf);
        query = changed.equals(leaf) ? query : query.replaced(leaf, changed);
      }
    } catch (IllegalArgumentException e) {
      return this; // a phrase that stands many times has no room for its words as often
    }
    // Not all that can stand in a phrase can stand without quotes.
    boolean typable =
        !query.equals(request.query()) && Query.parse(query.print()).query().equals(query);
    return typable ? new Loosened(request.query(query), dropped) : this;
  }

  private static int size(Query leaf) {
    return leaf instanceof Query.Phrase phrase ? words(phrase).size() : 1;
  }

  private static List<Query> words(Query.Phrase phrase) {
    return Arrays.stream(phrase.words().strip().split("\\s+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .map(word -> (Query) new Query.Term(phrase.field(), word))
        .toList();
  }

  // ---- texts

  /** Prints a selection as a query would say it. */
  static String text(Selection selection) {
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

  /** Prints a value as a query would say it. */
  static String text(Facet facet, String key) {
    return switch (facet) {
      case COUNTRY, ABOUT, DATE ->
          Field.of(facet).id() + ":" + (key.equals(Facet.NONE) ? "none" : key);
      default -> new Query.Value(facet, key).print();
    };
  }
}
