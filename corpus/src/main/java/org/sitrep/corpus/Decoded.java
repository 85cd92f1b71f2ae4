package org.sitrep.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of bytes, and what a user should know of how they were decoded.
 *
 * @param text the text
 * @param note the encoding, where it was neither UTF-8 nor declared by a mark
 */
record Decoded(String text, Optional<String> note) {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int HEAD = 8_192;

  /** One character in so many may be misread, at most. */
  private static final int MOST_MISREAD = 200;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<meta\\b[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})"
              + "|^\\s*<\\?xml\\b[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})");

  /** Decodes UTF-8 or what a byte order mark declares; else the likeliest of the old encodings. */
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
    Charset charset = OldEncoding.of(bytes);
    return new Decoded(
        new String(bytes, charset), Optional.of("is not UTF-8; read as " + charset.name()));
  }

  /**
   * Decodes what may declare its encoding, as HTML and XML do. UTF-8 goes before the declaration,
   * for nothing else happens to be valid UTF-8; a declaration that does not fit is not believed,
   * and the next is tried: an XML prologue and a meta element may declare different encodings.
   */
  static Decoded ofMarkup(byte[] bytes) {
    boolean marked =
        begins(bytes, 0xEF, 0xBB, 0xBF) || begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF);
    Optional<Decoded> tolerable = Optional.empty();
    boolean utf8 = utf8(bytes).isPresent();
    for (Charset charset : marked ? List.<Charset>of() : declared(bytes)) {
      if (utf8 && !shifts(charset)) {
        continue;
      }
      String text = new String(bytes, charset);
      long misread = text.chars().filter(c -> c == 0xFFFD).count();
      if (misread == 0) {
        return tolerable.orElseGet(() -> plain(text));
      }
      boolean mostlyRight = !charset.equals(StandardCharsets.UTF_8) || misread < wellRead(text);
      if (misread * MOST_MISREAD <= text.length() && mostlyRight && tolerable.isEmpty()) {
        String note = "holds bytes that are not " + charset.name();
        tolerable = Optional.of(new Decoded(text, Optional.of(note)));
      }
    }
    return tolerable.orElseGet(() -> of(bytes));
  }

  /** How many characters other than those of ASCII were read as what they are. */
  private static long wellRead(String text) {
    return text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
  }

  /** Encodings that write other scripts in the bytes of ASCII, so that all is valid UTF-8. */
  private static boolean shifts(Charset charset) {
    return charset.name().startsWith("ISO-2022") || charset.name().startsWith("UTF-16");
  }

  private static List<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Set<Charset> declared = new LinkedHashSet<>();
    Matcher matcher = DECLARED.matcher(head);
    while (matcher.find()) {
      String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      charset(name).ifPresent(declared::add);
    }
    wide(bytes).ifPresent(declared::add);
    return List.copyOf(declared);
  }

  private static Optional<Charset> charset(String name) {
    try {
      // As browsers do: what calls itself Latin 1 is its extension by Microsoft.
      boolean latin = name.equalsIgnoreCase("iso-8859-1") || name.equalsIgnoreCase("us-ascii");
      Charset charset = latin ? WESTERN : Charset.forName(name);
      return charset.canEncode() && !charset.name().startsWith("UTF-16")
          ? Optional.of(charset)
          : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** UTF-16 without a mark: "<" beside a NUL. */
  private static Optional<Charset> wide(byte[] bytes) {
    if (begins(bytes, '<', 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return begins(bytes, 0, '<') ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
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
