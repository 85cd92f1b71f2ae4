package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Analysis.Word;

/**
 * Finds names in the words of a query and gives the words of the other names of the same thing. For
 * one language; immutable and safe for use by several threads.
 */
final class AliasTable {
  private static final int MAX_READINGS = 16;

  /** How many words all readings of a text have together; a longer one is read as written alone. */
  private static final int MAX_WORDS = 1_000;

  /** A name's words, and the group that it is of. */
  private record Name(List<String> stems, List<List<Word>> group) {}

  /**
   * A name found.
   *
   * @param first the index of its first word
   * @param end the index behind its last word
   * @param others the words of each other name
   */
  record Found(int first, int end, List<List<Word>> others) {}

  /** The names of a thing as they are written, and what the first words' stems begin with. */
  private record Group(List<String> names, Set<Integer> initials) {}

  /** Stands for the initial of a name of which only analysis can tell it. */
  static final int UNKNOWN = 0;

  private final List<Group> groups = new ArrayList<>();
  private final Function<List<String>, List<List<Word>>> words;

  /** The names that a stem begins, by its initial: a text has few, and to analyse takes long. */
  private final Map<Integer, Map<String, List<Name>>> namesByInitial = new ConcurrentHashMap<>();

  /**
   * Makes a table.
   *
   * @param groups names of the same thing
   * @param initial the character that the stem of a name's first word begins with, or {@link
   *     #UNKNOWN}
   * @param words analyses names, many at once
   */
  AliasTable(
      List<List<String>> groups,
      ToIntFunction<String> initial,
      Function<List<String>, List<List<Word>>> words) {
    this.words = words;
    for (List<String> names : groups) {
      Set<Integer> initials = new HashSet<>();
      for (String name : names) {
        initials.add(initial.applyAsInt(name));
      }
      this.groups.add(new Group(names, initials));
    }
  }

  /** The names whose first word has a stem, in their order. */
  private List<Name> names(String first) {
    return namesByInitial
        .computeIfAbsent(first.isEmpty() ? UNKNOWN : (int) first.charAt(0), this::names)
        .getOrDefault(first, List.of());
  }

  private Map<String, List<Name>> names(int initial) {
    List<List<String>> possible = new ArrayList<>();
    for (Group group : groups) {
      if (group.initials().contains(initial) || group.initials().contains(UNKNOWN)) {
        possible.add(everyWay(group.names()));
      }
    }
    Iterator<List<Word>> analysed =
        words.apply(possible.stream().flatMap(List::stream).toList()).iterator();
    Map<String, List<Name>> namesByFirst = new HashMap<>();
    for (List<String> group : possible) {
      Set<List<Word>> names = new LinkedHashSet<>();
      for (int i = 0; i < group.size(); i++) {
        names.add(analysed.next());
      }
      names.removeIf(List::isEmpty);
      List<List<Word>> all = List.copyOf(names);
      for (List<Word> name : all) {
        namesByFirst
            .computeIfAbsent(name.getFirst().stem(), stem -> new ArrayList<>())
            .add(new Name(name.stream().map(Word::stem).toList(), all));
      }
    }
    return namesByFirst;
  }

  /** The names in every way to write them; none begins with another letter than the name. */
  private static List<String> everyWay(List<String> names) {
    List<String> ways = new ArrayList<>();
    for (String name : names) {
      ways.add(name);
      ways.addAll(Hyphens.otherWays(name));
    }
    return ways;
  }

  /** Finds names in words, leftmost and longest first, none overlapping. */
  List<Found> find(List<Word> words) {
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Found here = at(words, at);
      if (here != null) {
        found.add(here);
      }
      at = here == null ? at + 1 : here.end();
    }
    return found;
  }

  private @Nullable Found at(List<Word> words, int at) {
    Name longest = null;
    for (Name name : names(words.get(at).stem())) {
      if ((longest == null || name.stems().size() > longest.stems().size())
          && isAt(name.stems(), words, at)) {
        longest = name;
      }
    }
    if (longest == null) {
      return null;
    }
    List<String> stems = longest.stems();
    List<List<Word>> others =
        longest.group().stream()
            .filter(name -> !name.stream().map(Word::stem).toList().equals(stems))
            .toList();
    return new Found(at, at + stems.size(), others);
  }

  private static boolean isAt(List<String> stems, List<Word> words, int at) {
    if (at + stems.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < stems.size(); i++) {
      if (!words.get(at + i).stem().equals(stems.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The words with names replaced by others of the same thing; of a bounded number in all. */
  List<List<Word>> otherReadings(List<Word> words) {
    int most = Math.min(MAX_READINGS, MAX_WORDS / Math.max(1, words.size()));
    if (most < 2) {
      return List.of();
    }
    List<List<Word>> readings = List.of(List.of());
    int at = 0;
    for (Found name : find(words)) {
      List<List<Word>> options = new ArrayList<>(name.others());
      options.add(0, words.subList(name.first(), name.end()));
      boolean tooMany = readings.size() * options.size() > most;
      readings = followed(readings, List.of(words.subList(at, name.first())));
      readings = followed(readings, tooMany ? options.subList(0, 1) : options);
      at = name.end();
    }
    readings = followed(readings, List.of(words.subList(at, words.size())));
    return readings.subList(1, readings.size()); // the first is the words themselves
  }

  private static List<List<Word>> followed(List<List<Word>> readings, List<List<Word>> options) {
    List<List<Word>> followed = new ArrayList<>(readings.size() * options.size());
    for (List<Word> reading : readings) {
      for (List<Word> option : options) {
        List<Word> whole = new ArrayList<>(reading);
        whole.addAll(option);
        followed.add(whole);
      }
    }
    return followed;
  }
}
