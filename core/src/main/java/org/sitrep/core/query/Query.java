package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Facet;

/**
 * What is asked for, as a tree. {@link #parse} makes one of what a person types and never throws;
 * an application can as well build one of the records here. {@link ParsedQuery#canonical} is its
 * text.
 *
 * <p>Words are kept as typed; what an article's text and a word have to share in order to match is
 * decided when the query runs. Queries are values: immutable, and safe for use by several threads.
 */
public sealed interface Query {

  /** Matches every article. What nothing typed means. */
  record All() implements Query {}

  /**
   * Matches a word and its other forms: "drone" finds "drones".
   *
   * @param field where to look
   * @param word one word as typed; a word that the analysis splits ("EU-Ukraine") matches as a
   *     phrase
   */
  record Term(Field field, String word) implements Query {
    /** Checks the parts; the word is not empty. */
    public Term {
      requireNonNull(field, "field");
      checkText("word", word);
    }
  }

  /**
   * Matches words one after the other.
   *
   * @param field where to look
   * @param words what stands between the quotes, as typed
   * @param slop how many moves of a word by one place are allowed in all, from 0
   */
  record Phrase(Field field, String words, int slop) implements Query {
    /** The largest slop. */
    public static final int MAX_SLOP = 100;

    /** Checks the parts; the words are not empty. */
    public Phrase {
      requireNonNull(field, "field");
      checkText("words", words);
      if (slop < 0 || slop > MAX_SLOP) {
        throw new IllegalArgumentException("slop is not in 0..%d: %d".formatted(MAX_SLOP, slop));
      }
    }
  }

  /**
   * Matches every word that begins so, in its exact form.
   *
   * @param field where to look
   * @param start the beginning of the word, without the star
   */
  record Prefix(Field field, String start) implements Query {
    /** Checks the parts; the start is not empty. */
    public Prefix {
      requireNonNull(field, "field");
      checkText("start", start);
    }
  }

  /**
   * Matches every word of a shape, in its exact form.
   *
   * @param field where to look
   * @param pattern the shape: {@code *} stands for any run of characters, {@code ?} for any one
   */
  record Wildcard(Field field, String pattern) implements Query {
    /** Checks the parts; the pattern is not empty. */
    public Wildcard {
      requireNonNull(field, "field");
      checkText("pattern", pattern);
    }
  }

  /**
   * Matches every word that differs by a few letters, in its exact form.
   *
   * @param field where to look
   * @param word the word
   * @param edits how many letters may be added, dropped, replaced or swapped with a neighbour, 1 or
   *     2 (Damerau-Levenshtein distance)
   */
  record Fuzzy(Field field, String word, int edits) implements Query {
    /** Checks the parts; the word is not empty. */
    public Fuzzy {
      requireNonNull(field, "field");
      checkText("word", word);
      if (edits < 1 || edits > 2) {
        throw new IllegalArgumentException("edits is not in 1..2: " + edits);
      }
    }
  }

  /**
   * Matches the articles that have a value in a facet: {@code tag:procurement}, {@code tag:"joint
   * task force"}. {@link Facet#NONE} matches those that have none.
   *
   * @param facet the facet
   * @param value the value in any spelling that has the same key
   */
  record Value(Facet facet, String value) implements Query {
    /** Checks the parts; the value is replaced by its key. */
    public Value {
      requireNonNull(facet, "facet");
      value = facet.key(requireNonNull(value, "value"));
    }
  }

  /**
   * Matches the articles whose whole publication date lies between two days, both included.
   *
   * @param from the first day, empty for no bound
   * @param to the last day, empty for no bound; not before the first
   */
  record Range(Optional<LocalDate> from, Optional<LocalDate> to) implements Query {
    /** Checks the parts; at least one bound is there. */
    public Range {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      if (from.isEmpty() && to.isEmpty()) {
        throw new IllegalArgumentException("range has no bound");
      }
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        throw new IllegalArgumentException(
            "range ends before it starts: %s..%s".formatted(from.get(), to.get()));
      }
    }
  }

  /**
   * Matches by clauses that stand side by side without an operator. How many of the words have to
   * match is the request's choice ({@code org.sitrep.core.search.Match}); filters ({@link Value},
   * {@link Range}, fields of facets) and {@link Not} always have to hold.
   *
   * @param clauses two or more
   */
  record Group(List<Query> clauses) implements Query {
    /** Checks and copies the clauses. */
    public Group {
      clauses = copyOfMany(clauses);
    }
  }

  /**
   * Matches what every clause matches.
   *
   * @param clauses two or more
   */
  record And(List<Query> clauses) implements Query {
    /** Checks and copies the clauses. */
    public And {
      clauses = copyOfMany(clauses);
    }
  }

  /**
   * Matches what any clause matches.
   *
   * @param clauses two or more
   */
  record Or(List<Query> clauses) implements Query {
    /** Checks and copies the clauses. */
    public Or {
      clauses = copyOfMany(clauses);
    }
  }

  /**
   * Matches what a clause does not match.
   *
   * @param clause what must not match
   */
  record Not(Query clause) implements Query {
    /** Checks the clause. */
    public Not {
      requireNonNull(clause, "clause");
    }
  }

  /**
   * Reads what a person typed. Never throws: whatever cannot be read as the language has it is read
   * as words, and every such repair is reported with its position.
   *
   * @param text anything, of any length
   * @return the query, its canonical text, and the repairs made
   */
  static ParsedQuery parse(String text) {
    return parse(text, Clock.system(ZoneId.systemDefault()));
  }

  /**
   * Reads what a person typed, with dates such as {@code yesterday} told by a clock.
   *
   * @param text anything, of any length
   * @param clock tells today
   * @return the query, its canonical text, and the repairs made
   */
  static ParsedQuery parse(String text, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a query that must follow the language to the letter.
   *
   * @param text the query
   * @return the query
   * @throws QuerySyntaxException at the first place where {@link #parse} would make a repair
   */
  static Query parseStrict(String text) throws QuerySyntaxException {
    throw new UnsupportedOperationException();
  }

  private static void checkText(String name, String text) {
    if (requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }

  private static List<Query> copyOfMany(List<Query> clauses) {
    List<Query> copy = List.copyOf(clauses);
    if (copy.size() < 2) {
      throw new IllegalArgumentException("clauses are fewer than 2: " + copy.size());
    }
    return copy;
  }
}
