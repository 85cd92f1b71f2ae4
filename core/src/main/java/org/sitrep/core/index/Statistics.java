package org.sitrep.core.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/** Counts what is in a snapshot. */
final class Statistics {
  private final Snapshot snapshot;
  private final Analysis analysis;

  Statistics(Snapshot snapshot, Analysis analysis) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  IndexStats count() throws IOException {
    SearchRequest all = SearchRequest.of(new Query.All()).limit(0).snippets(0);
    FacetRequest[] asked =
        Arrays.stream(Facet.values())
            .map(
                facet ->
                    facet == Facet.DATE ? FacetRequest.of(DateLevel.DAY) : FacetRequest.of(facet))
            .map(facet -> facet.limit(0))
            .toArray(FacetRequest[]::new);
    SearchResults results = search(all.facets(asked));
    Map<Facet, Integer> values = new EnumMap<>(Facet.class);
    for (FacetResult facet : results.facets()) {
      values.put(facet.facet(), facet.distinct());
    }
    DirectoryReader reader = snapshot.directoryReader();
    CommitData commit =
        reader == null
            ? CommitData.of(1, 0, analysis.aliases())
            : CommitData.read(reader.getIndexCommit().getUserData());
    return new IndexStats(
        snapshot.reader().numDocs(),
        snapshot.reader().numDeletedDocs(),
        reader == null
            ? 0
            : Integrity.bytes(reader.directory(), reader.getIndexCommit().getFileNames()),
        values,
        edge(all, Sort.OLDEST),
        edge(all, Sort.NEWEST),
        search(all.select(Facet.DATE, Facet.NONE)).total(),
        Integer.parseInt(commit.schema()), // ours, else the index is not open
        commit.lucene());
  }

  private SearchResults search(SearchRequest request) throws IOException {
    return new Search(snapshot, analysis, request).run();
  }

  private Optional<PartialDate> edge(SearchRequest all, Sort sort) throws IOException {
    return search(all.limit(1).sort(sort)).hits().stream().findFirst().flatMap(Hit::published);
  }
}
