/**
 * Runs a question on one reader: makes a Lucene query of ours, reads what a hit shows, and cuts
 * snippets.
 */
@NullMarked
package org.sitrep.core.index.search;

import org.jspecify.annotations.NullMarked;
