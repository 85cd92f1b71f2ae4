/**
 * What the index keeps and where: the names of its fields, the bytes of a record, the folder with
 * its generations.
 */
@NullMarked
package org.sitrep.core.index.store;

import org.jspecify.annotations.NullMarked;
