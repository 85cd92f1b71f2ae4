package org.sitrep.corpus.html;

import org.jsoup.nodes.Element;

/**
 * A block of an HTML page: what stands by itself on lines of its own.
 *
 * @param text its text on one line
 * @param element the innermost element that makes it a block
 * @param linked the share of its characters that stand in links
 * @param kind what its element says that it is
 */
record Block(String text, Element element, double linked, Kind kind) {
  /** What the element of a block says that it is. */
  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTE,
    ROW,
    /** A division, a cell, or whatever has text and says nothing of it. */
    OTHER
  }

  int chars() {
    return text.length();
  }

  /** Text of the page's own, rather than a way to other pages. */
  boolean reads() {
    return linked < 0.5;
  }
}
