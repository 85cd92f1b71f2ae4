package org.sitrep.corpus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.corpus.Sources.article;
import static org.sitrep.corpus.Sources.articles;
import static org.sitrep.corpus.Sources.read;
import static org.sitrep.corpus.Sources.reason;
import static org.sitrep.corpus.Sources.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.Reading;

class FeedsTest {
  @TempDir Path folder;

  private List<Reading> feed(String xml) throws IOException {
    return read(folder, "feed.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void makes_one_article_of_every_entry_of_rss() throws IOException {
    List<Reading> readings = read(resource("feeds/rss.xml"));

    assertThat(readings).extracting(Reading::input).allMatch(i -> i.matches(".*rss\\.xml:[123]"));
    Article first = article(readings.get(0));
    assertThat(first.id()).isEqualTo("tag:wire.example.org,2025:1");
    assertThat(first.title()).isEqualTo("Depot & range close for repairs");
    assertThat(first.body())
        .isEqualTo("The depot closes on Monday.\n\nThe range follows a week later.");
    assertThat(first.published().orElseThrow()).hasToString("2025-03-07T16:27:00+02:00");
    assertThat(first.authors()).containsExactly("Ann Porter");
    assertThat(first.tags()).containsExactly("depots", "ranges");
    assertThat(first.source()).contains("Example Wire");
    assertThat(first.url()).contains("https://wire.example.org/1");
    assertThat(first.language()).contains("en-US");
    Article second = article(readings.get(1));
    assertThat(second.id()).isEqualTo("https://wire.example.org/2");
    assertThat(second.titleFrom()).isEqualTo(TitleFrom.DERIVED);
    assertThat(second.body()).isEqualTo("Two tugs were launched on Thursday.");
    assertThat(second.authors()).containsExactly("Lee Sanders");
    assertThat(reason(readings.get(2))).isEqualTo("has neither title nor text");
  }

  @Test
  void reads_atom() {
    List<Article> entries = articles(resource("feeds/atom.xml"));

    Article first = entries.getFirst();
    assertThat(first.id()).isEqualTo("urn:example:a");
    assertThat(first.title()).isEqualTo("Radar <X> tested");
    assertThat(first.body()).isEqualTo("The radar saw <all> of it.\n\nIt will be tested again.");
    assertThat(first.url()).contains("https://notes.example.org/a");
    assertThat(first.modified().orElseThrow().toString()).startsWith("2025-03-08T10:00");
    assertThat(first.authors()).containsExactly("Ann Porter");
    assertThat(first.tags()).containsExactly("Radar");
    assertThat(entries.get(1).id()).matches("atom\\.xml:[0-9a-f]{16}");
    assertThat(entries.get(1).published().orElseThrow().toString()).startsWith("2025-03-09T08:00");
    assertThat(entries.get(1).publishedFrom()).contains(DateFrom.INFERRED);
    assertThat(entries.get(1).modified()).isEqualTo(entries.get(1).published());
  }

  @Test
  void an_entry_of_atom_without_an_author_has_that_of_its_feed() throws IOException {
    List<Reading> readings =
        feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
            <entry><title>Own</title><author><name>Ann Porter</name></author></entry>
            <entry><title>Taken over</title><source><title>Others</title>
            <author><name>Jo Miller</name></author></source></entry>
            <entry><title>Of the feed</title></entry>
            <author><name>Lee Sanders</name><email>lee@example.org</email></author></feed>
            """);

    assertThat(readings)
        .extracting(r -> article(r).authors())
        .containsExactly(List.of("Ann Porter"), List.of("Jo Miller"), List.of("Lee Sanders"));
  }

  @Test
  void a_date_is_as_exact_as_its_feed_declares() throws IOException {
    List<Reading> readings =
        feed(
            """
            <rss version="2.0"><channel><title>Wire</title>
            <item><title>A</title><pubDate>Fri, 07 Mar 2025 16:27:00 GMT</pubDate></item>
            <item><title>B</title><pubDate>Fri, 07 Mar 2025 16:27 +0100</pubDate></item>
            </channel></rss>
            """);

    assertThat(readings)
        .extracting(r -> article(r).published().orElseThrow().toString())
        .containsExactly("2025-03-07T16:27:00Z", "2025-03-07T16:27+01:00");
  }

  @Test
  void where_a_text_stood_first_is_no_part_of_it() throws IOException {
    List<Reading> readings =
        feed(
            """
            <rss version="2.0"><channel><title>Wire</title>
            <item><title>A</title><description>&lt;p&gt;The tug sank.&lt;/p&gt;&lt;p&gt;The post \
            &lt;a href="/a"&gt;A&lt;/a&gt; appeared first on &lt;a href="/"&gt;Wire&lt;/a&gt;.\
            &lt;/p&gt;</description></item>
            <item><title>B</title><description>&lt;p&gt;Der Schlepper sank.&lt;/p&gt;&lt;p&gt;Der \
            Beitrag B erschien zuerst auf Wire.&lt;/p&gt;</description></item>
            <item><title>C</title><description>&lt;p&gt;The post at the ford fell.&lt;/p&gt;\
            &lt;p&gt;The gun first appeared on parade in May, and it jammed.&lt;/p&gt;\
            </description></item></channel></rss>
            """);

    assertThat(readings)
        .extracting(r -> article(r).body())
        .containsExactly(
            "The tug sank.",
            "Der Schlepper sank.",
            "The post at the ford fell.\n\n"
                + "The gun first appeared on parade in May, and it jammed.");
  }

  @Test
  void reads_rss_of_the_semantic_web() {
    Article entry = articles(resource("feeds/rdf.xml")).getFirst();

    assertThat(entry.id()).isEqualTo("https://rdf.example.org/1");
    assertThat(entry.source()).contains("Example RDF");
    assertThat(entry.published().orElseThrow()).hasToString("2025-03-07");
    assertThat(entry.authors()).containsExactly("Lee Sanders");
    assertThat(entry.tags()).containsExactly("navy");
  }

  @Test
  void gives_the_same_ids_each_time() {
    assertThat(articles(resource("feeds/atom.xml")))
        .isEqualTo(articles(resource("feeds/atom.xml")));
  }

  @Test
  void keeps_the_entries_before_a_fault_and_names_its_place() throws IOException {
    List<Reading> readings =
        feed(
            """
            <rss><channel>
            <item><title>Good</title></item>
            <item><title>Bad</item>
            """);

    assertThat(article(readings.getFirst()).title()).isEqualTo("Good");
    assertThat(readings).hasSize(2);
    assertThat(readings.get(1).input()).endsWith("feed.xml:2");
    assertThat(reason(readings.get(1))).startsWith("is not well-formed XML at line 3, column ");
  }

  @Test
  void reads_feeds_that_are_put_together_as_text() throws IOException {
    List<Reading> readings =
        feed(
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Sea & Land</title>
            <item><title>Iran & Iraq sign</title><link>https://sea.example/a?b=1&c=2</link>\
            <description>A deal&nbsp;&ndash; at last &unheard; &#0;.</description></item>
            <item><title><![CDATA[R&D is back]]></title>\
            <description><![CDATA[<p>Two&nbsp;labs &amp; a yard.</p>]]></description></item>
            </channel></rss>
            """);

    assertThat(article(readings.get(0)).title()).isEqualTo("Iran & Iraq sign");
    assertThat(article(readings.get(0)).url()).contains("https://sea.example/a?b=1&c=2");
    assertThat(article(readings.get(0)).body()).isEqualTo("A deal – at last .");
    assertThat(article(readings.get(1)).title()).isEqualTo("R&D is back");
    assertThat(article(readings.get(1)).body()).isEqualTo("Two labs & a yard.");
    assertThat(article(readings.get(0)).source()).contains("Sea & Land");
  }

