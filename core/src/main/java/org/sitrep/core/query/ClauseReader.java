package org.sitrep.core.query;

import static org.sitrep.core.query.Repairs.shown;

import java.util.Optional;
import java.util.OptionalInt;

/** Makes a clause of one word or phrase and the field before it. */
final class ClauseReader {
  private static final String NONE = "none";
  private static final String LEADING = "[{<¿¡";
  private static final String TRAILING = ".,;:!…]}>";
  private static final String SIGNS = "~!^#@=+]}>";
  private static final int MOST_EDITS = 2;
  private static final int SHORTEST_FUZZY = 3;
  private static final int SHORTEST_WITH_MOST_EDITS = 6;

  private final Repairs repairs;
  private final FilterReader filters;
  private final DateReader dates;

  ClauseReader(FilterReader filters, DateReader dates, Repairs repairs) {
    this.filters = filters;
    this.dates = dates;
    this.repairs = repairs;
  }

  // ---- words

  /** Reads a word; empty where it is left out, which is reported. */
  Optional<Query> word(Token token, Scope scope) {
    Word word = token.word();
    return switch (scope.field()) {
      case DATE -> dates.filter(token, scope);
      case COUNTRY, ABOUT ->
          filters.country(
              token, withoutSigns(token, word.trimmed(c -> false, this::endsValue), scope), scope);
      case ID -> word.isStars() ? Optional.of(new Query.All()) : id(token);
      case TAG, TOPIC, LANGUAGE ->
          valueWord(token, word.trimmed(c -> false, this::endsValue), scope);
      case TEXT, TITLE, BODY, SECTION, SOURCE, AUTHOR -> textWord(token, scope);
    };
  }

  private boolean endsValue(int c) {
    return c == ',' || c == ';';
  }

  /** Leaves out signs around the name of a country that no name begins or ends with. */
  private Word withoutSigns(Token token, Word typed, Scope scope) {
    Word word =
        typed.trimmed(
            c ->
                !Characters.isOfWord(c) && !Character.isSurrogate((char) c) && c != '*' && c != '?',
            c -> SIGNS.indexOf(c) >= 0);
    if (scope.exact() || word.length() == 0 || word.length() == typed.length()) {
      return typed;
    }
    repairs.add(token, "signs stand around a country: " + shown(typed.text()), "left out");
    return word;
  }

  private Optional<Query> id(Token token) {
    String id = token.word().text();
    return id.isBlank() ? noValue(token) : Optional.of(new Query.Term(Field.ID, id));
  }

  private Optional<Query> valueWord(Token token, Word typed, Scope scope) {
    Field field = scope.field();
    if (scope.exact()) {
      return filters.value(token, typed.text(), scope);
    }
    // People type a tag as a hashtag; tags are kept without the sign.
    Word word = typed.trimmed(c -> field == Field.TAG && c == '#', c -> false);
    if (word.isKeyword(NONE)) {
      return filters.missing(field);
    }
    if (!word.hasWildcard() && word.tilde().isEmpty()) {
      filters.sayList(token, scope);
      return filters.value(token, word.text(), scope);
    }
    return shapeOrFuzzy(token, word, scope);
  }

  private Optional<Query> textWord(Token token, Scope scope) {
    Field field = scope.field();
    if (scope.exact() && field.facet().isPresent()) {
      return filters.value(token, token.word().text(), scope);
    }
    Word word = token.word().trimmed(c -> LEADING.indexOf(c) >= 0, c -> TRAILING.indexOf(c) >= 0);
    if (!scope.named() && token.word().isKeyword("*:*")) {
      return Optional.of(new Query.All());
    }
    if (field.facet().isPresent() && word.isKeyword(NONE)) {
      return filters.missing(field);
    }
    return shapeOrFuzzy(token, scope.named() ? word : withoutQuestion(token, word), scope);
  }

  /** Reads question marks as punctuation that are no wildcards: after a word, in an address. */
  private Word withoutQuestion(Token token, Word word) {
    if (word.hasWildcard() && word.asksAtEnd()) {
      repairs.add(token, "question mark ends a word", "read as punctuation");
      return word.beforeWildcard().trimmed(c -> false, c -> TRAILING.indexOf(c) >= 0);
    }
    if (word.isAddress() && word.asks()) {
      repairs.add(token, "question mark stands in an address", "read as punctuation");
      return word.trimmed(c -> false, c -> c == '?' || TRAILING.indexOf(c) >= 0)
          .withPlainQuestionMarks();
    }
    return word;
  }

  private Optional<Query> stars(Scope scope) {
    Field field = scope.field();
    if (!scope.named()) {
      return Optional.of(new Query.All());
    }
    return field.facet().isPresent()
        ? filters.present(field)
        : Optional.of(new Query.Wildcard(field, "*"));
  }

