/** Reads and prints what a person asks for. */
@NullMarked
package org.sitrep.core.query;

import org.jspecify.annotations.NullMarked;
