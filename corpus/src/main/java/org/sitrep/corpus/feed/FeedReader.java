package org.sitrep.corpus.feed;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;
import org.sitrep.corpus.draft.CleanText;
import org.sitrep.corpus.draft.Languages;

/**
 * Reads RSS 2.0 (0.9x alike), RSS 1.0 and Atom. Fetches nothing: document types are skipped, and
 * entities other than those of XML and HTML are left out. Stateless; safe for use by several
 * threads.
 */
public final class FeedReader {
  /** A feed with more entries is read up to here, and the rest rejected. */
  public static final int MOST_ENTRIES = 100_000;

  /** Elements within an entry's field, at most. */
  static final int DEEPEST = 64;

  /** Where an entry keeps the authors of the feed that it was taken from, while it is read. */
  private static final String ORIGIN = "source author";

  private static final Set<String> CONTAINERS = Set.of("rss", "channel", "feed", "RDF");
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private final XMLStreamReader xml;
  private final List<FeedEntry> entries = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private String title = "";
  private String language = "";
  private String base = "";
  private String address = "";
  private String self = "";

  private FeedReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a feed.
   *
   * @param text the feed, decoded
   * @return its entries, and where its fault is if it has one
   */
  public static Feed read(String text) {
    String prepared = FeedText.prepared(text);
    Feed feed = once(prepared);
    if (feed.fault().isEmpty() || feed.entries().size() == MOST_ENTRIES) {
      return feed;
    }
    return FeedText.mended(prepared)
        .map(FeedReader::once)
        .filter(mended -> mended.fault().isEmpty())
        .map(mended -> noted(mended, feed.fault().get()))
        .orElse(feed);
  }

  private static Feed noted(Feed mended, String fault) {
    return new Feed(
        mended.title(),
        mended.language(),
        mended.entries(),
        Optional.empty(),
        Optional.of(fault + "; mended"));
  }

  private static Feed once(String text) {
    FeedReader reader = null;
    Optional<String> fault = Optional.empty();
    try {
      reader = new FeedReader(factory().createXMLStreamReader(new StringReader(text)));
      reader.feed();
    } catch (XMLStreamException malformed) {
      fault = Optional.of(place(malformed));
    }
    return reader == null
        ? new Feed("", Optional.empty(), List.of(), fault, Optional.empty())
        : new Feed(
            reader.title,
            Languages.tag(reader.language),
            reader.completed(),
            fault,
            Optional.empty());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // They would count &lt; and &amp; too, of which a feed of HTML is full; no others are read.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setXMLResolver((id, system, base, space) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private static String place(XMLStreamException malformed) {
    if (malformed instanceof Refused) {
      return String.valueOf(malformed.getMessage());
    }
    Location at = malformed.getLocation();
    String message = String.valueOf(malformed.getMessage());
    int told = message.indexOf("Message: ");
    String why = CleanText.line(told < 0 ? message : message.substring(told + 9));
    String shown = why.length() > 160 ? why.substring(0, 160) + "…" : why;
    return at == null
        ? "is not well-formed XML: " + shown
        : "is not well-formed XML at line %d, column %d: %s"
            .formatted(at.getLineNumber(), at.getColumnNumber(), shown);
  }

