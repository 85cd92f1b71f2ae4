/**
 * What the commands of the program take, as tables of options and arguments made in code.
 *
 * <p>A command declares each option once, with what reads its value, where the value goes and what
 * it does in words ({@link org.sitrep.cli.options.Options}). All else follows from the table:
 * arguments are read by it, help, completion and the manual page are written from it, and messages
 * take from it the names that somebody may have meant and the values that there are. So an option
 * cannot be read and lack its line of help, and a test of all tables is one of all commands.
 *
 * <p>Why not a library: a search is a process of its own, and its start is most of what it takes.
 * In millions of instructions of a whole process under the JVM's cache of loaded classes, where a
 * program that only says hello takes 47, these tables take 53 and Commons CLI 57; picocli takes 123
 * by its programmatic interface and 469 by annotations, since its class files are of a version that
 * no such cache takes. Commons CLI starts as quickly, but writes no completion and offers no names
 * that may have been meant, so that most of this package would be here all the same. The price is
 * that these fifteen hundred lines are ours to keep: how {@code --name=value}, {@code --} and
 * {@code --limit -3} are read is tested here and not by others.
 */
@NullMarked
package org.sitrep.cli.options;

import org.jspecify.annotations.NullMarked;
