/**
 * Articles as JSON Lines, written and read.
 *
 * <p>{@link org.sitrep.corpus.json.ArticleJson} writes an article and reads it back equal; {@link
 * org.sitrep.corpus.json.RecordReader} reads the records of others: under other names, with only a
 * title or a body, with dates in the usual shapes. What a record declares is taken as it is, what
 * it leaves out is derived, and what makes no article is refused with its file, line and value. A
 * country or a language that is not known is no reason to lose an article: it is left out, with a
 * note.
 *
 * <p>The limits, each a rejection of that record alone: 16 MiB a record, 64 levels of nesting, one
 * object a line, no field twice.
 */
@NullMarked
package org.sitrep.corpus.json;

import org.jspecify.annotations.NullMarked;
