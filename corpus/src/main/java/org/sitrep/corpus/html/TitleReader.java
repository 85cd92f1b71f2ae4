package org.sitrep.corpus.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sitrep.corpus.draft.CleanText;

/**
 * Reads the headline: the heading that other declarations confirm, else what these declare, without
 * the site's name.
 */
final class TitleReader {
  /**
   * A title and where it comes from.
   *
   * @param text the title, empty where the page has none
   * @param reason where it comes from
   */
  record Title(String text, String reason) {}

  private static final int LONGEST = 400;
  private static final int FEWEST_WORDS = 4;
  private static final int SIGNIFICANT = 4;
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|\\-–—·•»«:/\\\\>~]+\\s+|\\s*[|｜»_]\\s*|\\s*::\\s*|:\\s+");

  private static final String HEADINGS = "[itemprop=headline],h1,h2,h3,h4";
  private static final int MOST_HEADINGS = 200;

  /** What publishing systems and the microformats call the headline of an entry. */
  private static final String POST =
      "[class~=(?i)(?:^|\\s)(?:entry|post|article|p)-(?:title|name|headline)(?:\\s|$)]";

  private static final String SITE =
      "[class~=(?i)(?:^|\\s)(?:site|blog)[-_]?(?:title|name|logo|branding)(?:\\s|$)],"
          + "[id~=(?i)^(?:site|blog)[-_]?(?:title|name|logo|branding)$],[class~=(?i)(?:^|\\s)logo(?:\\s|$)]";
  private static final Pattern FRONT =
      Pattern.compile("(?i)(?:https?://[^/]+)?/?(?:index\\.\\w+)?");

  /** Marks within a line, whose words are those of the line. */
  private static final Pattern INLINE =
      Pattern.compile(
          "(?i)</?(?:i|b|em|strong|sub|sup|span|small|q|cite|u|font|mark)(?:\\s[^<>]*)?>");

  private static final Pattern MARKUP = Pattern.compile("<[!/?a-zA-Z]");

  private final Declared declared;
  private final List<String> headings = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();
  private final String whole;

  TitleReader(Declared declared) {
    this.declared = declared;
    String window = words(declared.document().title());
    whole = window.length() <= LONGEST ? window : "";
    List<String> parts = parts(whole);
    List<String> lower = new ArrayList<>();
    for (Element heading : declared.select(HEADINGS, MOST_HEADINGS)) {
      String content =
          words(heading.normalName().equals("meta") ? heading.attr("content") : heading.text());
      boolean post = heading.is(POST);
      boolean others = heading.closest("nav,aside,footer") != null || ofTheSite(heading);
      boolean first = heading.is("[itemprop=headline],h1");
      boolean said = parts.contains(Words.key(content)) && count(content) >= FEWEST_WORDS;
      if (content.isEmpty() || content.length() > LONGEST || others) {
        continue;
      }
      if (first || post) {
        headings.add(content);
      } else if (said) {
        lower.add(content);
      }
      if (post && !posts.contains(content)) {
        posts.add(content);
      }
    }
    if (posts.size() > 1) { // a page of several posts, of which the window may name one
      headings.removeIf(h -> posts.contains(h) && !parts.contains(Words.key(h)));
      posts.clear();
    }
    if (headings.isEmpty()) { // the first heading is the site's, and the article's is below it
      headings.addAll(lower);
    }
  }

  /** The parts of the window's title, as far as their words go. */
  private static List<String> parts(String title) {
    List<String> parts = new ArrayList<>(List.of(Words.key(title)));
    Matcher separator = SEPARATOR.matcher(title);
    while (separator.find()) {
      parts.add(Words.key(title.substring(0, separator.start())));
      parts.add(Words.key(title.substring(separator.end())));
    }
    return parts;
  }

  /** Whether a heading is the site's name: its element says so, or it leads to the front page. */
  private boolean ofTheSite(Element heading) {
    Element named = heading.closest(SITE);
    Element link = heading.selectFirst("a[href]");
    Element around = link == null ? heading.closest("a[href]") : link;
    boolean front = around != null && FRONT.matcher(around.attr("href").strip()).matches();
    return front
        || (named != null && named.select(HEADINGS).size() <= 2)
        || declared
            .meta("og:site_name")
            .map(s -> Words.key(s).equals(Words.key(heading.text())))
            .orElse(false);
  }

  Title read() {
    List<String> stated = stated();
    for (String heading : headings) {
      for (String title : stated) {
        if (Words.key(heading).equals(Words.key(title))) {
          return new Title(heading, "the heading, as the page declares it");
        }
      }
    }
    return confirmed(stated)
        .or(() -> akin(stated))
        .or(() -> agreed(stated))
        .or(
            () ->
                posts.stream().findFirst().map(h -> new Title(h, "the heading of the only entry")))
        .or(() -> stated.stream().findFirst().map(t -> new Title(withoutSite(t), "declared")))
        .or(() -> single().map(h -> new Title(h, "the page's only heading")))
        .or(
            () ->
                Optional.of(whole)
                    .filter(t -> !t.isEmpty())
                    .map(
                        t ->
                            new Title(
                                withoutSite(t), "the window's title without the site's name")))
        .or(() -> headings.stream().findFirst().map(h -> new Title(h, "the first heading")))
        .orElse(new Title("", ""));
  }

  private Optional<String> single() {
    return headings.size() == 1 && count(headings.getFirst()) >= 3
        ? Optional.of(headings.getFirst())
        : Optional.empty();
  }

  /** What the page declares to be its title. */
  private List<String> stated() {
    List<String> stated = new ArrayList<>();
    declared
        .article()
        .flatMap(a -> a.text("headline").or(() -> a.text("name")))
        .ifPresent(stated::add);
    declared
        .meta()
        .all(
            List.of(
                "og:title",
                "parsely-title",
                "sailthru.title",
                "dc.title",
                "dcterms.title",
                "citation_title",
                "twitter:title",
                "title",
                "headline"))
        .forEach(t -> stated.add(t.value()));
    stated.removeIf(t -> t.length() > LONGEST);
    return stated.stream().map(TitleReader::words).filter(t -> !t.isEmpty()).toList();
  }

  /** A heading that a declared title, or the window's, says with something before or after it. */
  private Optional<Title> confirmed(List<String> stated) {
    List<String> titles = new ArrayList<>(stated);
    titles.add(whole);
    String best = "";
    for (String heading : posts.isEmpty() ? headings : posts) {
      String key = Words.key(heading);
      boolean said =
          titles.stream().map(Words::key).anyMatch(t -> t.startsWith(key) || t.endsWith(key));
      if (said && !site(heading) && count(heading) >= 2 && heading.length() > best.length()) {
        best = heading;
      }
    }
    return Optional.of(best)
        .filter(b -> !b.isEmpty())
        .map(b -> new Title(b, "a heading that the page's declared title confirms"));
  }

  /** A heading that says in other words what the declared titles say, shortened for other uses. */
  private Optional<Title> akin(List<String> stated) {
    List<String> titles = new ArrayList<>(stated);
    titles.add(whole);
    for (String heading : headings) {
      Set<String> words = significant(heading);
      for (String title : titles) {
        Set<String> shared = new HashSet<>(significant(title));
        shared.retainAll(words);
        if (count(heading) >= FEWEST_WORDS && shared.size() >= 2 && !site(heading)) {
          return Optional.of(new Title(heading, "a heading akin to the page's declared title"));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> significant(String text) {
    Set<String> words = new HashSet<>(List.of(Words.key(text).split(" ", -1)));
    words.removeIf(w -> w.length() < SIGNIFICANT);
    return words;
  }

  private boolean site(String heading) {
    return declared.source().map(s -> Words.key(s).equals(Words.key(heading))).orElse(false);
  }

  /** Two declared titles that are the same without the site's name. */
  private Optional<Title> agreed(List<String> stated) {
    for (int i = 0; i < stated.size(); i++) {
      String title = withoutSite(stated.get(i));
      String key = Words.key(title);
      for (int k = i + 1; k < stated.size(); k++) {
        if (Words.key(withoutSite(stated.get(k))).equals(key)) {
          return Optional.of(new Title(title, "declared twice"));
        }
      }
    }
    return Optional.empty();
  }

  /** Takes off what evidence shows to be the site's name or a section. */
  private String withoutSite(String title) {
    List<int[]> separators = new ArrayList<>();
    Matcher matcher = SEPARATOR.matcher(title);
    while (matcher.find()) {
      separators.add(new int[] {matcher.start(), matcher.end()});
    }
    for (int[] at : separators) {
      String head = title.substring(0, at[0]).strip();
      String tail = title.substring(at[1]).strip();
      if (isSite(tail) || declaredTitle(head, title)) {
        return head;
      }
      if (isSite(head) || declaredTitle(tail, title)) {
        return tail;
      }
    }
    if (!separators.isEmpty() && title.equals(whole)) {
      int[] at = separators.getLast();
      String head = title.substring(0, at[0]).strip();
      String sign = title.substring(at[0], at[1]).strip();
      boolean tailIsLabel = count(title.substring(at[1])) <= 4 && count(head) >= 4;
      if (tailIsLabel && !sign.equals(":")) {
        return head;
      }
    }
    return title;
  }

  private boolean declaredTitle(String part, String of) {
    String key = Words.key(part);
    return count(part) >= 2
        && (stated().stream().anyMatch(t -> !t.equals(of) && Words.key(t).equals(key))
            || headings.stream().anyMatch(h -> Words.key(h).equals(key)));
  }

  private boolean isSite(String part) {
    String key = Words.key(part);
    String joined = key.replace(" ", "");
    if (joined.isEmpty()) {
      return true;
    }
    boolean named =
        declared
            .source()
            .map(Words::key)
            .filter(s -> !s.isEmpty())
            .map(s -> s.equals(key) || s.replace(" ", "").equals(joined))
            .orElse(false);
    String host = declared.url().map(TitleReader::host).orElse("");
    return named
        || (joined.length() >= 3
            && !host.isEmpty()
            && (host.equals(joined)
                || host.split("\\.", 2)[0].equals(joined.replaceFirst("(?:com|org|net)$", ""))));
  }

  private static String host(String url) {
    String host = url.replaceFirst("(?i)^https?://(?:www\\.|m\\.)?", "");
    int end = host.indexOf('/');
    return end < 0 ? host : host.substring(0, end);
  }

  private static int count(String text) {
    String key = Words.key(text);
    boolean spaced = key.indexOf(' ') >= 0 || key.chars().allMatch(c -> c < 0x2E80);
    return key.isEmpty() ? 0 : spaced ? key.split(" ", -1).length : key.length() / 2;
  }

  /** The words of a title; empty where it is markup, or what a broken page put there. */
  private static String words(String text) {
    String words = CleanText.line(INLINE.matcher(text).replaceAll(""));
    return MARKUP.matcher(words).find() ? "" : words;
  }
}
