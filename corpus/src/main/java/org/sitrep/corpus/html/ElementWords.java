package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.Zone;

/** General words in the classes and ids of elements, and what they say of what stands in them. */
final class ElementWords {
  /**
   * What a word says.
   *
   * @param zone the part of the page
   * @param most the greatest share of the page's text that an element of this name can hold
   */
  record Meaning(Zone zone, double most) {}

  private static final Pattern BETWEEN = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
  private static final int LONGEST_NAME = 400;
  private static final Set<String> STANDFIRST = Set.of("standfirst", "lede", "dek");
  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  static {
    add(
        Zone.RAIL,
        0.3,
        "related recirc recirculation recommended recommendation recommendations trending popular"
            + " mostread teaser teasers readmore morefrom outbrain taboola sidebar upnext seealso"
            + " mostpopular latest suggested relatedarticles relatedlinks"
            + " relatedposts alsoread readalso");
    add(
        Zone.PROMOTION,
        0.3,
        "share sharing sharebar sharedaddy shares social socials newsletter subscribe"
            + " subscription signup promo promos promotion advert advertisement advertising ad ads"
            + " adslot sponsor sponsored sponsors cookie cookies consent gdpr popup modal overlay"
            + " paywall login donate donation tooltip toolbar print follow optin"
            + " banner sponsorship correction");
    add(
        Zone.PROMOTION,
        0.7,
        "comment comments disqus commentlist respond commentary reactions hidden");
    add(
        Zone.NAVIGATION,
        0.2,
        "nav navigation navbar menu breadcrumb breadcrumbs pagination pager footer masthead skip"
            + " sitemap topbar skiplink");
    add(
        Zone.CAPTION,
        0.1,
        "caption figcaption credit credits imagecaption captions photocredit gallery slideshow"
            + " copyright");
    add(Zone.BYLINE, 0.1, "byline bylines bio authorbox contributor authorinfo");
    add(Zone.TAGS, 0.05, "tags taglist topics keywords");
    add(Zone.DATELINE, 0.03, "timestamp dateline pubdate publishdate datetime");
  }

  private ElementWords() {}

  private static void add(Zone zone, double most, String words) {
    for (String word : words.split(" ", -1)) {
      MEANINGS.put(word, new Meaning(zone, most));
    }
  }

  /** Parts names as they are written: {@code article-shareBar} is article, share and bar. */
  static List<String> split(String names) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(names, -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Whether an element says of itself that it holds what stands between headline and text. */
  static boolean standfirst(Element element) {
    String name = element.className() + " " + element.id();
    return name.length() <= LONGEST_NAME && split(name).stream().anyMatch(STANDFIRST::contains);
  }

  static Optional<Meaning> of(String word) {
    return Optional.ofNullable(MEANINGS.get(word));
  }
}
