package org.sitrep.core.query;

import static java.util.stream.Collectors.joining;
import static org.sitrep.core.query.Repairs.shown;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.article.Facet;
import org.sitrep.core.vocabulary.Folding;

/** Makes the clauses that filter: by a facet's value, by country, by date. */
final class FilterReader {
  private static final String NONE = "none";
  private static final String NO_LANGUAGE = "und";

  private static final int LONGEST_LIST = 200;
  private static final String VALUE = "(?:\"[^\",;|*?\\\\]+\"|[^\\s,;|\"()*?~\\\\]+)";
  private static final Pattern LISTED = Pattern.compile(VALUE);
  private static final Pattern LIST =
      Pattern.compile(VALUE + "(?:[,;]" + VALUE + ")+(?=[\\s),;|]|$)");

  private static final int LONGEST_NAME = 5;
  private static final int LONGEST_LANGUAGE = 20;
  private static final int NEAR = 2;

  private final String text;
  private final Repairs repairs;

  FilterReader(String text, Repairs repairs) {
    this.text = text;
    this.repairs = repairs;
  }

  /** Returns the filter of the articles without any value. */
  Optional<Query> missing(Field field) {
    return field.facet().map(facet -> new Query.Value(facet, Facet.NONE));
  }

  /** Returns the filter of the articles with some value. */
  Optional<Query> present(Field field) {
    return missing(field).map(Query.Not::new);
  }

  // ---- values

  /** Returns the filter by a value, in quotes. */
  Optional<Query> quoted(Token token, Scope scope) {
    boolean country = scope.field() == Field.COUNTRY || scope.field() == Field.ABOUT;
    if (country) {
      return country(token, token.word(), scope);
    }
    sayList(token, scope);
    return value(token, token.word().text(), scope);
  }

  /** Says how several values are typed where commas join them; a tag may hold a comma. */
  void sayList(Token token, Scope scope) {
    int most = Math.min(text.length(), token.start() + LONGEST_LIST);
    Matcher list = LIST.matcher(text).region(token.start(), most);
    if (scope.exact() || scope.field() == Field.LANGUAGE || !list.lookingAt()) {
      return;
    }
    String name = scope.name() + ":";
    String either =
        LISTED
            .matcher(list.group())
            .results()
            .map(value -> name + value.group())
            .collect(joining(" OR "));
    boolean one = list.end() == token.end();
    repairs.addMisspelt(
        token.start(),
        list.end() - token.start(),
        "values are joined by %s: did you mean (%s)?".formatted(sign(list.group()), either),
        one ? "read as one value" : "read as one value and words",
        "(" + either.replace(name, "") + ")");
  }

  private static String sign(String list) {
    return list.indexOf(';') >= 0 ? "semicolons" : "commas";
  }

  /** Returns the filter by a value. */
  Optional<Query> value(Token token, String value, Scope scope) {
    Facet facet = scope.field().facet().orElseThrow();
    String key = facet.key(value);
    if (key.equals(Facet.NONE)) {
      repairs.add(token, "field '%s' has no value".formatted(scope.name()), "left out");
      return Optional.empty();
    }
    if (key.length() > Query.MAX_LENGTH) {
      repairs.add(token, "value is longer than " + Query.MAX_LENGTH, "left out");
      return Optional.empty();
    }
    if (facet == Facet.LANGUAGE && key.equals(NO_LANGUAGE) && !value.equals(NO_LANGUAGE)) {
      return noLanguage(token, value);
    }
    return Optional.of(new Query.Value(facet, key));
  }

  /** A longer text than a language's tag may have; a shorter one is known to the index alone. */
  private Optional<Query> noLanguage(Token token, String name) {
    String problem = "no language " + shown(name);
    Optional<String> near = name.length() > LONGEST_LANGUAGE ? Optional.empty() : language(name);
    return near.isPresent()
        ? misspelt(token, name, problem + ": did you mean " + near.get() + "?", near.get())
        : asText(token, name, problem, "read as words");
  }

  /** Returns the language's English name that is closest to one that is none. */
  private static Optional<String> language(String name) {
    String wanted = Folding.fold(name);
    return Arrays.stream(Locale.getISOLanguages())
        .map(tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH))
        .filter(known -> distance(known, wanted) <= NEAR)
        .min(
            Comparator.<String>comparingInt(known -> distance(known, wanted))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String language, String wanted) {
    return EditDistance.between(Folding.fold(language), wanted);
  }

  /** Returns the words that stand in for a filter which there is not. */
  private Optional<Query> asText(Token token, String text, String problem, String reading) {
    if (!Word.read(text).isMoreThanPunctuation()) {
      repairs.add(token, problem, "left out");
      return Optional.empty();
    }
    repairs.add(token, problem, reading);
    return Optional.of(text(token, text));
  }

