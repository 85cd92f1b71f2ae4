package org.sitrep.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command. For one thread; it remembers what was given.
 *
 * <p>Names that begin with two hyphens take their value behind an equals sign or as the next
 * argument.
 */
public final class Option {
  /** How an option takes its value. */
  enum Shape {
    /** Takes none. */
    FLAG,
    /** Takes one: the last that is given. */
    ONE,
    /** Takes one, and can be repeated. */
    MANY,
    /** Takes several parted by commas, and can be repeated. */
    LISTED,
    /** Takes one behind an equals sign or none, and can be repeated. */
    ATTACHED
  }

  /** What a value is the name of. */
  enum Due {
    WORD,
    FILES,
    FOLDERS
  }

  private final List<String> names;
  private final Shape shape;
  private final String label;
  private final String description;
  private final Consumer<String> store;
  private List<String> choices = List.of();
  private Due due = Due.WORD;
  private boolean required;
  private @Nullable String typed;

  Option(String names, Shape shape, String label, String description, Consumer<String> store) {
    this.names = List.of(names.split(", ", 0));
    this.shape = shape;
    this.label = label;
    this.description = description;
    this.store = store;
  }

  /**
   * Says that a command is nothing without the option.
   *
   * @return this option
   */
  public Option required() {
    required = true;
    return this;
  }

  /**
   * Says which values there are, or the most usual ones, for completion.
   *
   * @param values the values as typed
   * @return this option
   */
  public Option choices(List<String> values) {
    choices = List.copyOf(values);
    return this;
  }

  /**
   * Says that a value names a file, for completion.
   *
   * @return this option
   */
  public Option file() {
    due = Due.FILES;
    return this;
  }

  /**
   * Says that a value names a folder, for completion.
   *
   * @return this option
   */
  public Option folder() {
    due = Due.FOLDERS;
    return this;
  }

  // ---- what it is

  List<String> names() {
    return names;
  }

  /** The name that messages call it by: the longest. */
  String name() {
    return names.getLast();
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  List<String> choices() {
    return choices;
  }

  Due due() {
    return due;
  }

  boolean isListed() {
    return shape == Shape.LISTED;
  }

  boolean isFlag() {
    return shape == Shape.FLAG;
  }

  /** Says whether the next argument is its value where none is attached. */
  boolean takesNext() {
    return shape != Shape.FLAG && shape != Shape.ATTACHED;
  }

  /** The value that was given last, as it was typed. */
  Optional<String> typed() {
    return Optional.ofNullable(typed);
  }

  boolean isMissing() {
    return required && typed == null;
  }

  /** Its name and value as a synopsis has them: {@code --limit=N}. */
  String signature() {
    return switch (shape) {
      case FLAG -> "";
      case ONE, MANY -> "=" + label;
      case LISTED -> "=" + label + "[," + label + "...]";
      case ATTACHED -> "[=" + label + "]";
    };
  }

  // ---- what it takes

  /**
   * Takes a value; a flag and an option without its value take the empty text. Of several values of
   * an option that has one the last holds, so that what an alias says can be said otherwise.
   */
  void take(String value) {
    typed = value;
    try {
      store.accept(value);
    } catch (WrongValueException e) {
      throw new UsageException(name() + " " + e.getMessage(), e);
    }
  }
}
