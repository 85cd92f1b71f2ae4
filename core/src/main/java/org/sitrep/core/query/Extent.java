package org.sitrep.core.query;

import java.util.List;

/**
 * How large a query is.
 *
 * @param clauses how many words, phrases and filters it has
 * @param length how many UTF-16 units they have in all
 * @param patterns how many of them are prefixes, wildcards or fuzzy words
 * @param depth how many brackets stand inside each other where only those are written that the
 *     meaning needs
 */
record Extent(int clauses, long length, int patterns, int depth) {

  /** What joins clauses, from the loosest to the tightest. */
  enum Join {
    GROUP,
    OR,
    AND,
    NOT
  }

  static Extent of(Query query) {
    if (query instanceof Query.Not not) {
      return of(Join.NOT, List.of(not.clause()));
    }
    List<Query> clauses = QueryTree.joined(query);
    return clauses.isEmpty()
        ? new Extent(1, QueryTree.typed(query).length(), QueryTree.isPattern(query) ? 1 : 0, 0)
        : of(join(query), clauses);
  }

  private static Join join(Query query) {
    if (query instanceof Query.Group) {
      return Join.GROUP;
    }
    return query instanceof Query.Or ? Join.OR : Join.AND;
  }

  static Extent of(Join join, List<Query> clauses) {
    int count = 0;
    long length = 0;
    int patterns = 0;
    int depth = 0;
    for (Query clause : clauses) {
      Extent extent = of(clause);
      count += extent.clauses;
      length += extent.length;
      patterns += extent.patterns;
      depth = Math.max(depth, extent.depth + (needsBrackets(join, clause) ? 1 : 0));
      if (count > Query.MAX_CLAUSES) {
        break;
      }
    }
    return new Extent(count, length, patterns, depth);
  }

  /** Counts words, those of phrases and the parts of joined words too; a filter counts as one. */
  static int words(Query query) {
    if (query instanceof Query.Not not) {
      return words(not.clause());
    }
    List<Query> clauses = QueryTree.joined(query);
    if (!clauses.isEmpty()) {
      return words(clauses);
    }
    boolean one =
        query instanceof Query.Value || (query instanceof Query.Term t && t.field() == Field.ID);
    return one ? 1 : words(QueryTree.typed(query));
  }

  private static int words(List<Query> clauses) {
    return clauses.stream().mapToInt(Extent::words).sum();
  }

  private static int words(String text) {
    return Math.max(1, Parts.count(text));
  }

  /** Says whether a clause would be read otherwise without brackets around it. */
  static boolean needsBrackets(Join join, Query clause) {
    if (clause instanceof Query.Or) {
      return join != Join.GROUP;
    }
    if (clause instanceof Query.And) {
      return join == Join.AND || join == Join.NOT;
    }
    return clause instanceof Query.Group || (clause instanceof Query.Not && join == Join.NOT);
  }

  /** Refuses clauses that are too many, too long or too deep to be joined. */
  static void check(Join join, List<Query> clauses) {
    Extent extent = of(join, clauses);
    if (extent.clauses > Query.MAX_CLAUSES) {
      throw new IllegalArgumentException(
          "query has more clauses than %s".formatted(Query.MAX_CLAUSES));
    }
    if (extent.length > Query.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "query is longer than %s: %s".formatted(Query.MAX_LENGTH, extent.length));
    }
    // No text has more words than characters.
    if (extent.clauses + extent.length > Query.MAX_WORDS && words(clauses) > Query.MAX_WORDS) {
      throw new IllegalArgumentException(
          "query has more words than %s in all".formatted(Query.MAX_WORDS));
    }
    if (extent.patterns > Query.MAX_PATTERNS) {
      throw new IllegalArgumentException(
          "query has more wildcards and fuzzy words than %s: %s"
              .formatted(Query.MAX_PATTERNS, extent.patterns));
    }
    if (extent.depth > Query.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "query nests deeper than %s: %s".formatted(Query.MAX_DEPTH, extent.depth));
    }
  }
}
