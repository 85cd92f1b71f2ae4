package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.NothingFound.Respelling;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import org.sitrep.core.vocabulary.Folding;

/** Finds spellings that exist for the words and values of a request that no article has. */
final class Spellings {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}");

  private static final int COUNTRY_CODE = 2;
  private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final int LONGEST_ACRONYM = 4;

  /** Queries near the bounds have no room for a longer word. */
  private static final int LONGEST_QUERY = Query.MAX_LENGTH / 2;

  /** Something that no article has, and what it may stand for. */
  private sealed interface Unknown {
    String typed();

    List<String> candidates();
  }

  /** A word in a text clause. */
  private record InText(Query clause, int start, String typed, List<String> candidates)
      implements Unknown {}

  /** A value in the query. */
  private record InValue(Query.Value clause, List<String> candidates) implements Unknown {
    @Override
    public String typed() {
      return clause.value();
    }
  }

  /** A value that is selected. */
  private record Selected(Facet facet, String typed, List<String> candidates) implements Unknown {}

  private final IndexReader reader;
  private final Analysis analysis;
  private final SearchRequest request;
  private final Counts counts;
  private final ValueWords values;

  Spellings(IndexReader reader, Analysis analysis, SearchRequest request, Counts counts) {
    this.reader = reader;
    this.analysis = analysis;
    this.request = request;
    this.counts = counts;
    this.values = new ValueWords(reader);
  }

  List<Respelling> find() throws IOException {
    List<Unknown> unknown = unknown();
    Map<Unknown, String> best = new LinkedHashMap<>();
    unknown.forEach(each -> best.put(each, each.candidates().getFirst()));
    List<Respelling> found = new ArrayList<>();
    for (Unknown each : unknown) {
      for (String spelling : each.candidates()) {
        Map<Unknown, String> chosen = new LinkedHashMap<>(best);
        chosen.put(each, spelling);
        SearchRequest changed;
        Query only;
        try {
          changed = respelt(chosen);
          only = alone(each, spelling);
        } catch (IllegalArgumentException e) {
          counts.skip(1); // a query at its bounds has no room for a spelling of more words
          continue;
        }
        OptionalLong articles = counts.of(only);
        OptionalLong total = counts.of(changed);
        if (total.isPresent() && articles.isPresent() && articles.getAsLong() > 0) {
          found.add(
              new Respelling(
                  each.typed(), spelling, articles.getAsLong(), changed, total.getAsLong()));
        }
      }
    }
    return found;
  }

  // ---- what no article has

  private List<Unknown> unknown() throws IOException {
    List<Unknown> unknown = new ArrayList<>();
    if (request.query().print().length() <= LONGEST_QUERY) {
      List<Query> clauses = request.query().leaves();
      int looked = Math.min(clauses.size(), NothingFound.MAX_CLAUSES);
      counts.skip(clauses.size() - looked);
      for (Query clause : clauses.subList(0, looked)) {
        addUnknown(clause, unknown);
      }
    }
    for (Selection selection : request.selections().values()) {
      for (String key : selection.included()) {
        if (isWritten(selection.facet()) && !counts.exists(value(selection.facet(), key))) {
          List<String> near = near(selection.facet(), key);
          if (!near.isEmpty()) {
            unknown.add(new Selected(selection.facet(), key, near));
          }
        }
      }
    }
    return unknown;
  }

  private void addUnknown(Query clause, List<Unknown> unknown) throws IOException {
    switch (clause) {
      case Query.Term term when term.field() != Field.ID && !Addresses.isPath(term.word()) ->
          addWords(term, term.field(), term.word(), unknown);
      case Query.Phrase phrase -> addWords(phrase, phrase.field(), phrase.words(), unknown);
      case Query.Value value when isWritten(value.facet()) -> {
        List<String> near = counts.exists(value) ? List.of() : near(value.facet(), value.value());
        if (!near.isEmpty()) {
          unknown.add(new InValue(value, near));
        }
      }
      default -> {
        // Nothing that could be misspelt.
      }
    }
  }

  private void addWords(Query clause, Field field, String text, List<Unknown> unknown)
      throws IOException {
    int looked = 0;
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      if (counts.over() || looked++ == NothingFound.MAX_CLAUSES) {
        counts.skip(1);
        return;
      }
      if (!isAcronym(word.group()) && !counts.exists(new Query.Term(field, word.group()))) {
        List<String> near =
            near(field).find(analysis.fold(word.group()), NothingFound.MAX_SPELLINGS, counts::over);
        if (!near.isEmpty()) {
          unknown.add(new InText(clause, word.start(), word.group(), near));
        }
      }
    }
  }

  /** Says whether a few capitals stand for words of their own: what is near is another thing. */
  private static boolean isAcronym(String word) {
    return word.length() <= LONGEST_ACRONYM && word.chars().allMatch(Character::isUpperCase);
  }

  /** Looks among the words of a field. */
  private NearTerms near(Field field) throws IOException {
    return field.facet().isEmpty()
        ? new NearTerms(reader, fields(field), Analysis.exact(""))
        : new NearTerms(values.words(field.facet().get(), counts::over));
  }

  private List<String> near(Facet facet, String key) throws IOException {
    if (facet == Facet.LANGUAGE) {
      return nearLanguages(key);
    }
    List<String> near =
        new NearTerms(reader, List.of(Schema.keys(facet)), "")
            .find(key, NothingFound.MAX_SPELLINGS, counts::over);
    return Stream.concat(near.stream(), values.like(facet, key, counts::over).stream())
        .distinct()
        .limit(NothingFound.MAX_SPELLINGS)
        .toList();
  }

  /**
   * Looks among the names of languages, and for what is spoken in the country of a code that is no
   * language's.
   */
  private List<String> nearLanguages(String key) throws IOException {
    Map<String, String> names = values.languages();
    Map<String, Long> known = new HashMap<>();
    names.keySet().forEach(name -> known.put(name, 1L));
    List<String> near =
        new NearTerms(known).find(Folding.fold(key), NothingFound.MAX_SPELLINGS, counts::over);
    Stream<String> spoken =
        key.length() == COUNTRY_CODE && !ISO_LANGUAGES.contains(key)
            ? ValueWords.spokenIn(key).filter(names::containsValue)
            : Stream.empty();
    return Stream.concat(near.stream().map(name -> names.getOrDefault(name, name)), spoken)
        .distinct()
        .limit(NothingFound.MAX_SPELLINGS)
        .toList();
  }

  /** Says whether values go by words that people write, not by codes or dates alone. */
  private static boolean isWritten(Facet facet) {
    return Schema.hasForms(facet) || facet == Facet.LANGUAGE;
  }

  private static List<String> fields(Field field) {
    return switch (field) {
      case TITLE -> List.of(Schema.TITLE);
      case BODY -> List.of(Schema.BODY);
      default -> List.of(Schema.TITLE, Schema.BODY);
    };
  }

  // ---- other spellings in their place

  private SearchRequest respelt(Map<Unknown, String> chosen) {
    SearchRequest changed = request;
    Map<Query, StringBuilder> texts = new LinkedHashMap<>();
    // From the end, so that the places of words before are not moved.
    for (Map.Entry<Unknown, String> choice : List.copyOf(chosen.entrySet()).reversed()) {
      String spelling = choice.getValue();
      switch (choice.getKey()) {
        case InText word ->
            texts
                .computeIfAbsent(word.clause(), clause -> new StringBuilder(text(clause)))
                .replace(word.start(), word.start() + word.typed().length(), spelling);
        case InValue value ->
            changed =
                changed.query(
                    changed
                        .query()
                        .replaced(value.clause(), value(value.clause().facet(), spelling)));
        case Selected selected ->
            changed =
                changed.selection(
                    changed.selection(selected.facet()).toggle(selected.typed()).include(spelling));
      }
    }
    for (Map.Entry<Query, StringBuilder> text : texts.entrySet()) {
      Query spelt = withText(text.getKey(), text.getValue().toString());
      changed = changed.query(changed.query().replaced(text.getKey(), spelt));
    }
    return changed;
  }

  private static Query alone(Unknown unknown, String spelling) {
    return switch (unknown) {
      case InText word -> new Query.Term(field(word.clause()), spelling);
      case InValue value -> value(value.clause().facet(), spelling);
      case Selected selected -> value(selected.facet(), spelling);
    };
  }

  private static Query value(Facet facet, String key) {
    return new Query.Value(facet, key);
  }

  private static Field field(Query clause) {
    return clause instanceof Query.Phrase phrase ? phrase.field() : ((Query.Term) clause).field();
  }

  private static String text(Query clause) {
    return clause instanceof Query.Phrase phrase ? phrase.words() : ((Query.Term) clause).word();
  }

  private static Query withText(Query clause, String text) {
    return clause instanceof Query.Phrase phrase
        ? new Query.Phrase(phrase.field(), text, phrase.slop())
        : new Query.Term(field(clause), text);
  }
}
