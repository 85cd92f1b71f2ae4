package org.sitrep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sitrep.core.eval.Comparison;
import org.sitrep.core.eval.Evaluation;
import org.sitrep.core.eval.EvaluationFormatException;
import org.sitrep.core.eval.Judgements;
import org.sitrep.core.eval.Measure;
import org.sitrep.core.eval.Queries;
import org.sitrep.core.eval.Run;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sitrep eval}. */
@Command(
    name = "eval",
    description = {
      "Measures the ranking: asks judged queries and scores the answers.",
      "The measures are trec_eval's. Queries that no article was judged to answer are left out of"
          + " the means; queries that find nothing count 0."
    },
    footer = {
      "  sitrep eval --queries queries.tsv --qrels qrels.txt --run today.run",
      "  sitrep eval --queries queries.tsv --qrels qrels.txt --compare before.run"
    })
final class EvalCommand implements Callable<Integer> {
  /** Reads {@code --measures}. */
  static final class MeasureValue implements ITypeConverter<Measure> {
    @Override
    public Measure convert(String value) {
      try {
        return Measure.parse(value);
      } catch (IllegalArgumentException e) {
        throw Values.wrong("is none such as ndcg@10, map, recall@100, p@5 or mrr", value);
      }
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      required = true,
      converter = Values.PathValue.class,
      description = "the queries: on each line an id, a tab, and what a person types")
  private Path queriesFile = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      required = true,
      converter = Values.PathValue.class,
      description =
          "the judgements, in TREC's format: on each line query, a field passed over, article,"
              + " grade; an article is relevant from grade 1 on")
  private Path judgementsFile = Path.of("");

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--measures",
      paramLabel = "MEASURE",
      split = ",",
      converter = MeasureValue.class,
      description =
          "what to measure, parted by commas (default: ndcg@10,map,recall@100,mrr); also p@5")
  private List<Measure> measures = Measure.usual();

  @Option(
      names = "--match",
      paramLabel = "WORDS",
      converter = ScopeOptions.MatchValue.class,
      description =
          "how many words have to match: all, most or any (default: a long question is ranked by"
              + " as many of its words as there are)")
  private Match match = Match.ANY;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description =
          "how many articles to find for a query (default: " + SearchRequest.MAX_LIMIT + ")")
  private int depth = SearchRequest.MAX_LIMIT;

  @Option(names = "--by-query", description = "show the scores of each query too")
  private boolean byQuery;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      converter = Values.PathValue.class,
      description = "write what was found to a file, in TREC's format")
  private Optional<Path> runFile = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      converter = Values.PathValue.class,
      description =
          "a run file to compare with: the gain over it, and by a paired randomisation test of two"
              + " sides how likely so large a difference is by luck (p)")
  private Optional<Path> baselineFile = Optional.empty();

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "permutations of that test (default: "
              + Comparison.USUAL_PERMUTATIONS
              + "); all are"
              + " counted where there are no more")
  private int permutations = Comparison.USUAL_PERMUTATIONS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = VerifyCommand.SeedValue.class,
      description = "the seed of that test (default: 1)")
  private long seed = 1;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfReport.class,
      description = "text (default) or json")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  EvalCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    checkBounds("--depth", depth, SearchRequest.MAX_LIMIT);
    checkBounds("--permutations", permutations, Comparison.MAX_PERMUTATIONS);
    Queries queries = read("--queries", queriesFile, Queries::read);
    Judgements judgements = read("--qrels", judgementsFile, Judgements::read);
    Optional<Run> baseline = Optional.empty();
    if (baselineFile.isPresent()) {
      baseline = Optional.of(read("--compare", baselineFile.get(), Run::read));
    }
    checkFilled("--queries", "query", queriesFile, queries.texts().isEmpty());
    checkFilled("--qrels", "judgement", judgementsFile, judgements.grades().isEmpty());
    Evaluation evaluation = evaluation(queries, judgements);
    sayWhatIsLeftOut(queries, judgements, evaluation);
    if (baseline.isPresent()) {
      checkBaseline(evaluation.score(baseline.get()));
    }
    Evaluation.Result result = run(evaluation);
    writeRun(result.run());
    report(result, baseline.map(evaluation::score));
    boolean found = result.unanswered().size() < result.judgements().queries().size();
    return found ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
  }

  private void checkBounds(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw wrong("%s is not in 1..%d: %d".formatted(option, max, value));
    }
  }

  private void checkFilled(String option, String what, Path file, boolean empty) {
    if (empty) {
      throw wrong("%s holds no %s: '%s'".formatted(option, what, file));
    }
  }

  private void checkBaseline(Evaluation.Result other) {
    List<String> unanswered = other.unanswered();
    if (unanswered.size() == other.judgements().queries().size()) {
      throw wrong(
          "--compare answers none of the queries that are scored: '%s'"
              .formatted(baselineFile.orElseThrow()));
    }
    note("without an answer in --compare, where they count 0", new LinkedHashSet<>(unanswered));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  // ---- files

  /** Reads one kind of file. */
  private interface Reader<T> {
    T read(String name, InputStream in) throws IOException, EvaluationFormatException;
  }

  private <T> T read(String option, Path file, Reader<T> reader) {
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(file.toString(), in);
    } catch (EvaluationFormatException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw wrong("%s names no file: '%s'".formatted(option, file));
    } catch (IOException e) {
      throw wrong("%s cannot be read: '%s'".formatted(option, file));
    }
  }

  private void writeRun(Run run) {
    if (runFile.isPresent()) {
      try {
        run.write(runFile.get());
      } catch (IOException e) {
        throw wrong("--run cannot be written: '%s'".formatted(runFile.get()));
      }
    }
  }

  // ---- scores

  private Evaluation evaluation(Queries queries, Judgements judgements) {
    try {
      return Evaluation.of(queries, judgements);
    } catch (IllegalArgumentException e) {
      boolean strange = judgements.only(queries.texts().keySet()).grades().isEmpty();
      throw wrong(
          strange
              ? "--qrels has none of the ids of --queries: '%s'".formatted(judgementsFile)
              : "--qrels judges no article relevant to any of the queries: '%s'"
                  .formatted(judgementsFile));
    }
  }

  private void sayWhatIsLeftOut(Queries queries, Judgements judgements, Evaluation evaluation) {
    Set<String> unjudged = new LinkedHashSet<>(queries.texts().keySet());
    evaluation.judgements().queries().forEach(unjudged::remove);
    note("without an article judged relevant, and left out of the means", unjudged);
    Set<String> unasked = new LinkedHashSet<>(judgements.queries());
    unasked.removeAll(queries.texts().keySet());
    note("judged but not among the queries, and left out", unasked);
  }

  private void note(String what, Set<String> queries) {
    if (!queries.isEmpty()) {
      List<String> named = queries.stream().limit(5).toList();
      surroundings
          .err()
          .print("note: %s: ".formatted(what))
          .print(String.join(", ", named))
          .line(
              queries.size() > named.size()
                  ? " and %d more".formatted(queries.size() - named.size())
                  : "");
    }
  }

  private Evaluation.Result run(Evaluation evaluation) throws IOException {
    try (ArticleIndex opened = index.openForReading(surroundings)) {
      return evaluation.run(
          opened, query -> SearchRequest.of(query).match(match).limit(depth).snippets(0));
    }
  }

  private void report(Evaluation.Result result, Optional<Evaluation.Result> baseline)
      throws IOException {
    List<Measure> asked = measures.stream().distinct().toList();
    List<Comparison> compared = new ArrayList<>();
    if (baseline.isPresent()) {
      for (Measure measure : asked) {
        compared.add(Comparison.of(measure, result, baseline.get(), permutations, seed));
      }
    }
    EvalReport report = new EvalReport(result, asked, compared, permutations, byQuery);
    if (format == Format.JSON) {
      surroundings.out().json(report.json());
    } else {
      report.print(surroundings.out());
    }
  }
}
