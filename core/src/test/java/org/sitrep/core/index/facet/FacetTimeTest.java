package org.sitrep.core.index.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.Origin;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.OutOfTimeException;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import org.sitrep.core.vocabulary.Aliases;

/** When listing many values ends: soon after the time is over, not when all are listed. */
class FacetTimeTest {
  private static final int ARTICLES = 4_000;

  private final Directory directory = new ByteBuffersDirectory();
  private final SearchRequest all = SearchRequest.of(new Query.All());

  @BeforeEach
  void put() throws IOException {
    try (Analysis analysis = new Analysis(Aliases.standard());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < ARTICLES; i++) {
        Article article =
            Article.builder("a" + i)
                .title("Frigate")
                .tags("Tag " + i)
                .published(LocalDate.of(2000, 1, 1).plusDays(i).toString())
                .build();
        try (ArticleTokens tokens = analysis.tokens(article)) {
          writer.addDocument(Schema.document(article, new Origin("", ""), i, tokens));
        }
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  /** What is done with facets that have been counted. */
  private interface Listing {
    Object of(FacetSearch facets, ArticleSearcher searcher) throws IOException;
  }

  private void endsSoon(SearchRequest request, Listing listing) throws IOException {
    MatchAllDocsQuery scope = MatchAllDocsQuery.INSTANCE;
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      FacetState state = new FacetState(reader, new FacetCache());
      AtomicInteger looks = new AtomicInteger();
      AtomicInteger end = new AtomicInteger(Integer.MAX_VALUE);
      ArticleSearcher searcher = new ArticleSearcher(reader, Ranking.usual());
      searcher.setTimeout(() -> looks.incrementAndGet() >= end.get());
      FacetSearch facets = new FacetSearch(request, state);
      assertThat(facets.count(searcher, scope)).isPositive();
      looks.set(0);
      assertThat(listing.of(facets, searcher)).isNotNull();
      int inAll = looks.get();
      assertThat(inAll).as("how often the time is looked at").isBetween(3, ARTICLES);
      for (int look : List.of(1, inAll / 2, inAll)) {
        looks.set(0);
        end.set(look);
        assertThatThrownBy(() -> listing.of(facets, searcher))
            .isInstanceOf(OutOfTimeException.class);
        assertThat(looks.get()).isEqualTo(look);
      }
    }
  }

  private void listingEndsSoon(SearchRequest request) throws IOException {
    endsSoon(request, (facets, searcher) -> facets.results(searcher, MatchAllDocsQuery.INSTANCE));
  }

  @Test
  void all_values() throws IOException {
    listingEndsSoon(all.facets(FacetRequest.of(Facet.TAG).limit(FacetRequest.MAX_LIMIT)));
  }

  @Test
  void values_in_order_of_their_labels() throws IOException {
    listingEndsSoon(all.facets(FacetRequest.of(Facet.TAG).limit(10).order(FacetOrder.LABEL)));
  }

  @Test
  void values_that_begin_with_a_prefix() throws IOException {
    listingEndsSoon(all.facets(FacetRequest.of(Facet.TAG).limit(0).prefix("no tag begins so")));
  }

  @Test
  void values_that_are_selected() throws IOException {
    Set<String> selected = new LinkedHashSet<>();
    for (int i = 0; i < 2_000; i++) {
      selected.add("tag " + i);
      selected.add("tag of no article " + i);
    }
    listingEndsSoon(
        all.facets(Facet.TAG)
            .selection(
                new Selection(
                    Facet.TAG, selected, Set.of(), Optional.empty(), Selection.Mode.ANY)));
  }

  @Test
  void the_days_of_a_timeline() throws IOException {
    endsSoon(all.timeline(DateLevel.DAY), (facets, searcher) -> facets.timeline(searcher));
  }
}
