package org.sitrep.core.index.search;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.Analysis.Word;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.search.Ranking;

/**
 * Clauses that look into titles and bodies. A word matches by its stem in the language of the
 * article and by its English one; where its exact form stands too, the article ranks higher. For
 * one thread.
 */
public final class TextClauses {
  private static final int NEAR = 8;
  private static final double MOST_ARTICLES = 0.2;
  private static final int FEW_ARTICLES = 100;

  private final Analysis analysis;
  private final List<String> languages;
  private final Ranking ranking;
  private final Runnable check;
  private final Map<org.sitrep.core.query.Query, Optional<Query>> made = new HashMap<>();

  /**
   * Prepares clauses.
   *
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by, as {@link
   *     Analysis#languageOf} gives them
   * @param ranking the weights of fields and forms
   */
  public TextClauses(Analysis analysis, List<String> languages, Ranking ranking) {
    this(analysis, languages, ranking, () -> {});
  }

  /**
   * Prepares clauses of which making and searching can be stopped.
   *
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by, as {@link
   *     Analysis#languageOf} gives them
   * @param ranking the weights of fields and forms
   * @param check is called again and again while clauses are made and while the terms of a shape
   *     are gone through; what it throws ends that
   */
  public TextClauses(Analysis analysis, List<String> languages, Ranking ranking, Runnable check) {
    this.analysis = analysis;
    this.languages = languages.isEmpty() ? List.of("en") : List.copyOf(languages);
    this.ranking = ranking;
    this.check = check;
  }

  /** What is called while clauses are made. */
  Runnable check() {
    return check;
  }

  /** What makes terms of words. */
  Analysis analysis() {
    return analysis;
  }

  /** Makes a clause, but an equal one only once: a pattern takes a moment to be worked out. */
  Optional<Query> once(
      org.sitrep.core.query.Query clause,
      Function<org.sitrep.core.query.Query, Optional<Query>> make) {
    Optional<Query> known = made.get(clause);
    if (known != null) {
      return known;
    }
    Optional<Query> clauses = make.apply(clause);
    made.put(clause, clauses);
    return clauses;
  }

  /**
   * Matches words one after the other in any way to write them. What is meant by them in more words
   * than were typed weighs no more than those: a phrase scores what its words do together.
   */
  Optional<Query> phrase(Field field, String words, int slop) {
    Set<List<Word>> written = new LinkedHashSet<>();
    SetMultimap<List<Word>, String> languagesOf = LinkedHashMultimap.create();
    for (String language : languages) {
      check.run();
      Analysis.Readings read = analysis.readings(words, language);
      written.addAll(read.written());
      read.meant().forEach(reading -> languagesOf.put(reading, language));
      read.written().forEach(reading -> languagesOf.put(reading, language));
    }
    Set<List<Word>> readings = languagesOf.keySet();
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    boolean phrase = written.stream().anyMatch(reading -> reading.size() > 1);
    int most = written.stream().mapToInt(List::size).max().orElse(1);
    Set<String> forms = single(readings, Word::stem);
    Query stems =
        any(
            readings,
            reading -> {
              Query sequence =
                  LanguageFilter.of(
                      stems(field, reading, slop, forms), languagesOf.get(reading), languages);
              boolean isLonger = !written.contains(reading) && reading.size() > most;
              return isLonger ? new BoostQuery(sequence, (float) most / reading.size()) : sequence;
            });
    Query word = new Labelled((phrase ? "phrase" : "word") + quoted(words), stems);
    float weight = (float) ranking.exactWeight();
    if (weight == 0 || written.isEmpty()) {
      return Optional.of(word);
    }
    Set<String> exactForms = single(written, Word::exact);
    Query exact = any(written, reading -> exact(field, reading, slop, exactForms));
    Query added = new BoostQuery(new Labelled("exact form" + quoted(words), exact), weight);
    boolean nested = written.stream().flatMap(List::stream).noneMatch(TextClauses::hasNumber);
    return Optional.of(new WordForms(word, added, nested));
  }

  /** F-16S and F-16s have one exact form and two stems. */
  private static boolean hasNumber(Word word) {
    return word.exact().codePoints().anyMatch(Character::isDigit);
  }

