/**
 * Reading feeds: RSS 2.0 and its forebears, RSS 1.0 and Atom.
 *
 * <p>{@link org.sitrep.corpus.feed.FeedReader} is written on the JDK's own streaming parser. A feed
 * is a dozen elements, and the libraries that read them bring a document model, a logging interface
 * and automatic modules with them; what is delicate here is what they leave to their caller:
 * document types and entities are off, an entity that only HTML knows is read as HTML reads it, and
 * a lone ampersand is one ({@code FeedText}). What is not well-formed all the same is read by
 * jsoup, as browsers read pages, where the feed is there to its end; where it breaks off, the fault
 * costs the entries after it, not those before it.
 *
 * <p>The content of an entry is HTML and read by {@code html}.
 */
@NullMarked
package org.sitrep.corpus.feed;

import org.jspecify.annotations.NullMarked;
