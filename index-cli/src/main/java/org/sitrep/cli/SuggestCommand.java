package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.search.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sitrep suggest}. */
@Command(
    name = "suggest",
    description = {
      "Suggests what the end of a query that is being typed may become.",
      "A number is how many articles of the index have the word or value."
    },
    footer = {"  sitrep suggest 'drones united k'", "  sitrep suggest tag:pro --format json"})
final class SuggestCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description = "what is typed so far; after a field's name, as in tag:pro, what it has")
  private List<String> words = List.of();

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many to suggest at most (default: 10)")
  private int limit = RepeatedCommand.USUAL_LIMIT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfTable.class,
      description = "text (default), json, jsonl, csv or tsv")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  SuggestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    String text = String.join(" ", words);
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      List<Suggestion> found = suggest(opened, text);
      switch (format) {
        case TEXT -> print(found);
        case JSON -> surroundings.out().json(json(text, found));
        case JSONL -> {
          for (Suggestion each : found) {
            surroundings.out().json(Json.answer(json -> write(json, each)));
          }
        }
        default -> {
          format.row(
              surroundings.out(), Json.KIND, Json.LABEL, Json.QUERY, Json.COUNT, Json.OTHER_NAME);
          for (Suggestion each : found) {
            format.row(
                surroundings.out(),
                Values.id(each.kind()),
                each.label(),
                each.query(),
                each.articles(),
                each.otherName().orElse(""));
          }
        }
      }
      return found.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }
  }

  private List<Suggestion> suggest(ArticleIndex opened, String text) throws IOException {
    try {
      return opened.suggest(text, limit);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private void print(List<Suggestion> found) {
    for (Suggestion each : found) {
      surroundings
          .out()
          .print("%8d  ".formatted(each.articles()))
          .print(Style.FAINT, "%-9s".formatted(Values.id(each.kind())))
          .print(Style.TITLE, each.label())
          .print(each.otherName().map(" (%s)"::formatted).orElse(""));
      boolean filter = each.kind() != Suggestion.Kind.WORD;
      surroundings.out().line(filter ? "  " + each.query() : "");
    }
  }

  private static String json(String text, List<Suggestion> found) throws IOException {
    return Json.answer(
        json -> {
          json.writeStringField(Json.TEXT, text);
          json.writeArrayFieldStart(Json.SUGGESTIONS);
          for (Suggestion each : found) {
            json.writeStartObject();
            write(json, each);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Suggestion suggestion) throws IOException {
    json.writeStringField(Json.KIND, Values.id(suggestion.kind()));
    json.writeStringField(Json.LABEL, suggestion.label());
    json.writeStringField(Json.QUERY, suggestion.query());
    json.writeNumberField(Json.COUNT, suggestion.articles());
    if (suggestion.otherName().isPresent()) {
      json.writeStringField(Json.OTHER_NAME, suggestion.otherName().get());
    }
    json.writeNumberField(Json.FROM, suggestion.replaced().start());
    json.writeNumberField(Json.TO, suggestion.replaced().end());
  }
}
