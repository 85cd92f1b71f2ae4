package org.sitrep.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The table of a command: what it is called and does, its options and its arguments, in the order
 * in which help shows them. What is typed is read and handed on while it is read; a reader refuses
 * a value with a {@link WrongValueException}. For one thread and one reading.
 */
public final class Options {
  private static final String HELP = "-h, --help";

  private final String command;
  private final List<String> description;
  private final List<String> examples;
  private final List<Option> options = new ArrayList<>();
  private final List<Argument> arguments = new ArrayList<>();

  /**
   * Starts a table.
   *
   * @param command what the command is called
   * @param description what it does, in paragraphs; lists of commands show the first
   * @param examples commands
   */
  public Options(String command, List<String> description, List<String> examples) {
    this.command = command;
    this.description = List.copyOf(description);
    this.examples = List.copyOf(examples);
  }

  // ---- making the table

  /**
   * Adds an option without a value.
   *
   * @param names its names, parted by a comma and a blank, the longest last
   * @param given what to do where it is given
   * @param description what help says of it
   * @return the option
   */
  public Option flag(String names, Runnable given, String description) {
    return add(new Option(names, Option.Shape.FLAG, "", description, value -> given.run()));
  }

  /**
   * Adds the option that asks for help.
   *
   * @param description what help says of it
   */
  public void help(String description) {
    flag(HELP, () -> {}, description);
  }

  /**
   * Adds an option with one value; given more than once, the last holds.
   *
   * @param <T> what the value is read as
   * @param names its names, parted by a comma and a blank, the longest last
   * @param label what help calls the value
   * @param reader reads a value
   * @param store keeps it
   * @param description what help says of the option
   * @return the option
   */
  public <T> Option one(
      String names,
      String label,
      Function<String, T> reader,
      Consumer<T> store,
      String description) {
    return add(
        new Option(
            names,
            Option.Shape.ONE,
            label,
            description,
            value -> store.accept(reader.apply(value))));
  }

  /**
   * Adds an option whose value is one of a few constants, named in lower case.
   *
   * @param <E> the type of the constants
   * @param name its name
   * @param label what help calls the value
   * @param constants the constants it can have
   * @param store keeps the one given
   * @param description what help says of the option
   * @return the option
   */
  public <E extends Enum<E>> Option choice(
      String name, String label, List<E> constants, Consumer<E> store, String description) {
    List<String> ids =
        constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    return one(name, label, value -> constants.get(index(ids, value)), store, description)
        .choices(ids);
  }

  private static int index(List<String> ids, String value) {
    int index = ids.indexOf(value.strip());
    if (index < 0) {
      throw new WrongValueException("is none of %s: '%s'".formatted(String.join(", ", ids), value));
    }
    return index;
  }

  /**
   * Adds an option with one value that can be repeated.
   *
   * @param <T> what a value is read as
   * @param names its names, parted by a comma and a blank, the longest last
   * @param label what help calls the value
   * @param reader reads a value
   * @param store keeps all given so far
   * @param description what help says of the option
   * @return the option
   */
  public <T> Option many(
      String names,
      String label,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    return add(new Option(names, Option.Shape.MANY, label, description, collected(reader, store)));
  }

  /**
   * Adds an option with values parted by commas.
   *
   * @param <T> what a value is read as
   * @param name its name
   * @param label what help calls one value
   * @param reader reads one value
   * @param store keeps all given so far
   * @param description what help says of the option
   * @return the option
   */
  public <T> Option listed(
      String name,
      String label,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    Consumer<String> one = collected(reader, store);
    return add(
        new Option(
            name,
            Option.Shape.LISTED,
            label,
            description,
            value -> {
              // As with commas elsewhere, one at the end is nothing, and one elsewhere a mistake.
              for (String part : value.split(",", 0)) {
                one.accept(part);
              }
            }));
  }

  /**
   * Adds an option whose value stands behind an equals sign or nowhere, and that can be repeated:
   * the argument that follows is never its value.
   *
   * @param <T> what a value is read as
   * @param name its name
   * @param label what help calls the value
   * @param usual what it is without a value
   * @param reader reads a value
   * @param store keeps all given so far
   * @param description what help says of the option
   * @return the option
   */
  public <T> Option attached(
      String name,
      String label,
      String usual,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    Function<String, T> read = value -> reader.apply(value.isEmpty() ? usual : value.substring(1));
    return add(new Option(name, Option.Shape.ATTACHED, label, description, collected(read, store)));
  }

