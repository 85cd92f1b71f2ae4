/** Finds the names of countries, topics and aliases in text; needs nothing of the other rooms. */
@NullMarked
package org.sitrep.core.vocabulary;

import org.jspecify.annotations.NullMarked;