  @Test
  void mends_what_is_not_well_formed_where_the_feed_is_whole_and_says_so() throws IOException {
    List<Reading> readings =
        feed(
            """
            <rss version="2.0"><channel><title>Wire</title>
            <item><title>First <b>tug</title><media:thumb url="x"/><guid>1</guid></item>
            <item><title>Second</title><dc:creator>Ann Porter</dc:creator><guid>2</guid></item>
            </channel></rss>
            """);

    assertThat(readings).extracting(r -> article(r).id()).containsExactly("1", "2");
    assertThat(article(readings.get(0)).title()).isEqualTo("First tug");
    assertThat(article(readings.get(1)).authors()).containsExactly("Ann Porter");
    assertThat(((Reading.Read) readings.get(0)).notes())
        .singleElement()
        .asString()
        .startsWith("is not well-formed XML at line 2")
        .endsWith("; mended");
  }

  @Test
  void an_entry_keeps_its_id_when_the_feed_moves_on() throws IOException {
    String tug = "<item><title>Tug launched</title><pubDate>2025-03-07</pubDate>%s</item>";
    String feed = "<rss><channel>%s</channel></rss>";
    String before =
        article(feed(feed.formatted(tug.formatted("<description>In a yard.</description>"))).get(0))
            .id();
    List<Reading> after =
        feed(
            feed.formatted(
                "<item><title>New</title></item>"
                    + tug.formatted("<description>In a northern yard.</description>")));

    assertThat(article(after.get(1)).id()).isEqualTo(before);
    assertThat(article(after.get(0)).id()).isNotEqualTo(before);
  }

