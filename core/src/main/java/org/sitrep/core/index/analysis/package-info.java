/**
 * Turns text into terms. Each word leaves two terms at its place: its stem, and its exact form
 * behind a mark, so that one field serves both. The tokens keep the place of the word as written.
 *
 * <h2>One thing, one place</h2>
 *
 * <p>A designation (F-16, F16, F 16), a measure (155 mm) and a sum of money (€150bn, 150 billion
 * euros) is one thing however it is written, and has one place: {@link
 * org.sitrep.core.index.analysis.CompoundFilter} gives first the term of the whole, then, at the
 * same place, the words that it was written with. So a phrase goes on behind "F 16" as it does
 * behind "F16", without a position length, which Lucene does not keep; "16" and "euros" are still
 * found, and a snippet marks as much as matched, as written. The number and the unit of a joined
 * measure or sum (155mm, €150bn) have terms at its place too ({@link
 * org.sitrep.core.index.analysis.Parts}), as they have where a blank parts them; those of a joined
 * designation have none, as 16 says nothing of an F16. A part that reads as a whole has a term too:
 * a C-130J-30 is a C-130J, a GBU-53/B a GBU-53. An F-16V is another designation than F-16; who
 * wants both types {@code F-16*}.
 *
 * <p>Letters and a number that a blank parts are joined in a text only where nothing else is
 * likely: one to three capitals or a known family (Mk, Type, Leopard), at most three digits, no
 * word that stands before numbers anyway ("MAY 16", "US 16", "A 10-year-old"). What a person types
 * is read in that way and, beside it, readily: "f 16" is looked for as a designation and as two
 * words.
 *
 * <p>A sum is one term of currency and value. A dollar of no named nation is one of the United
 * States. "1,500" and "1.500" are read as the article's language writes numbers. Which words and
 * signs mean what stands in {@link org.sitrep.core.vocabulary.Notations}.
 *
 * <p>Numbers lose the marks between their thousands (10,000), where a language or three noughts say
 * that they are such; percentages are one term however the word is written.
 *
 * <h2>One word, two parts</h2>
 *
 * <p>Two words that a hyphen joins (co-operation) stay two words at two places, so that phrases and
 * offsets are as written; at the first stands also what they are joined ({@link
 * org.sitrep.core.index.analysis.JoinedWordFilter}). It has no exact form, so an article that
 * writes the word as it was typed ranks above, but a form with a mark of its own, in which prefixes
 * and patterns find it. What a person types is read with a hyphen, without one and, behind the
 * prefixes that the notations name, apart ({@link org.sitrep.core.index.analysis.Hyphens}).
 *
 * <p>A swallowed article (l'armée, dell'esercito) is dropped in every language. A word with a digit
 * has no stem but its plural's: a Ka-52E is no Ka-52, and a Su-35S no two Su-35.
 *
 * <h2>One letter, two letters</h2>
 *
 * <p>A word with an umlaut has the word with two letters for each at its place ({@link
 * org.sitrep.core.index.analysis.UmlautFilter}), as written otherwise, and what a person types with
 * an umlaut is read in both ways. Nothing is done to "ue" itself, so no "blue" becomes another
 * word.
 *
 * <h2>Aliases</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.Aliases} are one file, which an application may replace.
 * They work at two times:
 *
 * <ul>
 *   <li>Spellings of one word (Kyiv, Kiev) become one term when an article is indexed: nothing is
 *       looked up later, and statistics are those of the one word.
 *   <li>Acronyms and names of several words (MoD, Ministry of Defence) are looked up when a query
 *       is read, which becomes "the word, or the phrase". In the index every name stays what it is
 *       and where it is, so that offsets are true, phrases are exact and the index does not grow.
 *   <li>An acronym that is another word when written small (US) has a term of its own beside the
 *       word's, so that "US" does not find "us". A query in small letters finds both; with dots
 *       (u.s.) it is the acronym. Short English words keep a letter more of their stem than Porter
 *       leaves, so that "use" is none of these ({@link
 *       org.sitrep.core.index.analysis.EnglishStemFilter}).
 * </ul>
 *
 * <p>The first makes the aliases a part of what an index is. So they are chosen when an index is
 * made, kept in its commits, and used by whoever opens it; other ones need the articles to be
 * indexed again. An index so goes on with its own aliases when those of the library change.
 */
@NullMarked
package org.sitrep.core.index.analysis;

import org.jspecify.annotations.NullMarked;
