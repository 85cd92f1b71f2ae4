package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The countries of the pages that the project started from. Their text is not part of this project:
 * the test looks for a folder {@code shared} beside or above the module, or where the system
 * property {@code sitrep.shared} points, and is skipped where there is none.
 */
class SeedPagesCountriesTest {
  @Test
  void finds_the_countries_of_every_seed_page_and_what_it_is_about() throws IOException {
    Optional<Path> shared = shared();
    assumeTrue(shared.isPresent(), "skipped: no folder shared/seeds beside or above the module");
    for (String line : Files.readAllLines(shared.orElseThrow().resolve("gold/seeds.jsonl"))) {
      check(shared.orElseThrow(), line);
    }
  }

  private static void check(Path shared, String gold) throws IOException {
    String file = text(gold, "file");
    String page = Files.readString(shared.resolve("seeds").resolve(file));
    String last = text(gold, "body_last");
    int start = page.indexOf(text(gold, "body_first"));
    String body = page.substring(start, page.indexOf(last, start) + last.length());
    CountryMentions mentions = CountryFinder.standard().find(text(gold, "title"), body);
    List<String> found = codes(mentions.countries());
    List<String> about = codes(mentions.about());
    Set<String> required = new HashSet<>(found);
    required.removeAll(list(gold, "countries_optional"));
    assertThat(required).as(file).containsExactlyInAnyOrderElementsOf(list(gold, "countries"));
    assertThat(list(gold, "must_not_countries")).as(file).noneMatch(found::contains);
    assertThat(about)
        .as(file)
        .containsAll(list(gold, "countries_about"))
        .hasSizeLessThanOrEqualTo(list(gold, "countries_about").size() + 1);
  }

  private static List<String> codes(List<Country> countries) {
    return countries.stream().map(Country::code).toList();
  }

  private static String text(String json, String field) {
    Matcher value = Pattern.compile("\"" + field + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return value.find() ? value.group(1).replace("\\\"", "\"") : "";
  }

  private static List<String> list(String json, String field) {
    Matcher values = Pattern.compile("\"" + field + "\": \\[([^\\]]*)\\]").matcher(json);
    List<String> list = new ArrayList<>();
    if (values.find()) {
      Matcher item = Pattern.compile("\"([^\"]*)\"").matcher(values.group(1));
      while (item.find()) {
        list.add(item.group(1));
      }
    }
    return list;
  }

  private static Optional<Path> shared() {
    String property = System.getProperty("sitrep.shared");
    if (property != null) {
      return Optional.of(Path.of(property));
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared");
      if (Files.isDirectory(candidate.resolve("seeds"))) {
        return Optional.of(candidate);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
