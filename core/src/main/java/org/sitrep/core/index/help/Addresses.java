package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.index.store.RecordCodec;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;

/**
 * Finds the articles that a pasted address or path stands for: those of which the id is the end of
 * it, or it the end of the id, or whose page has this address; else those whose ids end in the same
 * long name. How a page is fetched, what is asked of it and the kind of its file are no part of the
 * comparison.
 */
final class Addresses {
  private static final int MOST = 3;

  /** A shorter last name, such as "index", is that of many pages. */
  private static final int SHORTEST_NAME = 8;

  /** How many ids or articles are looked at between two looks at the clock. */
  private static final int STRIDE = 256;

  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z]{2,10}:/{2,3}.+|www\\..+");
  private static final Pattern FILE = Pattern.compile(".*[/\\\\].*|.+\\.\\p{L}{2,5}");
  private static final Pattern NO_NAME =
      Pattern.compile("(?i)^[a-z]{2,10}:/{2,3}|^www\\.|(?<=//)www\\.|[?#].*$|^(?:\\.{0,2}/)+|/+$");
  private static final Pattern KIND =
      Pattern.compile("(?i)\\.(?:html?|xhtml|txt|md|json|xml|php|aspx?|pdf|gz)$");

  private final IndexReader reader;
  private final Counts counts;

  Addresses(IndexReader reader, Counts counts) {
    this.reader = reader;
    this.counts = counts;
  }

  private record Near(String id, int distance) {}

  /** Returns the ids of the articles that a word may stand for, the nearest first. */
  List<String> ids(Query.Term word) throws IOException {
    String typed = word.word();
    if (word.field() != Field.ID && !ADDRESS.matcher(typed).matches() && !isFile(typed)) {
      return List.of();
    }
    String wanted = plain(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Near> near = nearIds(wanted);
    if (near.isEmpty() && ADDRESS.matcher(typed).matches()) {
      near = ofPage(wanted);
    }
    return near.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::id))
        .limit(MOST)
        .map(Near::id)
        .toList();
  }

  private static boolean isFile(String typed) {
    return FILE.matcher(typed).matches();
  }

  /** Says whether a word is plainly an address or a path, of which no part is a misspelt word. */
  static boolean isPath(String word) {
    return ADDRESS.matcher(word).matches()
        || KIND.matcher(word).find()
        || word.indexOf('/') != word.lastIndexOf('/');
  }

  private static String plain(String address) {
    String path = address.strip().replace('\\', '/');
    String before;
    do {
      before = path;
      path = NO_NAME.matcher(path).replaceFirst("");
    } while (!path.equals(before));
    return KIND.matcher(path).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  private List<Near> nearIds(String wanted) throws IOException {
    List<Near> near = new ArrayList<>();
    Terms ids = MultiTerms.getTerms(reader, Schema.ID);
    if (ids == null) {
      return near;
    }
    TermsEnum each = ids.iterator();
    int looked = 0;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (++looked % STRIDE == 0 && counts.over()) {
        counts.skip(1);
        return near;
      }
      String id = term.utf8ToString();
      distance(wanted, plain(id)).ifPresent(distance -> near.add(new Near(id, distance)));
    }
    return near;
  }

  /** Says how much of two addresses differs at their beginnings; empty where they are of others. */
  private static Optional<Integer> distance(String wanted, String known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    boolean same = endsWith(wanted, known) || endsWith(known, wanted);
    String name = name(wanted);
    if (same || (name.length() >= SHORTEST_NAME && name.equals(name(known)))) {
      int differs = Math.abs(wanted.length() - known.length());
      return Optional.of(same ? differs : wanted.length() + known.length());
    }
    return Optional.empty();
  }

  private static boolean endsWith(String path, String end) {
    return path.endsWith(end)
        && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '/');
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Looks among the addresses of pages, which are no terms: each article is looked at. */
  private List<Near> ofPage(String wanted) throws IOException {
    List<Near> near = new ArrayList<>();
    int looked = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues hits = leaf.reader().getBinaryDocValues(Schema.HIT);
      Bits live = leaf.reader().getLiveDocs();
      while (hits != null && hits.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
        if (++looked % STRIDE == 0 && counts.over()) {
          counts.skip(1);
          return near;
        }
        if (live == null || live.get(hits.docID())) {
          Hit hit = RecordCodec.decodeHit(hits.binaryValue(), 0);
          if (hit.url().filter(url -> plain(url).equals(wanted)).isPresent()) {
            near.add(new Near(hit.id(), 0));
          }
        }
      }
    }
    return near;
  }
}
