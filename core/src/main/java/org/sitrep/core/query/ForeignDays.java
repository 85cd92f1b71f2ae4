package org.sitrep.core.query;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.core.vocabulary.Folding;

/**
 * What people say of days in relation to today in the languages of {@link DateNames} besides
 * English, with the English for it.
 */
final class ForeignDays {
  private static final Pattern LEADING =
      Pattern.compile("(?:(?:in|in der|im|la|le|el|il|de|w|у|в|на) |l')");

  private static final String WORDS =
      """
      today: heute, aujourd'hui, hoy, oggi, dzisiaj, dziś, сегодня, сьогодні
      yesterday: gestern, hier, ayer, ieri, wczoraj, вчера, вчора, учора
      2 days ago: vorgestern, avant-hier, anteayer, antes de ayer, altro ieri, przedwczoraj
      2 days ago: позавчера, позавчора, day before yesterday
      this week: diese woche, dieser woche, cette semaine, esta semana, questa settimana
      this week: ten tydzień, tym tygodniu, эта неделя, этой неделе, цей тиждень, цього тижня
      last week: letzte woche, letzter woche, letzten woche, vorige woche, vergangene woche
      last week: semaine dernière, semaine passée, semana pasada, settimana scorsa
      last week: scorsa settimana, zeszły tydzień, zeszłym tygodniu, ubiegły tydzień
      last week: ubiegłym tygodniu, прошлая неделя, прошлой неделе, прошлую неделю
      last week: минулий тиждень, минулого тижня
      this month: dieser monat, diesen monat, diesem monat, ce mois, ce mois-ci, este mes
      this month: questo mese, ten miesiąc, tym miesiącu, этот месяц, этом месяце
      this month: цей місяць, цього місяця
      last month: letzter monat, letzten monat, voriger monat, vorigen monat, mois dernier
      last month: mois passé, mes pasado, mese scorso, scorso mese, zeszły miesiąc
      last month: zeszłym miesiącu, ubiegły miesiąc, ubiegłym miesiącu, прошлый месяц
      last month: прошлом месяце, минулий місяць, минулого місяця
      this year: dieses jahr, diesem jahr, cette année, este año, quest'anno, ten rok, tym roku
      this year: этот год, этом году, цей рік, цього року
      last year: letztes jahr, letzten jahr, voriges jahr, vergangenes jahr, année dernière
      last year: an dernier, année passée, año pasado, anno scorso, scorso anno, zeszły rok
      last year: zeszłym roku, ubiegły rok, ubiegłym roku, прошлый год, прошлом году
      last year: минулий рік, минулого року, торік
      """;

  private static final Map<String, String> ENGLISH =
      WORDS
          .lines()
          .map(line -> line.split(": ", 2))
          .flatMap(
              line -> Stream.of(line[1].split(", ", -1)).map(word -> Map.entry(key(word), line[0])))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ForeignDays() {}

  /**
   * Returns the English for a text.
   *
   * @param text the text in lower case, with single blanks between words
   */
  static Optional<String> english(String text) {
    String key = key(text);
    return Optional.ofNullable(ENGLISH.get(key))
        .or(() -> Optional.ofNullable(ENGLISH.get(LEADING.matcher(key).replaceFirst(""))));
  }

  private static String key(String text) {
    return Folding.fold(text.replace('’', '\''));
  }
}
