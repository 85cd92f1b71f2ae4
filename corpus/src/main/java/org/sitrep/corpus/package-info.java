/**
 * From sources to articles: which files are read, what became of each, and how they get into an
 * index.
 *
 * <p>{@link org.sitrep.corpus.Corpus} finds the files that sources name and reads each by what it
 * holds, not by its name. Everything read gives one {@link org.sitrep.corpus.Reading}: an article,
 * or a rejection that names the place and the reason. {@link org.sitrep.corpus.CorpusIndexer} puts
 * the articles into an index and keeps the ledger, in which every input ends as exactly one of
 * added, updated, unchanged or rejected.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.open(List.of("articles"), ReadOptions.standard());
 * try (ArticleIndex index = ArticleIndex.open(Path.of("news-index"));
 *     ArticleWriter writer = index.newWriter()) {
 *   LedgerTotals totals = CorpusIndexer.index(corpus, writer, (entry, progress) -> {});
 * }
 * }</pre>
 *
 * <p>Apache OpenNLP, which tells the language of a body, logs by SLF4J. An application that has no
 * logging is told so once on standard error ("No SLF4J providers were found"), by SLF4J itself.
 * Which logging to use is the application's choice and not a library's, so none comes with this
 * one; an application without any says so by adding {@code org.slf4j:slf4j-nop}, or with {@code
 * -Dslf4j.internal.verbosity=ERROR}.
 *
 * <p>The arrows: this package uses {@code json}, {@code feed} and {@code html}; {@code html} uses
 * {@code page}, and all use {@code draft}; nothing points back.
 */
@NullMarked
package org.sitrep.corpus;

import org.jspecify.annotations.NullMarked;
