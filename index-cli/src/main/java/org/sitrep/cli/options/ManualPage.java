package org.sitrep.cli.options;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the manual page of the program, in the man macros of roff, which {@code man} shows. It is
 * in ASCII whatever the texts hold, and no text can be taken for a request. For one page; sections
 * stand in the order in which they are added.
 */
public final class ManualPage {
  private static final int WIDTH = 78;
  private static final int DELETE = 0x7F;
  private static final int UNKNOWN = 0xFFFD;
  private static final String BOLD = "\\fB";
  private static final String ITALIC = "\\fI";
  private static final String ROMAN = "\\fR";

  private final String program;
  private final StringBuilder page = new StringBuilder();

  /**
   * Starts a page.
   *
   * @param program what the program is called
   * @param version its version
   */
  public ManualPage(String program, String version) {
    this.program = program;
    request("TH", program.toUpperCase(Locale.ROOT), "1", "", program + " " + version);
    // No hyphens but those that are typed, and so no blanks to make lines even either.
    page.append(".nh\n.ad l\n");
  }

  // ---- sections

  /**
   * Adds what the program is, and how it is called.
   *
   * @param root the table of the program: what it takes without a command
   * @param commands the tables of the commands
   */
  public void name(Options root, List<Options> commands) {
    request("SH", "NAME");
    String does = root.description().getFirst().replaceFirst("[.]$", "");
    text(program + " - " + does.substring(0, 1).toLowerCase(Locale.ROOT) + does.substring(1));
    request("SH", "SYNOPSIS");
    String separator = "";
    for (Options command : commands) {
      page.append(separator).append(synopsis(command)).append('\n');
      separator = ".br\n";
    }
  }

  /**
   * Adds a section of paragraphs.
   *
   * @param heading its heading
   * @param paragraphs its text
   */
  public void section(String heading, List<String> paragraphs) {
    request("SH", heading);
    paragraphs(paragraphs);
  }

  /**
   * Adds a section of things and what each means.
   *
   * @param heading its heading
   * @param meanings what each means, by its name
   */
  public void section(String heading, Map<String, String> meanings) {
    request("SH", heading);
    meanings.forEach((name, meaning) -> entry(BOLD + escaped(name) + ROMAN, meaning));
  }

  /**
   * Adds each command with what it takes. Options that all commands have are described once, with
   * those that the program takes without a command.
   *
   * @param root the table of the program
   * @param commands the tables of the commands
   */
  public void commands(Options root, List<Options> commands) {
    Set<String> everywhere = everywhere(commands);
    request("SH", "COMMANDS");
    text("The options that every command has stand under OPTIONS.");
    for (Options command : commands) {
      request("SS", program + " " + command.command());
      page.append(synopsis(command)).append('\n');
      request("PP");
      paragraphs(command.description());
      for (Argument argument : command.arguments()) {
        entry(ITALIC + escaped(argument.signature()) + ROMAN, argument.description());
      }
      command.options().stream()
          .filter(option -> !everywhere.contains(line(option)))
          .forEach(this::option);
      examplesOf(command);
    }
    request("SH", "OPTIONS");
    request("SS", "Options of every command");
    commands.stream()
        .limit(1)
        .flatMap(command -> command.options().stream())
        .filter(option -> everywhere.contains(line(option)))
        .forEach(this::option);
    request("SS", "Options without a command");
    root.options().forEach(this::option);
  }

  /**
   * Adds the examples of a table as a section.
   *
   * @param root the table of the program
   */
  public void examples(Options root) {
    request("SH", "EXAMPLES");
    unfilled(root.examples());
  }

  /**
   * Returns the page.
   *
   * @return lines in roff
   */
  public String text() {
    return page.toString();
  }

  // ---- parts of them

  private String synopsis(Options command) {
    String called = BOLD + escaped(program + " " + command.command()) + ROMAN + " [OPTIONS]";
    return command.arguments().stream()
        .map(argument -> " " + ITALIC + escaped(argument.signature()) + ROMAN)
        .collect(Collectors.joining("", called, ""));
  }

  private static Set<String> everywhere(List<Options> commands) {
    Optional<Set<String>> common =
        commands.stream()
            .map(command -> command.options().stream().map(ManualPage::line))
            .map(lines -> lines.collect(Collectors.toSet()))
            .reduce(
                (some, others) -> {
                  Set<String> both = new HashSet<>(some);
                  both.retainAll(others);
                  return both;
                });
    return common.orElse(Set.of());
  }

  /** An option as text, by which two of the same can be told. */
  private static String line(Option option) {
    return option.names() + option.signature() + option.description();
  }

  private void option(Option option) {
    String names =
        option.names().stream()
            .map(name -> BOLD + escaped(name) + ROMAN)
            .collect(Collectors.joining(", "));
    // Only the label is in italics: the signs around it are typed, or stand for what can be.
    String value = escaped(option.signature());
    String label = escaped(option.label());
    if (!label.isEmpty()) {
      value = value.replace(label, ITALIC + label + ROMAN);
    }
    entry(names + value, option.description());
  }

  private void entry(String term, String description) {
    request("TP");
    page.append(term).append('\n');
    text(description);
  }

  private void paragraphs(List<String> paragraphs) {
    String separator = "";
    for (String paragraph : paragraphs) {
      page.append(separator);
      text(paragraph);
      separator = ".PP\n";
    }
  }

  private void examplesOf(Options command) {
    if (!command.examples().isEmpty()) {
      request("PP");
      text(command.examples().size() == 1 ? "Example:" : "Examples:");
      request("PP");
      unfilled(command.examples());
    }
  }

  /** Lines as they are, indented. */
  private void unfilled(List<String> lines) {
    request("RS", "4");
    request("nf");
    lines.forEach(line -> page.append("\\&").append(escaped(line)).append('\n'));
    request("fi");
    request("RE");
  }

  // ---- roff

  private void request(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument)).append('"');
    }
    page.append('\n');
  }

  /** Adds a text that is filled, in lines that are not too long to read. */
  private void text(String text) {
    int at = 0;
    for (String word : escaped(text).strip().split(" +", 0)) {
      if (at > 0 && at + word.length() >= WIDTH) {
        page.append('\n');
        at = 0;
      }
      // A full stop that begins a line would begin a request.
      String shown = word.startsWith(".") ? "\\&" + word : word;
      page.append(at > 0 ? " " : "").append(shown);
      at += shown.length() + 1;
    }
    page.append('\n');
  }

  /**
   * A text that shows as it is, if it does not begin a line with a full stop. Hyphens are those
   * that can be typed, so that what is copied from the page works.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(shown(c)));
    return escaped.toString();
  }

  private static String shown(int c) {
    return switch (c) {
      case '\\' -> "\\e";
      case '-' -> "\\-";
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '"' -> "\\(dq";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default -> isPlain(c) ? Character.toString(c) : shownByNumber(c);
    };
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < DELETE;
  }

  private static String shownByNumber(int c) {
    if (Character.isISOControl(c)) {
      return " ";
    }
    boolean character = Character.getType(c) != Character.SURROGATE;
    return "\\[u%04X]".formatted(character ? c : UNKNOWN);
  }
}
