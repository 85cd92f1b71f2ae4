package org.sitrep.core.index.help;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Query;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Acronyms that count with their capitals only, so that "US" is told from "us", by how people type
 * them in haste: {@code usa}, {@code uk-built}.
 */
final class Acronyms {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Map<String, String> byLetters = new HashMap<>();

  Acronyms(Aliases aliases) {
    for (List<String> group : aliases.groups()) {
      for (String name : group) {
        if (Aliases.isAcronym(name)) {
          byLetters.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
      }
    }
  }

  /** Returns a query with the capitals of each acronym; the same where it has none without. */
  Query written(Query query) {
    Query written = query;
    for (Query leaf : query.leaves()) {
      Query other = writtenLeaf(leaf);
      written = other.equals(leaf) ? written : written.replaced(leaf, other);
    }
    return written;
  }

  private Query writtenLeaf(Query leaf) {
    return switch (leaf) {
      case Query.Term term when term.field().isText() ->
          new Query.Term(term.field(), written(term.word()));
      case Query.Phrase phrase when phrase.field().isText() ->
          new Query.Phrase(phrase.field(), written(phrase.words()), phrase.slop());
      default -> leaf;
    };
  }

  private String written(String words) {
    return WORD.matcher(words).replaceAll(word -> Matcher.quoteReplacement(acronym(word.group())));
  }

  /** What is written with capitals already is meant so. */
  private String acronym(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return Aliases.isAcronym(word) ? word : byLetters.getOrDefault(small, word);
  }
}
