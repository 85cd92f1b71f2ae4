package org.sitrep.cli;

import java.io.InputStream;
import java.util.Map;

/**
 * All that a command sees of the world around it, so that a test can give it another.
 *
 * @param in standard input
 * @param out standard output: data, and nothing else
 * @param err standard error: everything else
 * @param env the environment
 * @param terminal where the output goes
 */
record Surroundings(
    InputStream in, Output out, Output err, Map<String, String> env, Terminal terminal) {
  Surroundings {
    env = Map.copyOf(env);
  }

  /** The value of a variable, empty where it is not set. */
  String variable(String name) {
    return env.getOrDefault(name, "");
  }

  /** Whether colours are for this person, where the output goes to a terminal. */
  boolean wantsStyle() {
    return variable("NO_COLOR").isEmpty() && !isDumb();
  }

  /** Whether the terminal says that it shows characters and nothing else. */
  boolean isDumb() {
    return variable("TERM").equals("dumb");
  }

  /** Says something to the person, in one line. */
  void say(String message) {
    err.print("sitrep: ").line(message).flush();
  }
}
