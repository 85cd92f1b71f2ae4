package org.sitrep.corpus.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.Marker;
import org.sitrep.corpus.page.Zone;

/** Gives zones to the blocks of the element that holds the text. */
final class BodyBlocks {
  private static final int PROMOTION_WORDS = 40;
  private static final int CREDIT_WORDS = 45;
  private static final int RELATED_WORDS = 30;
  private static final int ABOUT_AUTHOR_WORDS = 150;
  private static final double LITTLE_LINKED = 0.3;
  private static final double LINKED_HEADING = 0.9;
  private static final double LINKS = 0.75;
  private static final double MANY_LINKS = 0.5;

  private static final int LONGEST_APPEARANCE = 400;

  /** The line that blogs put under each text of their feeds, in their languages, and its kin. */
  private static final Pattern APPEARED =
      Pattern.compile(
          "The (?:post|article|entry) .+ (?:appeared first|first appeared) on .+|(?:(?:This|The)"
              + " (?:post|article|story|piece|essay|report|entry|interview) )?(?:was |is |has"
              + " )?(?:been )?(?:(?:originally|first)"
              + " (?:published|posted|appeared)|(?:published|posted|appeared) (?:originally|first))"
              + " (?:on|in|at|by|with) .{1,80}|Der Beitrag .+ erschien zuerst auf .+|L[’']article"
              + " .+ est apparu en premier sur .+|La entrada .+ (?:se publicó primero|aparece"
              + " primero|apareció primero) en .+|L[’']articolo .+ proviene da .+|O post .+"
              + " apareceu primeiro em .+|Het bericht .+ verscheen eerst op .+|Artykuł .+ pochodzi"
              + " z serwisu .+|Inlägget .+ dök först upp på .+|Запис .+ (?:спершу|вперше) .+ на"
              + " .+|Сообщение .+ появил(?:ось|ись) сначала на .+");

  private final List<Block> blocks;
  private final BlockPage page;
  private final List<Optional<Surroundings.Mark>> marks;
  private boolean rail;
  private boolean readers;
  private boolean teasers;
  private @Nullable Element trunk;

  BodyBlocks(List<Block> blocks, BlockPage page, List<Optional<Surroundings.Mark>> marks) {
    this.blocks = blocks;
    this.page = page;
    this.marks = marks;
  }

  /** Gives zones to the blocks from {@code first} to {@code last}, both included. */
  void read(int first, int last, Element region) {
    trunk = trunk(first, last, region);
    for (int i = first; i <= last; i++) {
      if (page.free(i)) {
        if (within(blocks.get(i).element(), region)) {
          block(i);
        } else {
          page.set(i, Zone.NAVIGATION, "outside of the element that holds the text");
        }
      }
    }
    headingsOverNothing(first, last);
  }

  /** Takes in the paragraphs between the headline and the element that holds the text. */
  void standfirst(int from, int end) {
    for (int i = from; i < end; i++) {
      Block block = blocks.get(i);
      boolean credit = page.dateline(i) || page.byline(i);
      if (!page.free(i) || marks.get(i).isPresent() || credit) {
        continue;
      }
      if (block.reads() && ElementWords.standfirst(block.element())) {
        page.set(i, Zone.STANDFIRST, "its element is named as the standfirst");
        continue;
      }
      boolean paragraph = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.OTHER;
      if (block.linked() >= LITTLE_LINKED) {
        page.set(i, Zone.NAVIGATION, "links between headline and text");
      } else if (paragraph && page.prose(i) && !furniture(i)) {
        page.set(i, Zone.STANDFIRST, "a paragraph between headline and text");
      }
    }
  }

