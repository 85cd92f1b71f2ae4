package org.sitrep.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The one place through which everything is written to standard output or standard error, always in
 * UTF-8. Texts are made safe to show and styled here; with colours off no escape sequence leaves
 * it.
 *
 * <p>Buffered until {@link #flush}. Standard output fails with {@link OutputException}, once;
 * standard error never fails, for there would be nowhere to say so. For one thread.
 */
final class Output {
  private static final int BUFFER = 1 << 15;

  private final Writer writer;
  private final boolean mayFail;
  private boolean colors;
  private boolean broken;

  private Output(OutputStream stream, boolean mayFail) {
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    this.mayFail = mayFail;
  }

  static Output ofData(OutputStream stream) {
    return new Output(stream, true);
  }

  static Output ofMessages(OutputStream stream) {
    return new Output(stream, false);
  }

  void colors(boolean on) {
    colors = on;
  }

  /** Prints a text that may come from anywhere, without its line breaks. */
  Output print(String text) {
    return raw(Shown.line(text));
  }

  Output print(Style style, String text) {
    if (!colors || style == Style.PLAIN || text.isEmpty()) {
      return print(text);
    }
    return raw(style.on(Shown.line(text)));
  }

  Output line() {
    return raw("\n");
  }

  Output line(String text) {
    return print(text).line();
  }

  /** Prints JSON and ends the line. */
  Output json(String json) {
    return raw(Shown.json(json)).line();
  }

  /** Prints what this program itself has made, with its line breaks and escape sequences. */
  Output raw(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      failed(e);
    }
    return this;
  }

  Output flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      failed(e);
    }
    return this;
  }

  private void failed(IOException e) {
    if (mayFail && !broken) {
      broken = true;
      throw new OutputException(e);
    }
  }
}
