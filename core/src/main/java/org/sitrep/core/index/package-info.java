/** Keeps articles and answers questions about them; the only room that knows Lucene. */
@NullMarked
package org.sitrep.core.index;

import org.jspecify.annotations.NullMarked;