  private static boolean within(Element element, Element region) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up.equals(region)) {
        return true;
      }
    }
    return false;
  }

  private void block(int i) {
    Block block = blocks.get(i);
    Optional<Surroundings.Mark> mark = marks.get(i);
    if (mark.isPresent()) {
      page.set(i, mark.get().zone(), mark.get().reason());
    } else if (teaser(i)) {
      page.set(i, Zone.RAIL, "in a list of other articles, each under a linked heading");
    } else if (!furniture(i)) {
      rail = rail && !page.prose(i);
      text(i, block);
    }
  }

  /** A linked heading beside the trunk of the text leads to another article, with what it holds. */
  private boolean teaser(int i) {
    Block block = blocks.get(i);
    if (trunk == null || within(block.element(), trunk)) {
      teasers = false;
    } else if (block.kind() == Block.Kind.HEADING) {
      teasers = block.linked() >= LINKED_HEADING;
    }
    return teasers;
  }

  /** The element whose own parts hold most of the text. */
  private @Nullable Element trunk(int first, int last, Element region) {
    Map<Element, Integer> words = new HashMap<>();
    int total = 0;
    for (int i = first; i <= last; i++) {
      Element parent = blocks.get(i).element().parent();
      if (parent != null && page.prose(i) && marks.get(i).isEmpty() && within(parent, region)) {
        words.merge(parent, page.words(i), Integer::sum);
        total += page.words(i);
      }
    }
    int most = total / 2;
    return words.entrySet().stream()
        .filter(e -> e.getValue() > most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Takes out what is no text whatever stands around it. */
  private boolean furniture(int i) {
    int words = page.words(i);
    Block block = blocks.get(i);
    if (readers) {
      page.set(i, Zone.PROMOTION, "below what opens the readers' comments");
    } else if (page.is(i, Marker.COMMENTS) && !page.prose(i)) {
      readers = block.kind() == Block.Kind.HEADING;
      page.set(i, Zone.PROMOTION, said("opens the readers' comments", i, Marker.COMMENTS));
    } else if (page.is(i, Marker.RELATED) && words <= RELATED_WORDS && related(i)) {
      rail = page.onlyMarker(i);
      page.set(i, Zone.RAIL, said("names another article", i, Marker.RELATED));
    } else if (page.is(i, Marker.RAIL) && !page.prose(i) && !page.ends(i)) {
      rail = true;
      page.set(i, Zone.RAIL, said("opens a list of other articles", i, Marker.RAIL));
    } else if (rail && !page.prose(i) && block.linked() > 0) {
      page.set(i, Zone.RAIL, "in a list of other articles");
    } else if (page.is(i, Marker.SHARE) && !page.prose(i) && words <= 12) {
      page.set(i, Zone.PROMOTION, said("passes the article on", i, Marker.SHARE));
    } else if (promotes(i)) {
      page.set(i, Zone.PROMOTION, said("the site of itself", i, Marker.PROMOTION));
    } else if (page.is(i, Marker.CAPTION) && words <= CREDIT_WORDS && picture(i)) {
      page.set(i, Zone.CAPTION, said("belongs to a picture", i, Marker.CAPTION));
    } else if (page.is(i, Marker.TAGS) && !page.prose(i)) {
      page.set(i, Zone.TAGS, said("the publisher's tags", i, Marker.TAGS));
    } else {
      return credits(i) || linksOnly(i);
    }
    return true;
  }

  private boolean credits(int i) {
    if (blocks.get(i).kind() == Block.Kind.QUOTE) {
      return false;
    }
    if (page.byline(i) || page.closingCredit(i)) {
      page.set(i, Zone.BYLINE, "names the author");
    } else if (page.dateline(i) && !page.prose(i)) {
      page.set(i, Zone.DATELINE, "a date with few words around it");
    } else if (page.is(i, Marker.READING) && !page.prose(i) && page.words(i) <= 6) {
      page.set(i, Zone.DATELINE, "says how long reading takes or how often it was done");
    } else if (page.is(i, Marker.NAVIGATION) && page.onlyMarker(i)) {
      page.set(i, Zone.NAVIGATION, "a way about the site");
    } else {
      return false;
    }
    return true;
  }

  private boolean linksOnly(int i) {
    Block block = blocks.get(i);
    boolean only =
        (block.linked() >= LINKS && block.kind() != Block.Kind.QUOTE)
            || (block.linked() >= MANY_LINKS && block.kind() != Block.Kind.PARAGRAPH);
    if (only && block.kind() != Block.Kind.HEADING) {
      page.set(i, Zone.RAIL, "nothing but links");
    }
    return only && block.kind() != Block.Kind.HEADING;
  }

  private boolean related(int i) {
    return blocks.get(i).linked() > 0.2 || !page.prose(i);
  }

  private boolean promotes(int i) {
    return page.is(i, Marker.PROMOTION)
        && (page.onlyMarker(i) || (page.words(i) <= PROMOTION_WORDS && !plainText(i)));
  }

  /** A paragraph of sentences without a link says something, whatever it begins with. */
  private boolean plainText(int i) {
    return page.prose(i) && page.words(i) > 25 && blocks.get(i).linked() == 0;
  }

  private boolean picture(int i) {
    return blocks.get(i).kind() != Block.Kind.HEADING && !plainText(i);
  }

  private String said(String what, int i, Marker marker) {
    return "%s: “%s”".formatted(what, page.phrase(i, marker));
  }

  private void text(int i, Block block) {
    switch (block.kind()) {
      case HEADING -> page.set(i, Zone.HEADING, "a heading within the text");
      case PARAGRAPH -> page.set(i, Zone.BODY, "a paragraph");
      case ITEM -> page.set(i, Zone.BODY, "an item of a list within the text");
      case QUOTE -> page.set(i, Zone.BODY, "a quotation within the text");
      case ROW -> page.set(i, Zone.BODY, "a row of a table within the text");
      case OTHER -> page.set(i, Zone.BODY, "text by itself");
    }
  }

  /** A heading with no text under it belongs to what follows, which is not the article's. */
  private void headingsOverNothing(int first, int last) {
    for (int i = last; i >= first; i--) {
      if (page.zone(i) == Zone.BODY) {
        return;
      }
      if (page.zone(i) == Zone.HEADING) {
        page.set(i, Zone.RAIL, "a heading with no text under it");
      }
    }
  }

  /** What is said of the author at the end of the text. */
  void aboutTheAuthor(int first, int last, List<String> authors) {
    int words = 0;
    for (int i = last; i >= first && words < ABOUT_AUTHOR_WORDS; i--) {
      if (page.zone(i) != Zone.BODY) {
        continue;
      }
      words += page.words(i);
      String text = blocks.get(i).text();
      boolean named =
          authors.stream()
              .anyMatch(a -> text.equals(a) || text.startsWith(a + " is ") || says(text, a));
      if (named || page.is(i, Marker.AUTHOR)) {
        for (int k = i; k <= last; k++) {
          page.set(k, Zone.PROMOTION, "about the author");
        }
        return;
      }
    }
  }

  /** Takes out the lines that say at the end of a text where it stood first. */
  void firstAppearance(int first, int last) {
    for (int i = last; i >= first; i--) {
      if (page.zone(i).inBody()) {
        String text = blocks.get(i).text();
        if (text.length() > LONGEST_APPEARANCE || !APPEARED.matcher(text).matches()) {
          return;
        }
        page.set(i, Zone.PROMOTION, "says where the text appeared first");
      }
    }
  }

  private static boolean says(String text, String author) {
    return text.startsWith(author + " can be") || text.startsWith("About " + author);
  }
}
