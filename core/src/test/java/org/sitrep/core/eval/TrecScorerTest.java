package org.sitrep.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random runs score as an independent scorer in Python has it. The scorer and the judgements are
 * not part of the project: skipped where there is no folder {@code shared} beside the checkout.
 */
class TrecScorerTest {
  private static final long SEED = Long.getLong("sitrep.seed", System.nanoTime());

  @TempDir Path folder;

  private static Path shared(String name) {
    Path root = Path.of(System.getProperty("sitrep.root", ".")).toAbsolutePath().normalize();
    for (Path above = root; above != null; above = above.getParent()) {
      Path found = above.resolve("shared").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    assumeTrue(false, "skipped: there is no shared/" + name + " beside the checkout");
    return root;
  }

  @Test
  void scores_are_those_of_the_other_scorer() throws Exception {
    Path scorer = shared("eval/trec.py");
    Random random = new Random(SEED);
    for (String collection : List.of("time", "cranfield")) {
      Path qrels = shared("data/" + collection + "/qrels.txt");
      Judgements judgements = Judgements.read(qrels);
      Path first = folder.resolve(collection + "-first.run");
      Path second = folder.resolve(collection + "-second.run");
      randomRun(judgements, 3, random).write(first);
      randomRun(judgements, 5, random).write(second);
      Evaluation.Result run = new Evaluation.Result(judgements, Run.read(first));
      Evaluation.Result baseline = new Evaluation.Result(judgements, Run.read(second));
      String printed = python(scorer, qrels, first, second);
      assertThat(printed)
          .as("%s, seed %d", collection, SEED)
          .contains(
              String.format(
                  Locale.ROOT,
                  "nDCG@10 %.4f  MAP %.4f  recall@100 %.4f  MRR %.4f",
                  run.mean("ndcg@10"),
                  run.mean("map"),
                  run.mean("recall@100"),
                  run.mean("mrr")))
          .contains("without results " + run.unanswered().size());
      for (String name : List.of("nDCG@10", "MRR")) {
        Comparison compared = Comparison.of(Measure.parse(name), run, baseline);
        assertThat(printed)
            .contains(String.format(Locale.ROOT, "%s gain %+.4f", name, compared.gain()));
        String p = printed.replaceAll("(?s).*" + name + " gain \\S+  p (\\S+).*", "$1");
        assertThat(compared.p())
            .isBetween(Double.parseDouble(p) - 0.03, Double.parseDouble(p) + 0.03);
      }
    }
  }

  /** Ranks relevant articles among others, the worse the more of them there are. */
  private static Run randomRun(Judgements judgements, int others, Random random) {
    Map<String, List<RankedArticle>> rankings = new LinkedHashMap<>();
    for (String query : judgements.queries()) {
      if (random.nextInt(10) == 0) {
        continue;
      }
      List<String> ids =
          new ArrayList<>(judgements.grades().getOrDefault(query, Map.of()).keySet());
      for (int i = 0; i < others * 10; i++) {
        ids.add("other-" + i);
      }
      Collections.shuffle(ids, random);
      rankings.put(
          query, ids.stream().map(id -> new RankedArticle(id, random.nextInt(2))).toList());
    }
    return new Run("random", rankings);
  }

  private static String python(Path script, Path... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", script.toString()));
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (java.io.IOException e) {
      assumeTrue(false, "skipped: there is no python3");
      throw e;
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
