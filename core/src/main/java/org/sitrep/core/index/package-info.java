/**
 * Keeps articles and answers questions about them; the only room that knows Lucene.
 *
 * <p>{@link org.sitrep.core.index.ArticleIndex} is the one door. Open one for a folder, or one in
 * memory, and share it between threads: each search takes the newest snapshot and holds it to its
 * end, so that the total, the hits and the counts of an answer always agree. {@link
 * org.sitrep.core.index.ArticleWriter} changes the index; what it commits is durable and visible at
 * once, and what it does not commit is dropped when it closes. There is one writer at a time in all
 * processes, and any number of readers, which are never cut off.
 *
 * <pre>{@code
 * try (ArticleIndex index = ArticleIndex.open(Path.of("news-index"));
 *     ArticleWriter writer = index.newWriter()) {
 *   writer.put(article);
 *   writer.commit();
 *   SearchResults results =
 *       index.search(SearchRequest.of(Query.parse("drones country:ukraine")).facets(Facet.TAG));
 * }
 * }</pre>
 *
 * <p>{@link org.sitrep.core.index.ArticleIndex#verify} checks the files, reads every article back
 * and counts random searches again by brute force. Whatever keeps an index from being used is an
 * {@link org.sitrep.core.index.IndexException} that names the folder, what was found and what to
 * do.
 *
 * <p>An application that is started and stopped within a longer process, as in a servlet container,
 * closes its index when it is stopped: {@code contextDestroyed} of a listener, or a bean that is
 * {@code AutoCloseable}. A writer that is left open keeps the lock, garbage or not, and the
 * application that is deployed next is told so by an {@code IndexException} with the reason LOCKED.
 *
 * <p>The packages below this one are not exported: {@code store} (what is kept and where), {@code
 * analysis} (texts into terms), {@code search} (queries, hits, snippets) and {@code facet}
 * (counts).
 */
@NullMarked
package org.sitrep.core.index;

import org.jspecify.annotations.NullMarked;
