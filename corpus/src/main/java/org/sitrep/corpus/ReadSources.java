package org.sitrep.corpus;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.index.SourceState;

/**
 * Knows which files were read to their end and have not changed since. The state of a file is how
 * it is read, its size, the digest of its content where it may be a page, and the time of its last
 * change. A file of the same time is taken to be the same without a look at its content; one with a
 * new time is the same where its content is. For one run and one thread.
 */
final class ReadSources {
  /** What was read of a file in this run. */
  private static final class Seen {
    private final String state;
    private final int held;
    private int readAgain;

    private Seen(String state, int held) {
      this.state = state;
      this.held = held;
    }
  }

  private static final Pattern LINE = Pattern.compile(":(?:\\d+|[0-9a-f]{16})$");

  private final ArticleWriter writer;
  private final ReadOptions options;
  private final Map<String, Seen> read = new LinkedHashMap<>();
  private final Set<String> incomplete = new HashSet<>();

  ReadSources(ArticleWriter writer, ReadOptions options) {
    this.writer = writer;
    this.options = options;
  }

  /**
   * Begins a file.
   *
   * @return the ids of its articles where it need not be read again, empty where it has to be
   */
  Optional<List<String>> begin(SourceFile file) throws IOException {
    if (file.path().isEmpty() || file.problem().isPresent()) {
      incomplete.add(file.origin());
      return Optional.empty();
    }
    SourceState held = writer.source(file.origin());
    Path path = file.path().get();
    String before = held.state().orElse("");
    String kind =
        "%s %s%s %d "
            .formatted(
                Articles.READER_VERSION,
                new TreeMap<>(options.fields()),
                options.fetched().map(f -> " " + f).orElse(""),
                Files.size(path));
    String time = " " + Files.getLastModifiedTime(path);
    if (before.startsWith(kind) && before.endsWith(time)) {
      return Optional.of(held.articles());
    }
    String content = kind + digest(path);
    if (before.startsWith(content + " ")) {
      writer.markRead(file.origin(), content + time);
      return Optional.of(held.articles());
    }
    read.put(file.origin(), new Seen(content + time, held.articles().size()));
    return Optional.empty();
  }

  /** The digest of a file's content; that of a larger file than a page may be is its time. */
  private static String digest(Path path) throws IOException {
    if (Files.size(path) > FileReadings.LARGEST_PAGE) {
      return Files.getLastModifiedTime(path).toString();
    }
    try (InputStream content = Files.newInputStream(path)) {
      return ContentId.digest(content.readNBytes(FileReadings.LARGEST_PAGE));
    } catch (NoSuchFileException | AccessDeniedException later) {
      return "unread"; // said when the file itself is read
    }
  }

  /**
   * Gives a file the name under which the index holds what was read from it, where it was found in
   * another way then: by its folder before, and by itself now.
   */
  SourceFile asHeld(SourceFile file) throws IOException {
    if (file.path().isEmpty() || file.problem().isPresent()) {
      return file;
    }
    Set<String> names = new HashSet<>();
    for (String id : writer.source(file.origin()).articles()) {
      String name = LINE.matcher(id).replaceFirst("");
      if (!name.contains("://") && last(name).equals(last(file.name()))) {
        names.add(name);
      }
    }
    boolean other = names.size() == 1 && !names.contains(file.name());
    return other ? file.named(names.iterator().next()) : file;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Notes that an article that the index held from a file was read from it again. */
  void readAgain(String origin) {
    Seen seen = read.get(origin);
    if (seen != null) {
      seen.readAgain++;
    }
  }

  /** Notes that something of a file is not in the index, so that it has to be read again. */
  void rejected(String origin) {
    incomplete.add(origin);
  }

  /** Says whether something of a file was rejected, or a folder that it lies below. */
  boolean isIncomplete(String origin) {
    int end = origin.length();
    while (end > 0) {
      if (incomplete.contains(origin.substring(0, end))) {
        return true;
      }
      end = origin.lastIndexOf(File.separatorChar, end - 1);
    }
    return false;
  }

  /**
   * Marks the files read so far, of which the last is read to its end.
   *
   * @param pruned whether articles that are no longer in a file have been taken out
   */
  void mark(boolean pruned) throws IOException {
    for (Map.Entry<String, Seen> file : read.entrySet()) {
      Seen seen = file.getValue();
      boolean allThere = pruned || seen.readAgain == seen.held;
      if (allThere && !incomplete.contains(file.getKey())) {
        writer.markRead(file.getKey(), seen.state);
      }
    }
    if (pruned) {
      read.clear();
    } else {
      read.values().removeIf(seen -> seen.readAgain == seen.held);
    }
  }
}
