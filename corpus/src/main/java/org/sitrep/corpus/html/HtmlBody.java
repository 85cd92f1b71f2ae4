package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.page.BlockPage;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.Zone;

/** The blocks of a page with their zones, and what of them is the article's text. */
final class HtmlBody {
  private static final String ENTRY =
      ".hentry,.h-entry,article,[itemtype~=(?i)(?:Article|BlogPosting)$]";
  private static final String COMMENT = "[class*=comment],[id*=comment]";

  private final List<Block> blocks;
  private final BlockPage page;
  private final List<Optional<Surroundings.Mark>> marks = new ArrayList<>();
  private final Map<Element, Integer> firstBlocks = new HashMap<>();
  private final int headline;
  private int first;
  private int lead;
  private int last = -1;

  private HtmlBody(
      Element body, List<Block> blocks, String title, PageContext context, boolean fragment) {
    this.blocks = blocks;
    page = new BlockPage(blocks.stream().map(Block::text).toList(), context);
    for (int i = 0; i < blocks.size(); i++) {
      firstBlocks.putIfAbsent(blocks.get(i).element(), i);
    }
    headline = headline(title);
    Surroundings surroundings =
        new Surroundings(
            blocks, headline < 0 ? Optional.empty() : Optional.of(blocks.get(headline).element()));
    for (Block block : blocks) {
      marks.add(surroundings.mark(block.element()));
    }
    Element region = fragment ? body : new BodyRegion(blocks, page, marks).find(body);
    if (region != null) {
      zones(region);
    }
  }

  /** The blocks of a whole page. */
  static HtmlBody ofPage(Element body, List<Block> blocks, String title, PageContext context) {
    return new HtmlBody(body, blocks, title, context, false);
  }

  /** The blocks of a fragment that is an article's text and little else. */
  static HtmlBody ofFragment(Element body, List<Block> blocks, PageContext context) {
    HtmlBody text = new HtmlBody(body, blocks, "", context, true);
    new BodyBlocks(blocks, text.page, text.marks).firstAppearance(text.first, text.last);
    return text;
  }

  /** Takes out what is said of the authors at the end of the text. */
  void withoutAuthors(List<String> authors) {
    new BodyBlocks(blocks, page, marks).aboutTheAuthor(first, last, authors);
  }

  /** The block that says the title, a heading before others. */
  private int headline(String title) {
    String key = Words.key(title);
    int found = -1;
    for (int i = 0; i < blocks.size() && !key.isEmpty(); i++) {
      boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
      if ((found < 0 || heading) && Words.key(blocks.get(i).text()).equals(key)) {
        found = i;
        if (heading) {
          return found;
        }
      }
    }
    return found;
  }

  private void zones(Element region) {
    int[] within =
        IntStream.range(0, blocks.size())
            .filter(i -> region.equals(blocks.get(i).element()) || inside(i, region))
            .toArray();
    if (within.length == 0) {
      return;
    }
    first = within[0];
    last = within[within.length - 1];
    if (headline >= first && headline < last) {
      first = headline + 1;
    }
    lead = first;
    BodyBlocks text = new BodyBlocks(blocks, page, marks);
    text.read(first, last, region);
    if (headline >= 0 && headline < first) {
      lead = headline + 1;
      text.standfirst(lead, first);
    }
    for (int i = 0; i < blocks.size(); i++) {
      Optional<Surroundings.Mark> mark = marks.get(i);
      if (page.free(i) && mark.isPresent() && i != headline) {
        page.set(i, mark.get().zone(), mark.get().reason());
      }
    }
    page.readAround(headline, first, last);
  }

  private boolean inside(int i, Element region) {
    for (Element up = blocks.get(i).element(); up != null; up = up.parent()) {
      if (up.equals(region)) {
        return true;
      }
    }
    return false;
  }

  /** The text of the article; empty where the page has none. */
  String text() {
    return IntStream.rangeClosed(lead, last)
        .filter(i -> page.zone(i).inBody())
        .mapToObj(i -> blocks.get(i).text())
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether an element around a block says that it is of a zone. */
  boolean marked(int block, Zone zone) {
    return marks.get(block).map(m -> m.zone() == zone).orElse(false);
  }

  /** The block that an element stands in or begins with, -1 where it is in none. */
  int blockOf(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      Integer first = firstBlocks.get(up);
      if (first != null) {
        return first;
      }
    }
    return -1;
  }

  /** Whether an element belongs to the entry that holds the text, and is no reader's comment. */
  boolean ofEntry(Element element) {
    Element entry = element.closest(ENTRY);
    if (entry == null || element.closest(COMMENT) != null || blocks.isEmpty()) {
      return false;
    }
    Element text = blocks.get(firstText()).element();
    return text.equals(entry) || text.parents().contains(entry);
  }

  /** The first block of the text, or where it would be. */
  int firstText() {
    return IntStream.rangeClosed(first, last)
        .filter(i -> page.zone(i) == Zone.BODY && page.prose(i))
        .findFirst()
        .orElse(first);
  }

  /** The last block of the text. */
  int lastText() {
    return IntStream.rangeClosed(first, last)
        .filter(i -> page.zone(i) == Zone.BODY)
        .max()
        .orElse(last);
  }

  BlockPage page() {
    return page;
  }

  List<Block> blocks() {
    return blocks;
  }

  int headline() {
    return headline;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }
}
