/**
 * Reads a news page saved as text: a zone and a reason for every line, and the article in it.
 *
 * <p>A page is an article in a pile of page furniture. Nothing here knows a site; everything is
 * decided by what a line looks like, by what stands beside it, and by the phrases of two readable
 * files: {@code markers.txt} (what opens tags, related articles, comments, captions, …, in eight
 * languages) and {@code dates.txt} (months, weekdays, time zones). The steps:
 *
 * <ol>
 *   <li><b>Lines.</b> Lines that were broken to a width are joined. Each line is looked at by
 *       itself: its words, its list mark, whether it is prose, a label, a picture, a date with few
 *       words around it, which markers it holds ({@code Line}, {@code Seen}).
 *   <li><b>Text.</b> The text is the run of lines with the greatest sum of weights: prose weighs as
 *       much as it has words, less where it stands alone between labels as teasers do; labels,
 *       dates, rules and what opens a list of other articles weigh against. A run under a date or
 *       an author counts half as much again. Tags and comments end it ({@code BodyFinder}).
 *   <li><b>Headline.</b> Above the text, the line whose words the text takes up, that is said
 *       twice, that stands over the date, that does not end as a sentence does ({@code
 *       HeadlineFinder}). Where none is good enough the first sentence stands in.
 *   <li><b>Above, within, below.</b> Above the text stand menus, sections, dates, authors, the
 *       standfirst ({@code HeadReader}); within it headings are kept, and pictures, related links,
 *       share lines and promotion taken out ({@code BodyReader}); below it tags, dates and
 *       signatures are the article's own until the first list of others, and nothing after that is
 *       ({@code TailReader}).
 *   <li><b>The other pages.</b> Rows of labels within the text that recur over different articles
 *       of the same place are links ({@code Neighbours}). This comes last and can do no more: which
 *       lines are the text, its sentences, its headings and the headline are decided by the page
 *       alone, so that an article is the same whatever pages stand beside it and whenever they
 *       came. Pages that share half of their sentences are copies of one story and count once.
 *   <li><b>Fields.</b> Each field is read out of its own zones: dates as declared, else from the
 *       file's name, else inferred from the text ({@code DeclaredDates}, {@code OtherDates}); the
 *       order of day and month by the date's weekday, by the page's other dates and its address, by
 *       the other pages, at last by the custom that the page shows ({@code DateOrder}, {@code
 *       DateEvidence}), and where nothing shows it the date is inferred; authors and publisher
 *       ({@code Credits}); tags and sections ({@code TagReader}).
 * </ol>
 */
@NullMarked
package org.sitrep.corpus.page;

import org.jspecify.annotations.NullMarked;
