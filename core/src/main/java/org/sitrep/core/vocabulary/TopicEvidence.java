package org.sitrep.core.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what an article says for each topic and tells which topics it has. */
final class TopicEvidence {
  private static final int OFTEN = 3;
  private static final int SHARE = 3;

  /** A body of this length is read as one lead. */
  private static final int SHORT = 600;

  /** Characters of a body for each mention that a topic must have. */
  private static final int SPREAD = 1500;

  /** What counts for one topic. */
  private static final class Tally {
    final Topic topic;
    boolean inTitle;
    boolean inLead;
    int phrases;
    int count;

    Tally(Topic topic) {
      this.topic = topic;
    }
  }

  private final Map<Topic, Tally> tallies = new LinkedHashMap<>();
  private final List<TopicMention> mentions = new ArrayList<>();
  private final int lead;
  private final int length;

  TopicEvidence(String body) {
    length = body.length();
    lead = length <= SHORT ? length : Prominence.endOfLead(body);
  }

  void add(TopicMention mention, boolean hint) {
    mentions.add(mention);
    Tally tally = tallies.computeIfAbsent(mention.topic(), Tally::new);
    tally.count++;
    if (!hint) {
      tally.phrases++;
      tally.inTitle |= mention.zone() == Zone.TITLE;
      tally.inLead |= mention.zone() == Zone.BODY && mention.start() < lead;
    }
  }

  /** The topics with enough evidence, and their mentions. */
  TopicMentions weigh() {
    int most =
        tallies.values().stream().filter(t -> t.phrases > 0).mapToInt(t -> t.count).max().orElse(0);
    List<Topic> topics =
        tallies.values().stream()
            .filter(t -> isEnough(t, most))
            .sorted(
                Comparator.<Tally>comparingInt(t -> t.inTitle ? 0 : 1)
                    .thenComparingInt(t -> t.inLead ? 0 : 1)
                    .thenComparingInt(t -> -t.count))
            .map(t -> t.topic)
            .toList();
    return new TopicMentions(
        topics, mentions.stream().filter(m -> topics.contains(m.topic())).toList());
  }

  private boolean isEnough(Tally tally, int most) {
    return tally.inTitle
        || (tally.inLead && (tally.count >= 2 || length <= lead))
        || (tally.phrases >= 2
            && tally.count >= OFTEN
            && tally.count * SHARE >= most
            && tally.count * SPREAD >= length);
  }
}
