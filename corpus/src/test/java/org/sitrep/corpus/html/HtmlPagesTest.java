package org.sitrep.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.corpus.Sources.article;
import static org.sitrep.corpus.Sources.articles;
import static org.sitrep.corpus.Sources.read;
import static org.sitrep.corpus.Sources.resource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.PageExplanation;
import org.sitrep.corpus.Sources;
import org.sitrep.corpus.page.ExplainedLine;
import org.sitrep.corpus.page.Zone;

class HtmlPagesTest {
  private static final String TEXT =
      "<p>The convoy crossed the river at dawn, and by noon the last of its lorries was"
          + " over.</p><p>Nobody was hurt, the engineers said, although one of the pontoons had"
          + " begun to leak.</p>";

  @TempDir Path folder;

  private Article page(String html) throws IOException {
    return article(read(folder, "page.html", html.getBytes(StandardCharsets.UTF_8)).getFirst());
  }

  @Test
  void takes_what_a_page_declares_of_its_own_article_and_not_of_another() {
    Article article = articles(resource("html/declared.html")).getFirst();

    assertThat(article.title()).isEqualTo("Harbour patrol boats get new sonar");
    assertThat(article.titleFrom()).isEqualTo(TitleFrom.DECLARED);
    assertThat(article.published().orElseThrow()).hasToString("2025-03-07T16:27:05+02:00");
    assertThat(article.publishedFrom()).contains(DateFrom.DECLARED);
    assertThat(article.modified().orElseThrow()).hasToString("2025-03-08T09:00:00Z");
    assertThat(article.authors()).containsExactly("Ann Porter", "Lee Sanders");
    assertThat(article.source()).contains("The Example Post");
    assertThat(article.url()).contains("https://news.example.org/2025/03/harbour-sonar");
    assertThat(article.language()).contains("en-GB");
    assertThat(article.tags()).containsExactly("sonar", "Navy");
    assertThat(article.sections()).containsExactly("Procurement", "Europe");
  }

  @Test
  void links_to_categories_are_sections_and_links_to_tags_are_tags() throws IOException {
    Article article =
        page(
            "<title>Convoy</title><h1>Convoy</h1>"
                + TEXT
                + "<p>Filed under <a rel='category tag' href='/c/rivers'>Rivers</a>, <a"
                + " rel='category tag' href='/c/army'>Army</a></p><p>Tags: <a rel='tag'"
                + " href='/t/army'>army</a>, <a rel='tag' href='/t/bridges'>bridges</a></p><aside>"
                + "<h3>Other posts</h3><a rel='category tag' href='/c/x'>Cooking</a> <a rel='tag'"
                + " href='/t/x'>soup</a></aside>");

    assertThat(article.sections()).containsExactly("Rivers", "Army");
    assertThat(article.tags()).containsExactly("army", "bridges");
  }

  @Test
  void a_trail_that_the_page_shows_gives_the_sections() throws IOException {
    String after = "<h1>Europe builds a bridge of boats</h1>" + TEXT;
    for (String trail :
        List.of(
            "<nav aria-label='Breadcrumb'><ol><li><a href='/'>Wire</a></li><li><a"
                + " href='/w'>World</a></li><li><a href='/w/e'>Europe</a></li><li>Europe builds a"
                + " bridge…</li></ol></nav>",
            "<div class='site-breadcrumbs'><a href='https://wire.example/'>Start page</a> / <a"
                + " href='/w'>World</a> / <a href='/w/e'>Europe</a></div>",
            "<p id='path'><a href='/en/'>Home</a> &gt; <a href='/w'>World</a> &gt; <a"
                + " href='/w/e'>Europe</a> &gt; Europe builds a bridge of boats</p>")) {
      assertThat(page("<title>Europe builds a bridge of boats</title>" + trail + after).sections())
          .as(trail)
          .containsExactly("World", "Europe");
    }
  }

  @Test
  void a_declared_date_in_numbers_is_read_as_the_page_writes_and_a_guess_gives_way()
      throws IOException {
    String html =
        "<html lang='%s'><title>Convoy</title>"
            + "<meta name='date' content='03/04/2024'>%s<h1>Convoy</h1>"
            + "<p>The convoy crossed the river and the bridge, they said%s in the evening.</p>"
            + TEXT;
    for (List<String> page :
        List.of(
            List.of("en", "", "", "2024-04-03", "INFERRED"),
            List.of("en", "", " Monday", "2024-03-04", "DECLARED"),
            List.of("en-US", "", "", "2024-03-04", "DECLARED"),
            List.of("en-GB", "", "", "2024-04-03", "DECLARED"),
            List.of(
                "en",
                "<script type='application/json'>{\"datePublished\":\"2024-03-04\"}</script>",
                "",
                "2024-03-04",
                "DECLARED"))) {
      Article article = page(html.formatted(page.get(0), page.get(1), page.get(2)));

      assertThat(article.published().orElseThrow()).as(page.toString()).hasToString(page.get(3));
      assertThat(article.publishedFrom().orElseThrow()).hasToString(page.get(4));
    }
  }