  private static String atom(List<String> parts) {
    return ("<feed xmlns='http://www.w3.org/2005/Atom'%s><title>Wehr</title>%s"
            + "<entry%s><title>A</title><link href='%s'/></entry></feed>")
        .formatted(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  @Test
  void links_are_read_against_what_the_feed_says_they_are_relative_to() throws IOException {
    String site =
        "<link rel='self' href='https://self.example/f.xml'/><link"
            + " href='https://wehr.example/de/'/>";
    for (List<String> parts :
        List.of(
            List.of("", site, "", "/a/1", "https://wehr.example/a/1"),
            List.of("", site, "", "a/1", "https://wehr.example/de/a/1"),
            List.of(" xml:base='https://b.example/x/'", "", "", "a/1", "https://b.example/x/a/1"),
            List.of(
                " xml:base='https://b.example/'",
                site,
                " xml:base='y/'",
                "1",
                "https://b.example/y/1"),
            List.of("", "", "", "https://c.example/1", "https://c.example/1"))) {
      Reading reading = feed(atom(parts)).getFirst();

      assertThat(article(reading).url()).as(parts.toString()).contains(parts.get(4));
    }
  }

  @Test
  void a_relative_link_that_nothing_makes_absolute_is_no_address() throws IOException {
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'>%s<entry><title>A</title><link href='/a/1'/>"
            + "</entry></feed>";
    Article alone = article(feed(atom.formatted("")).getFirst());
    Article known =
        article(feed(atom.formatted("<link rel='self' href='https://c.example/f'/>")).getFirst());

    assertThat(alone.url()).isEmpty();
    assertThat(alone.id()).isEqualTo("/a/1");
    assertThat(known.url()).contains("https://c.example/a/1");
  }

  @Test
  void a_short_entry_has_the_language_that_it_declares_or_that_all_entries_show()
      throws IOException {
    List<Reading> readings =
        feed(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <item><title>Österreich kauft Hubschrauber</title><description>Es sind zwölf.\
            </description></item>
            <item><title>Der Flughafen bleibt wegen der Übung bis zum Abend gesperrt</title>\
            <description>Die Soldaten üben mit den Nachbarn, sagte ein Sprecher.</description>\
            </item>
            <item><title>Deux navires</title><dc:language>fr</dc:language></item></channel></rss>
            """);

    assertThat(article(readings.get(0)).language()).contains("de");
    assertThat(article(readings.get(0)).countries()).containsExactly("AT");
    assertThat(article(readings.get(2)).language()).contains("fr");
  }

  @Test
  void opens_no_entity_of_a_document_type() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "classified");
    List<Reading> readings =
        feed(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\"><!ENTITY a \"boom\"><!ENTITY b \"&a;&a;&a;\">]>"
                    .formatted(secret.toUri())
                + "<rss><channel><item><title>Open &x; and &b;"
                + " close</title></item></channel></rss>");

    assertThat(article(readings.getFirst()).title()).isEqualTo("Open and close");
  }

  @Test
  void rejects_other_xml_and_feeds_without_entries() throws IOException {
    assertThat(reason(feed("<?xml version='1.0'?><note><to>A</to></note>").getFirst()))
        .isEqualTo("is XML, but neither a feed nor HTML");
    assertThat(reason(feed("<rss version='2.0'><channel></channel></rss>").getFirst()))
        .isEqualTo("is a feed without entries");
  }

  @Test
  void leaves_out_a_date_in_the_future_with_a_note() throws IOException {
    Reading reading =
        feed("<rss><channel><item><title>Soon</title><pubDate>Fri, 07 Mar 2031 16:27:00"
                + " GMT</pubDate></item></channel></rss>")
            .getFirst();

    assertThat(article(reading).published()).isEmpty();
    assertThat(((Reading.Read) reading).notes()).hasSize(1);
  }

  @Test
  void reads_an_entry_full_of_escaped_html() throws IOException {
    String text = "&lt;p&gt;The tug &amp;amp; the barge left.&lt;/p&gt;".repeat(30_000);
    List<Reading> readings =
        feed(
            "<rss><channel><item><title>Tug</title><description>%s</description></item></channel></rss>"
                .formatted(text));

    assertThat(article(readings.getFirst()).body()).startsWith("The tug & the barge left.");
  }

  @Test
  void reads_a_great_feed_whole() throws IOException {
    StringBuilder xml = new StringBuilder("<rss><channel><title>Great</title>");
    for (int i = 0; i < 3_000; i++) {
      xml.append("<item><title>Entry &amp; more</title><guid>g%d</guid></item>\n".formatted(i))
          .append("<!-- " + "x".repeat(1_000) + " -->");
    }
    assertThat(feed(xml + "</channel></rss>"))
        .hasSize(3_000)
        .allMatch(Reading.Read.class::isInstance);
  }
}
