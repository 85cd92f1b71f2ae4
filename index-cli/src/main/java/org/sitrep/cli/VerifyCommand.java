package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.Verification;

/** {@code sitrep verify}. */
final class VerifyCommand implements Command {
  private static final int USUAL_SEARCHES = 100;
  private static final int MAX_SEED = 1_000_000;

  private final Options options =
      new Options(
          "verify",
          List.of(
              "Checks the index: its files, every article, and its counts.",
              "Random searches are counted again, article by article. Damage or a false count gives"
                  + " exit code 4."),
          List.of("sitrep verify", "sitrep verify --searches 1000 --seed 42 --format json"));
  private final Surroundings surroundings;
  private final IndexOption index;
  private int searches = USUAL_SEARCHES;
  private Optional<Long> seed = Optional.empty();
  private Format format = Format.TEXT;
  private final CommonOptions common;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    index = new IndexOption(options);
    options.one(
        "--searches",
        "N",
        Values::wholeNumber,
        value -> searches = value,
        "how many random searches to count again (default: " + USUAL_SEARCHES + ")");
    options.one(
        "--seed",
        "N",
        Values::longNumber,
        value -> seed = Optional.of(value),
        "the seed of the random searches, to repeat a check (default: another each time)");
    options.choice(
        "--format", "FORMAT", Format.OF_REPORTS, value -> format = value, "text (default) or json");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    if (searches < 0) {
      throw new UsageException("--searches is negative: '%d'".formatted(searches));
    }
    try (ArticleIndex opened = index.openForReading(surroundings)) {
      Verification found =
          opened.verify(
              searches, seed.orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(MAX_SEED)));
      if (format == Format.JSON) {
        write(found);
      } else {
        print(found);
      }
      return found.passed() ? ExitCode.FOUND : ExitCode.NO_INDEX;
    }
  }

  private void print(Verification found) {
    Output out = surroundings.out();
    out.line(
        "%s read back, %d counts compared in %d searches (seed %d)"
            .formatted(
                ResultsText.count(found.articles(), "article"),
                found.counts(),
                found.searches(),
                found.seed()));
    found.damage().forEach(line -> out.print(Style.BAD, "damage: ").line(line));
    found.differences().forEach(line -> out.print(Style.BAD, "difference: ").line(line));
    if (found.passed()) {
      out.print(Style.GOOD, "the index is sound and its counts are true").line();
    } else {
      out.line(
          "%d damaged, %d different".formatted(found.damage().size(), found.differences().size()));
    }
  }

  private void write(Verification found) throws IOException {
    surroundings
        .out()
        .json(
            Json.answer(
                json -> {
                  json.writeBooleanField(Json.PASSED, found.passed());
                  json.writeNumberField(Json.ARTICLES, found.articles());
                  json.writeNumberField(Json.SEARCHES, found.searches());
                  json.writeNumberField(Json.COUNTS, found.counts());
                  json.writeNumberField(Json.SEED, found.seed());
                  Json.texts(json, Json.DAMAGE, found.damage());
                  Json.texts(json, Json.DIFFERENCES, found.differences());
                }));
  }
}