  private void feed() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (CONTAINERS.contains(name)) {
        language = language.isEmpty() ? attribute("lang") : language;
        base = resolved(base, attribute("base"));
      } else if (ENTRIES.contains(name)) {
        if (entries.size() == MOST_ENTRIES) {
          throw new Refused("has more than %,d entries".formatted(MOST_ENTRIES));
        }
        entry();
      } else if (name.equals("author") && own()) {
        authors.addAll(persons());
      } else {
        String href = alternate() ? attribute("href") : "";
        self = attribute("rel").equals("self") ? attribute("href").strip() : self;
        String text = content(1);
        if (name.equals("link") && address.isEmpty()) {
          address = text.isBlank() ? href.strip() : text.strip();
        } else if (name.equals("title") && own() && title.isEmpty()) {
          title = text;
        } else if (name.equals("language") && language.isEmpty()) {
          language = text;
        }
      }
    }
  }

  /**
   * The entries; one without an author has that of the feed it was taken from, else of this, and
   * links are made absolute by the address of the feed's site.
   */
  private List<FeedEntry> completed() {
    List<FeedEntry> credited = new ArrayList<>();
    for (FeedEntry entry : entries) {
      Map<String, List<String>> texts = new LinkedHashMap<>(entry.texts());
      List<String> origin = texts.remove(ORIGIN);
      List<String> inherited = origin == null ? authors : origin;
      if (entry.all("author", "dc:creator").isEmpty() && !inherited.isEmpty()) {
        texts.put("author", inherited);
      }
      String site = resolved(base, address.isEmpty() ? self : resolved(self, address));
      texts.computeIfPresent(
          "link", (name, links) -> links.stream().map(l -> resolved(site, l)).toList());
      credited.add(new FeedEntry(texts));
    }
    return credited;
  }

  private boolean own() {
    return prefix().equals("");
  }

  /** Reads an entry, which is open, to its end. */
  private void entry() throws XMLStreamException {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    String about = attribute("about");
    if (!about.isEmpty()) {
      texts.put("about", List.of(about));
    }
    String spoken = attribute("lang");
    if (!spoken.isBlank()) {
      texts.put(FeedEntry.LANGUAGE, List.of(spoken));
    }
    String around = base;
    base = resolved(base, attribute("base"));
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        field(texts);
      }
    }
    base = around;
    entries.add(new FeedEntry(texts));
  }

  private void field(Map<String, List<String>> texts) throws XMLStreamException {
    String prefix = prefix();
    String name = prefix + xml.getLocalName();
    String term = attribute("label").isEmpty() ? attribute("term") : attribute("label");
    String href = attribute("href");
    boolean alternate = alternate();
    String within = resolved(base, attribute("base"));
    boolean plain = attribute("type").equals("text");
    if (name.equals("author") || name.equals("contributor")) {
      add(texts, "author", persons());
      return;
    }
    if (name.equals("source")) {
      add(texts, ORIGIN, origin());
      return;
    }
    String text = content(1);
    if (name.equals("category") && text.isBlank()) {
      text = term;
    } else if (name.equals("link") && text.isBlank()) {
      text = alternate ? resolved(within, href) : "";
    } else if (name.equals("link")) {
      text = resolved(within, text);
    } else if (plain) {
      text = Entities.escape(text);
    }
    if (!prefix.equals("?") && !text.isBlank()) {
      texts.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
    }
  }

  private static void add(Map<String, List<String>> texts, String name, List<String> more) {
    if (!more.isEmpty()) {
      texts.computeIfAbsent(name, n -> new ArrayList<>()).addAll(more);
    }
  }

  /** Reads the author that is open to its end: the names in elements, else all of the text. */
  private List<String> persons() throws XMLStreamException {
    List<String> names = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean name = xml.getLocalName().equals("name");
        String text = content(1);
        if (name && !text.isBlank()) {
          names.add(text);
        }
      } else if (xml.isCharacters()) {
        rest.append(xml.getText());
      }
    }
    if (names.isEmpty() && !rest.toString().isBlank()) {
      names.add(rest.toString());
    }
    return names;
  }

  /** Reads what is said of the feed that an entry was taken from, to its end: its authors. */
  private List<String> origin() throws XMLStreamException {
    List<String> authors = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("author") && own()) {
          authors.addAll(persons());
        } else {
          content(1);
        }
      }
    }
    return authors;
  }

  /** The text of the element that is open, to its end; elements within it as markup. */
  private String content(int open) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = open;
    boolean markup = false;
    while (depth > 0 && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          markup = true;
          if (depth > DEEPEST) {
            throw new Refused("has more than %d elements in each other".formatted(DEEPEST));
          }
          text.append('<').append(xml.getLocalName()).append('>');
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (depth > 0) {
            text.append("</").append(xml.getLocalName()).append('>');
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(markup ? Entities.escape(xml.getText()) : xml.getText());
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    return text.toString();
  }

  /** What stands before an element's name here: nothing, an extension that is read, or "?". */
  private String prefix() {
    String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    if (space.startsWith("http://purl.org/dc/")) {
      return "dc:";
    }
    if (space.equals("http://purl.org/rss/1.0/modules/content/")) {
      return "content:";
    }
    boolean own =
        space.isEmpty()
            || space.equals("http://www.w3.org/2005/Atom")
            || space.startsWith("http://purl.org/atom/")
            || space.startsWith("http://purl.org/rss/1.0")
            || space.startsWith("http://my.netscape.com/rdf/simple/")
            || space.startsWith("http://backend.userland.com/rss");
    return own ? "" : "?";
  }

  private boolean alternate() {
    String rel = attribute("rel");
    return rel.isEmpty() || rel.equals("alternate");
  }

  /** An address as it is meant where another is the base; itself where there is none. */
  private static String resolved(String base, String address) {
    String written = address.strip();
    if (base.isEmpty() || written.isEmpty()) {
      return written.isEmpty() ? base : written;
    }
    try {
      return new URI(base).resolve(new URI(written)).toString();
    } catch (URISyntaxException noAddress) {
      return written;
    }
  }

  private String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Well-formed, but over a limit. */
  private static final class Refused extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }
}
