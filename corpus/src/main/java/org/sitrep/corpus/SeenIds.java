package org.sitrep.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of a run, each with the input that it was first read from, in some 50 bytes an id: ids
 * are kept as digests of 128 bits, inputs as the number of their file and their line.
 */
final class SeenIds {
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final int LINE_BITS = 40;

  private long[] table = new long[3 * FIRST_CAPACITY];
  private int size;
  private final List<String> files = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final MessageDigest digest;

  SeenIds() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Adds an id; returns the input that it was read from before, and then adds nothing. */
  Optional<String> add(String id, String input) {
    long[] key = key(id);
    int slot = slot(table, key);
    if (table[slot + 2] != 0) {
      return Optional.of(input(table[slot + 2]));
    }
    put(table, slot, key, place(input));
    size++;
    if (2 * size > table.length / 3) {
      grow();
    }
    return Optional.empty();
  }

  boolean contains(String id) {
    return table[slot(table, key(id)) + 2] != 0;
  }

  private long[] key(String id) {
    byte[] sum = digest.digest(id.getBytes(StandardCharsets.UTF_8));
    return new long[] {number(sum, 0), number(sum, 8)};
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + 8; i++) {
      number = (number << 8) | (bytes[i] & 0xFF);
    }
    return number;
  }

  /** Three longs a slot: two of the key, and the place, which is never 0. */
  private static int slot(long[] table, long[] key) {
    int slots = table.length / 3;
    int slot = (int) Math.floorMod(key[0], (long) slots);
    while (table[3 * slot + 2] != 0
        && (table[3 * slot] != key[0] || table[3 * slot + 1] != key[1])) {
      slot = (slot + 1) % slots;
    }
    return 3 * slot;
  }

  private static void put(long[] table, int slot, long[] key, long place) {
    table[slot] = key[0];
    table[slot + 1] = key[1];
    table[slot + 2] = place;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (int i = 0; i < table.length; i += 3) {
      if (table[i + 2] != 0) {
        long[] key = {table[i], table[i + 1]};
        put(larger, slot(larger, key), key, table[i + 2]);
      }
    }
    table = larger;
  }

  /** A file's number, from 1, and the line, 0 where the input is a whole file. */
  private long place(String input) {
    int colon = input.lastIndexOf(':');
    long line = 0;
    if (colon >= 0 && input.substring(colon + 1).matches("[1-9]\\d{0,11}")) {
      line = Long.parseLong(input.substring(colon + 1));
    }
    String file = line == 0 ? input : input.substring(0, colon);
    int number =
        numbers.computeIfAbsent(
            file,
            f -> {
              files.add(f);
              return files.size();
            });
    return ((long) number << LINE_BITS) | line;
  }

  private String input(long place) {
    String file = files.get((int) (place >>> LINE_BITS) - 1);
    long line = place & ((1L << LINE_BITS) - 1);
    return line == 0 ? file : file + ":" + line;
  }
}
