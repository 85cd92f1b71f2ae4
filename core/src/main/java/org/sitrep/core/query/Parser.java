package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;
import static org.sitrep.core.query.Repairs.shown;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.query.Token.Kind;

/** Reads a query out of the pieces of its text. */
final class Parser {
  /** How often a text is read again: a field that is corrected may have a misspelt value. */
  private static final int CORRECTIONS = 2;

  private final Repairs repairs;
  private final List<Token> tokens;
  private final DateReader dates;
  private final ClauseReader clauses;
  private final String text;

  private int next;
  private int clauseCount;
  private int wordCount;
  private int patternCount;
  private long length;

  private Parser(String text, Clock clock, Repairs repairs) {
    this.repairs = repairs;
    this.text = text;
    List<Token> typed = AmountSigns.joined(text, new Lexer(text, repairs).tokens());
    List<Token> whole = WholeAmounts.joined(text, Sentences.read(text, typed, repairs), repairs);
    List<Token> pieces = Bars.bracketed(text, whole, repairs);
    Nearness.say(text, pieces, repairs);
    this.tokens = Brackets.balanced(pieces, text.length(), repairs);
    this.dates = new DateReader(text, new Dates(clock), repairs);
    this.clauses = new ClauseReader(new FilterReader(text, repairs), dates, repairs);
  }

  static ParsedQuery parse(String text, Clock clock) {
    Repairs repairs = new Repairs();
    Query query = read(text, clock, repairs);
    List<Repairs.Finding> findings = repairs.inOrder();
    Optional<Query> meant = meant(text, clock, findings);
    return new ParsedQuery(
        query,
        Printer.print(query),
        findings.stream()
            .map(finding -> finding.toRepair(finding.isMisspelt() ? meant : Optional.empty()))
            .toList());
  }

  /** Reads the text again with what looks misspelt corrected, and what that brings to light. */
  private static Optional<Query> meant(
      String typed, Clock clock, List<Repairs.Finding> typedFindings) {
    String text = typed;
    List<Repairs.Finding> findings = typedFindings;
    Optional<Query> meant = Optional.empty();
    for (int round = 0; round < CORRECTIONS; round++) {
      List<Repairs.Finding> misspelt =
          findings.stream().filter(Repairs.Finding::isMisspelt).toList();
      if (misspelt.isEmpty()) {
        break;
      }
      StringBuilder corrected = new StringBuilder(text);
      for (Repairs.Finding finding : misspelt.reversed()) {
        int end = finding.offset() + finding.length();
        corrected.replace(finding.offset(), end, finding.meant());
      }
      text = corrected.toString();
      Repairs repairs = new Repairs();
      meant = Optional.of(read(text, clock, repairs));
      findings = repairs.inOrder();
    }
    return meant;
  }

  static Query parseStrict(String text, Clock clock) throws QuerySyntaxException {
    Repairs repairs = new Repairs();
    Query query = read(text, clock, repairs);
    List<Repairs.Finding> findings = repairs.inOrder();
    if (!findings.isEmpty()) {
      Repairs.Finding first = findings.getFirst();
      throw new QuerySyntaxException(first.problem(), first.offset());
    }
    return query;
  }

  private static Query read(String typed, Clock clock, Repairs repairs) {
    requireNonNull(clock, "clock");
    String text = requireNonNull(typed, "text");
    if (text.length() > Query.MAX_TEXT) {
      int left = text.length() - Query.MAX_TEXT;
      String problem = "text is longer than " + Query.MAX_TEXT;
      repairs.add(Query.MAX_TEXT, left, problem, "the rest is left out");
      text = text.substring(0, Query.MAX_TEXT);
    }
    Optional<Query> query = new Parser(text, clock, repairs).level(Scope.NONE, 0);
    if (query.isEmpty() && repairs.isEmpty() && !text.codePoints().allMatch(Characters::isBlank)) {
      String problem = "nothing to search for: " + shown(text.strip());
      repairs.add(0, text.length(), problem, "read as every article");
    }
    return query.orElseGet(Query.All::new);
  }

  // ---- clauses and what joins them

  /** Reads up to a closing bracket or the end; empty where there is no clause. */
  private Optional<Query> level(Scope scope, int depth) {
    Level level = new Level(repairs);
    while (next < tokens.size() && !peek(Kind.CLOSE)) {
      Token token = tokens.get(next);
      switch (token.kind()) {
        case AND, OR -> {
          level.join(token);
          next++;
        }
        case NOT, MINUS -> {
          level.negate(token);
          next++;
        }
        default -> level.add(operand(scope, depth));
      }
    }
    return level.toQuery();
  }

  private boolean peek(Kind kind) {
    return next < tokens.size() && tokens.get(next).is(kind);
  }

  private Level.Operand operand(Scope scope, int depth) {
    Token token = tokens.get(next);
    return switch (token.kind()) {
      case OPEN -> Level.Operand.of(bracket(scope, depth));
      case FIELD, EXACT_FIELD -> fielded(depth);
      case UNKNOWN_FIELD -> unknownField(scope, depth);
      default -> Level.Operand.single(leaf(scope, depth));
    };
  }

  private Optional<Query> bracket(Scope scope, int depth) {
    Token open = tokens.get(next++);
    if (depth == Query.MAX_DEPTH) {
      skipToClose();
      Token last = tokens.get(next - 1);
      repairs.add(
          open.start(),
          last.end() - open.start(),
          "brackets nest deeper than " + Query.MAX_DEPTH,
          "what stands in them is left out");
      return Optional.empty();
    }
    Optional<Query> inside = level(scope, depth + 1);
    if (peek(Kind.CLOSE)) {
      if (tokens.get(next - 1).is(Kind.OPEN)) {
        repairs.add(open, "brackets hold nothing", "left out");
      }
      next++;
    }
    return inside;
  }