  private Query text(Token token, String typed) {
    String text = Parts.bounded(token, typed, repairs);
    return token.is(Token.Kind.QUOTED)
        ? new Query.Phrase(Field.TEXT, text, 0)
        : new Query.Term(Field.TEXT, text);
  }

  // ---- countries

  /** Returns the filter by a country, or by each country whose name has a shape. */
  Optional<Query> country(Token token, Word word, Scope scope) {
    Field field = scope.field();
    boolean typed = token.is(Token.Kind.WORD) && !scope.exact();
    if (typed && word.isKeyword(NONE)) {
      return missing(field);
    }
    if (typed && word.isStars()) {
      return present(field);
    }
    if (typed && word.hasWildcard()) {
      return countries(token, word, field);
    }
    Facet facet = field.facet().orElseThrow();
    String key = facet.key(word.text());
    boolean negated = CountryNames.isNegated(word.text());
    if (scope.exact() && Checks.isCode(key) && !negated) {
      return Optional.of(new Query.Value(facet, key));
    }
    Optional<String> code = CountryNames.code(word.text());
    return code.isPresent()
        ? Optional.of(new Query.Value(facet, code.get()))
        : noCountry(token, word.text(), scope);
  }

  private Optional<Query> noCountry(Token token, String name, Scope scope) {
    String problem = "no country " + shown(name);
    String reading = "read as words";
    if (CountryNames.isNegated(name)) {
      String wanted = name.strip().substring(1);
      String quoted = wanted.indexOf(' ') < 0 ? wanted : '"' + wanted + '"';
      String ask = ": did you mean -%s:%s?".formatted(scope.name(), quoted);
      return misspelt(token, name, problem + ask, "-" + quoted);
    }
    if (name.equalsIgnoreCase(NONE) && !scope.exact()) {
      String ask = ": did you mean %s:%s?".formatted(scope.name(), NONE);
      return misspelt(token, name, problem + ask, NONE);
    }
    List<String> several = CountryNames.parts(name);
    if (!several.isEmpty()) {
      String field = scope.name() + ":";
      String ask = ": did you mean (" + field + String.join(" OR " + field, several) + ")?";
      return misspelt(token, name, problem + ask, "(" + String.join(" OR ", several) + ")");
    }
    Optional<String> words = token.is(Token.Kind.WORD) ? nameInWords(token) : Optional.empty();
    Optional<String> meant = words.or(() -> CountryNames.nearest(name));
    if (meant.isEmpty()) {
      return asText(token, name, problem, reading);
    }
    // Several words without quotes are to be typed with them.
    String field = words.isPresent() ? "country:" : "";
    String quoted = meant.get().indexOf(' ') < 0 ? meant.get() : "\"" + meant.get() + "\"";
    repairs.addMisspelt(
        token.start(),
        words.map(String::length).orElse(token.end() - token.start()),
        problem + ": did you mean " + field + (words.isPresent() ? quoted : meant.get()) + "?",
        reading,
        quoted);
    return Optional.of(text(token, name));
  }

  private Optional<Query> misspelt(Token token, String name, String problem, String meant) {
    repairs.addMisspelt(
        token.start(), token.end() - token.start(), problem, "read as words", meant);
    return Optional.of(text(token, name));
  }

  /** Finds a country's name that begins with a word and goes on behind it. */
  private Optional<String> nameInWords(Token token) {
    int end = token.end();
    Optional<String> longest = Optional.empty();
    for (int words = 1; words < LONGEST_NAME && end < text.length(); words++) {
      int from = end + 1;
      if (text.charAt(end) != ' ' || from == text.length()) {
        break;
      }
      end = from;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      String name = text.substring(token.start(), end);
      longest = CountryNames.code(name).isPresent() ? Optional.of(name) : longest;
    }
    return longest;
  }

  private Optional<Query> countries(Token token, Word typed, Field field) {
    Word word = shortened(token, typed);
    Facet facet = field.facet().orElseThrow();
    List<Query> values =
        CountryNames.codes(named(word)).stream()
            .map(code -> (Query) new Query.Value(facet, code))
            .toList();
    if (values.isEmpty()) {
      repairs.add(token, "no country " + shown(word.text()), "left out");
      return Optional.empty();
    }
    return Optional.of(values.size() == 1 ? values.getFirst() : new Query.Or(values));
  }

  private static Predicate<String> named(Word word) {
    String folded = Folding.fold(word.text());
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      shape.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(shape.toString(), Pattern.DOTALL).asMatchPredicate();
  }

  /** Cuts a pattern that has too many wildcards or characters, so that it matches more. */
  Word shortened(Token token, Word word) {
    Word bounded = word.boundedPattern();
    if (bounded.length() != word.length()) {
      String bounds =
          "more than %s wildcards or %s characters"
              .formatted(Query.MAX_WILDCARDS, Query.MAX_PATTERN);
      repairs.add(token, bounds, "read as " + bounded.text());
    }
    return bounded;
  }
}
