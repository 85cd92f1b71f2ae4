/**
 * Finds the names of countries in text, and holds the phrase matcher that every vocabulary of this
 * library uses. It needs nothing of the other rooms.
 *
 * <h2>The data</h2>
 *
 * <p>One readable file, {@code countries.tsv} beside these classes, is the only source for matching
 * and for English labels. Its header explains the columns. A row gives phrases of one kind for one
 * country: label, name, adjective, capital, metonym (Kremlin), state or place. The rows without a
 * country hold phrases that carry a country's word and name none (New Guinea, French fries, the
 * Moscow Times), given names, and the words that may follow a name or an adjective. Marks before a
 * phrase say how it must be written and what it must be told apart from. Another language is more
 * rows with that language in the last column.
 *
 * <h2>Matching</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.PhraseMatcher} walks once over the words of a text through a
 * trie of phrases: whole words, folded, the leftmost and longest phrase first. An acronym with dots
 * is one word; a hyphen parts words, so that both halves of "Russia-Ukraine" are found.
 *
 * <h2>What is a country</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.CountryFinder} takes the matches as candidates and decides
 * in three steps.
 *
 * <ol>
 *   <li>The words around a candidate can void it: an address or a sum ("@ukraine", "US$5"), a
 *       person ("Michael Jordan", "Jordan Smith"), a street, a church, an acronym in capitals, a
 *       language ("speaks French"), kitchen, art and descent ("Chilean wines", "of Lebanese
 *       origin"). In a line of capitals "US" counts only at the start of a sentence, after "THE"
 *       and before a hyphen.
 *   <li>A word that is a name only with a capital (Turkey, Polish) is void where it is small, and
 *       where its capital says nothing (at the start of a sentence, in a headline in title case) if
 *       the article elsewhere writes it small and nowhere firmly as a name. A name that is a
 *       person's in one place is a person's in the whole article, unless other words of the article
 *       speak for the country.
 *   <li>A phrase of several countries goes to the one that a comma names ("Athens, Texas"; a city
 *       before a state is always in that state), else to the one with the first claim, unless the
 *       article has more for another: for a place, states of its country; for a name, any of its
 *       words. For the first claim count its own words and the names of third countries.
 * </ol>
 *
 * <p>England, Scotland, Wales and Northern Ireland name the United Kingdom. Companies, newspapers
 * and teams in the data name no country; organisations such as NATO, the EU and the UN are not in
 * the data at all. "English" counts only where something else names the United Kingdom. Bare
 * "Korea" is South Korea and bare "Congo" is Congo (Kinshasa) unless the article speaks for the
 * other.
 *
 * <h2>Prominence and about</h2>
 *
 * <p>Countries are ranked by four questions, in this order: does the title name it; does the lead
 * name it, which is the first paragraph of the body up to 400 characters; how often is it named; is
 * it named earlier. An article is about a country that the title names; that the lead names, if it
 * is named at least twice or no country is; or that is named at least three times and half as often
 * as the one named most.
 *
 * <h2>Limits</h2>
 *
 * <p>The file knows the larger and more newsworthy places, not every town. A town of a common name
 * is taken for the best known one where the article names no state. Surnames that are countries are
 * recognised after given names that the file lists, and after initials. The rules read English;
 * names in other scripts and languages match once rows for them are added.
 */
@NullMarked
package org.sitrep.core.vocabulary;

import org.jspecify.annotations.NullMarked;
