package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.PageExplanation;
import org.sitrep.corpus.Reading;
import org.sitrep.corpus.json.ArticleJson;

/** {@code sitrep read}. */
final class ReadCommand implements Command {
  private final Options options =
      new Options(
          "read",
          List.of("Shows what sources read as; no index is touched."),
          List.of(
              "sitrep read page.txt --explain",
              "sitrep read articles/ --format jsonl | gzip > articles.jsonl.gz"));
  private final Surroundings surroundings;
  private final SourceOptions sources;
  private boolean explain;
  private Format format = Format.TEXT;
  private final CommonOptions common;
  private long read;
  private long rejected;

  ReadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    sources = new SourceOptions(options);
    options.flag(
        "--explain",
        () -> explain = true,
        "show for each line of a page what it was taken for, and why, and the words that name"
            + " each country first");
    options.choice(
        "--format",
        "FORMAT",
        Format.OF_ARTICLES,
        value -> format = value,
        "text (default), json: one object with all articles and, under 'rejected', the inputs"
            + " that are none, or jsonl: one article a line");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    if (explain && format != Format.TEXT) {
      throw new UsageException("--explain is for people: as text alone");
    }
    Corpus corpus = sources.open(surroundings);
    if (explain) {
      try (Stream<PageExplanation> explanations = corpus.explanations()) {
        explanations.forEach(this::explain);
      }
    } else {
      try (Stream<Reading> readings = corpus.readings()) {
        print(readings);
      }
    }
    if (rejected > 0) {
      return ExitCode.REJECTED;
    }
    return read > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
  }

  private void explain(PageExplanation explanation) {
    Optional<Reading.Read> article = accept(explanation.reading());
    if (article.isPresent()) {
      printName(article.get());
      // The lines of a page hold all of its article; a record has no lines.
      if (explanation.lines().isEmpty()) {
        printArticle(article.get());
      }
    }
    new ExplanationText(surroundings.out()).print(explanation);
    surroundings.out().flush();
  }

  private void print(Stream<Reading> readings) throws IOException {
    if (format != Format.JSON) {
      readings.forEach(this::print);
      return;
    }
    ReadingsJson json = new ReadingsJson(surroundings.out());
    readings.forEach(
        reading -> {
          accept(reading);
          json.add(reading);
        });
    json.close();
  }

  private void print(Reading reading) {
    Optional<Reading.Read> article = accept(reading);
    if (article.isPresent() && format == Format.TEXT) {
      printName(article.get());
      printArticle(article.get());
    } else if (article.isPresent()) {
      surroundings.out().json(ArticleJson.write(article.get().article()));
    }
    if (surroundings.terminal().out()) {
      surroundings.out().flush();
    }
  }

  /** Counts an input, and says what is wrong with one that is no article. */
  private Optional<Reading.Read> accept(Reading reading) {
    return switch (reading) {
      case Reading.Rejected no -> {
        rejected++;
        surroundings.say(no.message());
        yield Optional.empty();
      }
      case Reading.Read yes -> {
        read++;
        say(yes.input(), yes.notes());
        yield Optional.of(yes);
      }
    };
  }

  private void printName(Reading.Read reading) {
    if (read > 1) {
      surroundings.out().line().line();
    }
    surroundings.out().print(Style.FAINT, "== " + reading.input()).line();
  }

  private void printArticle(Reading.Read reading) {
    new ArticleText(surroundings.out(), surroundings.terminal())
        .print(reading.article(), List.of());
  }

  private void say(String input, List<String> notes) {
    for (String note : notes) {
      surroundings.err().print("note: ").print(input).print(": ").line(note);
    }
    surroundings.err().flush();
  }
}
