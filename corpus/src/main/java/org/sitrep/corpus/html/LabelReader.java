package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;
import org.sitrep.corpus.page.Zone;

/**
 * Reads a page's sections and tags. What the page declares for machines goes before what it shows.
 * Of a link that is both a category and a tag, as blogs write the first of them, the page says that
 * it is a section.
 */
final class LabelReader {
  private static final int LONGEST_LABEL = 80;
  private static final int MOST_LABELS = 40;
  private static final int MOST_LINKS = 200;
  private static final int LONGEST_TRAIL = 400;
  private static final int MOST_STEPS = 8;

  /** A last step of as many words with which the title begins is the title, cut short. */
  private static final int WORDS_OF_A_TITLE = 3;

  private static final String TRAIL =
      "[class*=breadcrumb],[id*=breadcrumb],[aria-label*=breadcrumb],[itemtype*=BreadcrumbList]";
  private static final Set<String> HOLDERS = Set.of("nav", "ol", "ul", "div", "p", "section");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[>›»→]\\s*");
  private static final Pattern AROUND = Pattern.compile("^[\\s>›»→/|]+|[\\s>›»→/|]+$");
  private static final Pattern ROOT = Pattern.compile("(?:(?i:https?)://[^/]+)?/?");

  private final Declared declared;
  private final HtmlBody body;

  LabelReader(Declared declared, HtmlBody body) {
    this.declared = declared;
    this.body = body;
  }

  /** The sections, from the whole site inwards. */
  List<String> sections(String title) {
    Set<String> sections = new LinkedHashSet<>();
    declared.article().ifPresent(a -> sections.addAll(a.texts("articleSection")));
    declared
        .meta()
        .all(
            List.of("article:section", "og:article:section", "parsely-section", "sailthru.section"))
        .forEach(s -> sections.add(s.value()));
    if (sections.isEmpty()) {
      sections.addAll(links("a[rel~=\\bcategory\\b]"));
    }
    sections.addAll(withoutEnds(trail(), title));
    sections.removeIf(BlockPage::unsorted);
    return labels(sections);
  }

  /** The steps that the page declares, else those that it shows. */
  private List<String> trail() {
    List<String> steps = declared.linked().trail();
    if (steps.isEmpty()) {
      steps = named();
    }
    return steps.isEmpty() ? shaped() : steps;
  }

  /** The steps of an element that says that it is a trail. */
  private List<String> named() {
    for (Element element : declared.select(TRAIL, MOST_STEPS)) {
      boolean small = element.text().length() <= LONGEST_TRAIL;
      if (small && HOLDERS.contains(element.normalName())) {
        List<String> steps = steps(element);
        if (!steps.isEmpty() && steps.size() <= MOST_STEPS) {
          return steps;
        }
      }
    }
    return List.of();
  }

  private static List<String> steps(Element trail) {
    for (String step : List.of("li", "[itemprop=itemListElement]", "a")) {
      List<String> steps = new ArrayList<>();
      for (Element element : trail.select(step)) {
        Element link = element.selectFirst("a");
        if (link == null || !ROOT.matcher(link.attr("href").strip()).matches()) {
          steps.add(AROUND.matcher(element.text()).replaceAll(""));
        }
      }
      if (!trail.select(step).isEmpty()) {
        return steps;
      }
    }
    return List.of();
  }

  /** A line above the text that leads from the home page inwards: {@code Home > World > Asia}. */
  private List<String> shaped() {
    int end = body.headline() >= 0 ? body.headline() : body.firstText();
    for (int i = 0; i < end; i++) {
      Block block = body.blocks().get(i);
      if (block.chars() <= LONGEST_TRAIL && block.linked() > 0) {
        List<String> steps = List.of(BETWEEN.split(block.text(), -1));
        boolean fromHome = BlockPage.is(Marker.NAVIGATION, steps.getFirst());
        if (fromHome && steps.size() > 1 && steps.size() <= MOST_STEPS) {
          return steps;
        }
      }
    }
    return List.of();
  }

  /** A trail without the site that it begins with and the article that it ends with. */
  private List<String> withoutEnds(List<String> trail, String title) {
    String own = Words.key(title);
    String site = Words.key(declared.source().orElse(""));
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < trail.size(); i++) {
      String key = Words.key(trail.get(i));
      boolean begun =
          i == trail.size() - 1
              && own.startsWith(key)
              && key.split(" ", -1).length >= WORDS_OF_A_TITLE;
      boolean home = key.equals(site) || BlockPage.is(Marker.NAVIGATION, trail.get(i));
      if (!key.isEmpty() && !home && !begun && !key.equals(own)) {
        steps.add(trail.get(i));
      }
    }
    return steps;
  }

  /** The publisher's tags. */
  List<String> tags(String titleAndBody) {
    Set<String> tags = new LinkedHashSet<>();
    declared
        .meta()
        .all(List.of("article:tag", "og:article:tag", "og:video:tag"))
        .forEach(t -> tags.addAll(split(t.value())));
    declared.article().ifPresent(a -> a.texts("keywords").forEach(k -> tags.addAll(split(k))));
    if (tags.isEmpty()) {
      declared
          .meta()
          .all(
              List.of(
                  "news_keywords",
                  "parsely-tags",
                  "sailthru.tags",
                  "dc.subject",
                  "dcterms.subject"))
          .forEach(t -> tags.addAll(split(t.value())));
    }
    if (tags.isEmpty()) {
      tags.addAll(links("a[rel~=\\btag\\b]:not([rel~=\\bcategory\\b])"));
    }
    if (tags.isEmpty()) {
      tags.addAll(spoken(titleAndBody));
    }
    return labels(tags);
  }

  /** What links say that do not stand among other articles. */
  private List<String> links(String expression) {
    return declared.select(expression, MOST_LINKS).stream()
        .filter(a -> !rail(body.blockOf(a)))
        .map(a -> a.text().strip())
        .toList();
  }

  private boolean rail(int block) {
    return block >= 0 && body.marked(block, Zone.RAIL);
  }

  /** General keywords are the article's where it speaks of half of them, else the site's. */
  private List<String> spoken(String titleAndBody) {
    List<String> keywords = new ArrayList<>();
    declared.meta().all(List.of("keywords")).forEach(k -> keywords.addAll(split(k.value())));
    String text = " " + Words.key(titleAndBody) + " ";
    long spoken = keywords.stream().filter(k -> text.contains(" " + Words.key(k) + " ")).count();
    return keywords.size() <= MOST_LABELS && 2 * spoken >= keywords.size() ? keywords : List.of();
  }

  private static List<String> split(String tags) {
    List<String> split = new ArrayList<>();
    for (String tag : tags.split("[,;，、]", MOST_LABELS + 1)) {
      split.add(tag.strip());
    }
    return split;
  }

  private static List<String> labels(Set<String> written) {
    List<String> labels = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String label : written) {
      String clean = label.replaceFirst("^#\\s*", "").strip();
      if (!clean.isEmpty()
          && clean.length() <= LONGEST_LABEL
          && !clean.contains("://")
          && keys.add(clean.toLowerCase(Locale.ROOT))) {
        labels.add(clean);
      }
    }
    return labels.subList(0, Math.min(labels.size(), MOST_LABELS));
  }
}
