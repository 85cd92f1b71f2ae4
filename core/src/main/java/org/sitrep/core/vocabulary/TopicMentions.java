package org.sitrep.core.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics of an article, and where it names them.
 *
 * @param topics the topics that the article has enough evidence for, the most prominent first
 * @param evidence every mention of these topics, the title's first, in the order of the text
 */
public record TopicMentions(List<Topic> topics, List<TopicMention> evidence) {
  /** Copies the lists. */
  public TopicMentions {
    topics = List.copyOf(topics);
    evidence = List.copyOf(evidence);
    Set<Topic> known = new HashSet<>(topics);
    for (TopicMention mention : evidence) {
      if (!known.contains(mention.topic())) {
        throw new IllegalArgumentException(
            "evidence is of a topic that is not found: " + mention.topic());
      }
    }
  }

  /**
   * The mentions of one topic.
   *
   * @param topic any topic
   * @return its mentions in the order of the evidence, empty where the article does not have it
   */
  public List<TopicMention> evidence(Topic topic) {
    return evidence.stream().filter(m -> m.topic().equals(topic)).toList();
  }
}