  @Test
  void a_list_of_links_among_short_paragraphs_does_not_end_the_text() throws IOException {
    Article article =
        page(
            "<title>Missiles fired</title><h1>Missiles fired</h1><p>The army fired missiles at the"
                + " island on Tuesday, a speaker said in the capital.</p><p>The council offered"
                + " talks.</p><ul><li><a href='/a'>Others order radar</a></li><li><a href='/b'>Jets"
                + " bought</a></li></ul><p>The council will meet on Friday.</p>");

    assertThat(article.body().split("\n\n")).hasSize(3);
    assertThat(article.body()).endsWith("offered talks.\n\nThe council will meet on Friday.");
  }

  @Test
  void the_name_of_the_site_is_no_title() throws IOException {
    String post = "<h3 class='post-title entry-title'>Submarine goes to sea</h3>" + TEXT;
    for (String page :
        List.of(
            "<title>Deep Notes: Submarine goes to sea</title><div class='top'><h1>Deep Notes</h1>"
                + "</div>"
                + post,
            "<title>Submarine goes to sea | The Deep and Shallow Water Notes</title>"
                + "<h1>The Deep and Shallow Water Notes</h1>"
                + post,
            "<title>Deep Notes</title><h1>Deep Notes</h1>" + post,
            "<title>Submarine goes to sea | Deep Notes</title><h1><a href='/'>Deep Notes</a></h1>"
                + "<h2>Submarine goes to sea</h2>"
                + TEXT,
            "<title>Deep Notes - Submarine goes to sea</title><h1 class='site-title'>Deep"
                + " Notes</h1><h2>Submarine goes to sea</h2>"
                + TEXT,
            "<meta property='og:site_name' content='Deep Notes'><h1>Deep Notes</h1>" + post)) {
      assertThat(page(page).title()).as(page).isEqualTo("Submarine goes to sea");
    }
  }

  @Test
  void markup_is_no_title() throws IOException {
    for (String declared :
        List.of("&lt;!", "&lt;br&gt; &lt;b&gt;Warning&lt;/b&gt;: session(): no such file")) {
      assertThat(
              page("<meta property='og:title' content='"
                      + declared
                      + "'><title>"
                      + declared
                      + "</title><h1>Convoy crosses the river</h1>"
                      + TEXT)
                  .title())
          .isEqualTo("Convoy crosses the river");
    }
    assertThat(
            page("<meta property='og:title' content='&lt;i&gt;Aurora&lt;/i&gt; sails again'>"
                    + TEXT)
                .title())
        .isEqualTo("Aurora sails again");
  }

  @Test
  void reads_author_and_time_of_the_microformats() throws IOException {
    Article atom =
        page(
            "<title>Convoy</title><div class='post hentry'><h3 class='entry-title'>Convoy</h3><div"
                + " class='entry-content'>"
                + TEXT
                + "</div><div class='footer'>Posted by <span class='post-author vcard'><span"
                + " class='fn'>Ann Porter</span></span> at <abbr class='published'"
                + " title='2024-06-12T08:15:00+02:00'>8:15</abbr></div><div class='comments'><span"
                + " class='comment-author vcard'><b class='fn'>Jo Miller</b></span></div></div>");
    Article entry =
        page(
            "<title>Convoy</title><article class='h-entry'><h1 class='p-name'>Convoy</h1><div"
                + " class='e-content'>"
                + TEXT
                + "</div><footer><a class='p-author h-card' href='/ann'>Ann Porter</a> <time"
                + " class='dt-published' datetime='2024-06-12'>12 June</time></footer></article>");

    assertThat(atom.authors()).containsExactly("Ann Porter");
    assertThat(atom.published().orElseThrow()).hasToString("2024-06-12T08:15:00+02:00");
    assertThat(entry.authors()).containsExactly("Ann Porter");
    assertThat(entry.published().orElseThrow()).hasToString("2024-06-12");
  }

