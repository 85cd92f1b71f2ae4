/**
 * Finds articles that are the same text: copies of a wire report, later edits, reprints.
 *
 * <p>Two articles are the same text when their bodies share at least 80 % of their shingles (runs
 * of four words; Jaccard similarity, counted exactly). A story is a connected component of that
 * relation over the live articles. To compare all pairs would take too long, so pairs are found by
 * MinHash and bands, which misses a pair at the bound about twice in a thousand and one above it
 * more rarely, and each pair found is then counted exactly.
 *
 * <p>Sources: A. Broder, "On the resemblance and containment of documents" (1997); P. Indyk, R.
 * Motwani, "Approximate nearest neighbors" (1998) for the bands; A. Shrivastava, P. Li, "Densifying
 * one permutation hashing" (2014) for one hash function and many buckets. Lucene's own {@code
 * MinHashFilter} would tokenise each body a second time, which costs more than the rest of the
 * indexing of an article; here the same hashes serve both the buckets and the exact count.
 */
@NullMarked
package org.sitrep.core.index.story;

import org.jspecify.annotations.NullMarked;