  private void skipToClose() {
    int open = 1;
    while (open > 0) {
      Token token = tokens.get(next++);
      open += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
  }

  // ---- fields

  private Level.Operand fielded(int depth) {
    Token name = tokens.get(next++);
    Scope named = Scope.named(name.word().text()).orElseThrow();
    Scope scope = name.is(Kind.EXACT_FIELD) ? named.asExact() : named;
    if (peek(Kind.MINUS) && tokens.get(next).start() == name.end()) {
      Token sign = tokens.get(next++);
      boolean minus = text.charAt(sign.start()) != '!';
      String typed = minus ? "minus" : "'%s'".formatted(text.substring(sign.start(), sign.end()));
      repairs.add(
          sign,
          "%s stands after '%s:'".formatted(typed, scope.name()),
          minus ? "read as before it" : "read as minus before it");
      return value(name, scope, depth).negatedAsOne();
    }
    return value(name, scope, depth);
  }

  /** Reads the value of a field. */
  private Level.Operand value(Token name, Scope scope, int depth) {
    if (next == tokens.size() || !tokens.get(next).canBeValue()) {
      repairs.add(name, "field '%s' has no value".formatted(scope.name()), "left out");
      return Level.Operand.of(Optional.empty());
    }
    Token value = tokens.get(next);
    if (value.start() > name.end() && Characters.isBlank(text.codePointAt(name.end()))) {
      int gap = value.start() - name.end();
      repairs.add(
          name.end(),
          gap,
          "white space stands after '%s:'".formatted(scope.name()),
          "what follows is its value");
    }
    return value.is(Kind.OPEN)
        ? Level.Operand.of(bracket(scope, depth))
        : Level.Operand.single(leaf(scope, depth));
  }

  private Level.Operand unknownField(Scope scope, int depth) {
    Token token = tokens.get(next++);
    String name = token.word().text();
    String problem = "no field " + shown(name);
    Optional<String> near = FieldNames.nearest(name);
    repairs.addMisspelt(
        token.start(),
        token.end() - token.start(),
        near.map(field -> problem + ": did you mean " + field + "?").orElse(problem),
        "read as words",
        near.map(field -> field + ":").orElse(""));
    Optional<Query> word =
        Optional.<Query>of(new Query.Term(Field.TEXT, Parts.bounded(token, name, repairs)))
            .filter(q -> fits(token, q));
    List<Query> both = new ArrayList<>();
    word.ifPresent(both::add);
    if (next < tokens.size() && tokens.get(next).canBeValue()) {
      Optional<Query> value = peek(Kind.OPEN) ? bracket(scope, depth) : leaf(scope, depth);
      value.ifPresent(both::add);
    }
    boolean deepest = depth == Query.MAX_DEPTH;
    return new Level.Operand(
        both.subList(0, deepest ? Math.min(1, both.size()) : both.size()), false);
  }

  // ---- words and phrases

  private Optional<Query> leaf(Scope scope, int depth) {
    Token typed = tokens.get(next++);
    boolean date = scope.field() == Field.DATE && typed.is(Kind.WORD);
    Token token = date ? withEnd(typed) : typed;
    if (token.word().length() > Query.MAX_LENGTH) {
      stop(token, "words are longer than %s in all".formatted(Query.MAX_LENGTH));
      return Optional.empty();
    }
    Optional<Query> clause =
        token.is(Kind.QUOTED) ? clauses.quoted(token, scope) : clauses.word(token, scope);
    if (depth == Query.MAX_DEPTH && clause.filter(c -> c instanceof Query.Or).isPresent()) {
      repairs.add(token, "brackets nest deeper than " + Query.MAX_DEPTH, "left out");
      return Optional.empty();
    }
    return clause.filter(c -> fits(token, c));
  }

  /** Takes the words behind a date that make a range of it. */
  private Token withEnd(Token date) {
    Token range = dates.withEnd(date);
    int behind = next;
    while (behind < tokens.size()
        && tokens.get(behind).is(Kind.WORD)
        && tokens.get(behind).end() <= range.end()) {
      behind++;
    }
    if (behind == next || tokens.get(behind - 1).end() != range.end()) {
      return date;
    }
    next = behind;
    dates.sayRange(range);
    return range;
  }

  /**
   * Counts a clause in; false where it is one too many, which is the end of the query but for a
   * pattern, behind which there may be words.
   */
  private boolean fits(Token token, Query clause) {
    Extent extent = Extent.of(clause);
    if (clauseCount + extent.clauses() > Query.MAX_CLAUSES) {
      stop(token, "query has more than %s clauses".formatted(Query.MAX_CLAUSES));
      return false;
    }
    if (length + extent.length() > Query.MAX_LENGTH) {
      stop(token, "words are longer than %s in all".formatted(Query.MAX_LENGTH));
      return false;
    }
    int words = Extent.words(clause);
    if (wordCount + words > Query.MAX_WORDS) {
      stop(token, "query has more than %s words in all".formatted(Query.MAX_WORDS));
      return false;
    }
    if (patternCount + extent.patterns() > Query.MAX_PATTERNS) {
      String most = "more than " + Query.MAX_PATTERNS;
      repairs.add(token, "query has " + most + " wildcards and fuzzy words", "left out");
      return false;
    }
    clauseCount += extent.clauses();
    wordCount += words;
    patternCount += extent.patterns();
    length += extent.length();
    return true;
  }

  private void stop(Token token, String problem) {
    int rest = text.length() - token.start();
    repairs.add(token.start(), rest, problem, "the rest is left out");
    next = tokens.size();
  }
}
