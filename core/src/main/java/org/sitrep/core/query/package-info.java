/**
 * Reads and prints what a person asks for.
 *
 * <p>{@link org.sitrep.core.query.Query} is a tree of small records. {@link
 * org.sitrep.core.query.Query#parse parse} makes one of any text and never throws; {@link
 * org.sitrep.core.query.Query#parseStrict parseStrict} refuses what does not follow the language;
 * {@link org.sitrep.core.query.Query#print print} writes any query as text that reads as the same
 * query.
 *
 * <pre>{@code
 * ParsedQuery parsed = Query.parse("drone OR uav contry:ukraine since:2025-03");
 * parsed.canonical();  // (drone OR uav) contry ukraine since:2025-03
 * parsed.repairs();    // 13+7: no field 'contry': did you mean country? read as words
 * Query.parse(parsed.canonical()).query().equals(parsed.query());  // true, and no repairs
 * }</pre>
 *
 * <h2>Clauses</h2>
 *
 * A clause is a word, a phrase in quotes ({@code "task force"}, {@code "task force"~3} within three
 * moves), a prefix ({@code procur*}), a word with wildcards ({@code kubil?us}), a fuzzy word
 * ({@code ~2} differs by two letters, {@code ~1} by one, {@code ~} by two from six letters on and
 * by one from three on), or brackets. A field before a clause says where to look: {@code title:},
 * {@code body:}, {@code author:}, {@code source:}, {@code section:} take words, {@code tag:},
 * {@code topic:}, {@code country:}, {@code about:}, {@code lang:} take whole values, {@code date:},
 * {@code since:}, {@code until:} take dates, and {@code id:} takes all up to the next white space.
 * A field before brackets holds for all in them. {@code author:="Jane Doe"} is a whole value in any
 * field that can be counted.
 *
 * <p>{@code none} is the missing value, {@code "none"} in quotes is a value of that name; {@code
 * tag:*} is any value. A star alone is every article. A country is given by code, name, adjective
 * or alias; {@code country:slov*} is any of those whose English name or code begins so.
 *
 * <p>A date is a year, a month or a day, {@code today}, {@code yesterday}, or a number of days,
 * weeks, months or years up to and including today ({@code 7d}, {@code 2w}, {@code 3m}, {@code
 * 1y}). {@code a..b} runs from the first day of {@code a} to the last day of {@code b}; either may
 * be absent. What is relative to today is printed as days, so that a printed query means the same
 * tomorrow.
 *
 * <h2>Joining clauses</h2>
 *
 * From the tightest to the loosest: {@code NOT} or a minus, {@code AND} or {@code &&}, {@code OR}
 * or {@code ||}, side by side. An operator joins the clauses next to it and no more, as in the
 * search engines that people know:
 *
 * <ul>
 *   <li>{@code ukraine drone OR uav} is {@code ukraine (drone OR uav)}
 *   <li>{@code drone OR uav since:2025-03} is {@code (drone OR uav) since:2025-03}: a filter added
 *       to a query narrows all of it
 *   <li>{@code a AND b OR c} is {@code (a AND b) OR c}
 * </ul>
 *
 * What stands side by side is a {@link org.sitrep.core.query.Query.Group}, of which the request
 * says how many words have to match; {@code AND} always needs all. The printed query has all
 * brackets, so that a person sees how a query was read.
 *
 * <h2>Characters</h2>
 *
 * Operators are in capitals; {@code and}, {@code or}, {@code not} are words. A minus negates only
 * before a clause: {@code F-16} and {@code EU - Ukraine} hold none. Quotes and dashes may be those
 * of typography. A plus before a clause says nothing. Punctuation at the ends of a word is dropped
 * and so is punctuation alone; white space, control characters, halves of surrogate pairs and marks
 * of direction part words. A backslash makes the character after it stand for itself. Only a name
 * of three letters or more with something right after its colon looks like a field, so that {@code
 * Reuters:}, {@code 10:30}, {@code a:b} and {@code http://example.org} are words.
 *
 * <h2>Repairs</h2>
 *
 * What does not follow the language is reported as a {@link org.sitrep.core.query.Repair} with its
 * place. An unclosed quote is passed over, an unclosed bracket closes at the end, an operator
 * without two sides is left out. An unknown field, country or language is read as words: they may
 * stand in the text; the repair carries the query that was probably meant. A date in another
 * writing is read where it has one meaning ({@code 7.3.2025}, {@code "last week"}). A date that is
 * none or could be two, a field without a value and an empty phrase are left out. A range that ends
 * before it starts is turned round. A question mark at the end of the last word is punctuation:
 * people ask questions. White space after a known field's colon is passed over.
 *
 * <h2>Bounds</h2>
 *
 * The constants of {@link org.sitrep.core.query.Query} bound the text read, the clauses, the length
 * of words, the parts of joined words, the words of phrases, the depth of brackets and the size of
 * patterns. Over a bound the query still runs with what is inside, and a repair says what was left
 * out. They hold for queries built by an application as well, which is why every query prints as a
 * text that can be read.
 *
 * <p>All types here are immutable and safe for use by several threads.
 */
@NullMarked
package org.sitrep.core.query;

import org.jspecify.annotations.NullMarked;
