package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;

/**
 * What is asked for, as a tree. {@link #parse} makes one of what a person types and never throws;
 * an application can as well build one of the records here. {@link #print} gives the text of
 * either, and {@code parse(q.print())} gives a query equal to {@code q} without any repair.
 *
 * <p>Words are kept as typed; what an article's text and a word have to share in order to match is
 * decided when the query runs. Queries are values: immutable, bounded in size ({@link
 * #MAX_CLAUSES}, {@link #MAX_PARTS}, {@link #MAX_WORDS}, {@link #MAX_PATTERNS}, {@link
 * #MAX_LENGTH}, {@link #MAX_DEPTH}), and safe for use by several threads. A record refuses null
 * with a {@link NullPointerException}, and what the language cannot say with an {@link
 * IllegalArgumentException}.
 */
public sealed interface Query {

  /** How many UTF-16 units of a text {@link #parse} reads; the rest is left out. */
  int MAX_TEXT = 500_000;

  /** How many UTF-16 units the words, phrases and values of a query have in all. */
  int MAX_LENGTH = 100_000;

  /** How many words, phrases and filters a query has. */
  int MAX_CLAUSES = 1_024;

  /**
   * How many parts a word has that is joined of several ("EU-Ukraine" has two), and how many words
   * a phrase: runs of letters and digits, and each sign of a script without blanks between words.
   */
  int MAX_PARTS = 128;

  /** How many words a query has in all: those of phrases and the parts of joined words too. */
  int MAX_WORDS = 2_048;

  /**
   * How many prefixes, wildcards and fuzzy words a query has: what each describes takes a moment to
   * work out, whatever the index.
   */
  int MAX_PATTERNS = 64;

  /** How many brackets stand inside each other. */
  int MAX_DEPTH = 50;

  /** How many UTF-16 units a prefix, a wildcard or a fuzzy word has, a star at its end included. */
  int MAX_PATTERN = 100;

  /** How many wildcards one word has; stars in a row are one. */
  int MAX_WILDCARDS = 8;

  /** How many repairs are listed; where there are more, the last one says how many. */
  int MAX_REPAIRS = 100;

  /** Matches every article. What nothing typed means; a star alone says it too. */
  record All() implements Query {}

  /**
   * Matches a word and its other forms: "drone" finds "drones". In {@link Field#ID} it is the whole
   * id; in {@link Field#AUTHOR}, {@link Field#SOURCE} and {@link Field#SECTION} it matches the
   * values that contain the word.
   *
   * @param field where to look; no field that is looked up by whole values ({@link Value}) or dates
   *     ({@link Range})
   * @param word one word as typed, not blank; a word that the analysis splits ("EU-Ukraine")
   *     matches as a phrase, and has at most {@link Query#MAX_PARTS} parts. An id is not split
   */
  record Term(Field field, String word) implements Query {
    /** Checks the parts. */
    public Term {
      Checks.field(field, f -> f == Field.ID || f.takesWords());
      Checks.text("word", word, MAX_LENGTH);
      if (field != Field.ID) {
        Checks.parts("word", word);
      }
    }

    // Written out: what the compiler leaves to the JVM is made anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Term term && field == term.field && word.equals(term.word);
    }