  /**
   * Adds an argument that has to be there.
   *
   * @param <T> what it is read as
   * @param label what help calls it
   * @param choices the values there are, for completion; none where they are not known
   * @param reader reads it
   * @param store keeps it
   * @param description what help says of it
   */
  public <T> void argument(
      String label,
      List<String> choices,
      Function<String, T> reader,
      Consumer<T> store,
      String description) {
    one(label, choices, 1, reader, store, description);
  }

  /**
   * Adds an argument that can be there, after which there can be no others.
   *
   * @param <T> what it is read as
   * @param label what help calls it
   * @param choices the values there are, for completion; none where they are not known
   * @param reader reads it
   * @param store keeps it
   * @param description what help says of it
   */
  public <T> void optional(
      String label,
      List<String> choices,
      Function<String, T> reader,
      Consumer<T> store,
      String description) {
    one(label, choices, 0, reader, store, description);
  }

  private <T> void one(
      String label,
      List<String> choices,
      int atLeast,
      Function<String, T> reader,
      Consumer<T> store,
      String description) {
    arguments.add(
        new Argument(
            label,
            description,
            choices,
            Option.Due.WORD,
            atLeast,
            1,
            value -> store.accept(reader.apply(value))));
  }

  /**
   * Adds arguments, after which there can be no others.
   *
   * @param <T> what one is read as
   * @param label what help calls one
   * @param atLeast how many there have to be
   * @param reader reads one
   * @param store keeps all given so far
   * @param description what help says of them
   */
  public <T> void arguments(
      String label,
      int atLeast,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    several(label, Option.Due.WORD, atLeast, reader, store, description);
  }

  /**
   * Adds arguments that name files or folders, after which there can be no others.
   *
   * @param <T> what one is read as
   * @param label what help calls one
   * @param atLeast how many there have to be
   * @param reader reads one
   * @param store keeps all given so far
   * @param description what help says of them
   */
  public <T> void files(
      String label,
      int atLeast,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    several(label, Option.Due.FILES, atLeast, reader, store, description);
  }

  private <T> void several(
      String label,
      Option.Due due,
      int atLeast,
      Function<String, T> reader,
      Consumer<List<T>> store,
      String description) {
    arguments.add(
        new Argument(
            label,
            description,
            List.of(),
            due,
            atLeast,
            Integer.MAX_VALUE,
            collected(reader, store)));
  }

  private static <T> Consumer<String> collected(
      Function<String, T> reader, Consumer<List<T>> store) {
    List<T> read = new ArrayList<>();
    return value -> {
      read.add(reader.apply(value));
      store.accept(List.copyOf(read));
    };
  }

  private Option add(Option option) {
    options.add(option);
    return option;
  }

  // ---- reading what is typed

  /**
   * Reads what is typed behind the command's name.
   *
   * @param typed the arguments
   * @return whether the command is to be done, and not its help shown
   * @throws UsageException if something is wrong with them
   */
  public boolean read(List<String> typed) {
    return new ArgumentReader(this, typed).read();
  }

  /**
   * Returns the value of an option as it was typed last.
   *
   * @param name one of its names
   * @return the text, empty where the option was not given or the command has none of that name
   */
  public Optional<String> typed(String name) {
    return options.stream()
        .filter(option -> option.names().contains(name))
        .findFirst()
        .flatMap(Option::typed);
  }

  // ---- what it is

  /**
   * Returns what the command is called.
   *
   * @return its name
   */
  public String command() {
    return command;
  }

  /**
   * Returns what the command does.
   *
   * @return paragraphs, of which lists of commands show the first
   */
  public List<String> description() {
    return description;
  }

  List<String> examples() {
    return examples;
  }

  List<Option> options() {
    return options;
  }

  List<Argument> arguments() {
    return arguments;
  }

  Stream<String> names() {
    return options.stream().flatMap(option -> option.names().stream());
  }

  static boolean asksForHelp(Option option) {
    return option.names().contains("--help");
  }
}
