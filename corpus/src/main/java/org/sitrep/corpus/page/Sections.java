package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** The sections of a page, in its order, each with where it comes from. */
final class Sections {
  private static final Pattern FILED_IN =
      Pattern.compile("[\\s,|•·–—-]*in (\\p{Lu}[^|]*?)(?: by .*|\\s*\\|.*)?");
  private static final Pattern ONE_WORD = Pattern.compile("\\p{Lu}\\p{Ll}{3,}");

  /** Says that a trail follows: "You are here: Home > World". */
  private static final Pattern HERE =
      Pattern.compile(
          "(?iu)^(?:you are here|you're here|sie sind hier|du bist hier|sie befinden sich hier"
              + "|vous êtes ici|estás aquí|estás en|usted está aquí|está aquí|sei qui|ti trovi qui"
              + "|tu sei qui|jesteś tutaj|jesteś tu|tu jesteś|ви тут|ви знаходитесь тут"
              + "|ви перебуваєте тут|вы здесь|вы находитесь здесь)\\s*:?\\s*");

  private static final Pattern HOME =
      Pattern.compile(
          "(?iu)(?:hauptseite|homepage|start page|page d'accueil|portada|página principal"
              + "|página de inicio|pagina principale|pagina iniziale|strona startowa"
              + "|на головну|на главную)");
  private static final Pattern ACTION =
      Pattern.compile(
          "(?i)(?:expand|collapse|enlarge|submit|watch|contact|toggle|show|hide|see|view|open|close"
              + "|read|click|log|sign|print|share|save|follow|subscribe|skip|go|back|get)\\b.*");
  private static final Pattern IMPLAUSIBLE = Pattern.compile("[\\d\\[\\](){}<>£$€%@_]|\\.{2,}|…");
  private static final List<Marker> FURNITURE =
      List.of(
          Marker.NAVIGATION,
          Marker.SHARE,
          Marker.PROMOTION,
          Marker.COMMENTS,
          Marker.READING,
          Marker.CAPTION);

  /** What a publishing system writes where nobody chose a section. */
  private static final Pattern UNSORTED =
      Pattern.compile(
          "(?iu)(?:uncategori[sz]ed|unclassified|no category|allgemein|unkategorisiert"
              + "|nicht kategorisiert|ohne kategorie|non class[ée]|non catégorisé|sans catégorie"
              + "|sin categor[íi]a|sin categorizar|senza categoria|non categorizzato|bez kategorii"
              + "|без категорії|без рубрики|без категории|sem categoria)");

  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 5;

  private final PageMap map;
  private final String title;
  private final List<String> values = new ArrayList<>();
  private final List<ExplainedField> reasons = new ArrayList<>();

  Sections(PageMap map, BodyFinder.Run run, String title, List<String> authors) {
    this.map = map;
    this.title = title;
    int end = run.none() ? map.size() : run.first();
    for (int i : map.indexes(Zone.DATELINE)) {
      Seen seen = map.seen(i);
      besideDate(seen).forEach(s -> take(s, i, "beside the date"));
      if (i < end) {
        Bylines.rubric(seen)
            .filter(r -> map.page().says(r))
            .ifPresent(s -> take(s, i, "before the date, and said on the page by itself"));
      }
    }
    for (int i : map.indexes(Zone.SECTION)) {
      zone(i);
    }
    authors.forEach(this::drop);
  }

  private void drop(String author) {
    values.removeIf(author::equals);
    reasons.removeIf(r -> r.value().equals(author));
  }

  private void zone(int i) {
    Seen seen = map.seen(i);
    if (Trails.isBreadcrumb(seen.line)) {
      steps(seen.line).forEach(step -> take(step, i, map.reason(i)));
    } else if (seen.has(Marker.SECTION)) {
      TagReader.split(TagReader.afterLabel(seen.line.content, seen.phrase(Marker.SECTION)))
          .forEach(s -> take(s, i, map.reason(i)));
    } else {
      take(Bylines.clean(seen.line.content), i, map.reason(i));
    }
  }

  /** The steps from the home page to this one; none where one of them is no section. */
  private List<String> steps(Line line) {
    List<String> steps = new ArrayList<>();
    List<String> all = Trails.steps(line);
    for (int k = 0; k < all.size(); k++) {
      String step = HERE.matcher(all.get(k)).replaceFirst("");
      boolean home = steps.isEmpty() && home(step);
      if (home || Folding.fold(title).startsWith(Folding.fold(step))) {
        continue;
      }
      if (plausible(step)) {
        steps.add(step);
      } else if (k < all.size() - 1 || ACTION.matcher(step).matches()) {
        return List.of();
      }
    }
    return steps;
  }

  private static boolean home(String step) {
    return HOME.matcher(step).matches()
        || Markers.standard().wholes(Markers.Wording.of(step)).contains(Marker.NAVIGATION);
  }

  private void take(String section, int line, String why) {
    if (plausible(section)) {
      values.add(section);
      String reason = "line %d: %s".formatted(map.line(line).number, why);
      reasons.add(new ExplainedField("sections", section, reason));
    }
  }

  /** Whether a label says only that there is no section. */
  static boolean unsorted(String label) {
    return UNSORTED.matcher(label.strip()).matches();
  }

  /** A few words with a capital, without digits and brackets, and no furniture. */
  private static boolean plausible(String section) {
    Markers.Wording wording = Markers.Wording.of(section);
    return section.length() >= 2
        && section.length() <= LONGEST
        && new Line(0, 0, section).words <= MOST_WORDS
        && Character.isLetter(section.codePointAt(0))
        && !Character.isLowerCase(section.codePointAt(0))
        && !IMPLAUSIBLE.matcher(section).find()
        && !ACTION.matcher(section).matches()
        && !unsorted(section)
        && FURNITURE.stream()
            .noneMatch(m -> Markers.standard().startOf(m, wording.folded()).isPresent());
  }

  /** What follows a date that opens its line: "in A, B by C", or a word. */
  private static List<String> besideDate(Seen seen) {
    if (seen.dates.isEmpty()) {
      return List.of();
    }
    String before = seen.line.content.substring(0, seen.dates.getFirst().start());
    String after = seen.line.content.substring(seen.dates.getLast().end());
    Matcher filed = FILED_IN.matcher(after);
    if (filed.matches()) {
      return TagReader.split(filed.group(1));
    }
    boolean opens = new Line(0, 0, before).words <= 1;
    String word = Bylines.clean(after);
    boolean label =
        ONE_WORD.matcher(word).matches()
            && !Markers.standard().is(Marker.READING, word)
            && !Names.place(word);
    return opens && label ? List.of(word) : List.of();
  }

  List<String> values() {
    return values;
  }

  /** Where they come from. */
  List<ExplainedField> reasons() {
    return reasons;
  }
}
