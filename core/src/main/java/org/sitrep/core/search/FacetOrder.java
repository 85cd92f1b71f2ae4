package org.sitrep.core.search;

/** The order in which a facet's values are listed. */
public enum FacetOrder {
  /** The most articles first, equals by label. */
  COUNT,
  /** By label, for dates by time; "none" last. */
  LABEL
}
