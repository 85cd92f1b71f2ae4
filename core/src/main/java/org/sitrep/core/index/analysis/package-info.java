/**
 * Turns text into terms. Each word leaves two terms at its place: its stem, and its exact form
 * behind a mark, so that one field serves both. The tokens keep the place of the word as written.
 */
@NullMarked
package org.sitrep.core.index.analysis;

import org.jspecify.annotations.NullMarked;
