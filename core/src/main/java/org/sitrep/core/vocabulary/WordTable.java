package org.sitrep.core.vocabulary;

import org.jspecify.annotations.Nullable;

/** The words of a vocabulary, numbered from 0 in an open-addressing hash table. */
final class WordTable {
  private @Nullable String[] words = new String[1024];
  private int[] hashes = new int[1024];
  private int[] numbers = new int[1024];
  private int size;

  /** The number of the scanner's word; -1 where the table does not hold it. */
  int find(WordScanner scanner) {
    int slot = slotOf(scanner);
    return words[slot] == null ? -1 : numbers[slot];
  }

  /** The number of the scanner's word, which is added where the table does not hold it. */
  int findOrAdd(WordScanner scanner) {
    if (size * 2 >= words.length) {
      grow();
    }
    int slot = slotOf(scanner);
    if (words[slot] == null) {
      words[slot] = scanner.folded();
      hashes[slot] = scanner.hash();
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  private int slotOf(WordScanner scanner) {
    int hash = scanner.hash();
    int mask = words.length - 1;
    int slot = spread(hash) & mask;
    while (true) {
      String word = words[slot];
      if (word == null || (hashes[slot] == hash && scanner.is(word))) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private void grow() {
    @Nullable String[] oldWords = words;
    int[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    words = new String[oldWords.length * 2];
    hashes = new int[words.length];
    numbers = new int[words.length];
    int mask = words.length - 1;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldWords[i] != null) {
        int slot = spread(oldHashes[i]) & mask;
        while (words[slot] != null) {
          slot = (slot + 1) & mask;
        }
        words[slot] = oldWords[i];
        hashes[slot] = oldHashes[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
