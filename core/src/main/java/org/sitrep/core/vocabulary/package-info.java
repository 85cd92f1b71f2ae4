/**
 * Finds the countries and the topics of articles, and holds the phrase matcher that every
 * vocabulary of this library uses. It needs nothing of the other rooms.
 *
 * <h2>The data of countries</h2>
 *
 * <p>One readable file, {@code countries.tsv} beside these classes, is the only source for English
 * labels and for matching English. Its header explains the columns. A row gives phrases of one kind
 * for one country: label, name, adjective, capital, metonym (Kremlin), state or place. The rows
 * without a country hold phrases that carry a country's word and name none (New Guinea, French
 * fries, the Moscow Times), given names, and the words that may follow a name or an adjective.
 * Marks before a phrase say how it must be written and what it must be told apart from. The labels
 * stand before all other rows, so that whoever wants only labels reads only them.
 *
 * <p>German, French, Spanish, Italian, Polish, Ukrainian and Russian have a file each, in the same
 * form: {@code countries_de.tsv} and so on. A speaker can check a file without knowing the others,
 * and nothing of a language is read before a text or a query needs it.
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
 *       origin"), a hill, a farm or a company ("Turkey Hill"). In a line of capitals "US" counts
 *       only at the start of a sentence, after "THE" and before a hyphen.
 *   <li>A word that is a name only with a capital (Turkey, Polish) is void where it is small, and
 *       where its capital says nothing (at the start of a sentence, in a headline in title case) if
 *       the article elsewhere writes it small and nowhere firmly as a name. A name that is a
 *       person's in one place is a person's where it stands alone after that, unless other words of
 *       the article speak for the country, or the words around it do ("to Jordan", "Jordan's
 *       army"); where they do so anywhere, it is also the country's before the person is named.
 *   <li>A phrase of several countries goes to the one that a comma names ("Athens, Texas"; a city
 *       before a state is always in that state), else to the one with the first claim, unless the
 *       article has more for another: for a place, states of its country; for a name, any of its
 *       words. For the first claim count its own words and the names of third countries.
 * </ol>
 *
 * <p>These rules read English. In the other languages, the first of them is only that of addresses
 * and sums; names, capitals and metonyms need their capital first letter, and words that are
 * something else in the language are marked in its file (Polish "mali", Russian "того"). A name of
 * one language is looked for in texts of that language alone. English labels, names and capitals
 * are looked for too, and in Cyrillic texts also English metonyms and places, but none that has a
 * mark or that the language's own file speaks of; abbreviations among Latin letters are left out.
 *
 * <p>England, Scotland, Wales and Northern Ireland name the United Kingdom. Companies, newspapers
 * and teams in the data name no country; organisations such as NATO, the EU and the UN are not in
 * the data at all. "English" counts only where something else names the United Kingdom. Bare
 * "Korea" is South Korea and bare "Congo" is Congo (Kinshasa) unless the article speaks for the
 * other.
 *
 * <h2>Prominence and about</h2>
 *
 * <p>Countries that the title names come first, then those that are named most; a country that the
 * lead names counts as if it were named twice more. The lead is the first paragraph of the body up
 * to 400 characters. Institutions, such as Bundestag, count as names. An article is about a country
 * that the title names; that the lead names, if it is named at least twice or no country is; or
 * that is named at least three times and half as often as the one named most. Where that leaves
 * none, it is about the first one, if the lead or two mentions name it.
 *
 * <h2>Topics</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.TopicFinder} does the same for the topics of defence news.
 * Its file, {@code topics.tsv}, gives each topic a label, the phrases that name it, and hints:
 * words such as "tank", which say something only where the article names the topic by a phrase too.
 * A user can put a file of the same form in its place. The phrases of German, French, Spanish,
 * Italian, Polish, Ukrainian and Russian stand in a file each, {@code topics_de.tsv} and so on, for
 * the same topics; labels are English alone. There a phrase gives the endings of its words side by
 * side, "противовоздушн(ая/ой) оборон(а/ы)", and a paradigm that many words share is written once
 * and has a name: "дрон{m}". Designations with a digit (F-16, S-400) are taken from the English
 * file into all of them. A topic is the article's where
 *
 * <ul>
 *   <li>the title names it by a phrase;
 *   <li>or the lead names it by a phrase, and title and body name it at least twice, hints counted;
 *       a body of at most 600 characters is one lead, and there one phrase is enough;
 *   <li>or it is named at least three times, twice of them by a phrase, at least a third as often
 *       as the topic that is named most, and at least once in every 1500 characters.
 * </ul>
 *
 * <p>So one word in passing gives no topic. Topics are ranked as countries are.
 *
 * <h2>Aliases</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.Aliases} are names of the same thing, from {@code
 * aliases.txt} or a file of your own. They are no vocabulary of articles: the index uses them to
 * let a search for one name find the others.
 *
 * <h2>Notations</h2>
 *
 * <p>{@link org.sitrep.core.vocabulary.Notations} say which words and signs are currencies, powers
 * of ten, units and families of designations, from {@code notations.txt}. The index reads texts by
 * them, and the query language finds by them where an amount of several words ends.
 *
 * <h2>Limits</h2>
 *
 * <p>The file knows the larger and more newsworthy places, not every town. A town of a common name
 * is taken for the best known one where the article names no state. Surnames that are countries are
 * recognised after given names that the file lists, and after initials, in English alone. The other
 * languages have adjectives for states but not for small dependent islands, and no places but
 * capitals and institutions; names of several words are inflected only for the better known
 * countries. A word that opens a sentence and is also a country's name may be taken for it there.
 * The topics of the other languages have fewer phrases than the English ones, and German compounds
 * only those that are listed.
 */
@NullMarked
package org.sitrep.core.vocabulary;

import org.jspecify.annotations.NullMarked;
