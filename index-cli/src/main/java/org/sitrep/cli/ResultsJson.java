package org.sitrep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.Repair;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Selection;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Sort;

/** Shows the answer to a search to a program. */
final class ResultsJson {
  private final Output out;
  private final Explanations explanations;

  ResultsJson(Output out, Explanations explanations) {
    this.out = out;
    this.explanations = explanations;
  }

  /** Writes the whole answer as one object. */
  void write(
      ParsedQuery query,
      SearchResults results,
      List<Dimension> facets,
      Optional<String> repeatedCommand,
      Function<SearchRequest, String> command)
      throws IOException {
    out.json(
        Json.answer(
            json -> {
              writeQuery(json, query);
              json.writeNumberField(Json.TOTAL, results.total());
              if (results.request().collapse().isPresent()) {
                json.writeNumberField(Json.ARTICLES, results.articles());
              }
              json.writeNumberField(Json.TOOK, results.took().toMillis());
              if (repeatedCommand.isPresent()) {
                writeRequest(json, results.request(), repeatedCommand.get());
              }
              json.writeArrayFieldStart(Json.HITS);
              for (Hit hit : results.hits()) {
                json.writeStartObject();
                write(json, hit, results.request());
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeObjectFieldStart(Json.FACETS);
              for (int i = 0; i < facets.size(); i++) {
                FacetResult facet = results.facets().get(i);
                Json.object(
                    json, facets.get(i).name(), object -> write(object, facet, results.request()));
              }
              json.writeEndObject();
              if (results.nothingFound().isPresent()) {
                NothingFound help = results.nothingFound().get();
                Json.object(json, Json.NOTHING_FOUND, object -> write(object, help, command));
              }
              // By relevance a cursor ends with the process that gave it: nobody could use it.
              Optional<Cursor> next =
                  results.next().filter(cursor -> cursor.sort() != Sort.RELEVANCE);
              if (next.isPresent()) {
                json.writeStringField(Json.NEXT, next.get().toString());
              }
            }));
  }

  /** Writes the hits, one a line. */
  void writeLines(SearchResults results) throws IOException {
    int rank = results.request().offset();
    for (Hit hit : results.hits()) {
      int next = ++rank;
      out.json(
          Json.answer(
              json -> {
                json.writeNumberField(Json.RANK, next);
                write(json, hit, results.request());
              }));
    }
  }

  static void writeQuery(JsonGenerator json, ParsedQuery query) throws IOException {
    json.writeStringField(Json.QUERY, query.canonical());
    json.writeArrayFieldStart(Json.REPAIRS);
    for (Repair repair : query.repairs()) {
      json.writeStartObject();
      json.writeNumberField(Json.OFFSET, repair.offset());
      json.writeNumberField(Json.LENGTH, repair.length());
      json.writeStringField(Json.MESSAGE, repair.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRequest(JsonGenerator json, SearchRequest request, String command)
      throws IOException {
    json.writeObjectFieldStart(Json.REQUEST);
    json.writeObjectFieldStart(Json.SELECTIONS);
    for (Selection selection : request.selections().values()) {
      if (!selection.isEmpty()) {
        Json.object(json, selection.facet().id(), object -> write(object, selection));
      }
    }
    json.writeEndObject();
    json.writeStringField(Json.MATCH, Values.id(request.match()));
    json.writeStringField(Json.SORT, Values.id(request.sort()));
    if (request.collapse().isPresent()) {
      Collapse collapse = request.collapse().get();
      json.writeStringField(Json.COLLAPSE, Values.id(collapse.best()));
      Json.texts(json, Json.SOURCES, collapse.sources());
      json.writeStringField(Json.COUNT_BY, CollapseOptions.Unit.of(collapse));
    }
    if (request.similar().isPresent()) {
      Json.texts(json, Json.SIMILAR, request.similar().get().articles());
    }
    json.writeStringField(Json.COMMAND, command);
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, NothingFound help, Function<SearchRequest, String> command)
      throws IOException {
    write(json, Json.MEANT, help.meant(), command);
    json.writeArrayFieldStart(Json.SPELLINGS);
    for (NothingFound.Respelling spelling : help.spellings()) {
      json.writeStartObject();
      json.writeStringField(Json.TYPED, spelling.typed());
      json.writeStringField(Json.SPELLING, spelling.spelling());
      json.writeNumberField(Json.ARTICLES, spelling.articles());
      writeChanged(json, spelling.request(), spelling.total(), command);
      json.writeEndObject();
    }
    json.writeEndArray();
    write(json, Json.LOOSER, help.looser(), command);
    write(json, Json.WITHOUT, help.without(), command);
    json.writeNumberField(Json.SKIPPED, help.skipped());
    write(json, Json.PHRASES, help.phrases(), command);
    write(json, Json.TOGETHER, help.together(), command);
    Json.texts(json, Json.UNMATCHED, help.unmatched());
    Json.texts(json, Json.CONTRADICTIONS, help.contradictions());
    write(json, Json.CHOICES, help.choices(), command);
  }

  private static void write(
      JsonGenerator json,
      String name,
      List<NothingFound.Change> changes,
      Function<SearchRequest, String> command)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (NothingFound.Change change : changes) {
      json.writeStartObject();
      json.writeStringField(Json.TEXT, change.text());
      writeChanged(json, change.request(), change.total(), command);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeChanged(
      JsonGenerator json,
      SearchRequest request,
      long total,
      Function<SearchRequest, String> command)
      throws IOException {
    json.writeNumberField(Json.TOTAL, total);
    json.writeStringField(Json.QUERY, request.query().print());
    json.writeStringField(Json.COMMAND, command.apply(request));
  }

  private static void write(JsonGenerator json, Selection selection) throws IOException {
    Json.texts(json, Json.INCLUDED, selection.included());
    Json.texts(json, Json.EXCLUDED, selection.excluded());
    writeRange(json, selection);
    json.writeStringField(Json.MODE, Values.id(selection.mode()));
  }

  /** Writes the days that are selected by a range, where there is one. */
  static void writeRange(JsonGenerator json, Selection selection) throws IOException {
    if (selection.range().isPresent()) {
      Query.Range days = selection.range().get();
      writeText(json, Json.FROM, days.from());
      writeText(json, Json.TO, days.to());
    }
  }

  private static void writeText(JsonGenerator json, String name, Optional<?> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  private void write(JsonGenerator json, Hit hit, SearchRequest request) throws IOException {
    write(json, hit);
    if (request.collapse().isPresent()) {
      json.writeNumberField(Json.COPY_COUNT, hit.copyCount());
      json.writeArrayFieldStart(Json.COPIES);
      for (Copy copy : hit.copies()) {
        json.writeStartObject();
        json.writeStringField(Json.ID, copy.id());
        json.writeStringField(Json.TITLE, copy.title());
        writeText(json, Json.PUBLISHED, copy.published());
        writeText(json, Json.PUBLISHED_FROM, copy.publishedFrom().map(Values::id));
        writeText(json, Json.SOURCE, copy.source());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void write(JsonGenerator json, Hit hit) throws IOException {
    json.writeStringField(Json.ID, hit.id());
    json.writeStringField(Json.TITLE, hit.title().text());
    Json.spans(json, Json.TITLE_MATCHES, hit.title().matches());
    writeText(json, Json.PUBLISHED, hit.published());
    writeText(json, Json.PUBLISHED_FROM, hit.publishedFrom().map(Values::id));
    Json.texts(json, Json.COUNTRIES, hit.countries());
    writeText(json, Json.SOURCE, hit.source());
    writeText(json, Json.URL, hit.url());
    writeText(json, Json.LANGUAGE, hit.language());
    json.writeNumberField(Json.SCORE, hit.score());
    json.writeArrayFieldStart(Json.SNIPPETS);
    for (Snippet snippet : hit.snippets()) {
      json.writeStartObject();
      json.writeStringField(Json.TEXT, snippet.text());
      Json.spans(json, Json.MATCHES, snippet.matches());
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<Explanation> explanation = explanations.of(hit);
    if (explanation.isPresent()) {
      Json.object(json, Json.EXPLANATION, object -> write(object, explanation.get()));
    }
  }

  private static void write(JsonGenerator json, Explanation explanation) throws IOException {
    json.writeNumberField(Json.VALUE, explanation.value());
    json.writeStringField(Json.DESCRIPTION, explanation.description());
    json.writeStringField(Json.RULE, Values.id(explanation.rule()));
    json.writeArrayFieldStart(Json.PARTS);
    for (Explanation part : explanation.parts()) {
      json.writeStartObject();
      write(json, part);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, FacetResult facet, SearchRequest request)
      throws IOException {
    writeRange(json, request.selection(facet.facet()));
    json.writeArrayFieldStart(Json.VALUES);
    for (FacetValue value : facet.values()) {
      json.writeStartObject();
      write(json, value);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField(Json.DISTINCT, facet.distinct());
    if (facet.others().isPresent()) {
      json.writeNumberField(Json.OTHERS, facet.others().getAsLong());
    }
  }

  static void write(JsonGenerator json, FacetValue value) throws IOException {
    json.writeStringField(Json.KEY, value.key());
    json.writeStringField(Json.LABEL, value.label());
    json.writeNumberField(Json.COUNT, value.count());
    json.writeBooleanField(Json.SELECTED, value.state() == FacetValue.State.SELECTED);
    json.writeBooleanField(Json.EXCLUDED, value.state() == FacetValue.State.EXCLUDED);
  }
}
