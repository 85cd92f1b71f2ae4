package org.sitrep.core.article;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an {@link Article}. Each setter replaces what was set before; null is refused at once, and
 * everything else is checked by {@link #build}. Not safe for use by several threads.
 */
public final class ArticleBuilder {
  private final String id;
  private String title = "";
  private TitleFrom titleFrom = TitleFrom.DECLARED;
  private String body = "";
  private Optional<PartialDate> published = Optional.empty();
  private Optional<DateFrom> publishedFrom = Optional.empty();
  private Optional<PartialDate> modified = Optional.empty();
  private List<String> countries = List.of();
  private List<String> about = List.of();
  private List<String> tags = List.of();
  private List<String> topics = List.of();
  private List<String> sections = List.of();
  private List<String> authors = List.of();
  private Optional<String> source = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Optional<String> file = Optional.empty();
  private final Map<String, String> attributes = new LinkedHashMap<>();

  ArticleBuilder(String id) {
    this.id = requireNonNull(id, "id");
  }

  ArticleBuilder(Article article) {
    id = article.id();
    title = article.title();
    titleFrom = article.titleFrom();
    body = article.body();
    published = article.published();
    publishedFrom = article.publishedFrom();
    modified = article.modified();
    countries = article.countries();
    about = article.about();
    tags = article.tags();
    topics = article.topics();
    sections = article.sections();
    authors = article.authors();
    source = article.source();
    url = article.url();
    language = article.language();
    file = article.file();
    attributes.putAll(article.attributes());
  }

  /**
   * Sets the headline as published.
   *
   * @param title the headline
   * @return this
   */
  public ArticleBuilder title(String title) {
    return title(title, TitleFrom.DECLARED);
  }

  /**
   * Sets the title and where it comes from.
   *
   * @param title the title
   * @param from where it comes from
   * @return this
   */
  public ArticleBuilder title(String title, TitleFrom from) {
    this.title = requireNonNull(title, "title");
    this.titleFrom = requireNonNull(from, "from");
    return this;
  }

  /**
   * Sets the article's own text.
   *
   * @param body the text, paragraphs parted by a blank line
   * @return this
   */
  public ArticleBuilder body(String body) {
    this.body = requireNonNull(body, "body");
    return this;
  }

  /**
   * Sets a declared publication date.
   *
   * @param date ISO 8601 with as many parts as are known, as {@link PartialDate#parse} reads it
   * @return this
   * @throws IllegalArgumentException if the text is not a date
   */
  public ArticleBuilder published(String date) {
    return published(
        PartialDate.parse(date)
            .orElseThrow(() -> new IllegalArgumentException("published is not a date: " + date)),
        DateFrom.DECLARED);
  }

  /**
   * Sets the publication date and where it comes from.
   *
   * @param date the date
   * @param from where it comes from
   * @return this
   */
  public ArticleBuilder published(PartialDate date, DateFrom from) {
    this.published = Optional.of(date);
    this.publishedFrom = Optional.of(from);
    return this;
  }

  /**
   * Sets when the publisher last changed the article.
   *
   * @param date the date
   * @return this
   */
  public ArticleBuilder modified(PartialDate date) {
    this.modified = Optional.of(date);
    return this;
  }

  /**
   * Sets the countries that the text names.
   *
   * @param codes ISO 3166-1 alpha-2 codes, most prominent first
   * @return this
   */
  public ArticleBuilder countries(List<String> codes) {
    this.countries = List.copyOf(codes);
    return this;
  }

  /**
   * Sets the countries that the text names.
   *
   * @param codes ISO 3166-1 alpha-2 codes, most prominent first
   * @return this
   */
  public ArticleBuilder countries(String... codes) {
    return countries(List.of(codes));
  }

  /**
   * Sets the countries that the article is about.
   *
   * @param codes ISO 3166-1 alpha-2 codes
   * @return this
   */
  public ArticleBuilder about(List<String> codes) {
    this.about = List.copyOf(codes);
    return this;
  }

  /**
   * Sets the countries that the article is about.
   *
   * @param codes ISO 3166-1 alpha-2 codes
   * @return this
   */
  public ArticleBuilder about(String... codes) {
    return about(List.of(codes));
  }

  /**
   * Sets the publisher's tags.
   *
   * @param tags tags as written
   * @return this
   */
  public ArticleBuilder tags(List<String> tags) {
    this.tags = List.copyOf(tags);
    return this;
  }

  /**
   * Sets the publisher's tags.
   *
   * @param tags tags as written
   * @return this
   */
  public ArticleBuilder tags(String... tags) {
    return tags(List.of(tags));
  }

  /**
   * Sets the topics of the defence vocabulary.
   *
   * @param topics topics as the vocabulary names them
   * @return this
   */
  public ArticleBuilder topics(List<String> topics) {
    this.topics = List.copyOf(topics);
    return this;
  }

  /**
   * Sets the publisher's sections.
   *
   * @param sections sections as written
   * @return this
   */
  public ArticleBuilder sections(List<String> sections) {
    this.sections = List.copyOf(sections);
    return this;
  }

  /**
   * Sets the publisher's sections.
   *
   * @param sections sections as written
   * @return this
   */
  public ArticleBuilder sections(String... sections) {
    return sections(List.of(sections));
  }

  /**
   * Sets the authors.
   *
   * @param authors names as written
   * @return this
   */
  public ArticleBuilder authors(List<String> authors) {
    this.authors = List.copyOf(authors);
    return this;
  }

  /**
   * Sets the authors.
   *
   * @param authors names as written
   * @return this
   */
  public ArticleBuilder authors(String... authors) {
    return authors(List.of(authors));
  }

  /**
   * Sets the publisher.
   *
   * @param source the publisher's name; blank means unknown
   * @return this
   */
  public ArticleBuilder source(String source) {
    this.source = Optional.of(source);
    return this;
  }

  /**
   * Sets the address.
   *
   * @param url the address; blank means unknown
   * @return this
   */
  public ArticleBuilder url(String url) {
    this.url = Optional.of(url);
    return this;
  }

  /**
   * Sets the language.
   *
   * @param tag a BCP 47 tag such as {@code en} or {@code pt-BR}; blank means unknown
   * @return this
   */
  public ArticleBuilder language(String tag) {
    this.language = Optional.of(tag);
    return this;
  }

  /**
   * Sets where the article was read from.
   *
   * @param file a path relative to the corpus; blank means unknown
   * @return this
   */
  public ArticleBuilder file(String file) {
    this.file = Optional.of(file);
    return this;
  }

  /**
   * Sets one attribute.
   *
   * @param name the attribute's name
   * @param value its value
   * @return this
   */
  public ArticleBuilder attribute(String name, String value) {
    attributes.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
    return this;
  }

  /**
   * Makes the article.
   *
   * @return the article
   * @throws IllegalArgumentException if the parts make no article, as {@link Article} says
   */
  public Article build() {
    return new Article(
        id,
        title,
        titleFrom,
        body,
        published,
        publishedFrom,
        modified,
        countries,
        about,
        tags,
        topics,
        sections,
        authors,
        source,
        url,
        language,
        file,
        attributes);
  }
}
