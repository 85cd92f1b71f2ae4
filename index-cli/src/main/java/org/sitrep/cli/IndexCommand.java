package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.vocabulary.Aliases;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.CorpusIndexer;
import org.sitrep.corpus.IndexingListener;
import org.sitrep.corpus.LedgerEntry;
import org.sitrep.corpus.LedgerTotals;
import org.sitrep.corpus.Progress;

/** {@code sitrep index}. */
final class IndexCommand implements Command {
  private final Options options =
      new Options(
          "index",
          List.of(
              "Reads sources and puts their articles into the index.",
              "What has not changed is not written again; an interrupted run is completed by the"
                  + " next."),
          List.of(
              "sitrep index articles/ 'feeds/2025-*.jsonl.gz' --prune",
              "zcat news.jsonl.gz | sitrep index - --map keywords=tags --ledger ledger.jsonl"));
  private final Surroundings surroundings;
  private final SourceOptions sources;
  private final IndexOption index;
  private boolean prune;
  private Optional<Path> ledger = Optional.empty();
  private final AliasesOption aliases;
  private boolean quiet;
  private Format format = Format.TEXT;
  private final CommonOptions common;

  IndexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    sources = new SourceOptions(options);
    index = new IndexOption(options);
    options.flag(
        "--prune",
        () -> prune = true,
        "take out the articles of these sources that are no longer there");
    options
        .one(
            "--ledger",
            "FILE",
            Values::path,
            value -> ledger = Optional.of(value),
            "write how each input ended to a file that no source or index holds, as JSON Lines")
        .file();
    aliases = new AliasesOption(options);
    options.flag("--quiet", () -> quiet = true, "say nothing but what was rejected");
    options.choice(
        "--format",
        "FORMAT",
        Format.OF_REPORTS,
        value -> format = value,
        "text (default) or json: the form of the totals");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    if (prune && sources.sources().contains(SourceOptions.STANDARD_INPUT)) {
      throw new UsageException("--prune cannot be used with standard input: name files");
    }
    Corpus corpus = sources.open(surroundings);
    if (ledger.isPresent()) {
      List<Path> others = new ArrayList<>(Ledger.standardInput(sources.sources()));
      aliases.file().ifPresent(others::add);
      Ledger.check(ledger.get(), corpus, index.path(surroundings), others);
    }
    try (ArticleIndex opened = openIndex();
        ArticleWriter writer = opened.newWriter();
        Ledger entries = Ledger.open(ledger)) {
      LedgerTotals totals = index(corpus, opened, writer, new Run(entries));
      print(totals);
      return totals.rejected() > 0 ? ExitCode.REJECTED : ExitCode.FOUND;
    }
  }

  private LedgerTotals index(Corpus corpus, ArticleIndex opened, ArticleWriter writer, Run run)
      throws IOException {
    try {
      LedgerTotals totals =
          prune
              ? CorpusIndexer.indexAndPrune(corpus, opened, writer, run)
              : CorpusIndexer.index(corpus, writer, run);
      run.report.close();
      return totals;
    } catch (LedgerException e) {
      run.report.close();
      print(run.committed);
      surroundings.out().flush();
      throw e;
    } catch (IOException | RuntimeException e) {
      run.entries.failed(e);
      throw e;
    }
  }

  /** Hears how the run goes. */
  private final class Run implements IndexingListener {
    private final Ledger entries;
    private final IndexingReport report = new IndexingReport(surroundings, quiet, ledger);
    private LedgerTotals committed = LedgerTotals.NONE;

    Run(Ledger entries) {
      this.entries = entries;
    }

    @Override
    public void ended(LedgerEntry entry, Progress progress) throws IOException {
      entries.ended(entry);
      report.ended(entry, progress);
    }

    @Override
    public void committed(LedgerTotals totals) throws IOException {
      committed = totals;
      entries.committed();
    }
  }

  private ArticleIndex openIndex() throws IOException {
    Path path = index.path(surroundings);
    Optional<Aliases> given = aliases.read();
    return given.isEmpty() ? ArticleIndex.open(path) : ArticleIndex.open(path, given.get());
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
