package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place between two hits, from which a search goes on: {@link SearchResults#next} gives one,
 * {@link SearchRequest#after} takes it. With it there is no bound on how many hits can be read page
 * by page.
 *
 * <p>A cursor goes on with the hits of the request that it was given for: the same query, match,
 * selections, similar articles and collapse in the same order, by relevance the same ranking too. A
 * search with a cursor of another request is refused ({@link #fits}). Limit, snippets, facets, time
 * limit and timeline may differ from page to page. Of a query with {@code 7d} or {@code yesterday}
 * the days count that it was read as.
 *
 * <p>By date a cursor is a key. It has no end, outlives commits and the process, and what is put
 * meanwhile appears where it belongs. By relevance, where a commit may change every score, a cursor
 * belongs to the state of the index that it was given for, which the {@code ArticleIndex} object
 * keeps for it for a while; after that, and for any other object, it has expired.
 *
 * <p>The parts are for the index. An application keeps a cursor as it is, or as text: {@link
 * #toString} and {@link #parse}.
 *
 * @param sort the order of hits that it belongs to
 * @param scope tells the request that it was given for from others, by a checksum
 * @param snapshot names the state of the index that it belongs to, empty by date
 * @param score the score of the hit before it, 0 by date
 * @param start the start of that hit's date
 * @param end the end of that hit's date
 * @param id that hit's id
 */
public record Cursor(
    Sort sort, int scope, String snapshot, float score, long start, long end, String id) {
  /** The longest text that {@link #parse} reads, in characters. */
  public static final int MAX_LENGTH = 8_192;

  private static final int VERSION = 2;
  private static final int FIXED_BYTES = 3 + 3 * Integer.BYTES + 2 * Long.BYTES;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** Checks the parts. */
  public Cursor {
    requireNonNull(sort, "sort");
    requireNonNull(snapshot, "snapshot");
    requireNonNull(id, "id");
    if (snapshot.isEmpty() == (sort == Sort.RELEVANCE)) {
      throw new IllegalArgumentException("snapshot does not go with the order: " + sort);
    }
    if (snapshot.length() > Byte.MAX_VALUE || !snapshot.chars().allMatch(c -> c < 0x80)) {
      throw new IllegalArgumentException(
          "snapshot is not the name of one: '%s'".formatted(snapshot));
    }
  }

  /**
   * Makes the cursor that stands after a hit of a request.
   *
   * @param request the request
   * @param snapshot names the state of the index that the hit was found in
   * @param score the hit's score, which counts by relevance alone
   * @param start the start of the hit's date
   * @param end the end of the hit's date
   * @param id the hit's id
   * @return the cursor
   */
  public static Cursor of(
      SearchRequest request, String snapshot, float score, long start, long end, String id) {
    boolean byScore = request.sort() == Sort.RELEVANCE;
    return new Cursor(
        request.sort(),
        CursorScope.of(request),
        byScore ? snapshot : "",
        byScore ? score : 0,
        start,
        end,
        id);
  }

  /**
   * Says whether a request asks for a page of the hits that this cursor was given for.
   *
   * @param request the request
   * @return false where a search for the request with this cursor is refused
   */
  public boolean fits(SearchRequest request) {
    return sort == request.sort() && scope == CursorScope.of(request);
  }

  /**
   * Reads a cursor back.
   *
   * @param text what {@link #toString} gave, at most {@value #MAX_LENGTH} characters; anything else
   *     may be given and is refused
   * @return the cursor
   * @throws IllegalArgumentException if the text is no cursor
   */
  public static Cursor parse(String text) {
    if (requireNonNull(text, "text").length() <= MAX_LENGTH) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        int end = bytes.length - Integer.BYTES;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= FIXED_BYTES
            && in.getInt(end) == checksum(bytes, end)
            && in.get() == VERSION) {
          return read(in.limit(end));
        }
      } catch (RuntimeException e) {
        throw notOne(text, e);
      }
    }
    throw notOne(text, null);
  }

  private static IllegalArgumentException notOne(String text, @Nullable Exception cause) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new IllegalArgumentException(
        "cursor is not one that a search gave: '%s'".formatted(shown), cause);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static byte letter(Sort sort) {
    return (byte) sort.name().charAt(0);
  }

  private static Sort sort(byte letter) {
    return Arrays.stream(Sort.values())
        .filter(sort -> letter(sort) == letter)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no order: " + letter));
  }

  private static Cursor read(ByteBuffer in) {
    Sort sort = sort(in.get());
    int scope = in.getInt();
    float score = in.getFloat();
    long start = in.getLong();
    long end = in.getLong();
    byte[] snapshot = new byte[in.get()];
    in.get(snapshot);
    byte[] id = new byte[in.remaining()];
    in.get(id);
    return new Cursor(
        sort,
        scope,
        new String(snapshot, StandardCharsets.US_ASCII),
        score,
        start,
        end,
        new String(id, StandardCharsets.UTF_8));
  }

  /**
   * Returns the cursor as text.
   *
   * @return letters, digits, {@code -} and {@code _}, for {@link #parse}
   */
  @Override
  public String toString() {
    byte[] snapshotBytes = snapshot.getBytes(StandardCharsets.US_ASCII);
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + snapshotBytes.length + idBytes.length);
    out.put((byte) VERSION).put(letter(sort));
    out.putInt(scope).putFloat(score).putLong(start).putLong(end);
    out.put((byte) snapshotBytes.length).put(snapshotBytes).put(idBytes);
    out.limit(out.position() + Integer.BYTES);
    out.putInt(checksum(out.array(), out.position()));
    return ENCODER.encodeToString(Arrays.copyOf(out.array(), out.position()));
  }
}
