package org.sitrep.core.index.help;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.vocabulary.Topic;
import org.sitrep.core.vocabulary.TopicFinder;

/**
 * The same word or value in other fields than the one in which no article has it: people take tags
 * for topics, authors for sources, and a word for any of them.
 */
final class OtherFields {
  private static final List<Field> WORDS = List.of(Field.SECTION, Field.SOURCE, Field.AUTHOR);

  private OtherFields() {}

  /** Returns what else may be looked for, values of facets first and words of texts last. */
  static Set<Query> of(Field field, String value) {
    Set<Query> others = new LinkedHashSet<>();
    switch (field) {
      case ABOUT -> addValue(Facet.COUNTRY, value, others);
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR -> addAll(field, value, others);
      default -> {
        // Codes and dates are nothing elsewhere, and words of the text are asked for as such.
      }
    }
    return others;
  }

  /** Returns what is looked for in titles or bodies, for the two together; none for the rest. */
  static List<Query> inWholeText(Query clause) {
    return switch (clause) {
      case Query.Term term when isPart(term.field()) ->
          List.of(new Query.Term(Field.TEXT, term.word()));
      case Query.Phrase phrase when isPart(phrase.field()) ->
          List.of(new Query.Phrase(Field.TEXT, phrase.words(), phrase.slop()));
      case Query.Prefix prefix when isPart(prefix.field()) ->
          List.of(new Query.Prefix(Field.TEXT, prefix.start()));
      case Query.Wildcard wildcard when isPart(wildcard.field()) ->
          List.of(new Query.Wildcard(Field.TEXT, wildcard.pattern()));
      case Query.Fuzzy fuzzy when isPart(fuzzy.field()) ->
          List.of(new Query.Fuzzy(Field.TEXT, fuzzy.word(), fuzzy.edits()));
      default -> List.of();
    };
  }

  private static boolean isPart(Field field) {
    return field == Field.TITLE || field == Field.BODY;
  }

  private static void addAll(Field field, String value, Set<Query> others) {
    if (value.isBlank()) {
      return;
    }
    addValue(Facet.TOPIC, value, others);
    if (field == Field.TAG || field == Field.TOPIC) {
      for (Topic topic : TopicFinder.standard().find(value, "").topics()) {
        addValue(Facet.TOPIC, topic.id(), others);
      }
    }
    addValue(Facet.TAG, value, others);
    addValue(Facet.COUNTRY, value, others);
    for (Field other : WORDS) {
      addWords(other, value, others);
    }
    addWords(Field.TEXT, value, others);
  }

  private static void addValue(Facet facet, String value, Set<Query> others) {
    try {
      others.add(new Query.Value(facet, value));
    } catch (IllegalArgumentException e) {
      // No country is called so, or no value is as long.
    }
  }

  private static void addWords(Field field, String value, Set<Query> others) {
    boolean one = value.chars().noneMatch(Character::isWhitespace);
    try {
      others.add(one ? new Query.Term(field, value) : new Query.Phrase(field, value, 0));
    } catch (IllegalArgumentException e) {
      // A value may be of more words than a clause may.
    }
  }
}
