/**
 * What the commands of the program take, as tables of options and arguments made in code: they are
 * read by them, and help, completion and manual page are written from them.
 */
@NullMarked
package org.sitrep.cli.options;

import org.jspecify.annotations.NullMarked;
