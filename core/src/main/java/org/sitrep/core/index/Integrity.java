package org.sitrep.core.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * Compares the files of a reader with their checksums before anything is answered from them: Lucene
 * itself looks at those of its small files alone, and a flipped byte in another would be a false
 * count. Costs one pass over the files.
 */
final class Integrity {
  /** Up to how many bytes are all read; more would make opening slow. */
  private static final long MAX_BYTES = 256L << 20;

  /** How many bytes are read of a larger whole: those of its smallest files. */
  private static final long MAX_BYTES_OF_MORE = 16L << 20;

  /** How many bytes are read at once: Lucene's own check reads a kilobyte, by a call each. */
  private static final int PIECE = 1 << 16;

  private Integrity() {}

  /**
   * Checks the segments of a reader that another does not have.
   *
   * @param last the reader that was checked before, null for none
   * @throws IOException if a file is damaged or cannot be read
   */
  static void check(DirectoryReader reader, @Nullable DirectoryReader last) throws IOException {
    check(reader, last, MAX_BYTES, MAX_BYTES_OF_MORE);
  }

  static void check(
      DirectoryReader reader, @Nullable DirectoryReader last, long maxBytes, long maxBytesOfMore)
      throws IOException {
    Map<CacheKey, Set<String>> known = new HashMap<>();
    if (last != null) {
      last.leaves().forEach(leaf -> known.put(key(leaf.reader()), files(leaf.reader())));
    }
    Map<LeafReader, Set<String>> fresh = new LinkedHashMap<>();
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Set<String> files = new LinkedHashSet<>(files(leaf.reader()));
      files.removeAll(known.getOrDefault(key(leaf.reader()), Set.of()));
      fresh.put(leaf.reader(), files);
      for (String file : files) {
        lengths.put(file, length(reader.directory(), file));
      }
    }
    long bytes = lengths.values().stream().mapToLong(length -> length).sum();
    if (bytes > maxBytes) {
      checkSmallest(reader.directory(), lengths, maxBytesOfMore);
      return;
    }
    for (Map.Entry<LeafReader, Set<String>> files : fresh.entrySet()) {
      check(reader.directory(), files.getKey(), files.getValue());
    }
  }

  private static void checkSmallest(Directory directory, Map<String, Long> lengths, long most)
      throws IOException {
    List<String> smallest = new ArrayList<>(lengths.keySet());
    smallest.sort(Comparator.comparing(lengths::get));
    long bytes = 0;
    for (String file : smallest) {
      bytes += lengths.getOrDefault(file, 0L);
      if (bytes > most) {
        return;
      }
      try {
        check(directory, file);
      } catch (NoSuchFileException | FileNotFoundException e) {
        // Deleted by a writer: as large as the whole is, it is not read another way.
      }
    }
  }

  private static CacheKey key(LeafReader leaf) {
    return leaf.getCoreCacheHelper().getKey();
  }

  /** The files of a segment, with those that later commits wrote of it: deletions, stories. */
  private static Set<String> files(LeafReader leaf) {
    try {
      return leaf instanceof SegmentReader segment
          ? Set.copyOf(segment.getSegmentInfo().files())
          : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a list in memory
    }
  }

  private static void check(Directory directory, LeafReader leaf, Set<String> files)
      throws IOException {
    try {
      for (String file : files) {
        check(directory, file);
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      // Deleted by a writer: what is open of it can be read all the same, in smaller pieces.
      leaf.checkIntegrity();
    }
  }

  private static void check(Directory directory, String file) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      long written = CodecUtil.retrieveChecksum(in);
      in.seek(0);
      CRC32 found = new CRC32();
      byte[] piece = new byte[PIECE];
      long left = in.length() - Long.BYTES; // the checksum itself is the end of the file
      while (left > 0) {
        int length = (int) Math.min(left, piece.length);
        in.readBytes(piece, 0, length, false);
        found.update(piece, 0, length);
        left -= length;
      }
      if (found.getValue() != written) {
        throw new CorruptIndexException(
            "checksum is %x, not %x".formatted(found.getValue(), written), in);
      }
    }
  }

  /**
   * Compares all files of a reader with their checksums, as they are open.
   *
   * @throws IOException if a file is damaged or cannot be read
   */
  static void check(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /**
   * Notes how long the files of a reader's commit are; those that are gone already are left out.
   */
  static Map<String, Long> lengths(DirectoryReader reader) throws IOException {
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (String file : reader.getIndexCommit().getFileNames()) {
      long length = length(reader.directory(), file);
      if (length > 0) {
        lengths.put(file, length);
      }
    }
    return lengths;
  }

  /**
   * Says which file of a reader is not as long as it was; of a commit that is still the last one
   * that is damage, and what is mapped into memory beyond a file's end reads as anything.
   *
   * @param lengths how long they were
   */
  static Optional<String> difference(DirectoryReader reader, Map<String, Long> lengths)
      throws IOException {
    for (Map.Entry<String, Long> file : lengths.entrySet()) {
      long length = length(reader.directory(), file.getKey());
      if (length != file.getValue()) {
        return Optional.of(
            "%s has %d bytes, not %d, since it was opened"
                .formatted(file.getKey(), length, file.getValue()));
      }
    }
    return Optional.empty();
  }

  /**
   * Counts the bytes of files. Those that a writer has deleted since they were opened count
   * nothing: they can be read as before, but not be found by their names.
   */
  static long bytes(Directory directory, Collection<String> files) throws IOException {
    long bytes = 0;
    for (String file : files) {
      bytes += length(directory, file);
    }
    return bytes;
  }

  private static long length(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0;
    }
  }
}
