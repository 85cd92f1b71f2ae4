package org.sitrep.core.index.help;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;

/** Words in small letters between others that may be meant as operators: "drone or uav". */
final class SmallOperators {
  private static final String AND = "AND";
  private static final String OR = "OR";
  private static final String NOT = "NOT";

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("and", AND),
          Map.entry("but", AND),
          Map.entry("or", OR),
          Map.entry("not", NOT),
          Map.entry("without", NOT),
          Map.entry("except", NOT),
          Map.entry("excluding", NOT),
          Map.entry("und", AND),
          Map.entry("oder", OR),
          Map.entry("nicht", NOT),
          Map.entry("ohne", NOT),
          Map.entry("et", AND),
          Map.entry("ou", OR),
          Map.entry("sans", NOT),
          Map.entry("sin", NOT),
          Map.entry("oppure", OR),
          Map.entry("senza", NOT),
          Map.entry("oraz", AND),
          Map.entry("lub", OR),
          Map.entry("albo", OR),
          Map.entry("bez", NOT),
          Map.entry("або", OR),
          Map.entry("без", NOT),
          Map.entry("или", OR));

  private SmallOperators() {}

  /**
   * Reads the words as operators: as the language joins what stands right beside them, and where
   * that is another thing, all words on the one side or all on the other.
   *
   * @return the queries; none where no such word stands between others
   */
  static List<Query> read(Query query) {
    Set<Query> read = new LinkedHashSet<>();
    if (query instanceof Query.Group group) {
      String text = text(group.clauses());
      if (!text.equals(group.print())) {
        add(text, read);
        if (group.clauses().stream().allMatch(SmallOperators::isWord)) {
          add(wide(group.clauses()), read);
        }
      }
    }
    read.remove(query);
    return List.copyOf(read);
  }

  private static void add(String text, Set<Query> read) {
    ParsedQuery parsed = Query.parse(text);
    if (parsed.repairs().isEmpty()) {
      read.add(parsed.query());
    }
  }

  private static String text(List<Query> clauses) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      String operator = operator(clauses, i);
      if (operator.equals(NOT) && i > 0 && operator(clauses, i - 1).equals(AND)) {
        words.removeLast();
      }
      words.add(operator.isEmpty() ? inBrackets(clauses.get(i)) : operator);
    }
    return String.join(" ", words);
  }

  /** The alternatives with all their words. */
  private static String wide(List<Query> clauses) {
    List<String> sides = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= clauses.size(); i++) {
      if (i == clauses.size() || operator(clauses, i).equals(OR)) {
        sides.add("(" + text(clauses.subList(from, i)) + ")");
        from = i + 1;
      }
    }
    return String.join(" " + OR + " ", sides);
  }

  private static String inBrackets(Query clause) {
    boolean joined =
        clause instanceof Query.Group || clause instanceof Query.And || clause instanceof Query.Or;
    String text = clause instanceof Query.Group group ? text(group.clauses()) : clause.print();
    return joined ? "(" + text + ")" : text;
  }

  private static boolean isWord(Query clause) {
    return clause instanceof Query.Term term && term.field() == Field.TEXT;
  }

  /** The operator that a word may stand for, empty where it cannot stand for one. */
  private static String operator(List<Query> clauses, int i) {
    if (i + 1 < clauses.size()
        && clauses.get(i) instanceof Query.Term term
        && term.field() == Field.TEXT) {
      String operator = OPERATORS.getOrDefault(term.word().toLowerCase(Locale.ROOT), "");
      return i > 0 || operator.equals(NOT) ? operator : "";
    }
    return "";
  }
}
