package org.sitrep.core.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.PhraseMatcher.Match;

/** A place in a text that may name a country, and what has been decided about it. */
final class Candidate {
  private final ZoneText zone;
  private final int start;
  private final int end;
  private List<Sense> senses;
  private @Nullable Sense chosen;
  private boolean dropped;
  private boolean person;

  Candidate(ZoneText zone, Match<?> match, List<Sense> senses) {
    this.zone = zone;
    this.start = match.start();
    this.end = match.end();
    this.senses = senses;
  }

  ZoneText zone() {
    return zone;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The words as written. */
  String text() {
    return zone.text().substring(start, end);
  }

  List<Sense> senses() {
    return senses;
  }

  /** The sense with the first claim. */
  Sense first() {
    for (Sense sense : senses) {
      if (!sense.isSecond()) {
        return sense;
      }
    }
    return senses.get(0);
  }

  boolean isShared() {
    return senses.size() > 1;
  }

  /** What makes two mentions the same word. */
  String key() {
    return first().entry().text();
  }

  void keep(List<Sense> left) {
    if (left.isEmpty()) {
      dropped = true;
    } else {
      senses = left;
    }
  }

  void choose(Sense sense) {
    chosen = sense;
  }

  @Nullable Sense chosen() {
    return chosen;
  }

  void drop() {
    dropped = true;
  }

  void dropAsPerson() {
    dropped = true;
    person = true;
  }

  boolean isDropped() {
    return dropped;
  }

  boolean isPerson() {
    return person;
  }
}
