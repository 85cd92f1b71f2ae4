/**
 * The Sitrep library: full-text search over defence news with exact facets, to be embedded in other
 * applications. Start with {@link org.sitrep.core.index.ArticleIndex}.
 */
module org.sitrep.core {
  requires static transitive org.jspecify;
  requires com.google.common;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;

  exports org.sitrep.core.article;
  exports org.sitrep.core.eval;
  exports org.sitrep.core.index;
  exports org.sitrep.core.query;
  exports org.sitrep.core.search;
  exports org.sitrep.core.vocabulary;
}