    @Override
    public int hashCode() {
      return 31 * field.hashCode() + word.hashCode();
    }
  }

  /**
   * Matches words one after the other.
   *
   * @param field where to look; one that is looked up by words
   * @param words what stands between the quotes, as typed, not blank, at most {@link
   *     Query#MAX_PARTS} words
   * @param slop how many moves of a word by one place are allowed in all, 0 to {@value #MAX_SLOP}
   */
  record Phrase(Field field, String words, int slop) implements Query {
    /** The largest slop. */
    public static final int MAX_SLOP = 100;

    /** Checks the parts. */
    public Phrase {
      Checks.field(field, Field::takesWords);
      Checks.text("words", words, MAX_LENGTH);
      Checks.parts("words", words);
      if (slop < 0 || slop > MAX_SLOP) {
        throw new IllegalArgumentException("slop is not in 0..%s: %s".formatted(MAX_SLOP, slop));
      }
    }
  }

  /**
   * Matches every word that begins so, in its exact form; in {@link Field#TAG}, {@link Field#TOPIC}
   * and {@link Field#LANGUAGE} every value that begins so.
   *
   * @param field where to look; not an id, a country or a date
   * @param start the beginning of the word, without the star, not blank and shorter than {@link
   *     Query#MAX_PATTERN}; its characters stand for themselves
   */
  record Prefix(Field field, String start) implements Query {
    /** Checks the parts. */
    public Prefix {
      Checks.field(field, Field::takesPatterns);
      Checks.text("start", start, MAX_PATTERN - 1);
    }
  }

  /**
   * Matches every word of a shape, in its exact form; in {@link Field#TAG}, {@link Field#TOPIC} and
   * {@link Field#LANGUAGE} every value of a shape.
   *
   * @param field where to look; not an id, a country or a date
   * @param pattern the shape: {@code *} stands for any run of characters, {@code ?} for any one,
   *     and a backslash makes the character after it stand for itself. Backslashes and stars
   *     without effect are dropped. A text and a star alone is a {@link Prefix}; a star alone is
   *     any word and only for text, title and body, as {@code tag:*} is {@code Not(Value(TAG,
   *     NONE))}
   */
  record Wildcard(Field field, String pattern) implements Query {
    /** Checks the parts and drops what has no effect. */
    public Wildcard {
      Checks.field(field, Field::takesPatterns);
      pattern = Checks.pattern(field, pattern);
    }
  }

  /**
   * Matches every word that differs by a few letters, in its exact form; in {@link Field#TAG} and
   * {@link Field#TOPIC} every value that does.
   *
   * @param field where to look; not an id, a country, a language or a date
   * @param word the word, not blank, at most {@link Query#MAX_PATTERN} long
   * @param edits how many letters may be added, dropped, replaced or swapped with a neighbour, 1 or
   *     2 (Damerau-Levenshtein distance)
   */
  record Fuzzy(Field field, String word, int edits) implements Query {
    /** Checks the parts. */
    public Fuzzy {
      Checks.field(field, Field::takesEdits);
      Checks.text("word", word, MAX_PATTERN);
      if (edits < 1 || edits > 2) {
        throw new IllegalArgumentException("edits is not in 1..2: " + edits);
      }
    }
  }

  /**
   * Matches the articles that have a value in a facet: {@code tag:procurement}, {@code tag:"joint
   * task force"}. {@link Facet#NONE} matches those that have none.
   *
   * @param facet the facet; in {@link Facet#DATE} only {@link Facet#NONE}, as dates are a {@link
   *     Range}
   * @param value the value in any spelling that has the same key; a country also by a name
   */
  record Value(Facet facet, String value) implements Query {
    /** Checks the parts; the value is replaced by its key. */
    public Value {
      value = Checks.key(requireNonNull(facet, "facet"), requireNonNull(value, "value"));
    }
  }

  /**
   * Matches the articles whose whole publication date lies between two days, both included.
   *
   * @param from the first day, empty for no bound
   * @param to the last day, empty for no bound; not before the first. Both are of the years 1 to
   *     9999, and at least one is there
   */
  record Range(Optional<LocalDate> from, Optional<LocalDate> to) implements Query {
    /** Checks the parts. */
    public Range {
      Checks.day("from", from);
      Checks.day("to", to);
      if (from.isEmpty() && to.isEmpty()) {
        throw new IllegalArgumentException("range has no bound");
      }
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        throw new IllegalArgumentException(
            "range ends before it starts: %s..%s".formatted(from.get(), to.get()));
      }
    }

    /**
     * Reads days as {@code date:} does: {@code 2025}, {@code 2025-03..2025-05}, {@code 7d}, {@code
     * yesterday} (told by the clock of the system), and what comes close to one and has one
     * meaning, such as {@code May 2025} or {@code 14.5.2025}.
     *
     * @param text the days as a person writes them
     * @return the days
     * @throws IllegalArgumentException if the text is no date, or nobody can tell which
     */
    public static Range parse(String text) {
      return DateReader.range(requireNonNull(text, "text"));
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
      clauses = Checks.clauses(Extent.Join.GROUP, clauses);
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
      clauses = Checks.clauses(Extent.Join.AND, clauses);
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
      clauses = Checks.clauses(Extent.Join.OR, clauses);
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
      Extent.check(Extent.Join.NOT, List.of(requireNonNull(clause, "clause")));
    }
  }

  /**
   * Reads what a person typed, with dates such as {@code yesterday} told by the clock of the
   * system.
   *
   * @param text anything, of any length
   * @return the query, its canonical text, and the repairs made
   * @see #parse(String, Clock)
   */
  static ParsedQuery parse(String text) {
    return parse(text, new LocalClock());
  }

  /**
   * Reads what a person typed. Never throws on a text: what does not follow the language is read as
   * words or left out, and every such repair is reported with its position. Takes time in
   * proportion to the length of the text, up to {@link #MAX_TEXT}.
   *
   * @param text anything, of any length; blank is {@link All}
   * @param clock tells today, in its zone
   * @return the query, its canonical text, and the repairs made
   */
  static ParsedQuery parse(String text, Clock clock) {
    return Parser.parse(text, clock);
  }

  /**
   * Reads a query that must follow the language to the letter, with dates such as {@code yesterday}
   * told by the clock of the system.
   *
   * @param text the query; blank is {@link All}
   * @return the query
   * @throws QuerySyntaxException at the first place where {@link #parse} would make a repair
   */
  static Query parseStrict(String text) throws QuerySyntaxException {
    return parseStrict(text, new LocalClock());
  }

  /**
   * Reads a query that must follow the language to the letter.
   *
   * @param text the query; blank is {@link All}
   * @param clock tells today, in its zone
   * @return the query
   * @throws QuerySyntaxException at the first place where {@link #parse} would make a repair
   */
  static Query parseStrict(String text, Clock clock) throws QuerySyntaxException {
    return Parser.parseStrict(text, clock);
  }

  /**
   * Returns the text of this query in the query language. {@link #parse} and {@link #parseStrict}
   * read an equal query from it, at any time: dates are written as days.
   *
   * @return one line, as far as the words hold no line break; never empty
   */
  default String print() {
    return Printer.print(this);
  }

  /**
   * Leaves out one clause after the other, so that the query matches more: each word, phrase or
   * filter that has to match, those in brackets one by one too. What {@code OR} joins is one
   * clause, as is what is negated.
   *
   * @param most how many to give at most, from 0
   * @return what was left out and the rest, in the order of the query; nothing for {@link All}
   */
  default List<Relaxed> relaxed(int most) {
    return QueryTree.relaxed(this, most);
  }

  /**
   * Returns the words, phrases and filters that this query consists of, those that must not match
   * left out.
   *
   * @return the clauses that hold no others, in the order of the query, each once
   */
  default List<Query> leaves() {
    return QueryTree.leaves(this);
  }

  /**
   * Leaves out all clauses at once that have a property and narrow this query: the clauses of
   * groups and of AND, but not alternatives or what is inside NOT.
   *
   * @param leftOut says of a clause whether to leave it out
   * @return what is left out, {@link All} where nothing is and a {@link Group} where several are,
   *     and the rest
   */
  default Relaxed relaxed(Predicate<Query> leftOut) {
    return QueryTree.relaxed(this, leftOut);
  }

  /**
   * Returns this query with a clause replaced by another wherever it stands.
   *
   * @param clause the clause as it stands in this query
   * @param by what stands there instead
   * @return the changed query; this one where it does not have the clause
   * @throws IllegalArgumentException if the change would make the query larger than its bounds
   */
  default Query replaced(Query clause, Query by) {
    return QueryTree.replaced(this, clause, by);
  }
}
