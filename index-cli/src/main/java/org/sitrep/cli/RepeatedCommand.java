package org.sitrep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Similar;
import org.sitrep.core.search.Sort;

/**
 * The command that asks the same again, whatever the words and dates were given as: to be kept in a
 * note or a script.
 *
 * @param command the command's name
 * @param canonical the query as it was read
 * @param request what was asked
 * @param facets the facets that were asked for
 * @param index the index's folder, where an option named it
 */
record RepeatedCommand(
    String command,
    String canonical,
    SearchRequest request,
    List<Dimension> facets,
    Optional<Path> index) {
  static final int USUAL_LIMIT = 10;
  static final int USUAL_SNIPPETS = 1;

  private static final Pattern SAFE_IN_A_SHELL = Pattern.compile("[\\w@%+=:,./-]+");

  /** The command, quoted for a POSIX shell. */
  String text() {
    return arguments().stream().map(RepeatedCommand::quoted).collect(Collectors.joining(" "));
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("sitrep", command));
    index.ifPresent(folder -> add(arguments, false, "--index", folder));
    for (Facet facet : Facet.values()) {
      addSelection(arguments, request.selection(facet));
    }
    add(arguments, request.match() == Match.ALL, "--match", Values.id(request.match()));
    request
        .timeLimit()
        .ifPresent(limit -> add(arguments, false, "--timeout", limit.toMillis() + "ms"));
    String counted = facets.stream().map(Dimension::name).collect(Collectors.joining(","));
    add(arguments, facets.isEmpty(), "--facets", counted);
    add(arguments, request.sort() == Sort.RELEVANCE, "--sort", Values.id(request.sort()));
    arguments.addAll(RankingOptions.arguments(request.ranking()));
    add(arguments, request.limit() == USUAL_LIMIT, "--limit", request.limit());
    add(arguments, request.offset() == 0, "--offset", request.offset());
    request.after().ifPresent(cursor -> add(arguments, false, "--after", cursor));
    add(arguments, request.snippets() == USUAL_SNIPPETS, "--snippets", request.snippets());
    request.collapse().ifPresent(collapse -> arguments.addAll(CollapseOptions.typed(collapse)));
    addPositional(arguments);
    return arguments;
  }

  private void addPositional(List<String> arguments) {
    List<String> positional = request.similar().map(Similar::articles).orElse(List.of(canonical));
    if (request.similar().isPresent()) {
      add(arguments, request.query() instanceof Query.All, SimilarCommand.QUERY, canonical);
      if (request.similar().get().copies() == Similar.Copies.FOUND) {
        arguments.add(SimilarCommand.WITH_COPIES);
      }
    }
    if (positional.stream().anyMatch(argument -> argument.startsWith("-"))) {
      arguments.add("--");
    }
    arguments.addAll(positional);
  }

  private static void addSelection(List<String> arguments, Selection selection) {
    Facet facet = selection.facet();
    for (String key : selection.included()) {
      add(arguments, false, Dimension.option(facet), Dimension.typed(facet, key));
    }
    for (String key : selection.excluded()) {
      add(arguments, false, "--exclude", facet.id() + "=" + Dimension.typed(facet, key));
    }
    selection
        .range()
        .ifPresent(
            days -> {
              days.from().ifPresent(day -> add(arguments, false, "--from", day));
              days.to().ifPresent(day -> add(arguments, false, "--to", day));
            });
    boolean usual = selection.mode() == Selection.Mode.ANY || selection.isEmpty();
    add(arguments, usual, "--all", facet.id());
  }

  private static void add(List<String> arguments, boolean usual, String option, Object value) {
    if (!usual) {
      arguments.add(option);
      arguments.add(String.valueOf(value));
    }
  }

  private static String quoted(String argument) {
    boolean safe = SAFE_IN_A_SHELL.matcher(argument).matches();
    return safe ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
