package org.sitrep.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.vocabulary.Aliases;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.CorpusIndexer;
import org.sitrep.corpus.IndexingListener;
import org.sitrep.corpus.LedgerTotals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sitrep index}. */
@Command(
    name = "index",
    description = {
      "Reads sources and puts their articles into the index.",
      "What has not changed is not written again; an interrupted run is completed by the next."
    },
    footer = {
      "  sitrep index articles/ 'feeds/2025-*.jsonl.gz' --prune",
      "  zcat news.jsonl.gz | sitrep index - --map keywords=tags --ledger ledger.jsonl"
    })
final class IndexCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--prune",
      description = "take out the articles of these sources that are no longer there")
  private boolean prune;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      converter = Values.PathValue.class,
      description = "write how each input ended to a file, as JSON Lines")
  private Optional<Path> ledger = Optional.empty();

  @Mixin private AliasesOption aliases = new AliasesOption();

  @Option(names = "--quiet", description = "say nothing but what was rejected")
  private boolean quiet;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfReport.class,
      description = "text (default) or json: the form of the totals")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  IndexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    if (prune && sources.sources().contains(SourceOptions.STANDARD_INPUT)) {
      throw new ParameterException(
          command.commandLine(), "--prune cannot be used with standard input: name files");
    }
    Corpus corpus = sources.open(surroundings);
    try (Writer entries = openLedger();
        ArticleIndex opened = openIndex();
        ArticleWriter writer = opened.newWriter()) {
      IndexingReport report = new IndexingReport(surroundings, quiet, ledger);
      IndexingListener listener =
          (entry, progress) -> {
            if (ledger.isPresent()) {
              entries.append(entry.toJson()).append('\n');
            }
            report.ended(entry, progress);
          };
      LedgerTotals totals =
          prune
              ? CorpusIndexer.indexAndPrune(corpus, opened, writer, listener)
              : CorpusIndexer.index(corpus, writer, listener);
      report.close();
      print(totals);
      return totals.rejected() > 0 ? ExitCode.REJECTED : ExitCode.FOUND;
    }
  }

  private ArticleIndex openIndex() throws IOException {
    Path path = index.path(surroundings);
    Optional<Aliases> given = aliases.read();
    return given.isEmpty() ? ArticleIndex.open(path) : ArticleIndex.open(path, given.get());
  }

  private Writer openLedger() throws IOException {
    if (ledger.isEmpty()) {
      return Writer.nullWriter();
    }
    try {
      return new BufferedWriter(Files.newBufferedWriter(ledger.get()));
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "--ledger cannot be written: '%s'".formatted(ledger.get()), e);
    }
  }

  private void print(LedgerTotals totals) throws IOException {
    Output out = surroundings.out();
    if (format == Format.JSON) {
      out.json(
          Json.answer(
              json -> {
                json.writeNumberField(Json.INPUTS, totals.inputs());
                json.writeNumberField(Json.ADDED, totals.added());
                json.writeNumberField(Json.UPDATED, totals.updated());
                json.writeNumberField(Json.UNCHANGED, totals.unchanged());
                json.writeNumberField(Json.REJECTED, totals.rejected());
                json.writeNumberField(Json.PRUNED, totals.pruned());
              }));
    } else if (!quiet) {
      out.print(
          "%s: %d added, %d updated, %d unchanged, %d rejected"
              .formatted(
                  ResultsText.count(totals.inputs(), "input"),
                  totals.added(),
                  totals.updated(),
                  totals.unchanged(),
                  totals.rejected()));
      out.line(
          prune ? "; %s taken out".formatted(ResultsText.count(totals.pruned(), "article")) : "");
    }
  }
}
