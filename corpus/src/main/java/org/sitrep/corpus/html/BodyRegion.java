package org.sitrep.corpus.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.page.BlockPage;

/**
 * Finds the element that holds the article's text: the one whose blocks weigh most, where prose
 * weighs as much as it has words, and links and labels weigh against; then inwards, as long as one
 * part holds almost all of it.
 */
final class BodyRegion {
  private static final double ALMOST_ALL = 0.7;
  private static final double DECLARED = 0.5;
  private static final double KEPT = 0.5;
  private static final int HEAVIEST = 120;

  private final List<Block> blocks;
  private final BlockPage page;
  private final Map<Element, Double> sums = new HashMap<>();

  BodyRegion(List<Block> blocks, BlockPage page, List<Optional<Surroundings.Mark>> marks) {
    this.blocks = blocks;
    this.page = page;
    for (int i = 0; i < blocks.size(); i++) {
      if (marks.get(i).isEmpty()) {
        add(i);
      }
    }
  }

  private void add(int i) {
    double weight = weight(i);
    for (Element up = blocks.get(i).element(); up != null; up = up.parent()) {
      sums.merge(up, weight, Double::sum);
    }
  }

  private double weight(int i) {
    Block block = blocks.get(i);
    int words = Math.min(page.words(i), HEAVIEST);
    if (!block.reads()) {
      return -Math.min(8, 2 + words / 2.0);
    }
    if (page.prose(i)) {
      return words * (1 - block.linked());
    }
    if (page.ends(i) || block.kind() == Block.Kind.PARAGRAPH) {
      return words / 2.0;
    }
    return switch (block.kind()) {
      case ROW -> 1;
      case HEADING -> -1;
      default -> -2;
    };
  }

  /** Returns the element, null where no element holds text. */
  @Nullable Element find(Element body) {
    Element best = null;
    double most = 0;
    for (Element element : body.getAllElements()) {
      double sum = sums.getOrDefault(element, 0.0);
      if (sum > most) {
        best = element;
        most = sum;
      }
    }
    if (best == null) {
      return null;
    }
    Element around = around(best);
    Element declared = declared(body, most);
    return around.equals(best) || declared != null ? inwards(best, declared) : around;
  }

  /**
   * A part of a text weighs more than all of it where a few links stand in it; the whole is meant.
   */
  private Element around(Element best) {
    Element at = best;
    while (isPart(at) && at.parent() != null && at.parent().parent() != null) {
      at = at.parent();
    }
    boolean others = at.children().stream().anyMatch(c -> !holds(c, best) && reads(c));
    double kept = sums.getOrDefault(at, 0.0) / sums.getOrDefault(best, 1.0);
    return others && kept >= KEPT ? at : best;
  }

  private static boolean holds(Element element, Element inner) {
    return inner.equals(element) || inner.parents().contains(element);
  }

  private boolean reads(Element element) {
    return isPart(element) && sums.getOrDefault(element, 0.0) > 0;
  }

  /** The element that says of itself that it is the text, where it holds a good part. */
  private @Nullable Element declared(Element body, double most) {
    Element declared = null;
    double held = 0;
    for (Element element : body.select("[itemprop=articleBody]")) {
      double sum = sums.getOrDefault(element, 0.0);
      if (sum > held) {
        declared = element;
        held = sum;
      }
    }
    return held >= DECLARED * most ? declared : null;
  }

  private Element inwards(Element from, @Nullable Element declared) {
    if (declared != null) {
      return declared;
    }
    Element at = from;
    while (true) {
      double sum = sums.getOrDefault(at, 0.0);
      Element inner = null;
      for (Element child : at.children()) {
        if (sums.getOrDefault(child, 0.0) >= ALMOST_ALL * sum) {
          inner = child;
        }
      }
      if (inner == null || isPart(inner)) {
        return at;
      }
      at = inner;
    }
  }

  private static boolean isPart(Element element) {
    return switch (element.normalName()) {
      case "p", "pre", "ul", "ol", "li", "blockquote", "tr", "tbody" -> true;
      default -> false;
    };
  }
}
