package org.sitrep.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.sitrep.core.eval.RankedArticle;

/** Plain Lucene: one field, English stemming and stop words, BM25 with its default parameters. */
final class PlainBm25 implements AutoCloseable {
  private static final String TEXT = "text";
  private static final String ID = "id";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;

  PlainBm25() throws IOException {
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
  }

  void add(String id, String text) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new TextField(TEXT, text, Field.Store.NO));
    writer.addDocument(document);
  }

  /** Answers queries, any of whose words may match. */
  Map<String, List<RankedArticle>> answers(Map<String, String> queries, int depth)
      throws IOException {
    Map<String, List<RankedArticle>> answers = new LinkedHashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (Map.Entry<String, String> query : queries.entrySet()) {
        List<RankedArticle> ranking = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query(query.getValue()), depth).scoreDocs) {
          String id = searcher.storedFields().document(found.doc).get(ID);
          ranking.add(new RankedArticle(id, found.score));
        }
        answers.put(query.getKey(), ranking);
      }
    }
    return answers;
  }

  private BooleanQuery query(String text) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (TokenStream words = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        query.add(new TermQuery(new Term(TEXT, term.toString())), Occur.SHOULD);
      }
      words.end();
    }
    return query.build();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
    analyzer.close();
  }
}
