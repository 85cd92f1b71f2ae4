/** The question and the answer, as data. */
@NullMarked
package org.sitrep.core.search;

import org.jspecify.annotations.NullMarked;
