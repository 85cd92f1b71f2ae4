package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.query.Token.Kind;

/**
 * The clauses between two brackets and what joins them. AND binds its neighbours first, then OR;
 * what stands side by side is joined last.
 */
final class Level {

  /**
   * What an operator can stand before or after.
   *
   * @param clauses none where it was left out; several stand side by side
   * @param single whether it was one word or phrase
   */
  record Operand(List<Query> clauses, boolean single) {
    static Operand of(Optional<Query> clause) {
      return new Operand(clause.stream().toList(), false);
    }

    static Operand single(Optional<Query> clause) {
      return new Operand(clause.stream().toList(), true);
    }

    /** Returns what this does not match; twice negated is not negated. */
    Operand negated() {
      Optional<Query> clause = joined();
      return clause.isPresent() && single && clause.get() instanceof Query.Not not
          ? of(Optional.of(not.clause()))
          : of(clause.map(Query.Not::new));
    }

    /** Returns what this does not match, which negated again is this. */
    Operand negatedAsOne() {
      return new Operand(negated().clauses(), true);
    }

    Optional<Query> joined() {
      return join(clauses, Query.Group::new);
    }
  }

  private interface Join {
    Query of(List<Query> clauses);
  }

  private final Repairs repairs;

  /** The clauses that stand side by side, up to those that may still be joined by an operator. */
  private final List<Query> sideBySide = new ArrayList<>();

  /** The clauses joined by OR, each one of clauses joined by AND. */
  private List<List<Operand>> alternatives = new ArrayList<>();

  private boolean empty = true;
  private @Nullable Token operator;
  private @Nullable Token negation;

  Level(Repairs repairs) {
    this.repairs = repairs;
  }

  void join(Token token) {
    if (negation != null) {
      repairs.add(token, name(token) + " stands after a negation", "left out");
    } else if (operator != null) {
      repairs.add(token, name(token) + " stands after " + name(operator), "left out");
    } else if (empty) {
      repairs.add(token, name(token) + " has nothing before it", "left out");
    } else {
      operator = token;
    }
  }

  void negate(Token token) {
    if (negation != null) {
      repairs.add(token, "two negations in a row", "read as one");
    } else {
      negation = token;
    }
  }

  void add(Operand typed) {
    Operand operand = negation == null ? typed : typed.negated();
    if (operator == null) {
      closeAlternatives();
    }
    if (operator == null || operator.is(Kind.OR)) {
      alternatives.add(new ArrayList<>());
    }
    alternatives.getLast().add(operand);
    empty = false;
    operator = null;
    negation = null;
  }

  private void closeAlternatives() {
    if (alternatives.size() == 1 && alternatives.getFirst().size() == 1) {
      sideBySide.addAll(alternatives.getFirst().getFirst().clauses());
    } else {
      List<Query> clauses = new ArrayList<>();
      for (List<Operand> required : alternatives) {
        join(joined(required), Query.And::new).ifPresent(clauses::add);
      }
      join(clauses, Query.Or::new).ifPresent(sideBySide::add);
    }
    alternatives = new ArrayList<>();
  }

  private static List<Query> joined(List<Operand> operands) {
    return operands.stream().flatMap(operand -> operand.joined().stream()).toList();
  }

  /** Returns all clauses joined; empty where there are none. */
  Optional<Query> toQuery() {
    for (Token token : new Token[] {operator, negation}) {
      if (token != null) {
        repairs.add(token, name(token) + " has nothing after it", "left out");
      }
    }
    closeAlternatives();
    return join(sideBySide, Query.Group::new);
  }

  private static Optional<Query> join(List<Query> clauses, Join join) {
    return clauses.size() < 2 ? clauses.stream().findFirst() : Optional.of(join.of(clauses));
  }

  private static String name(Token token) {
    return token.is(Kind.MINUS) ? "minus" : token.kind().name();
  }
}
