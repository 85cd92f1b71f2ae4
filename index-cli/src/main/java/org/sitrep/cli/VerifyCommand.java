package org.sitrep.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sitrep verify}. */
@Command(
    name = "verify",
    description = {
      "Checks the index: its files, every article, and its counts.",
      "Random searches are counted again, article by article. Damage or a false count gives exit"
          + " code 4."
    },
    footer = {"  sitrep verify", "  sitrep verify --searches 1000 --seed 42 --format json"})
final class VerifyCommand implements Callable<Integer> {
  private static final int USUAL_SEARCHES = 100;
  private static final int MAX_SEED = 1_000_000;

  /** Reads {@code --seed}. */
  static final class SeedValue implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      try {
        return Long.valueOf(value.strip());
      } catch (NumberFormatException e) {
        throw Values.wrong("is not a whole number", value);
      }
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--searches",
      paramLabel = "N",
      description = "how many random searches to count again (default: " + USUAL_SEARCHES + ")")
  private int searches = USUAL_SEARCHES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedValue.class,
      description =
          "the seed of the random searches, to repeat a check (default: another each time)")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfReport.class,
      description = "text (default) or json")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    if (searches < 0) {
      throw new ParameterException(
          command.commandLine(), "--searches is negative: '%d'".formatted(searches));
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
