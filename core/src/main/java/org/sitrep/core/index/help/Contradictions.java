package org.sitrep.core.index.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/** What a request both asks for and excludes, so that no article at all can match. */
final class Contradictions {
  private final Analysis analysis;
  private final List<String> languages;
  private final List<Query> wanted = new ArrayList<>();
  private final List<Query> excluded = new ArrayList<>();
  private final Set<String> selected = new HashSet<>();
  private final Set<String> deselected = new LinkedHashSet<>();
  private final Map<String, Set<List<String>>> stems = new HashMap<>();

  private Contradictions(Analysis analysis, List<String> languages) {
    this.analysis = analysis;
    this.languages = languages;
  }

  /**
   * Finds them, of each kind among the first clauses of a request.
   *
   * @param request the request
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by
   * @return what is excluded, as printed
   */
  static List<String> find(SearchRequest request, Analysis analysis, List<String> languages) {
    Set<String> found = new LinkedHashSet<>();
    List<Query> readings = new ArrayList<>(List.of(request.query()));
    readings.addAll(SmallOperators.read(request.query()));
    for (Query reading : readings) {
      Contradictions each = new Contradictions(analysis, languages);
      each.look(reading);
      request.selections().values().forEach(each::look);
      first(each.excluded).filter(each::isWanted).map(Query::print).forEach(found::add);
      each.deselected.stream().filter(each::isAsked).forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static Stream<Query> first(List<Query> clauses) {
    return clauses.stream().limit(NothingFound.MAX_CLAUSES);
  }

  private void look(Query query) {
    switch (query) {
      case Query.Group group -> group.clauses().forEach(this::look);
      case Query.And and -> and.clauses().forEach(this::look);
      case Query.Not not -> exclude(not.clause());
      case Query.Or or -> {
        // Any of them may be what an article has.
      }
      case Query.Phrase phrase -> {
        wanted.add(phrase);
        Arrays.stream(phrase.words().strip().split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .forEach(word -> wanted.add(new Query.Term(phrase.field(), word)));
      }
      default -> wanted.add(query);
    }
  }

  private void exclude(Query query) {
    if (query instanceof Query.Or or) {
      or.clauses().forEach(this::exclude);
    } else {
      excluded.add(query);
    }
  }

  private void look(Selection selection) {
    boolean all = selection.mode() == Selection.Mode.ALL || selection.included().size() == 1;
    if (all) {
      selection.included().forEach(key -> selected.add(Loosened.text(selection.facet(), key)));
    }
    selection.excluded().forEach(key -> deselected.add(Loosened.text(selection.facet(), key)));
  }

  private boolean isWanted(Query clause) {
    return first(wanted).anyMatch(each -> implies(each, clause))
        || selected.contains(clause.print());
  }

  private boolean isAsked(String filter) {
    return first(wanted).anyMatch(each -> each.print().equals(filter));
  }

  /** Says whether every article with the one has the other, at least in one of the languages. */
  private boolean implies(Query one, Query other) {
    if (one.equals(other)) {
      return true;
    }
    if (!(one instanceof Query.Term term) || !term.field().isText()) {
      return false;
    }
    return switch (other) {
      case Query.Term word -> within(term.field(), word.field()) && isFormOf(term, word);
      case Query.Prefix prefix ->
          within(term.field(), prefix.field())
              && lower(term.word()).startsWith(lower(prefix.start()));
      default -> false;
    };
  }

  /** Says whether what stands in one field stands in another. */
  private static boolean within(Field one, Field other) {
    return one == other || other == Field.TEXT;
  }

  private boolean isFormOf(Query.Term one, Query.Term other) {
    return languages.stream()
        .anyMatch(
            language -> stems(other.word(), language).containsAll(stems(one.word(), language)));
  }

  private Set<List<String>> stems(String word, String language) {
    return stems.computeIfAbsent(language + ' ' + word, key -> read(word, language));
  }

  private Set<List<String>> read(String word, String language) {
    Analysis.Readings readings = analysis.readings(word, language);
    return Stream.of(readings.written(), readings.meant())
        .flatMap(Set::stream)
        .map(words -> words.stream().map(Analysis.Word::stem).toList())
        .collect(Collectors.toSet());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
