/**
 * Helps a person who types: what to ask instead where nothing is found, and what the word that is
 * being typed may become.
 */
@NullMarked
package org.sitrep.core.index.help;

import org.jspecify.annotations.NullMarked;
