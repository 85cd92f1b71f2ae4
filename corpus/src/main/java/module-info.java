/**
 * Reads saved news pages and records into articles, says why each line was read as it was, and
 * indexes them with a ledger. Start with {@link org.sitrep.corpus.Corpus}.
 */
module org.sitrep.corpus {
  requires static transitive org.jspecify;
  requires transitive org.sitrep.core;
  requires com.fasterxml.jackson.core;
  requires java.xml;
  requires org.apache.opennlp.tools;
  requires org.jsoup;

  exports org.sitrep.corpus;
  exports org.sitrep.corpus.draft;
  exports org.sitrep.corpus.feed;
  exports org.sitrep.corpus.html;
  exports org.sitrep.corpus.json;
  exports org.sitrep.corpus.page;
}