  private Optional<Query> shapeOrFuzzy(Token token, Word typed, Scope scope) {
    Field field = scope.field();
    Word word = typed;
    OptionalInt tilde = word.tilde();
    if (tilde.isPresent()) {
      word = typed.part(0, tilde.getAsInt());
    }
    if (word.hasWildcard()) {
      if (tilde.isPresent()) {
        repairs.add(token, "a word is fuzzy or has wildcards, not both", "tilde left out");
      }
      return word.isStars() ? stars(scope) : Optional.of(shape(token, word, field));
    }
    if (!word.isMoreThanPunctuation()) {
      return noValue(token);
    }
    if (tilde.isEmpty()) {
      return Optional.of(term(token, field, word));
    }
    return fuzzy(token, word, scope, typed.text().substring(tilde.getAsInt() + 1));
  }

  private Query shape(Token token, Word typed, Field field) {
    Word word = filters.shortened(token, typed);
    return word.isPrefix() && !word.beforeWildcard().text().isBlank()
        ? new Query.Prefix(field, word.beforeWildcard().text())
        : new Query.Wildcard(field, word.toPattern());
  }

  private Optional<Query> fuzzy(Token token, Word word, Scope scope, String edits) {
    Field field = scope.field();
    if (!field.takesEdits() || word.length() > Query.MAX_PATTERN) {
      repairs.add(token, "no fuzzy match for " + shown(word.text()), "tilde left out");
      return word(token, word, scope);
    }
    if (edits.isEmpty()) {
      int usual = usualEdits(word.text());
      if (usual == 0) {
        repairs.add(
            token, "word is too short to be fuzzy: " + shown(word.text()), "tilde left out");
        return word(token, word, scope);
      }
      return Optional.of(new Query.Fuzzy(field, word.text(), usual));
    }
    if (edits.equals("1") || edits.equals("2")) {
      return Optional.of(new Query.Fuzzy(field, word.text(), Integer.parseInt(edits)));
    }
    if (edits.equals("0")) {
      repairs.add(token, "fuzzy is not 1 or 2: " + shown(edits), "read as the word itself");
      return word(token, word, scope);
    }
    repairs.add(token, "fuzzy is not 1 or 2: " + shown(edits), "read as 2");
    return Optional.of(new Query.Fuzzy(field, word.text(), MOST_EDITS));
  }

  /** How many letters of a word may differ where that is not said: the fewer it has, the fewer. */
  private static int usualEdits(String word) {
    int length = word.codePointCount(0, word.length());
    return length < SHORTEST_FUZZY ? 0 : length < SHORTEST_WITH_MOST_EDITS ? 1 : MOST_EDITS;
  }

  private Query term(Token token, Field field, Word word) {
    return new Query.Term(field, Parts.bounded(token, word.text(), repairs));
  }

  private Optional<Query> word(Token token, Word word, Scope scope) {
    return scope.field().takesWords()
        ? Optional.of(term(token, scope.field(), word))
        : filters.value(token, word.text(), scope);
  }

  // ---- phrases

  /** Reads what stands between quotes; empty where it is left out, which is reported. */
  Optional<Query> quoted(Token token, Scope scope) {
    String words = token.word().text();
    return switch (scope.field()) {
      case DATE -> dates.filter(token, scope);
      case COUNTRY, ABOUT, TAG, TOPIC, LANGUAGE -> {
        refuseSlop(token);
        yield filters.quoted(token, scope);
      }
      case ID -> {
        refuseSlop(token);
        yield id(token);
      }
      case TEXT, TITLE, BODY, SECTION, SOURCE, AUTHOR -> {
        if (scope.exact() && scope.field().facet().isPresent()) {
          refuseSlop(token);
          yield filters.value(token, words, scope);
        }
        yield phrase(token, scope.field());
      }
    };
  }

  private Optional<Query> phrase(Token token, Field field) {
    if (!token.word().isMoreThanPunctuation()) {
      repairs.add(token, "quotes hold no word", "left out");
      return Optional.empty();
    }
    if (token.word().hasStar()) {
      repairs.add(token, "star stands in quotes", "read as punctuation");
    }
    String words = Parts.bounded(token, token.word().text(), repairs);
    return Optional.of(new Query.Phrase(field, words, slop(token)));
  }

  private int slop(Token token) {
    if (token.slop().isEmpty()) {
      return 0;
    }
    String digits = token.slop().get();
    int slop =
        digits.isEmpty() ? 0 : digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (digits.isEmpty()) {
      repairs.add(token, "tilde after quotes has no number", "left out");
    } else if (slop > Query.Phrase.MAX_SLOP) {
      String read = "read as " + Query.Phrase.MAX_SLOP;
      repairs.add(token, "slop is more than " + Query.Phrase.MAX_SLOP, read);
    }
    return Math.min(slop, Query.Phrase.MAX_SLOP);
  }

  private void refuseSlop(Token token) {
    if (token.slop().isPresent()) {
      repairs.add(token, "tilde stands after a value", "left out");
    }
  }

  private Optional<Query> noValue(Token token) {
    repairs.add(token, "nothing to look for: " + shown(token.word().text()), "left out");
    return Optional.empty();
  }
}