  @Test
  void all_authors_of_a_byline_go_before_those_of_the_agency_and_publishers_are_none()
      throws IOException {
    String end = TEXT + "<p>(Reporting by Jo Miller; editing by Tom Fox)</p>";
    for (String head :
        List.of(
            "<h1>Convoy</h1><p class='byline'>Ann Porter and Lee Sanders, Staff Writers | Updated"
                + " 3:45 p.m. EST | Jan. 5, 2024</p>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Convoy\","
                + "\"author\":\"Ann Porter and Lee Sanders, BNS\"}</script><h1>Convoy</h1>",
            "<meta name='author' content='Blue Harbour'><meta name='copyright' content='Copyright"
                + " (c) Blue Harbour 2024'><h1>Convoy</h1><p class='byline'>By Ann Porter and Lee"
                + " Sanders</p>",
            "<meta name='author' content='harbour Inc.'><h1>Convoy</h1><p class='byline'>By Ann"
                + " Porter and Lee Sanders</p>",
            "<meta name='author' content='Politics'><meta property='article:section'"
                + " content='Politics'><h1>Convoy</h1><p class='byline'>By Ann Porter and Lee"
                + " Sanders</p>",
            "<h1>Convoy</h1><nav>Edited by <span itemprop='author'><span itemprop='name'>Ann"
                + " Porter</span></span> <span itemprop='author'>Lee Sanders</span></nav>")) {
      assertThat(page("<title>Convoy</title>" + head + end).authors())
          .as(head)
          .containsExactly("Ann Porter", "Lee Sanders");
    }
  }

  @Test
  void subjects_in_dublin_core_are_tags() throws IOException {
    Article article =
        page(
            "<title>Convoy</title><meta name='DC.subject' content='Rivers'><meta"
                + " name='DC.subject' content='Bridging; Engineers'><h1>Convoy</h1>"
                + TEXT);

    assertThat(article.tags()).containsExactly("Rivers", "Bridging", "Engineers");
  }

  @Test
  void a_paragraph_named_as_the_standfirst_belongs_to_the_text() throws IOException {
    Article article =
        page(
            "<title>Convoy</title><header><h1>Convoy</h1><p class='article__standfirst'>Over at"
                + " last</p></header><div>"
                + TEXT
                + "</div>");

    assertThat(article.body()).startsWith("Over at last\n\nThe convoy crossed");
  }

  @Test
  void takes_the_text_with_its_headings_lists_quotations_and_tables_and_nothing_else() {
    String body = articles(resource("html/declared.html")).getFirst().body();

    assertThat(body.split("\n\n"))
        .hasSize(9)
        .contains("What it costs", "Two boats now", "Ten boats by the end of the year", "Old 9 m")
        .allMatch(p -> !p.contains("Read also") && !p.contains("fished") && !p.contains("Photo"));
    assertThat(body).startsWith("The first two of twelve").endsWith("on the new screens.");
  }

  @Test
  void names_a_zone_and_a_reason_for_every_block() throws IOException {
    PageExplanation page = Sources.explain(resource("html/declared.html")).getFirst();

    assertThat(page.lines())
        .extracting(ExplainedLine::zone)
        .contains(Zone.NAVIGATION, Zone.HEADLINE, Zone.BYLINE, Zone.CAPTION, Zone.BODY, Zone.RAIL);
    assertThat(page.lines()).allMatch(l -> !l.reason().isEmpty());
    assertThat(page.fields()).extracting("field").contains("title", "published", "authors");
  }

  @Test
  void reads_old_markup_without_any_metadata() {
    Article article = articles(resource("html/plain.html")).getFirst();

    assertThat(article.title()).isEqualTo("Old bridge reopens to convoys");
    assertThat(article.published().orElseThrow()).hasToString("2025-03-07T16:27");
    assertThat(article.body().split("\n\n")).hasSize(3);
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void names_a_page_by_its_file_whatever_address_it_declares() throws IOException {
    String html = Files.readString(resource("html/declared.html"));
    Files.writeString(Files.createDirectories(folder.resolve("pages")).resolve("a.html"), html);
    Files.writeString(folder.resolve("pages/b.html"), html);

    assertThat(articles(folder.resolve("pages")))
        .extracting(Article::id)
        .containsExactly("pages/a.html", "pages/b.html");
  }

  @Test
  void reads_folders_of_mixed_forms() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    Files.copy(resource("html/plain.html"), mixed.resolve("a.html"));
    Files.copy(resource("pages/short.txt"), mixed.resolve("b.txt"));
    Files.writeString(mixed.resolve("c.jsonl"), "{\"id\":\"r1\",\"title\":\"A record\"}\n");
    Files.copy(resource("feeds/rdf.xml"), mixed.resolve("d.xml"));

    assertThat(articles(mixed))
        .extracting(Article::id)
        .containsExactly("mixed/a.html", "mixed/b.txt", "r1", "https://rdf.example.org/1");
  }

