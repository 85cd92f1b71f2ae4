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
    return switch (query) {
      case Query.Group group -> of(Join.GROUP, group.clauses());
      case Query.Or or -> of(Join.OR, or.clauses());
      case Query.And and -> of(Join.AND, and.clauses());
      case Query.Not not -> of(Join.NOT, List.of(not.clause()));
      case Query.All all -> word("");
      case Query.Range range -> word("");
      case Query.Term term -> word(term.word());
      case Query.Phrase phrase -> word(phrase.words());
      case Query.Prefix prefix -> pattern(prefix.start());
      case Query.Wildcard wildcard -> pattern(wildcard.pattern());
      case Query.Fuzzy fuzzy -> pattern(fuzzy.word());
      case Query.Value value -> word(value.value());
    };
  }

  private static Extent word(String text) {
    return new Extent(1, text.length(), 0, 0);
  }

  private static Extent pattern(String text) {
    return new Extent(1, text.length(), 1, 0);
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
    return switch (query) {
      case Query.Group group -> words(group.clauses());
      case Query.Or or -> words(or.clauses());
      case Query.And and -> words(and.clauses());
      case Query.Not not -> words(not.clause());
      case Query.Term term -> term.field() == Field.ID ? 1 : words(term.word());
      case Query.Phrase phrase -> words(phrase.words());
      case Query.Prefix prefix -> words(prefix.start());
      case Query.Wildcard wildcard -> words(wildcard.pattern());
      case Query.Fuzzy fuzzy -> words(fuzzy.word());
      case Query.All all -> 1;
      case Query.Range range -> 1;
      case Query.Value value -> 1;
    };
  }

  private static int words(List<Query> clauses) {
    return clauses.stream().mapToInt(Extent::words).sum();
  }

  private static int words(String text) {
    return Math.max(1, Parts.count(text));
  }

  /** Says whether a clause would be read otherwise without brackets around it. */
  static boolean needsBrackets(Join join, Query clause) {
    return switch (clause) {
      case Query.Group group -> true;
      case Query.Or or -> join != Join.GROUP;
      case Query.And and -> join == Join.AND || join == Join.NOT;
      case Query.Not not -> join == Join.NOT;
      default -> false;
    };
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
