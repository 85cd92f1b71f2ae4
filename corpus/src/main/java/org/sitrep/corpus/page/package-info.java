/** Reads a news page saved as text: a zone and a reason for every line, and the article in it. */
@NullMarked
package org.sitrep.corpus.page;

import org.jspecify.annotations.NullMarked;
