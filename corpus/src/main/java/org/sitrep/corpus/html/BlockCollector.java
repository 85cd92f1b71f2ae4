package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.sitrep.corpus.draft.CleanText;

/** Takes the blocks of text out of a page, in its order. */
final class BlockCollector implements NodeFilter {
  /** A page with more blocks is rejected. */
  static final int MOST_BLOCKS = 50_000;

  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "button",
          "input",
          "select",
          "textarea",
          "datalist",
          "canvas",
          "audio",
          "video",
          "map",
          "noembed",
          "noframes",
          "rp",
          "rt");
  private static final Set<String> PARTS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul",
          "caption");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int links;
  private int breaks;
  private Element block;

  private BlockCollector(Element body) {
    block = body;
  }

  /** Returns the blocks of a page, at most one more than {@link #MOST_BLOCKS}. */
  static List<Block> collect(Element body) {
    BlockCollector collector = new BlockCollector(body);
    NodeTraversor.filter(collector, body);
    collector.flush();
    return List.copyOf(collector.blocks);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (blocks.size() > MOST_BLOCKS) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      return enter(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    String tag = element.normalName();
    if (UNSEEN.contains(tag) || hidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      breaks++;
      if (breaks >= 2) {
        flush();
      } else {
        append(" ");
      }
    } else if (isPart(element)) {
      flush();
      block = element;
    } else if (tag.equals("td") || tag.equals("th")) {
      append(" ");
    } else if (tag.equals("a")) {
      links++;
    }
    return FilterResult.CONTINUE;
  }

  private static boolean hidden(Element element) {
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || (style.length() < 1_000
            && style.replace(" ", "").toLowerCase(java.util.Locale.ROOT).contains("display:none"));
  }

  /** A cell that holds more than words lays out the page; one of words is part of its row. */
  private static boolean isPart(Element element) {
    String tag = element.normalName();
    if (tag.equals("td") || tag.equals("th")) {
      return element.children().stream().anyMatch(c -> PARTS.contains(c.normalName()));
    }
    return PARTS.contains(tag);
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.normalName().equals("a")) {
        links--;
      } else if (isPart(element)) {
        flush();
        block = element.parent() == null ? element : element.parent();
      } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
        append(" ");
      }
    }
    return FilterResult.CONTINUE;
  }

  private void append(String words) {
    text.append(words);
    if (!words.isBlank()) {
      breaks = 0;
      linked += links > 0 ? words.strip().length() : 0;
    }
  }

  private void flush() {
    breaks = 0;
    String line = CleanText.line(text.toString());
    if (!line.isEmpty()) {
      Element of = part(block);
      double share = Math.min(1, linked / (double) line.length());
      blocks.add(new Block(line, of, share, kind(of)));
    }
    text.setLength(0);
    linked = 0;
  }

  private static Element part(Element element) {
    Element part = element;
    while (part.parent() != null && !isPart(part)) {
      part = part.parent();
    }
    return part;
  }

  private static Block.Kind kind(Element element) {
    return switch (element.normalName()) {
      case "p", "pre" -> within(element, "blockquote") ? Block.Kind.QUOTE : Block.Kind.PARAGRAPH;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
      case "li", "dd", "dt" -> Block.Kind.ITEM;
      case "blockquote" -> Block.Kind.QUOTE;
      case "tr" -> Block.Kind.ROW;
      default -> Block.Kind.OTHER;
    };
  }

  private static boolean within(Element element, String tag) {
    for (Element up = element.parent(); up != null; up = up.parent()) {
      if (up.normalName().equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
