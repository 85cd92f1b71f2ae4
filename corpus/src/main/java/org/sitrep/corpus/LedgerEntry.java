package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * How one input ended, and why.
 *
 * @param input names the input, as {@link Reading#input} does
 * @param outcome how it ended
 * @param id the article's id, empty where it is not known
 * @param reason why it was rejected; present exactly when it was
 * @param notes what else a user should know
 */
public record LedgerEntry(
    String input,
    Outcome outcome,
    Optional<String> id,
    Optional<String> reason,
    List<String> notes) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a reason and a rejection do not come together
   */
  public LedgerEntry {
    requireNonNull(input, "input");
    requireNonNull(outcome, "outcome");
    requireNonNull(id, "id");
    requireNonNull(reason, "reason");
    notes = List.copyOf(notes);
    if (reason.isPresent() != (outcome == Outcome.REJECTED)) {
      throw new IllegalArgumentException("a reason and a rejection do not come together: " + input);
    }
  }

  /**
   * Writes the entry as one line of JSON: {@code input}, {@code outcome}, {@code id}, {@code
   * reason}, {@code notes}, without what is unknown or empty.
   *
   * @return one line of JSON, without a line end
   */
  public String toJson() {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("input", input);
      json.writeStringField("outcome", outcome.id());
      if (id.isPresent()) {
        json.writeStringField("id", id.get());
      }
      if (reason.isPresent()) {
        json.writeStringField("reason", reason.get());
      }
      if (!notes.isEmpty()) {
        json.writeArrayFieldStart("notes");
        for (String note : notes) {
          json.writeString(note);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }
}