  @Test
  void tells_html_by_its_content() throws IOException {
    for (String begin :
        List.of(
            "<?xml version='1.0'?>\n<!DOCTYPE html>",
            "<!-- saved -->\n",
            "\uFEFF<!doctype html>")) {
      String html = begin + "<html><body><h1>Convoy crosses river</h1>" + TEXT + "</body></html>";
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      assertThat(article(read(folder, "page.txt", bytes).getFirst()).title())
          .isEqualTo("Convoy crosses river");
    }
  }

  @Test
  void reads_declared_undeclared_and_wrongly_declared_encodings() throws IOException {
    String html = "<html><head>%s</head><body><h1>Żołnierze przeszli rzekę</h1>" + TEXT;
    String polish = html.formatted("<meta charset='iso-8859-2'>");
    String wrong =
        html.formatted("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>");
    byte[][] pages = {
      polish.getBytes(Charset.forName("ISO-8859-2")),
      wrong.getBytes(StandardCharsets.UTF_8),
      polish.getBytes(StandardCharsets.UTF_16),
    };
    for (byte[] page : pages) {
      assertThat(article(read(folder, "page.html", page).getFirst()).title())
          .isEqualTo("Żołnierze przeszli rzekę");
    }
  }

  @Test
  void reads_compressed_pages() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(resource("html/plain.html"), gzip);
    }
    assertThat(article(read(folder, "p.html.gz", packed.toByteArray()).getFirst()).title())
        .isEqualTo("Old bridge reopens to convoys");
  }

  @Test
  void prefers_no_date_to_one_of_another_article_or_of_the_future() throws IOException {
    Article article =
        page(
            "<html><head><meta property='article:published_time' content='2031-01-01'></head><body>"
                + "<h1>Convoy crosses river</h1>"
                + TEXT
                + "<div class=related><h3>Related</h3><p>13 May 2025</p></div></body></html>");
    assertThat(article.published()).isEmpty();
  }

  @Test
  void keeps_the_precision_of_a_date_and_takes_the_address_when_nothing_else_says()
      throws IOException {
    Article month =
        page(
            "<html><head><meta name='dc.date' content='2025-03'></head><body><h1>Convoy crosses"
                + " river</h1>"
                + TEXT);
    assertThat(month.published().orElseThrow()).hasToString("2025-03");
    Article address =
        page(
            "<html><head><link rel=canonical href='https://a.example.org/2025/03/07/convoy'></head>"
                + "<body><h1>Convoy crosses river</h1>"
                + TEXT);
    assertThat(address.published().orElseThrow()).hasToString("2025-03-07");
    assertThat(address.publishedFrom()).contains(DateFrom.URL);
  }

  @Test
  void tolerates_broken_json_and_keeps_what_stands_before_the_fault() throws IOException {
    Article article =
        page(
            "<html><head><script type='application/ld+json'>{'@type':'NewsArticle','headline':"
                + "'Convoy crosses river','datePublished':'2025-03-07','author':[{'name':'Ann"
                + " Porter'}], broken</script></head><body><h1>Convoy crosses river</h1>"
                + TEXT);
    assertThat(article.published().orElseThrow()).hasToString("2025-03-07");
    assertThat(article.authors()).containsExactly("Ann Porter");
  }

  @Test
  void takes_the_text_of_the_pages_data_where_scripts_would_have_shown_it() throws IOException {
    String words = "The convoy crossed the river at dawn and went on to the east. ".repeat(8);
    Article article =
        page(
            "<html><head><script"
                + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Convoy"
                + " crosses river\",\"articleBody\":\""
                + words
                + "\"}</script></head><body><div id=root></div></body></html>");
    assertThat(article.body()).isEqualTo(words.strip());
  }

  @Test
  void rejects_a_page_without_an_article() throws IOException {
    byte[] page = "<html><body><img src=x></body></html>".getBytes(StandardCharsets.UTF_8);
    assertThat(Sources.reason(read(folder, "p.html", page).getFirst()))
        .isEqualTo("holds no article");
  }

  @Test
  void takes_the_standfirst_that_stands_outside_of_the_element_of_the_text() throws IOException {
    Article article =
        page(
            "<html><body><h1>Convoy crosses river</h1><div class=intro><p>It took the engineers"
                + " eleven hours and one pontoon more than they had planned.</p></div><div>"
                + TEXT.repeat(3)
                + "</div></body></html>");
    assertThat(article.body()).startsWith("It took the engineers eleven hours");
  }
}
