package org.sitrep.corpus.page;

import java.util.Locale;

/** What part of a page a line is. */
public enum Zone {
  /** Menus, language switches, breadcrumbs that are no sections. */
  NAVIGATION,
  /** The sections under which the article stands. */
  SECTION,
  /** The article's headline. */
  HEADLINE,
  /** Date, time, place, reading time. */
  DATELINE,
  /** Who wrote or published it. */
  BYLINE,
  /** The summary between headline and text; part of the body. */
  STANDFIRST,
  /** The article's own text. */
  BODY,
  /** A subheading; part of the body. */
  HEADING,
  /** What a picture shows and who took it. */
  CAPTION,
  /** The publisher's tags, and the word that announces them. */
  TAGS,
  /** Other articles: related, latest, most read. */
  RAIL,
  /** Newsletter, share, advert, about this site, comments. */
  PROMOTION,
  /** Nothing but white space. */
  BLANK;

  /**
   * Returns the name by which the zone is shown.
   *
   * @return a lower-case word
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Says whether lines of this zone are part of the article's body.
   *
   * @return true for standfirst, body and headings
   */
  public boolean inBody() {
    return this == STANDFIRST || this == BODY || this == HEADING;
  }
}
