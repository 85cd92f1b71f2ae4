/**
 * What all formats share in making an article of what they found: clean text, the first sentence
 * for a missing headline, the language, the countries, and the exception that says what is wrong.
 */
@NullMarked
package org.sitrep.corpus.draft;

import org.jspecify.annotations.NullMarked;
