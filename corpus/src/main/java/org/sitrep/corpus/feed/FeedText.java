package org.sitrep.corpus.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes XML of what feeds write: most of them are put together as text, and hold what XML forbids.
 */
final class FeedText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\\w{0,30});)?");
  private static final Pattern OWN = Pattern.compile("amp|lt|gt|quot|apos");
  private static final String RAW = "<![CDATA[";
  private static final String RAW_END = "]]>";
  private static final Pattern LAST_TAG =
      Pattern.compile("</(?:\\w+:)?(?:rss|feed|rdf)\\s*>", Pattern.CASE_INSENSITIVE);
  private static final int TAIL = 4_096;
  private static final Map<String, String> SPACES =
      Map.of(
          "dc", "http://purl.org/dc/elements/1.1/",
          "content", "http://purl.org/rss/1.0/modules/content/",
          "atom", "http://www.w3.org/2005/Atom",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  private FeedText() {}

  /**
   * Mends the text outside of raw sections: an ampersand that begins nothing is one; an entity that
   * HTML knows and XML does not is what HTML says, and an unknown one nothing. Characters that XML
   * forbids are left out.
   */
  static String prepared(String text) {
    String allowed = allowed(text.stripLeading());
    StringBuilder mended = new StringBuilder(allowed.length() + 64);
    for (int at = 0; at < allowed.length(); ) {
      int raw = allowed.indexOf(RAW, at);
      int end = raw < 0 ? allowed.length() : raw;
      mended.append(references(allowed.substring(at, end)));
      if (raw >= 0) {
        int close = allowed.indexOf(RAW_END, raw);
        end = close < 0 ? allowed.length() : close + RAW_END.length();
        mended.append(allowed, raw, end);
      }
      at = end;
    }
    return mended.toString();
  }

  private static String references(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(reference(m.group(), m.group(1))));
  }

  private static String reference(String written, @Nullable String name) {
    if (name == null) {
      return "&amp;";
    }
    if (OWN.matcher(name).matches()) {
      return written;
    }
    String read = Parser.unescapeEntities(written, true);
    if (name.startsWith("#")) {
      return allowed(read).isEmpty() ? "" : written;
    }
    return read.equals(written) ? "" : read.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String allowed(String text) {
    if (text.codePoints().allMatch(FeedText::isAllowed)) {
      return text;
    }
    return text.codePoints()
        .filter(FeedText::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c >= 0x20
        ? !surrogate && c != 0xFFFE && c != 0xFFFF
        : c == '\t' || c == '\n' || c == '\r';
  }

  /**
   * Reads a feed that is not well-formed as browsers read pages, and writes what was read.
   *
   * @param text the feed
   * @return well-formed XML; empty where the feed breaks off, for then an entry of it is cut
   */
  static Optional<String> mended(String text) {
    String tail = text.substring(Math.max(0, text.length() - TAIL));
    if (!LAST_TAG.matcher(tail).find()) {
      return Optional.empty();
    }
    Document document = Parser.xmlParser().setMaxDepth(FeedReader.DEEPEST * 2).parseInput(text, "");
    document.childNodes().stream()
        .filter(n -> n instanceof DocumentType)
        .toList()
        .forEach(Node::remove);
    Element root = document.firstElementChild();
    if (root == null) {
      return Optional.empty();
    }
    declare(root);
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    return Optional.of(root.outerHtml());
  }

  /** Declares the prefixes that are used and not declared. */
  private static void declare(Element root) {
    Map<String, String> used = new LinkedHashMap<>();
    for (Element element : root.getAllElements()) {
      use(element.tagName(), used);
      for (Attribute attribute : element.attributes()) {
        use(attribute.getKey(), used);
        if (attribute.getKey().startsWith("xmlns:")) {
          used.put(attribute.getKey().substring(6), "");
        }
      }
    }
    used.forEach(
        (prefix, space) -> {
          if (!space.isEmpty() && !root.hasAttr("xmlns:" + prefix)) {
            root.attr("xmlns:" + prefix, space);
          }
        });
  }

  private static void use(String name, Map<String, String> used) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    if (!prefix.isEmpty() && !prefix.equals("xmlns") && !prefix.equals("xml")) {
      used.putIfAbsent(prefix, SPACES.getOrDefault(prefix, "urn:undeclared:" + prefix));
    }
  }
}
