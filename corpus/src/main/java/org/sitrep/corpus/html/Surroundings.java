package org.sitrep.corpus.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.Zone;

/**
 * What the elements around a block say of it: by their tags, their roles and the words in their
 * classes and ids. An element that holds most of the page's text is what its name says only in
 * part, so its name is not heard.
 */
final class Surroundings {
  /**
   * What a block is because of an element around it.
   *
   * @param zone what part of the page it is
   * @param reason why, in plain words
   */
  record Mark(Zone zone, String reason) {}

  private static final int LONGEST_NAME = 400;
  private static final double MOST_OF_THE_TEXT = 0.4;
  private static final double ALL_BUT_A_LITTLE = 0.75;

  private final Map<Element, Long> prose = new HashMap<>();
  private final Map<Element, Optional<Mark>> marks = new HashMap<>();
  private final Set<Element> aroundHeadline = new HashSet<>();
  private long total;

  Surroundings(List<Block> blocks, Optional<Element> headline) {
    headline.ifPresent(h -> aroundHeadline.addAll(h.parents()));
    for (Block block : blocks) {
      if (block.reads() && block.chars() >= 80) {
        total += block.chars();
        for (Element up = block.element(); up != null; up = up.parent()) {
          prose.merge(up, (long) block.chars(), Long::sum);
        }
      }
    }
  }

  /** What the elements around a block say of it, the innermost first. */
  Optional<Mark> mark(Element element) {
    Optional<Mark> known = marks.get(element);
    if (known == null) {
      known = own(element);
      Element parent = element.parent();
      if (known.isEmpty() && parent != null) {
        known = mark(parent);
      }
      marks.put(element, known);
    }
    return known;
  }

  private Optional<Mark> own(Element element) {
    double share = total == 0 ? 0 : prose.getOrDefault(element, 0L) / (double) total;
    if (share > ALL_BUT_A_LITTLE || body(element) || aroundHeadline.contains(element)) {
      return Optional.empty();
    }
    Optional<Mark> byName = byName(element, share);
    return byName.isPresent() || share > MOST_OF_THE_TEXT ? byName : byTag(element);
  }

  private static boolean body(Element element) {
    return element.normalName().equals("body")
        || element.normalName().equals("html")
        || element.attr("itemprop").equals("articleBody");
  }

  private static Optional<Mark> byTag(Element element) {
    Zone zone =
        switch (element.normalName()) {
          case "nav", "footer", "menu" -> Zone.NAVIGATION;
          case "aside", "dialog" -> Zone.RAIL;
          case "figcaption" -> Zone.CAPTION;
          case "figure" -> figure(element);
          default -> byRole(element.attr("role"));
        };
    return zone == Zone.BLANK
        ? Optional.empty()
        : Optional.of(new Mark(zone, "in an element of its own: " + element.normalName()));
  }

  private static Zone figure(Element element) {
    return element.select("table,pre,blockquote").isEmpty() ? Zone.CAPTION : Zone.BLANK;
  }

  private static Zone byRole(String role) {
    return switch (role.toLowerCase(Locale.ROOT)) {
      case "navigation", "menu", "menubar", "banner", "contentinfo", "search", "toolbar" ->
          Zone.NAVIGATION;
      case "complementary", "dialog", "alertdialog" -> Zone.RAIL;
      default -> Zone.BLANK;
    };
  }

  private static Optional<Mark> byName(Element element, double share) {
    String name = element.className() + " " + element.id() + " " + element.attr("data-component");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    for (String word : ElementWords.split(name)) {
      Optional<ElementWords.Meaning> meaning = ElementWords.of(word);
      if (meaning.isPresent() && share <= meaning.get().most()) {
        Zone zone = meaning.get().zone();
        return Optional.of(new Mark(zone, "its element is named “%s”".formatted(word)));
      }
    }
    return Optional.empty();
  }
}
