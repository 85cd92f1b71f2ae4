/** What all formats share in making an article of what they found. */
@NullMarked
package org.sitrep.corpus.draft;

import org.jspecify.annotations.NullMarked;
