package org.sitrep.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.CountryFinder;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.ReadOptions;
import org.sitrep.corpus.Reading;
import org.sitrep.corpus.json.ArticleJson;

/**
 * Prints how well pages are read, countries found, stories kept together and similar articles
 * chosen, on a folder of pages and records with known answers and by the scorers that come with
 * them. Needs Python 3 for the scorers.
 */
public final class Quality {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path shared;
  private final Path work;

  private Quality(Path shared, Path work) {
    this.shared = shared;
    this.work = work;
  }

  /**
   * Prints the table.
   *
   * @param args the folder that holds {@code data}, {@code eval} and {@code seeds}
   * @throws Exception if a file cannot be read or a scorer does not run
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("usage: Quality FOLDER (one that holds data, eval and seeds)");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("quality");
    new Quality(Path.of(args[0]), work).print();
  }

  private void print() throws Exception {
    head("seed pages");
    score("seeds.py", read("seeds", "seeds"));
    Path extract = shared.resolve("data/extract");
    for (String form : List.of("html", "text")) {
      head("bodies from " + form);
      Path gold = extract.resolve("article-extraction/gold.jsonl");
      score("bodies.py", gold, read("bodies-" + form, "data/extract/article-extraction/" + form));
    }
    for (String set : List.of("mil_gov_ua", "postlight-parser")) {
      head("fields from HTML, " + set);
      Path gold = extract.resolve(set + "/gold.jsonl");
      score("fields.py", gold, read("fields-" + set, "data/extract/" + set + "/html"));
    }
    countries();
    head("stories, congress");
    StoryQuality.print(shared.resolve("data/congress/congress.jsonl.gz"));
    head("similar articles, congress and Reuters");
    SimilarQuality.printDuplicates(shared.resolve("data/congress/congress.jsonl.gz"));
    SimilarQuality.printTopics(shared.resolve("data/reuters/reuters.jsonl.gz"));
  }

  private static void head(String what) {
    System.out.println("\n" + what);
  }

  /** Reads a folder of pages into a file of articles. */
  private Path read(String name, String folder) throws IOException {
    Path predicted = work.resolve(name + ".jsonl");
    Corpus corpus = Corpus.open(List.of(shared.resolve(folder).toString()), ReadOptions.standard());
    long rejected = 0;
    List<String> lines = new ArrayList<>();
    try (Stream<Reading> readings = corpus.readings()) {
      for (Reading reading : (Iterable<Reading>) readings::iterator) {
        if (reading instanceof Reading.Read read) {
          lines.add(ArticleJson.write(read.article()));
        } else {
          rejected++;
        }
      }
    }
    Files.write(predicted, lines);
    System.out.printf("read %d, rejected %d%n", lines.size(), rejected);
    return predicted;
  }

  private void score(String scorer, Path... files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("python3");
    command.add(shared.resolve("eval").resolve(scorer).toString());
    for (Path file : files) {
      command.add(file.toString());
    }
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private void countries() throws IOException, InterruptedException {
    Map<String, List<String>> gold = new LinkedHashMap<>();
    Map<String, List<String>> predicted = new LinkedHashMap<>();
    for (String line : lines(shared.resolve("data/geo/geo_gold.jsonl.gz"))) {
      Map<String, String> record = texts(line);
      String set = record.getOrDefault("set", "");
      gold.computeIfAbsent(set, s -> new ArrayList<>()).add(line);
      predicted.computeIfAbsent(set, s -> new ArrayList<>()).add(found(record));
    }
    for (String set : gold.keySet()) {
      head("countries, " + set);
      Path goldFile = work.resolve("countries-" + set + "-gold.jsonl");
      Path predictedFile = work.resolve("countries-" + set + ".jsonl");
      Files.write(goldFile, gold.getOrDefault(set, List.of()));
      Files.write(predictedFile, predicted.getOrDefault(set, List.of()));
      score("countries.py", goldFile, predictedFile);
    }
  }

  private static String found(Map<String, String> record) throws IOException {
    java.io.StringWriter out = new java.io.StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", record.getOrDefault("id", ""));
      json.writeArrayFieldStart("countries");
      for (Country country :
          CountryFinder.standard()
              .find(record.getOrDefault("title", ""), record.getOrDefault("body", ""))
              .countries()) {
        json.writeString(country.code());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  /** Returns the lines of a file packed with gzip. */
  static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return reader.lines().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns the fields of a record that are texts or truths. */
  static Map<String, String> texts(String record) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(record)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING || value.isBoolean()) {
          texts.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    return texts;
  }
}
