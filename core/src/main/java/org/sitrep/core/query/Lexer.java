package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/** Parts the text of a query into words, phrases, names of fields, operators and brackets. */
final class Lexer {
  private static final Pattern BOOST = Pattern.compile("\\^\\d{1,4}(?:\\.\\d{1,4})?");

  private static final String SIDE = "[^\\s\\h\\[\\]{}()]{1,30}";
  private static final Pattern COMPARISON = Pattern.compile("([<>]=?)\\s{0,9}(?=\\d)");
  private static final Pattern RANGE =
      Pattern.compile(
          "[\\[{][\\s\\h]{0,3}"
              + SIDE
              + "[\\s\\h]{1,3}(?i:TO)[\\s\\h]{1,3}"
              + SIDE
              + "[\\s\\h]{0,3}[\\]}]?");

  private static final int LONGEST_BOOST = 10;

  /** A number behind fewer letters is a power: {@code km^2}. */
  private static final int SHORTEST_BOOSTED = 3;

  private final String text;
  private final Repairs repairs;
  private final List<Token> tokens = new ArrayList<>();
  private final Quotes quotes;

  private int at;

  /** Where a clause starts: after a blank, an opening bracket, a minus or a plus. */
  private int clauseStart;

  Lexer(String text, Repairs repairs) {
    this.text = text;
    this.repairs = repairs;
    this.quotes = new Quotes(text, repairs);
  }

