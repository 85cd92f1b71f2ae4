/**
 * The question and the answer, as data.
 *
 * <p>A {@link org.sitrep.core.search.SearchRequest} has two parts that are easily confused. Its
 * query is the <em>scope</em>: what the person is looking at. What is <em>selected</em> in the
 * facets is what they have clicked: values of one dimension are joined by OR, dimensions by AND,
 * and a dimension's counts pass over its own selection, so that its other values stay in view with
 * the number of hits that choosing them would give.
 *
 * <p>{@link org.sitrep.core.search.SearchResults} holds an exact total, the hits of a page with
 * snippets as text and spans (no markup), the counts, and a timeline where one was asked for. Each
 * {@link org.sitrep.core.search.FacetValue} carries the request with itself toggled, which is what
 * a click on it asks.
 *
 * <pre>{@code
 * SearchRequest request =
 *     SearchRequest.of(Query.parse("frigate"))
 *         .select(Facet.TAG, "procurement")
 *         .facets(Facet.COUNTRY, Facet.TAG)
 *         .sort(Sort.NEWEST)
 *         .limit(20);
 * }</pre>
 */
@NullMarked
package org.sitrep.core.search;

import org.jspecify.annotations.NullMarked;
