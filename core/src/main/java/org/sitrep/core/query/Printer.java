package org.sitrep.core.query;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Extent.Join;

/**
 * Writes a query as text. Brackets stand around every joined clause inside another, also where the
 * meaning does not need them, unless that would nest deeper than a query may.
 */
final class Printer {
  private static final String SIGNS = "\\*?~()|";
  private static final String HARMLESS_START = "#@$€£'’&";
  private static final String HARMLESS_END = "'’%+-$€£#";
  private static final String FIELD_SIGNS = ":=!<>";
  private static final String NONE = "none";

  private final StringBuilder out = new StringBuilder();
  private final boolean allBrackets;

  private Printer(boolean allBrackets) {
    this.allBrackets = allBrackets;
  }

  static String print(Query query) {
    Printer printer = new Printer(depth(query) <= Query.MAX_DEPTH);
    printer.write(query);
    return SpacedRange.apart(WholeAmounts.apart(printer.out.toString()));
  }

  /** Counts the brackets inside each other with all of them written. */
  private static int depth(Query query) {
    if (query instanceof Query.Not not) {
      Query clause = not.clause();
      return depth(clause) + (isJoined(clause) || clause instanceof Query.Not ? 1 : 0);
    }
    int depth = 0;
    for (Query clause : QueryTree.joined(query)) {
      depth = Math.max(depth, depth(clause) + (isJoined(clause) ? 1 : 0));
    }
    return depth;
  }

  private static boolean isJoined(Query query) {
    return !QueryTree.joined(query).isEmpty();
  }

  // ---- joined clauses

  private void write(Query query) {
    if (query instanceof Query.Group group) {
      writeJoined(Join.GROUP, " ", group.clauses());
    } else if (query instanceof Query.Or or) {
      writeJoined(Join.OR, " OR ", or.clauses());
    } else if (query instanceof Query.And and) {
      writeJoined(Join.AND, " AND ", and.clauses());
    } else if (query instanceof Query.Not not) {
      out.append('-');
      writeClause(Join.NOT, not.clause());
    } else {
      writeLeaf(query);
    }
  }

  private void writeLeaf(Query query) {
    if (query instanceof Query.Term term) {
      writeTerm(term);
    } else if (query instanceof Query.Phrase phrase) {
      writePhrase(phrase);
    } else if (query instanceof Query.Value value) {
      writeValue(value);
    } else if (query instanceof Query.Range range) {
      out.append(Dates.print(range));
    } else if (query instanceof Query.Prefix prefix) {
      writeWord(prefix.field(), Word.plain(prefix.start()), false);
      out.append('*');
    } else if (query instanceof Query.Wildcard wildcard) {
      writeWord(wildcard.field(), Word.pattern(wildcard.pattern()), true);
    } else if (query instanceof Query.Fuzzy fuzzy) {
      writeWord(fuzzy.field(), Word.plain(fuzzy.word()), false);
      out.append('~').append(fuzzy.edits());
    } else {
      out.append('*'); // every article
    }
  }

  private void writeJoined(Join join, String sign, List<Query> clauses) {
    String between = "";
    for (Query clause : clauses) {
      out.append(between);
      writeClause(join, clause);
      between = sign;
    }
  }

  private void writeClause(Join join, Query clause) {
    if (Extent.needsBrackets(join, clause) || (allBrackets && isJoined(clause))) {
      out.append('(');
      write(clause);
      out.append(')');
    } else {
      write(clause);
    }
  }

  // ---- words

  private void writeField(Field field) {
    if (field != Field.TEXT) {
      out.append(field.id()).append(':');
    }
  }

  private void writeTerm(Query.Term term) {
    if (term.field() == Field.ID) {
      writeField(Field.ID);
      writeId(term.word());
    } else {
      writeWord(term.field(), Word.plain(term.word()), false);
    }
  }

  private void writePhrase(Query.Phrase phrase) {
    writeField(phrase.field());
    if (hasLetter(phrase.words())) {
      out.append(quoted(phrase.words()).replace("*", "\\*"));
    } else {
      out.append('"');
      phrase.words().codePoints().forEach(c -> out.append('\\').appendCodePoint(c));
      out.append('"');
    }
    if (phrase.slop() > 0) {
      out.append('~').append(phrase.slop());
    }
  }

  /** Writes a word so that it is read as it is, apart from its wildcards. */
  private void writeWord(Field field, Word word, boolean pattern) {
    boolean bare = field == Field.TEXT;
    boolean asks =
        pattern
            && (word.asksAtEnd() || !hasLetter(word.text()) || (word.isAddress() && word.asks()));
    if (bare && asks) {
      out.append("text:");
    } else {
      writeField(field);
    }
    String text = word.text();
    boolean all = !hasLetter(text);
    boolean marked = isKeyword(field, text) || (field == Field.TAG && text.startsWith("#"));
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean escaped =
          word.isPlain(at) && (all || (marked && at == 0) || needsEscape(text, at, c, next, bare));
      if (escaped) {
        out.append('\\');
      }
      out.appendCodePoint(c);
      at = next;
    }
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Characters::isOfWord);
  }

  private static boolean isKeyword(Field field, String text) {
    return (field == Field.TEXT && Nearness.isSign(text))
        || text.equals("AND")
        || text.equals("OR")
        || text.equals("NOT")
        || (field.facet().isPresent() && text.equalsIgnoreCase(NONE));
  }

  private static boolean needsEscape(String text, int at, int c, int next, boolean bare) {
    if (Characters.isOfWord(c)) {
      return false;
    }
    boolean first = at == 0 && HARMLESS_START.indexOf(c) < 0;
    boolean last = next == text.length() && HARMLESS_END.indexOf(c) < 0;
    boolean field = bare && FIELD_SIGNS.indexOf(c) >= 0 && Lexer.readsAsField(text, at);
    boolean boost = c == '^' && next < text.length() && Character.isDigit(text.charAt(next));
    return first
        || last
        || field
        || boost
        || SIGNS.indexOf(c) >= 0
        || Characters.isQuote(c)
        || Characters.isBlank(c);
  }

  // ---- values

  private void writeValue(Query.Value value) {
    Facet facet = value.facet();
    Field field = Field.of(facet);
    String key = value.value();
    writeField(field);
    if (key.equals(Facet.NONE)) {
      out.append(facet == Facet.DATE ? "unknown" : NONE);
      return;
    }
    switch (facet) {
      case COUNTRY, ABOUT -> {
        boolean known = CountryNames.code(key).equals(Optional.of(key));
        out.append(known ? "" : "=").append(key);
      }
      case SECTION, SOURCE, AUTHOR -> {
        out.append('=');
        writeQuoted(key);
      }
      default -> writeQuoted(key);
    }
  }

  private void writeId(String id) {
    boolean raw =
        Characters.isOfWord(id.codePointAt(0))
            && id.codePoints().noneMatch(c -> Characters.isBlank(c) || c == '(' || c == ')');
    out.append(raw ? id : quoted(id));
  }

  /** Writes a value, between quotes where it is more than a plain word. */
  private void writeQuoted(String value) {
    out.append(isSimple(value) && !value.equals(NONE) ? value : quoted(value));
  }

  private static boolean isSimple(String value) {
    return Characters.isOfWord(value.codePointAt(0))
        && value
            .codePoints()
            .allMatch(c -> Characters.isOfWord(c) || (c < 0x80 && "-_/.:".indexOf(c) >= 0));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
