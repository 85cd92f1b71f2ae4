/**
 * Reading HTML pages into articles.
 *
 * <p>{@link org.sitrep.corpus.html.HtmlReader} asks a page twice. What it declares for machines
 * ({@code LinkedData}, {@code MetaTags}, together {@code Declared}) gives title, dates, authors,
 * sections and tags, each only as far as the page itself bears it out: of several articles that a
 * page speaks of, the one whose headline it shows; of several titles, the one that is a heading
 * too. Sections and tags that it does not declare are those that it shows ({@code LabelReader}).
 * Then its elements give the text: the page is parted into blocks ({@code BlockCollector}), the
 * elements around a block say what it cannot be ({@code Surroundings}), the element whose blocks
 * weigh most holds the text ({@code BodyRegion}), and in it each block gets a zone and a reason
 * ({@code BodyBlocks}).
 *
 * <p>The words that tell furniture, the styles of dates and the shapes of names are those of {@code
 * page}; no rule here names a site.
 */
@NullMarked
package org.sitrep.corpus.html;

import org.jspecify.annotations.NullMarked;
