package org.sitrep.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Recency;

/** How hits are scored. */
final class RankingOptions {
  private Feedback feedback = Ranking.usual().feedback();
  private Optional<Duration> recency = Optional.empty();
  private Optional<Query.Range> recencyFrom = Optional.empty();

  RankingOptions(Options options) {
    options
        .one(
            "--feedback",
            "WHEN",
            RankingOptions::feedback,
            value -> feedback = value,
            "let the words of the ten best articles count, too: any (default: with --match any),"
                + " always or never")
        .choices(List.of("any", "always", "never"));
    options.one(
        "--recency",
        "TIME",
        RankingOptions::halfLife,
        value -> recency = Optional.of(value),
        "rank newer articles higher: 30d lets a new one count double and one of 30 days"
            + " one and a half times");
    options.one(
        "--recency-from",
        "DATE",
        Values::days,
        value -> recencyFrom = Optional.of(value.days()),
        "count the ages of --recency from the end of a day (default: now)");
  }

  /** Reads {@code --feedback}. */
  private static Feedback feedback(String value) {
    return switch (value.strip()) {
      case "any" -> Feedback.FOR_ANY;
      case "always" -> Feedback.ALWAYS;
      case "never" -> Feedback.NEVER;
      default -> throw Values.wrong("is none of any, always, never", value);
    };
  }

  /** Reads a half-life. */
  private static Duration halfLife(String value) {
    Matcher days = Pattern.compile("(\\d{1,6})([hd])").matcher(value.strip());
    if (!days.matches() || Long.parseLong(days.group(1)) == 0) {
      throw Values.wrong("is not a half-life such as 30d or 12h", value);
    }
    long amount = Long.parseLong(days.group(1));
    return days.group(2).equals("d") ? Duration.ofDays(amount) : Duration.ofHours(amount);
  }

  Ranking ranking(Clock clock) {
    if (recencyFrom.isPresent() && recency.isEmpty()) {
      throw new UsageException("--recency-from needs --recency: name a half-life such as 30d");
    }
    Ranking ranking = Ranking.usual().feedback(feedback);
    return recency.isEmpty()
        ? ranking
        : ranking.recency(new Recency(recency.get(), reference(clock)));
  }

  private Instant reference(Clock clock) {
    return recencyFrom
        .flatMap(Query.Range::to)
        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
        .orElseGet(clock::instant);
  }

  /** The options that ask for a ranking again; an age counts from the same day. */
  static List<String> arguments(Ranking ranking) {
    List<String> arguments = new ArrayList<>();
    switch (ranking.feedback()) {
      case FOR_ANY -> {}
      case ALWAYS -> arguments.addAll(List.of("--feedback", "always"));
      case NEVER -> arguments.addAll(List.of("--feedback", "never"));
    }
    ranking
        .recency()
        .ifPresent(
            recency -> {
              long hours = recency.halfLife().toHours();
              String time = hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
              String last =
                  recency.reference().minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate().toString();
              arguments.addAll(List.of("--recency", time, "--recency-from", last));
            });
    return arguments;
  }
}
