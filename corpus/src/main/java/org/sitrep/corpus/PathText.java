package org.sitrep.corpus;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Paths as text, no two paths as the same. A file system takes names that are no text, and Java
 * shows each byte that it cannot decode as U+FFFD. Here such a byte stands as {@code %E9}, and a
 * percent sign beside it as {@code %25}; so it does in a name that itself holds {@code %E9}. Every
 * other name is itself, in UTF-8 and so in whatever locale.
 */
final class PathText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char PERCENT = '%';
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.separator));
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PathText() {}

  // ---- a path's text

  /** The text of a path. */
  static String of(Path path) {
    String text = path.toString();
    boolean undecoded = text.indexOf(REPLACEMENT) >= 0;
    if (!undecoded && text.indexOf(PERCENT) < 0) {
      return text;
    }
    List<String> names =
        undecoded
            ? namesByBytes(path)
            : StreamSupport.stream(path.spliterator(), false)
                .map(name -> ofText(name.toString()))
                .toList();
    String root = path.getRoot() == null ? "" : path.getRoot().toString();
    return root + String.join(File.separator, names);
  }

  /** An address is the one thing that Java makes of a path without decoding it. */
  private static List<String> namesByBytes(Path path) {
    String address = path.toAbsolutePath().toUri().getRawPath();
    List<String> names =
        Arrays.stream(address.split("/"))
            .filter(name -> !name.isEmpty())
            .map(name -> ofBytes(bytes(name)))
            .toList();
    return names.subList(names.size() - path.getNameCount(), names.size());
  }

  private static String ofBytes(byte[] name) {
    Optional<String> text = Decoded.utf8(name);
    return text.isPresent() ? ofText(text.get()) : escaped(name);
  }

  private static String ofText(String name) {
    return isEscaped(name) ? escaped(name.getBytes(StandardCharsets.UTF_8)) : name;
  }

  // ---- and the path of a text

  /** The path that a text was made of, where this system has such paths. */
  static Optional<Path> path(String text) {
    List<byte[]> names = Arrays.stream(SEPARATOR.split(text, -1)).map(PathText::nameBytes).toList();
    try {
      if (names.stream().allMatch(name -> Decoded.utf8(name).isPresent())) {
        return Optional.of(
            Path.of(
                names.stream()
                    .map(name -> new String(name, StandardCharsets.UTF_8))
                    .collect(Collectors.joining(File.separator))));
      }
    } catch (InvalidPathException ofAnotherLocale) {
      // by its bytes, then
    }
    if (!text.startsWith("/")) {
      return Optional.empty();
    }
    String address = names.stream().map(PathText::address).collect(Collectors.joining("/"));
    try {
      return Optional.of(Path.of(URI.create("file://" + address)));
    } catch (IllegalArgumentException ofAnotherKind) {
      return Optional.empty();
    }
  }

  private static byte[] nameBytes(String name) {
    return isEscaped(name) ? bytes(name) : name.getBytes(StandardCharsets.UTF_8);
  }

  private static String address(byte[] name) {
    StringBuilder address = new StringBuilder();
    for (byte b : name) {
      address.append(PERCENT).append(HEX.toHexDigits(b));
    }
    return address.toString();
  }

  // ---- escapes

  /**
   * Says whether a text is what stands for a name that is no text, or what stands for such a text.
   */
  private static boolean isEscaped(String text) {
    if (text.indexOf(PERCENT) < 0) {
      return false;
    }
    byte[] bytes = bytes(text);
    Optional<String> plain = Decoded.utf8(bytes);
    return escaped(bytes).equals(text)
        && plain.map(name -> !name.equals(text) && isEscaped(name)).orElse(true);
  }

  /** Writes a name with each byte that is not UTF-8, and each percent sign, as its number. */
  private static String escaped(byte[] name) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(name);
    CharBuffer out = CharBuffer.allocate(3 * name.length);
    StringBuilder escaped = new StringBuilder();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      escaped.append(out.flip().toString().replace("%", "%25"));
      out.clear();
      if (!result.isError()) {
        return escaped.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        escaped.append(PERCENT).append(HEX.toHexDigits(in.get()));
      }
      decoder.reset();
    }
  }

  /** Reads a text with each byte that is written as a number as that byte. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == PERCENT
          && i + 2 < in.length
          && HexFormat.isHexDigit(in[i + 1])
          && HexFormat.isHexDigit(in[i + 2])) {
        bytes.write(HexFormat.fromHexDigits(new String(in, i + 1, 2, StandardCharsets.US_ASCII)));
        i += 2;
      } else {
        bytes.write(in[i]);
      }
    }
    return bytes.toByteArray();
  }
}