  /**
   * For words typed side by side: gives each one a second way to match, by what it is together with
   * its neighbours. "F 16" finds F-16, "ministry of defence" MoD. The words of an amount match in
   * no other way than together: "1.5" and "billion" apart say little of "1.5 billion dollars". It
   * weighs as much as they would.
   *
   * @param field where to look
   * @param words the words, in order
   * @param clauses their clauses, in the same order; empty for a word with nothing to search for
   * @return the clauses with the second ways; that of an amount in the place of its first word, and
   *     empty in those of its others
   */
  List<Optional<Query>> together(Field field, List<String> words, List<Optional<Query>> clauses) {
    Map<Range, Set<List<Word>>> readings = new LinkedHashMap<>();
    Set<Range> amounts = new HashSet<>();
    findTogether(
        words,
        (range, found) -> {
          readings.computeIfAbsent(range, key -> new LinkedHashSet<>()).addAll(found.readings());
          if (found.isAmount()) {
            amounts.add(range);
          }
        });
    List<Optional<Query>> together = new ArrayList<>(clauses);
    readings.forEach((range, found) -> orWhole(field, range.of(words), found, range.in(together)));
    for (Range range : longest(amounts)) {
      long weight = range.in(together).stream().filter(Optional::isPresent).count();
      Optional<Query> amount = phrase(field, range.of(words), 0);
      range.in(together).replaceAll(word -> Optional.empty());
      together.set(range.first(), amount.map(clause -> new BoostQuery(clause, weight)));
    }
    return together;
  }

  /** Those of words typed side by side that match as amounts of several words alone. */
  List<String> wordsOfAmounts(List<String> words) {
    Set<Range> amounts = new HashSet<>();
    findTogether(
        words,
        (range, found) -> {
          if (found.isAmount()) {
            amounts.add(range);
          }
        });
    return longest(amounts).stream().flatMap(range -> range.in(words).stream()).toList();
  }

  private void findTogether(List<String> words, BiConsumer<Range, Analysis.Together> found) {
    for (String language : languages) {
      check.run();
      for (Analysis.Together together : analysis.together(words, language)) {
        found.accept(new Range(together.first(), together.last() + 1), together);
      }
    }
  }

  /** Words side by side, from the first to before the end. */
  private record Range(int first, int end) {
    String of(List<String> words) {
      return String.join(" ", in(words));
    }

    <T> List<T> in(List<T> all) {
      return all.subList(first, end);
    }

    boolean overlaps(Range other) {
      return first < other.end && end > other.first;
    }
  }

  /** Ranges without those that overlap a longer one. */
  private static List<Range> longest(Set<Range> ranges) {
    List<Range> longest = new ArrayList<>();
    ranges.stream()
        .sorted(
            Comparator.comparingInt((Range range) -> range.first() - range.end())
                .thenComparingInt(Range::first))
        .filter(range -> longest.stream().noneMatch(range::overlaps))
        .forEach(longest::add);
    return longest;
  }

  /**
   * Gives each word of a compound that is taken apart a second way to match: by what the compound
   * is otherwise. "over" and "flight" of "over-flight" find "overflight".
   */
  void orOtherwise(Field field, String compound, List<Optional<Query>> words) {
    Set<List<Word>> readings = new LinkedHashSet<>();
    for (String language : languages) {
      readings.addAll(analysis.readings(compound, language).meant());
    }
    if (!readings.isEmpty()) {
      orWhole(field, compound, readings, words);
    }
  }

  private void orWhole(
      Field field, String typed, Set<List<Word>> readings, List<Optional<Query>> words) {
    Set<String> forms = single(readings, Word::stem);
    Query whole =
        new Labelled(
            "together" + quoted(typed), any(readings, reading -> stems(field, reading, 0, forms)));
    words.replaceAll(each -> each.map(word -> new DisjunctionMaxQuery(List.of(word, whole), 0.0f)));
  }

  private static String quoted(String words) {
    return " '" + words.strip().toLowerCase(Locale.ROOT) + "'";
  }

