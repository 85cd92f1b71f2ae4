package org.sitrep.core.search;

/** The order of hits. Every order ends with the id, so that pages never overlap. */
public enum Sort {
  /** The best match first; equals by date, newest first. */
  RELEVANCE,
  /** By publication date, latest start first, then latest end; unknown dates last. */
  NEWEST,
  /** By publication date, earliest start first, then earliest end; unknown dates last. */
  OLDEST
}
