package org.sitrep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.cli.options.ManualPage;
import org.sitrep.cli.options.Options;

/** The manual page of the program: what stands on it beside what the tables of options say. */
final class Manual {
  private static final List<String> DESCRIPTION =
      List.of(
          "Reads news pages as they were saved, menus and all, as text, HTML, feeds or JSON Lines,"
              + " into an index, and answers full-text queries over them with facets by country,"
              + " date and tag whose counts are exact.",
          "The command stands first; its options and arguments follow in any order. The value of"
              + " an option stands behind an equals sign or is the next argument: --limit=3,"
              + " --limit 3. What is shown as [=VALUE] is taken behind an equals sign alone. Where"
              + " an option that has one value is given more than once, the last holds. Behind --"
              + " nothing is an option, and a number such as -3 never is.",
          "Data goes to standard output, everything else to standard error.");

  private static final List<String> SEE_ALSO =
      List.of(
          "README.md, docs/query-syntax.md (the language of queries), docs/questions.md (commands"
              + " that answer an analyst's questions) and docs/ranking.md, beside the program's"
              + " source.");

  private Manual() {}

  /** The page, in roff. */
  static String page(List<Options> commands) {
    Options root = Sitrep.options();
    ManualPage page = new ManualPage(Sitrep.NAME, Sitrep.version());
    page.name(root, commands);
    page.section("DESCRIPTION", DESCRIPTION);
    page.commands(root, commands);
    page.section("EXIT STATUS", ExitCode.meanings());
    page.section("ENVIRONMENT", environment());
    page.section("FILES", files());
    page.examples(root);
    page.section("SEE ALSO", SEE_ALSO);
    return page.text();
  }

  private static Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(IndexOption.VARIABLE, "the index's folder, where --index does not name it");
    variables.put("SITREP_DEBUG", "not empty: as --debug");
    variables.put("NO_COLOR", "not empty: no colours, unless --color=always asks for them");
    variables.put("TERM", "dumb: no colours either, and no line that is written over");
    variables.put(
        "LC_ALL, LC_CTYPE, LANG",
        "the first that is set says whether the terminal shows more than ASCII: names a locale in"
            + " UTF-8 if so");
    variables.put(
        "COLUMNS", "how wide the output is, where the program is run without its launcher");
    variables.put("SITREP_JAVA_HOME", "the Java, 21 or later, to run on, before any other");
    variables.put(
        "JAVA_HOME, PATH", "where the launcher looks for Java next, if it is 21 or later");
    variables.put(
        "SITREP_JDK_DIRS",
        "where the launcher looks for Java last: folders parted by ':', instead of the usual ones");
    return variables;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(IndexOption.USUAL.toString(), "the index, where nothing else is named");
    files.put(
        "index-cli/target/quick-start/",
        "in the folder of the launcher: the program's classes as the Java in use has them loaded,"
            + " for a quick start; made anew where it is missing");
    files.put(
        "index-cli/target/build.log",
        "in the folder of the launcher: what was said when it last built the program");
    return files;
  }
}
