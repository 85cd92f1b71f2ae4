package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command did.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ran(int exit, String out, String err) {

  /** Builds a run. */
  static final class Builder {
    private final Map<String, String> env = new HashMap<>();
    private String in = "";
    private Terminal terminal = new Terminal(false, false, Terminal.USUAL_COLUMNS, true);

    Builder env(String name, String value) {
      env.put(name, value);
      return this;
    }

    Builder in(String text) {
      in = text;
      return this;
    }

    Builder terminal(Terminal wanted) {
      terminal = wanted;
      return this;
    }

    Ran run(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exit = run(out, err, args);
      return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    int run(OutputStream out, OutputStream err, String... args) {
      return Sitrep.run(
          new ArrayList<>(List.of(args)),
          new ByteArrayInputStream(in.getBytes(UTF_8)),
          out,
          err,
          env,
          terminal);
    }
  }

  /** A run on the index in a folder. */
  static Builder on(Path index) {
    return new Builder().env(IndexOption.VARIABLE, index.toString());
  }
}
