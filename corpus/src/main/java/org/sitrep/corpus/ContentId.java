package org.sitrep.corpus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of an input that comes without an id and that no file is named by: the same content has
 * the same id, and another content has another.
 */
final class ContentId {
  private static final String STANDARD_INPUT = "stdin";
  private static final int BYTES = 8;

  private ContentId() {}

  /** Makes an id such as {@code stdin:9f86d081884c7d65}. */
  static String of(byte[] content) {
    return below(STANDARD_INPUT, content);
  }

  /** Makes an id such as {@code feeds/wire.xml:9f86d081884c7d65}. */
  static String below(String name, byte[] content) {
    return name + ":" + HexFormat.of().formatHex(sum(content), 0, BYTES);
  }

  /** Sums a content up in 32 hexadecimal digits. */
  static String digest(byte[] content) {
    return HexFormat.of().formatHex(sum(content), 0, 2 * BYTES);
  }

  private static byte[] sum(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