  List<Token> tokens() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Characters.isBlank(c)) {
        at += Character.charCount(c);
        clauseStart = at;
      } else if (c == '(') {
        add(Token.sign(Kind.OPEN, at, at + 1));
        clauseStart = at;
      } else if (c == ')') {
        add(Token.sign(Kind.CLOSE, at, at + 1));
      } else if (Characters.isQuote(c)) {
        readQuote();
      } else if (c == '|') {
        add(Bars.read(text, at, repairs));
        clauseStart = at;
      } else if (startsClause() && !follows(Kind.MINUS) && Characters.isDash(c)) {
        readDash();
      } else if (followsColon() && negationEnd() > at) {
        add(Token.sign(Kind.MINUS, at, negationEnd()));
      } else if (startsClause()
          && c == '!'
          && Characters.isBeforeClause(text, Characters.afterBlanks(text, at + 1))) {
        readExclamation();
      } else if (startsClause() && c == '+' && at + 1 < text.length()) {
        at++;
        clauseStart = at;
      } else if (!startsClause() || !readField()) {
        readWord();
      }
    }
    dropMinusBeforeNothing();
    return tokens;
  }

  private boolean startsClause() {
    return at == clauseStart;
  }

  private void add(Token token) {
    tokens.add(token);
    at = token.end();
  }

  /** Says whether the last piece is of a kind and ends here. */
  private boolean follows(Kind kind) {
    return !tokens.isEmpty() && tokens.getLast().end() == at && tokens.getLast().is(kind);
  }

  private boolean followsName() {
    return !tokens.isEmpty() && tokens.getLast().end() == at && isName(tokens.getLast());
  }

  /** Says whether the colon of a field's name ends here. */
  private boolean followsColon() {
    return (follows(Kind.FIELD) || follows(Kind.EXACT_FIELD)) && text.charAt(at - 1) == ':';
  }

  private static boolean isName(Token token) {
    return token.isField() || token.is(Kind.UNKNOWN_FIELD);
  }

  /**
   * Finds the end of what negates between a field and its value: a minus, with which a date may be
   * written, or what other languages have for it. Where there is none, returns this place.
   */
  private int negationEnd() {
    char c = text.charAt(at);
    boolean day =
        Scope.named(tokens.getLast().word().text())
            .filter(scope -> scope.field() == Field.DATE)
            .isPresent();
    int end = at;
    if (c == '!') {
      while (text.startsWith("!", end)) {
        end++;
      }
      end += text.startsWith("=", end) ? 1 : 0;
    } else if (Characters.isMinus(c) && !day) {
      end++;
    }
    return Characters.isBeforeClause(text, end) ? end : at;
  }

  private void readDash() {
    int end = at;
    while (end < text.length() && Characters.isDash(text.charAt(end))) {
      end++;
    }
    boolean before = end < text.length() && !Characters.isBlank(text.codePointAt(end));
    boolean minus = end == at + 1 && before && Characters.isMinus(text.charAt(at));
    if (minus && text.charAt(end) != ')') {
      add(Token.sign(Kind.MINUS, at, end));
      clauseStart = at;
      return;
    }
    if (end > at + 1 && text.startsWith("-", at) && Characters.isBeforeClause(text, end)) {
      repairs.addMisspelt(
          at, end - at, "minus stands more than once: did you mean '-'?", "left out", "-");
      clauseStart = end;
    }
    if (end == at + 1 && !minus && !tokens.isEmpty() && Characters.isBeforeClause(text, end)) {
      String problem = "no operator '%s': did you mean '-'?".formatted(text.charAt(at));
      repairs.addMisspelt(at, 1, problem, "left out", "-");
      clauseStart = end;
    }
    at = end;
  }

  /** Leaves out the sign that negates elsewhere, alone or not; here it is an exclamation. */
  private void readExclamation() {
    int end = Characters.afterBlanks(text, at + 1);
    if (follows(Kind.MINUS)) {
      repairs.add(at, 1, "no operator '!'", "left out");
    } else {
      String problem = "no operator '!': did you mean '-'?";
      repairs.addMisspelt(at, end - at, problem, "left out", "-");
    }
    at = end;
    clauseStart = at;
  }

  private void dropMinusBeforeNothing() {
    if (follows(Kind.MINUS)) {
      tokens.removeLast();
    }
  }

  // ---- phrases

  private void readQuote() {
    Optional<Token> quoted = quotes.read(at);
    if (quoted.isPresent()) {
      add(quoted.get());
    } else {
      at++;
      clauseStart = at;
    }
  }

  // ---- fields

  private boolean readField() {
    int nameEnd = nameEnd(text, at);
    String name = text.substring(at, nameEnd);
    if (readRangeOfOtherName(nameEnd, name)) {
      return true;
    }
    int colon = boostedColon(nameEnd, name);
    if (colon == at || colon == text.length() || text.charAt(colon) != ':') {
      return readOtherSign(nameEnd, name);
    }
    int rest = colon + 1;
    Optional<Kind> kind = Scope.kind(name, behindColon(text, rest));
    if (kind.isEmpty()) {
      return false;
    }
    Optional<Field> field = Field.named(name);
    boolean exact =
        field.flatMap(Field::facet).isPresent()
            && field.get() != Field.DATE
            && (text.startsWith("=", rest) || text.startsWith("!=", rest));
    int end = exact && text.startsWith("=", rest) ? rest + 1 : rest;
    add(Token.word(exact ? Kind.EXACT_FIELD : kind.get(), at, end, Word.plain(name)));
    if (field.equals(Optional.of(Field.ID))) {
      readId();
    } else if (Scope.named(name).filter(scope -> scope.field() == Field.DATE).isPresent()) {
      readRange(at);
    }
    return true;
  }

  /** Reads a field's name behind which another sign stands than a colon. */
  private boolean readOtherSign(int nameEnd, String name) {
    Optional<FieldSign> found = FieldSign.behind(text, nameEnd, name);
    if (found.isEmpty()) {
      sayOtherBefore(nameEnd, name);
      return false;
    }
    FieldSign sign = found.get();
    int end = nameEnd + sign.sign().length();
    boolean alone = sign.negates() || sign.compares(); // of these the value's reading is told
    if (sign.kind() == Kind.FIELD && !alone) {
      String problem = "no colon stands after '%s'".formatted(name);
      repairs.add(at, end - at, problem, "read as '%s:'".formatted(name));
    }
    add(Token.word(sign.kind(), at, alone ? nameEnd : end, Word.plain(name)));
    if (sign.negates()) {
      add(Token.sign(Kind.MINUS, at, end));
    }
    return true;
  }

  /** Where the colon would stand behind a name; a weight between the two is left out. */
  private int boostedColon(int nameEnd, String name) {
    Matcher boost = BOOST.matcher(text).region(nameEnd, text.length());
    if (Scope.named(name).isEmpty() || !boost.lookingAt() || !text.startsWith(":", boost.end())) {
      return nameEnd;
    }
    String problem = "no word weighs more than another: " + Repairs.shown(boost.group());
    repairs.add(nameEnd, boost.end() - nameEnd, problem, "left out");
    return boost.end();
  }

  /** Reads a range of dates in brackets, as other languages have it, as one piece. */
  private boolean readRange(int from) {
    Matcher range = RANGE.matcher(text).region(from, text.length());
    boolean found = range.lookingAt();
    if (found) {
      Word word = Word.plain(range.group());
      add(new Token(Kind.QUOTED, range.start(), range.end(), word, Optional.empty()));
    }
    return found;
  }

  /** Reads a range behind a name that is none here but can mean the date alone. */
  private boolean readRangeOfOtherName(int nameEnd, String name) {
    int start = at;
    if (!text.startsWith(":", nameEnd)
        || !RANGE.matcher(text).region(nameEnd + 1, text.length()).lookingAt()
        || Scope.named(name).isPresent()) {
      return false;
    }
    Optional<String> date = FieldNames.nearest(name).filter(Field.DATE.id()::equals);
    if (date.isEmpty()) {
      return false;
    }
    repairs.add(
        start, nameEnd + 1 - start, "no field " + Repairs.shown(name), "read as " + date.get());
    add(Token.word(Kind.FIELD, start, nameEnd + 1, Word.plain(date.get())));
    return readRange(at);
  }

  /** Says that blanks stand before a colon, or beside an equals sign, behind a field's name. */
  private void sayOtherBefore(int nameEnd, String name) {
    int sign = Characters.afterBlanks(text, nameEnd);
    if (sign > nameEnd && sayComparison(sign, name)) {
      return;
    }
    boolean colon = text.startsWith(":", sign);
    int end = colon ? sign + 1 : Characters.afterBlanks(text, sign + 1);
    if ((sign > nameEnd || end > sign + 1)
        && (colon || text.startsWith("=", sign))
        && Characters.isBeforeClause(text, end)
        && Scope.named(name).isPresent()) {
      String where = colon ? "before the colon" : "beside the equals sign";
      String problem = "white space stands %s: did you mean '%s:'?".formatted(where, name);
      repairs.addMisspelt(at, end - at, problem, "read as words", name + ":");
    }
  }

  /** Says that blanks stand beside the sign of what comes before or after a date. */
  private boolean sayComparison(int sign, String name) {
    Matcher comparison = COMPARISON.matcher(text).region(sign, text.length());
    boolean date = Scope.named(name).filter(scope -> scope.field() == Field.DATE).isPresent();
    if (!date || !comparison.lookingAt()) {
      return false;
    }
    String meant = name + ":" + comparison.group(1);
    String problem =
        "white space stands before '%s': did you mean '%s'?".formatted(comparison.group(1), meant);
    repairs.addMisspelt(at, comparison.end() - at, problem, "read as words", meant);
    return true;
  }

  private static String behindColon(String text, int from) {
    return text.substring(from, Math.min(from + Scope.BEHIND_COLON, text.length()));
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || (end > from && text.charAt(end) == '_'))) {
      end++;
    }
    return end;
  }

  /**
   * Says whether a word would be read as the name of a field and something after it, because of the
   * sign at a place.
   */
  static boolean readsAsField(String word, int sign) {
    if (sign == 0 || nameEnd(word, 0) != sign) {
      return false;
    }
    String name = word.substring(0, sign);
    return word.charAt(sign) == ':'
        ? Scope.named(name).isPresent() || Scope.kind(name, behindColon(word, sign + 1)).isPresent()
        : FieldSign.behind(word, sign, name).isPresent();
  }

  /** Reads an id up to the next blank, or to a bracket that closes one before the id. */
  private void readId() {
    int open = 0;
    int end = at;
    while (end < text.length() && !Characters.isBlank(text.codePointAt(end))) {
      char c = text.charAt(end);
      if (end == at && (c == '(' || Characters.isQuote(c))) {
        return;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        break;
      }
      end += Character.charCount(text.codePointAt(end));
    }
    if (end > at) {
      String id = text.substring(at, end);
      Word word = id.equals("*") ? Word.read(id) : Word.plain(id);
      add(Token.word(Kind.WORD, at, end, word));
    }
  }

  // ---- words

  private void readWord() {
    int end = wordEnd();
    if (end == at) {
      repairs.add(at, 1, "backslash stands before nothing", "left out");
      at = text.length();
      return;
    }
    int wordEnd = withoutBoost(end);
    if (wordEnd < end) {
      String boost = Repairs.shown(text.substring(wordEnd, end));
      repairs.add(wordEnd, end - wordEnd, "no word weighs more than another: " + boost, "left out");
    }
    readWord(wordEnd);
    at = end;
  }

  private void readWord(int end) {
    if (end == at) {
      return;
    }
    String typed = text.substring(at, end);
    Optional<Kind> operator =
        startsClause() && !follows(Kind.MINUS) && !followsName()
            ? operator(typed)
            : Optional.empty();
    if (operator.isPresent()) {
      add(Token.sign(operator.get(), at, end));
      return;
    }
    if (isSignOfAmount()) {
      at = end; // goes to its number
      return;
    }
    Word word = Word.read(typed);
    if (followsName() || word.isMoreThanPunctuation() || (startsClause() && isEverything(typed))) {
      add(Token.word(Kind.WORD, at, end, word));
    } else {
      if (typed.indexOf('*') >= 0) {
        repairs.add(at, end - at, "star stands after no word", "left out");
      }
      dropMinusBeforeNothing();
      at = end;
    }
  }

  /** Says whether the sign of an amount stands here, behind a minus or the name of a text. */
  private boolean isSignOfAmount() {
    boolean text =
        followsName()
            && Scope.named(tokens.getLast().word().text())
                .filter(scope -> scope.field().isText())
                .isPresent();
    return (follows(Kind.MINUS) || text) && AmountSigns.standsBefore(this.text, at);
  }

  /** Where a word ends before a weight as other languages have it: {@code oil^2}. */
  private int withoutBoost(int end) {
    int sign = end - 1;
    while (sign > at && end - sign < LONGEST_BOOST && text.charAt(sign) != '^') {
      sign--;
    }
    if (sign < at || !BOOST.matcher(text.substring(sign, end)).matches()) {
      return end;
    }
    if (sign == at) {
      return follows(Kind.QUOTED) || follows(Kind.CLOSE) ? sign : end;
    }
    char before = text.charAt(sign - 1);
    boolean ends = Character.isLetterOrDigit(before) || "*?~".indexOf(before) >= 0;
    long letters = text.substring(at, sign).chars().filter(Character::isLetter).count();
    return ends && letters >= SHORTEST_BOOSTED ? sign : end;
  }

  private static boolean isEverything(String typed) {
    return typed.equals("*:*") || typed.chars().allMatch(c -> c == '*');
  }

  private int wordEnd() {
    int end = at;
    int most = Bars.first(text, at);
    while (end < most) {
      int c = text.codePointAt(end);
      if (c == '\\' && end + 1 == text.length()) {
        break;
      }
      if (c == '\\') {
        end++;
        c = text.codePointAt(end);
      } else if (Characters.isBlank(c) || c == '(' || c == ')' || Characters.isQuote(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static Optional<Kind> operator(String typed) {
    return switch (typed) {
      case "AND", "&&" -> Optional.of(Kind.AND);
      case "OR" -> Optional.of(Kind.OR);
      case "NOT" -> Optional.of(Kind.NOT);
      default -> Optional.empty();
    };
  }
}
