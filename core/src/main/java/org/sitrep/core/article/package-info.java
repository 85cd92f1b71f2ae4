/**
 * What an article is: its text, its date with as many parts as are known, and what it can be
 * counted and selected by.
 *
 * <p>An {@link org.sitrep.core.article.Article} is a value. It says what was published and where
 * each derived part comes from: a title that stands in for a missing headline says so ({@link
 * org.sitrep.core.article.TitleFrom}), and so does a date that was worked out from the text ({@link
 * org.sitrep.core.article.DateFrom}). Whatever is unknown is absent; no stand-in such as 1970 or
 * today is ever used.
 *
 * <pre>{@code
 * Article article =
 *     Article.builder("example-1")
 *         .title("EU and Ukraine strengthen defence ties")
 *         .body("The new effort supports joint procurement.")
 *         .published("2025-05-14")
 *         .countries("UA")
 *         .tags("procurement", "joint task force")
 *         .build();
 * }</pre>
 */
@NullMarked
package org.sitrep.core.article;

import org.jspecify.annotations.NullMarked;
