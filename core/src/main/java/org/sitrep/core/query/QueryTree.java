package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes queries apart and puts them together again with something changed.
 *
 * <p>What every search goes through asks {@code instanceof} instead of a {@code switch} over types:
 * the JVM makes the code of such a switch anew at each start, no cache keeps it.
 */
final class QueryTree {
  private QueryTree() {}

  // ---- clauses left out

  /** Leaves out each clause that narrows the query, in the order of the query. */
  static List<Relaxed> relaxed(Query query, int most) {
    List<Relaxed> relaxed = new ArrayList<>();
    if (query instanceof Query.Group || query instanceof Query.And || query instanceof Query.Or) {
      relax(query, rest -> rest, relaxed, most);
    } else if (!(query instanceof Query.All) && most > 0) {
      relaxed.add(new Relaxed(query, new Query.All()));
    }
    return relaxed;
  }

  /** Leaves out clauses of one that stands somewhere in a query, which {@code whole} completes. */
  private static void relax(
      Query query, UnaryOperator<Query> whole, List<Relaxed> relaxed, int most) {
    List<Query> clauses = joined(query);
    for (int i = 0; i < clauses.size() && relaxed.size() < most; i++) {
      int place = i;
      Query clause = clauses.get(i);
      boolean narrows = !(query instanceof Query.Or); // an alternative less would match fewer
      if (clause instanceof Query.Group || clause instanceof Query.And) {
        relax(clause, c -> whole.apply(with(query, clauses, place, c)), relaxed, most);
      } else if (narrows) {
        List<Query> rest = new ArrayList<>(clauses);
        rest.remove(place);
        relaxed.add(new Relaxed(clause, whole.apply(join(query, rest))));
      }
    }
  }

  private static Query with(Query query, List<Query> clauses, int place, Query clause) {
    List<Query> changed = new ArrayList<>(clauses);
    changed.set(place, clause);
    return join(query, changed);
  }

  /** Leaves out all clauses at once that narrow the query and have a property. */
  static Relaxed relaxed(Query query, Predicate<Query> leftOut) {
    requireNonNull(leftOut, "leftOut");
    List<Query> dropped = new ArrayList<>();
    Query rest = rest(query, leftOut, dropped);
    return new Relaxed(grouped(dropped), rest);
  }

  private static Query grouped(List<Query> clauses) {
    return clauses.size() > 1
        ? new Query.Group(clauses)
        : clauses.stream().findFirst().orElseGet(Query.All::new);
  }

  private static Query rest(Query query, Predicate<Query> leftOut, List<Query> dropped) {
    if (leftOut.test(query)) {
      dropped.add(query);
      return new Query.All();
    }
    if (!(query instanceof Query.Group || query instanceof Query.And)) {
      return query;
    }
    int before = dropped.size();
    List<Query> kept = new ArrayList<>();
    for (Query clause : joined(query)) {
      Query rest = rest(clause, leftOut, dropped);
      if (rest.equals(clause) || !(rest instanceof Query.All)) {
        kept.add(rest);
      }
    }
    return dropped.size() == before ? query : join(query, kept);
  }

  // ---- clauses changed

  /** Returns the query with a clause replaced wherever it stands. */
  static Query replaced(Query query, Query clause, Query by) {
    requireNonNull(clause, "clause");
    requireNonNull(by, "by");
    return changed(query, each -> each.equals(clause) ? by : each);
  }

  private static Query changed(Query query, Function<Query, Query> change) {
    if (query instanceof Query.Not not) {
      Query inside = changed(not.clause(), change);
      return change.apply(inside.equals(not.clause()) ? not : new Query.Not(inside));
    }
    List<Query> clauses = joined(query);
    if (clauses.isEmpty()) {
      return change.apply(query);
    }
    List<Query> changed = clauses.stream().map(clause -> changed(clause, change)).toList();
    return change.apply(changed.equals(clauses) ? query : join(query, changed));
  }

  /** Returns the clauses that hold no others and are not negated, each once. */
  static List<Query> leaves(Query query) {
    Set<Query> leaves = new LinkedHashSet<>();
    addLeaves(query, leaves);
    return List.copyOf(leaves);
  }

  private static void addLeaves(Query query, Set<Query> leaves) {
    List<Query> clauses = joined(query);
    if (clauses.isEmpty() && !(query instanceof Query.Not)) {
      leaves.add(query);
    }
    clauses.forEach(clause -> addLeaves(clause, leaves));
  }

  /** The clauses that a query joins, in order; of any other query none. */
  static List<Query> joined(Query query) {
    if (query instanceof Query.Group group) {
      return group.clauses();
    }
    if (query instanceof Query.And and) {
      return and.clauses();
    }
    return query instanceof Query.Or or ? or.clauses() : List.of();
  }

  /** What a query of one clause has typed: its word, words, pattern or value; of others nothing. */
  static String typed(Query query) {
    if (query instanceof Query.Term term) {
      return term.word();
    }
    if (query instanceof Query.Phrase phrase) {
      return phrase.words();
    }
    if (query instanceof Query.Value value) {
      return value.value();
    }
    if (query instanceof Query.Prefix prefix) {
      return prefix.start();
    }
    if (query instanceof Query.Wildcard wildcard) {
      return wildcard.pattern();
    }
    return query instanceof Query.Fuzzy fuzzy ? fuzzy.word() : "";
  }

  /** Says whether a query stands for all words that are like one. */
  static boolean isPattern(Query query) {
    return query instanceof Query.Prefix
        || query instanceof Query.Wildcard
        || query instanceof Query.Fuzzy;
  }

  /** Joins clauses as those of a query are. */
  private static Query join(Query like, List<Query> clauses) {
    if (clauses.size() < 2) {
      return clauses.isEmpty() ? new Query.All() : clauses.getFirst();
    }
    return switch (like) {
      case Query.And and -> new Query.And(clauses);
      case Query.Or or -> new Query.Or(clauses);
      default -> new Query.Group(clauses);
    };
  }
}
