/**
 * Scores ranked answers against judgements: is this ranking better than that one?
 *
 * <p>Three things make a test collection, and each is a value that can be read from a file:
 *
 * <ul>
 *   <li>{@link org.sitrep.core.eval.Queries}: what people ask, lines {@code id<TAB>text};
 *   <li>{@link org.sitrep.core.eval.Judgements}: which articles answer each query, and how well, as
 *       judged by a person; the format is TREC's qrels;
 *   <li>{@link org.sitrep.core.eval.Run}: what an engine answered, best first; the format is TREC's
 *       run file.
 * </ul>
 *
 * <p>{@link org.sitrep.core.eval.Evaluation} asks an index every query and scores the answers by
 * {@link org.sitrep.core.eval.Measure}s, defined as trec_eval defines them. {@link
 * org.sitrep.core.eval.Comparison} says whether a difference between two runs is more than luck. An
 * application can so keep its own judged queries as an ordinary test:
 *
 * <pre>{@code
 * Evaluation.Result result =
 *     Evaluation.of(
 *             Queries.read(Path.of("queries.tsv")), Judgements.read(Path.of("judgements.txt")))
 *         .run(index, query -> SearchRequest.of(query).match(Match.ANY).limit(100));
 * assertTrue(result.mean("ndcg@10") >= 0.80, () -> "ranking is worse: " + result.mean("ndcg@10"));
 * }</pre>
 *
 * <p>Where a definition leaves a choice, it is made here once:
 *
 * <ul>
 *   <li>An article is relevant if its grade is 1 or more. One that nobody judged is not.
 *   <li>The order of a ranking is the order in which it was shown, the rank column of a file.
 *       trec_eval orders by score instead, and equal scores by the article's name from Z to A,
 *       which nobody ever saw; runs written here have scores that fall from line to line, so that
 *       both agree on them.
 *   <li>A query without a relevant article says nothing of a ranking, and no mean counts it. A
 *       query without an answer counts 0 (trec_eval does so with {@code -c}).
 *   <li>An article stands once in a ranking; a file that lists it twice is an error.
 * </ul>
 */
@NullMarked
package org.sitrep.core.eval;

import org.jspecify.annotations.NullMarked;
