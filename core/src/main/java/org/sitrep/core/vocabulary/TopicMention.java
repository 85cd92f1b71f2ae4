package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

/**
 * One place where an article names a topic.
 *
 * @param topic the topic
 * @param zone the part of the article
 * @param start where the words start, in UTF-16 units from the start of the zone's text
 * @param end where they end, exclusive
 * @param text the words as written
 */
public record TopicMention(Topic topic, Zone zone, int start, int end, String text) {
  /** Checks the span. */
  public TopicMention {
    requireNonNull(topic, "topic");
    requireNonNull(zone, "zone");
    requireNonNull(text, "text");
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "span is not that of the text: " + start + ".." + end + " '" + text + "'");
    }
  }
}
