package org.sitrep.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Similar;

/** Tells a person what to ask instead, with commands that can be copied. */
final class NothingFoundText {
  private static final int MOST = 10;

  private final Output err;
  private final Function<SearchRequest, String> command;
  private int told;

  /**
   * Prepares telling.
   *
   * @param err standard error: help is no answer
   * @param command gives the command that asks a request
   */
  NothingFoundText(Output err, Function<SearchRequest, String> command) {
    this.err = err;
    this.command = command;
  }

  void print(NothingFound help, SearchRequest request) {
    Set<String> respelt =
        help.spellings().stream().map(NothingFound.Respelling::typed).collect(Collectors.toSet());
    // A word with another spelling need not be named twice.
    List<String> unmatched =
        help.unmatched().stream().filter(text -> !respelt.contains(text)).toList();
    if (!unmatched.isEmpty()) {
      err.print("note: no article has ").line(String.join(", ", unmatched));
    }
    if (!help.contradictions().isEmpty()) {
      err.print("note: asked for and excluded at once: ")
          .line(String.join(", ", help.contradictions()));
    }
    for (NothingFound.Change change : help.meant()) {
      print("did you mean " + change.text(), change.total(), change.request());
    }
    printSpellings(help.spellings());
    if (!help.choices().isEmpty()) {
      err.print("note: there are ")
          .line(
              help.choices().stream()
                  .map(choice -> "%s (%d)".formatted(choice.text(), choice.total()))
                  .collect(Collectors.joining(", ")));
    }
    for (NothingFound.Change change : help.looser()) {
      String words = change.text().toLowerCase(Locale.ROOT);
      print("with %s of the words".formatted(words), change.total(), change.request());
    }
    for (NothingFound.Change change : help.phrases()) {
      print("looser: " + change.text(), change.total(), change.request());
    }
    for (NothingFound.Change change : help.without()) {
      print("without " + change.text(), change.total(), change.request());
    }
    for (NothingFound.Change change : help.together()) {
      print("changed in several ways", change.total(), change.request());
    }
    if (told == 0 && help.unmatched().isEmpty() && help.contradictions().isEmpty()) {
      boolean leavesOut =
          request.similar().filter(s -> s.copies() == Similar.Copies.LEFT_OUT).isPresent();
      err.line(
          leavesOut
              ? "note: no other article is like this; --with-copies finds copies of it too"
              : "note: no article has all of this, and no smaller change helps");
    }
    if (told > MOST) {
      err.line("note: … and %d more; --format json lists them".formatted(told - MOST));
    }
    if (help.skipped() > 0) {
      err.line("note: there may be more: not everything was tried, for lack of time");
    }
    err.flush();
  }

  private void printSpellings(List<NothingFound.Respelling> spellings) {
    boolean isOne = spellings.stream().map(NothingFound.Respelling::typed).distinct().count() == 1;
    Set<SearchRequest> requests = new HashSet<>();
    for (NothingFound.Respelling spelling : spellings) {
      String arrow = "%s -> %s".formatted(spelling.typed(), spelling.spelling());
      boolean found = spelling.total() > 0;
      if (!found) {
        // Where other words keep it from being found, how many articles have the word.
        String text = arrow + " is in %d, with the rest".formatted(spelling.articles());
        print(text, 0, spelling.request());
      } else if (requests.add(spelling.request())) {
        // The request has a spelling for each of several words, not for this one alone.
        String text = isOne ? arrow : "did you mean " + spelling.request().query().print();
        print(text, spelling.total(), spelling.request());
      }
    }
  }

  private void print(String text, long total, SearchRequest request) {
    if (++told <= MOST) {
      err.print("note: ").print(text).line(": " + found(total, request));
      err.print("      ").line(command.apply(request));
    }
  }

  private static String found(long total, SearchRequest request) {
    String stories = total == 1 ? "1 story" : total + " stories";
    return request.collapse().isPresent() ? stories : ResultsText.count(total, "article");
  }
}
