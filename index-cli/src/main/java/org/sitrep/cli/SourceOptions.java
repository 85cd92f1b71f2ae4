package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.ReadOptions;

/** What is read, and how. */
final class SourceOptions {
  static final String STANDARD_INPUT = "-";

  private List<String> sources = List.of();
  private List<String> renamed = List.of();
  private Optional<String> fetched = Optional.empty();

  SourceOptions(Options options) {
    options.files(
        "SOURCE",
        1,
        Values::source,
        values -> sources = values,
        "files, folders, patterns such as '2025/*.txt', or - for standard input");
    options.many(
        "--map",
        "THEIRS=OURS",
        Values::present,
        values -> renamed = values,
        "read a field of records under another name, as in topics=tags; repeatable");
    options.one(
        "--fetched",
        "TIME",
        Values::present,
        value -> fetched = Optional.of(value),
        "when the pages were fetched, such as 2025-03-07T16:27 or 2025-03-07; dates such as"
            + " 'yesterday' are counted from it, and are no dates without it");
  }

  List<String> sources() {
    return sources;
  }

  Corpus open(Surroundings surroundings) throws IOException {
    return Corpus.open(sources, options().withStandardInput(surroundings.in()));
  }

  private ReadOptions options() {
    ReadOptions options = ReadOptions.standard();
    for (String pair : renamed) {
      int sign = pair.indexOf('=');
      if (sign <= 0 || sign == pair.length() - 1) {
        throw wrong("--map is not such as topics=tags: '%s'".formatted(pair));
      }
      try {
        options = options.withField(pair.substring(0, sign), pair.substring(sign + 1));
      } catch (IllegalArgumentException e) {
        throw wrong("--map: " + e.getMessage());
      }
    }
    return fetched.isEmpty() ? options : fetched(options, fetched.get());
  }

  private ReadOptions fetched(ReadOptions options, String time) {
    try {
      return options.withFetched(
          PartialDate.parse(time).orElseThrow(IllegalArgumentException::new));
    } catch (IllegalArgumentException e) {
      throw wrong("--fetched is no day and no time such as 2025-03-07T16:27: '%s'".formatted(time));
    }
  }

  private UsageException wrong(String message) {
    return new UsageException(message);
  }
}
