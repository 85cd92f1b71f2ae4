package org.sitrep.cli;

/** How a piece of text looks on a terminal that shows colours. */
enum Style {
  PLAIN(""),
  TITLE("1"),
  MATCH("1;33"),
  FAINT("2"),
  KEY("36"),
  GOOD("32"),
  BAD("31"),
  SELECTED("1;32"),
  EXCLUDED("1;31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** A text with what switches the style on before it and off behind it. */
  String on(String text) {
    return code.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
