package org.sitrep.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of bytes, and what a user should know of how they were decoded.
 *
 * @param text the text
 * @param note the encoding, where it was neither UTF-8 nor declared by a mark
 */
record Decoded(String text, Optional<String> note) {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final double MOSTLY = 0.4;

  /** Decodes UTF-8 or what a byte order mark declares; else the likelier of two old encodings. */
  static Decoded of(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return plain(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return plain(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return plain(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    Optional<String> utf8 = utf8(bytes);
    if (utf8.isPresent()) {
      return plain(utf8.get());
    }
    Charset charset = likelier(bytes);
    return new Decoded(
        new String(bytes, charset), Optional.of("is not UTF-8; read as " + charset.name()));
  }

  private static Decoded plain(String text) {
    return new Decoded(text, Optional.empty());
  }

  /** Decodes UTF-8 and nothing else. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** Where most letters are beyond ASCII the script is Cyrillic, else Latin with accents. */
  private static Charset likelier(byte[] bytes) {
    int ascii = 0;
    int beyond = 0;
    for (byte b : bytes) {
      if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) {
        ascii++;
      } else if ((b & 0xFF) >= 0xC0) {
        beyond++;
      }
    }
    return beyond > MOSTLY * (ascii + beyond) ? CYRILLIC : WESTERN;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
