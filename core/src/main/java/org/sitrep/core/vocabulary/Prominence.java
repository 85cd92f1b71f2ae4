package org.sitrep.core.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranks the countries of an article and tells which of them it is about. */
final class Prominence {
  private static final int LEAD = 400;
  private static final int OFTEN = 3;

  /** The mentions that being in the lead is worth. */
  private static final int LEAD_WORTH = 2;

  /** What counts for one country. */
  private static final class Tally {
    final Country country;
    boolean inTitle;
    boolean inLead;
    int count;

    Tally(Country country) {
      this.country = country;
    }

    int weight() {
      return inLead ? count + LEAD_WORTH : count;
    }
  }

  private Prominence() {}

  static CountryMentions rank(String title, String body, List<CountryMention> evidence) {
    int lead = endOfLead(body);
    Map<Country, Tally> tallies = new LinkedHashMap<>();
    for (CountryMention mention : evidence) {
      Tally tally = tallies.computeIfAbsent(mention.country(), Tally::new);
      tally.count++;
      tally.inTitle |= mention.zone() == Zone.TITLE;
      tally.inLead |= mention.zone() == Zone.BODY && mention.start() < lead;
    }
    List<Tally> ranked = new ArrayList<>(tallies.values());
    ranked.sort(
        Comparator.<Tally>comparingInt(t -> t.inTitle ? 0 : 1).thenComparingInt(t -> -t.weight()));
    int most = ranked.stream().mapToInt(t -> t.count).max().orElse(0);
    List<Country> about =
        ranked.stream().filter(t -> isAbout(t, most)).map(t -> t.country).toList();
    if (about.isEmpty()) {
      about = ranked.stream().limit(1).filter(t -> t.weight() > 1).map(t -> t.country).toList();
    }
    return new CountryMentions(ranked.stream().map(t -> t.country).toList(), about, evidence);
  }

  private static boolean isAbout(Tally tally, int most) {
    return tally.inTitle
        || (tally.inLead && (tally.count >= 2 || most == 1))
        || (tally.count >= OFTEN && tally.count * 2 >= most);
  }

  /** The first paragraph, or as much of it as fits. */
  static int endOfLead(String body) {
    int end = body.indexOf('\n', Math.min(body.length(), LEAD / 4));
    return Math.min(end < 0 ? body.length() : end, LEAD);
  }
}
