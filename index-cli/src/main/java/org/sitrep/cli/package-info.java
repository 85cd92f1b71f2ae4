/** The command {@code sitrep}: options in, calls to the library, results out. */
@NullMarked
package org.sitrep.cli;

import org.jspecify.annotations.NullMarked;