  private Set<List<Word>> readings(String words) {
    Set<List<Word>> readings = new LinkedHashSet<>();
    for (String language : languages) {
      check.run();
      List<Word> reading = analysis.words(words, language);
      if (!reading.isEmpty()) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private static <T> Query any(Set<T> readings, Function<T, Query> clause) {
    Set<Query> clauses = new LinkedHashSet<>();
    readings.forEach(reading -> clauses.add(clause.apply(reading)));
    return clauses.size() == 1 ? clauses.iterator().next() : new DisjunctionMaxQuery(clauses, 0);
  }

  /** The terms of readings that are one word each. */
  private static Set<String> single(Set<List<Word>> readings, Function<Word, String> term) {
    return readings.stream()
        .filter(reading -> reading.size() == 1)
        .map(reading -> term.apply(reading.getFirst()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Query stems(Field field, List<Word> reading, int slop, Set<String> forms) {
    return sequence(
        field,
        Lists.transform(reading, Word::stem),
        slop,
        forms,
        term -> word(term, WordQuery.of(term, forms)));
  }

  private Query exact(Field field, List<Word> reading, int slop, Set<String> forms) {
    return sequence(
        field,
        Lists.transform(reading, Word::exact),
        slop,
        forms,
        term -> word(term, WordQuery.unmarked(term, forms)));
  }

  private Query sequence(
      Field field,
      List<String> terms,
      int slop,
      Set<String> forms,
      Function<String, Query> wordOfText) {
    if (terms.size() > 1) {
      String[] sequence = terms.toArray(String[]::new);
      return inFields(field, name -> new PhraseQuery(slop, name, sequence));
    }
    String term = terms.getFirst();
    return field == Field.TEXT
        ? wordOfText.apply(term)
        : inFields(field, name -> new FormQuery(new Term(name, term), forms));
  }

  /** Matches a term in title or body, scored as one text in which the title's words weigh more. */
  Query stem(String term) {
    return word(term, WordQuery.of(term, Set.of(term)));
  }

  private Query word(String term, WordQuery indexed) {
    // The field of both was written with one weight of titles; any other is worked out here.
    return ranking.titleWeight() == Schema.TITLE_TIMES
        ? indexed
        : new CombinedFieldQuery.Builder(term)
            .addField(Schema.TITLE, (float) ranking.titleWeight())
            .addField(Schema.BODY)
            .build();
  }

  /** Makes a clause for each of the texts that a field names. */
  Query inFields(Field field, Function<String, Query> clause) {
    return switch (field) {
      case TITLE -> clause.apply(Schema.TITLE);
      case BODY -> clause.apply(Schema.BODY);
      default ->
          new DisjunctionMaxQuery(
              List.of(
                  new BoostQuery(clause.apply(Schema.TITLE), (float) ranking.titleWeight()),
                  clause.apply(Schema.BODY)),
              0);
    };
  }

  /** Whether a typed word is several words to the index, in whatever way it is read. */
  boolean isCompound(String word) {
    if (word.codePoints().allMatch(Character::isLetterOrDigit)) {
      return false;
    }
    Set<List<Word>> readings = readings(word);
    return !readings.isEmpty() && readings.stream().allMatch(reading -> reading.size() > 1);
  }

  /** Whether a word tells no article from another: "the", "of". */
  boolean isStopWord(String word) {
    return languages.contains("en") && Analysis.isStopWord(word);
  }

  /** Matches bodies in which two words stand near each other, the better the nearer. */
  Optional<Query> near(String first, String second) {
    Set<Query> phrases = new LinkedHashSet<>();
    for (String language : languages) {
      check.run();
      List<Word> both = new ArrayList<>(analysis.words(first, language));
      both.addAll(analysis.words(second, language));
      if (both.size() > 1) {
        String[] stems = both.stream().map(Word::stem).toArray(String[]::new);
        phrases.add(new PhraseQuery(NEAR, Schema.BODY, stems));
      }
    }
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Labelled(
                quoted(first).strip() + " near" + quoted(second), any(phrases, phrase -> phrase)));
  }

  /** Whether a word is rare enough that it says something where it stands near another. */
  boolean isTelling(String word, IndexSearcher searcher) throws IOException {
    if (isStopWord(word)) {
      return false;
    }
    double most = Math.max(FEW_ARTICLES, searcher.getIndexReader().numDocs() * MOST_ARTICLES);
    for (List<Word> reading : readings(word)) {
      for (Word part : reading) {
        if (ArticleSearcher.articles(new Term(Schema.TEXT, part.stem()), searcher) > most) {
          return false;
        }
      }
    }
    return true;
  }

  /** In how many articles a term stands, deleted ones included. */
  static int articles(String term, IndexReader reader) throws IOException {
    return reader.docFreq(new Term(Schema.TEXT, term));
  }
}
