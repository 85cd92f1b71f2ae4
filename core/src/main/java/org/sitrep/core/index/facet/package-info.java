/**
 * Counts facets exactly, drill-sideways, in one pass over the articles that match.
 *
 * <p>For each article the pass asks which of the selected dimensions it fails. One that fails none
 * is a hit and counts everywhere; one that fails a single dimension counts in that dimension alone,
 * which is what "a dimension's counts pass over its own selection" means; one that fails two counts
 * nowhere (Lucene's {@code DrillSideways} calls it a near miss). Within a dimension, a value's
 * count obeys the exclusions of all other values, and with the mode "all" the values included too.
 *
 * <p>Where nothing is selected and most articles of a segment match, those that do not are counted
 * instead, and taken from the counts of all, which are worked out once for each reader.
 */
@NullMarked
package org.sitrep.core.index.facet;

import org.jspecify.annotations.NullMarked;
