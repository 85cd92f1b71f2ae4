/** Articles as JSON Lines, written and read. */
@NullMarked
package org.sitrep.corpus.json;

import org.jspecify.annotations.NullMarked;
