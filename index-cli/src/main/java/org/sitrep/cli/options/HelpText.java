package org.sitrep.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes the help of commands, in lines of a width. */
public final class HelpText {
  private static final int SHORT_NAMES = 6;
  private static final int GAP = 3;
  private static final int WIDEST_NAME = 20;
  private static final String CONTINUED = "  ";

  private final String program;
  private final int width;
  private final UnaryOperator<String> emphasis;
  private final List<String> lines = new ArrayList<>();

  /**
   * Starts a help.
   *
   * @param program what the program is called
   * @param width how many columns there are
   * @param emphasis makes a name stand out, or leaves it as it is
   */
  public HelpText(String program, int width, UnaryOperator<String> emphasis) {
    this.program = program;
    this.width = width;
    this.emphasis = emphasis;
  }

  /**
   * Writes the help of a command.
   *
   * @param command its table
   * @param exitCodes what each exit code means
   * @return lines
   */
  public List<String> of(Options command, Map<String, String> exitCodes) {
    StringBuilder synopsis = new StringBuilder("Usage: ");
    synopsis.append(emphasis.apply(program + " " + command.command())).append(" [OPTIONS]");
    command.arguments().forEach(argument -> synopsis.append(' ').append(argument.signature()));
    lines.add(synopsis.toString());
    lines.add("");
    command.description().forEach(paragraph -> wrap("", paragraph, 0, 0));
    options(command);
    exitCodes(exitCodes);
    examples(command);
    return lines;
  }

  /**
   * Writes the help of the program.
   *
   * @param root the table of the program: what it takes without a command
   * @param commands what each command does
   * @param exitCodes what each exit code means
   * @return lines
   */
  public List<String> of(
      Options root, Map<String, String> commands, Map<String, String> exitCodes) {
    root.description().forEach(paragraph -> wrap("", paragraph, 0, 0));
    lines.add("Usage: " + emphasis.apply(program) + " COMMAND [OPTIONS] [ARGUMENT...]");
    options(root);
    lines.add("");
    lines.add("Commands:");
    table(commands);
    exitCodes(exitCodes);
    examples(root);
    return lines;
  }

  private void options(Options command) {
    int column = SHORT_NAMES + GAP;
    String behindShortNames = " ".repeat(SHORT_NAMES);
    List<String> shown = new ArrayList<>();
    for (Argument argument : command.arguments()) {
      column = fitting(column, behindShortNames + argument.signature());
    }
    for (Option option : command.options()) {
      String names = String.join(", ", option.names()) + option.signature();
      shown.add((names.startsWith("--") ? behindShortNames : CONTINUED) + names);
      column = fitting(column, shown.getLast());
    }
    if (!command.arguments().isEmpty()) {
      lines.add("");
    }
    for (Argument argument : command.arguments()) {
      row(behindShortNames + argument.signature(), argument.description(), column);
    }
    lines.add("");
    lines.add("Options:");
    for (int i = 0; i < shown.size(); i++) {
      row(shown.get(i), command.options().get(i).description(), column);
    }
  }

  /** The column of descriptions: names that are too long for it stand in lines of their own. */
  private static int fitting(int column, String start) {
    return start.length() > SHORT_NAMES + WIDEST_NAME
        ? column
        : Math.max(column, start.length() + GAP);
  }

  private void row(String start, String description, int column) {
    String name = start.strip();
    String shown = start.substring(0, start.length() - name.length()) + emphasis.apply(name);
    int indent = column + CONTINUED.length();
    if (start.length() + GAP > column) {
      lines.add(shown);
      wrap(" ".repeat(column), description, column, indent);
    } else {
      wrap(shown + " ".repeat(column - start.length()), description, column, indent);
    }
  }

  private void exitCodes(Map<String, String> exitCodes) {
    lines.add("");
    lines.add("Exit codes:");
    table(exitCodes);
  }

  private void table(Map<String, String> rows) {
    int widest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    int column = CONTINUED.length() + widest + CONTINUED.length();
    rows.forEach(
        (name, meaning) ->
            wrap(
                CONTINUED + emphasis.apply(name) + " ".repeat(column - 2 - name.length()),
                meaning,
                column,
                column + CONTINUED.length()));
  }

  private void examples(Options command) {
    lines.add("");
    lines.add("Examples:");
    command.examples().forEach(example -> lines.add(CONTINUED + example));
  }

  /**
   * Adds a text behind what stands before it.
   *
   * @param before what stands before it
   * @param from how wide that is to the eye
   * @param indent how far its other lines are indented
   */
  private void wrap(String before, String text, int from, int indent) {
    StringBuilder line = new StringBuilder(before);
    int at = from;
    boolean first = true;
    for (String word : text.split(" ", 0)) {
      if (!first && at + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        at = indent;
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      at += word.length() + (first ? 0 : 1);
      first = false;
    }
    lines.add(line.toString());
  }
}
