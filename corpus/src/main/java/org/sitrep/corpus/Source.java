package org.sitrep.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import org.sitrep.corpus.SourceException.Reason;

/** A source as it was given: standard input, a file, a folder or a pattern over a folder. */
final class Source {
  private static final String WILD = "*?[{";
  private static final String IRREGULAR = "is not a regular file";

  private final String given;
  private final List<SourceFile> files;
  private final Predicate<Path> covers;
  private final Predicate<Path> reads;

  private Source(
      String given, List<SourceFile> files, Predicate<Path> covers, Predicate<Path> reads) {
    this.given = given;
    this.files = List.copyOf(files);
    this.covers = covers;
    this.reads = reads;
  }

  private Source(String given, List<SourceFile> files, Predicate<Path> covers) {
    this(given, files, covers, covers);
  }

  /** A source of all that is covered below a folder, without what begins with a dot. */
  private static Source below(
      Path folder, String given, List<SourceFile> files, Predicate<Path> covers) {
    return new Source(
        given,
        files,
        covers,
        path -> {
          if (!covers.test(path)) {
            return false;
          }
          return StreamSupport.stream(folder.relativize(path).spliterator(), false)
              .noneMatch(Source::isHidden);
        });
  }

  /** Finds the files of a source. */
  static Source find(String given) throws IOException {
    if (given.equals(SourceFile.STANDARD_INPUT)) {
      return new Source(given, List.of(SourceFile.standardInput()), path -> false);
    }
    try {
      Path path = Path.of(given);
      if (Files.isDirectory(path)) {
        return folder(given, path);
      }
      if (Files.exists(path)) {
        return file(given, path);
      }
      if (Files.isSymbolicLink(path)) {
        throw new SourceException(
            Reason.MISSING,
            given,
            "source is a link to a file that is not there: '%s'".formatted(given));
      }
    } catch (InvalidPathException noPath) {
      if (given.chars().noneMatch(c -> WILD.indexOf(c) >= 0)) {
        throw new SourceException(
            Reason.MALFORMED, given, "source is not a path: '%s'".formatted(given));
      }
    }
    if (given.chars().anyMatch(c -> WILD.indexOf(c) >= 0)) {
      return pattern(given);
    }
    throw new SourceException(
        Reason.MISSING, given, "there is no file or folder of this name: '%s'".formatted(given));
  }

  private static Source file(String given, Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw denied(given);
    }
    Optional<String>
        problem = // to open a pipe would wait for its writer, for ever if there is none
        Files.isRegularFile(path) ? Optional.empty() : Optional.of(IRREGULAR);
    Path real = path.toRealPath();
    String name = lastName(path);
    SourceFile file =
        new SourceFile(
            Optional.of(path),
            name,
            shown(given, path),
            PathText.of(real),
            Files.size(path),
            problem,
            PathText.of(place(path)));
    return new Source(given, List.of(file), real::equals);
  }

  /** The name of a file or folder, whatever the working directory. */
  private static String lastName(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? String.valueOf(name) : PathText.of(name);
  }

  /** A source as it was given, unless that is what stands for another. */
  private static String shown(String given, Path path) {
    String text = PathText.of(path);
    return text.equals(path.toString()) ? given : text;
  }

  /** Where a path lies, itself not followed where it is a link. */
  static Path place(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
  }

  private static SourceException denied(String given) {
    return new SourceException(
        Reason.DENIED, given, "source cannot be read, its rights forbid it: '%s'".formatted(given));
  }

  private static Source folder(String given, Path folder) throws IOException {
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw denied(given);
    }
    List<SourceFile> files = walk(folder, shown(given, folder), new Wanted(path -> true, true));
    if (files.isEmpty()) {
      throw new SourceException(
          Reason.EMPTY, given, "the folder holds no file: '%s'".formatted(given));
    }
    Path real = folder.toRealPath();
    return below(real, given, files, path -> path.startsWith(real));
  }

  /** A pattern is matched below the last folder that it names in full. */
  private static Source pattern(String given) throws IOException {
    String slashed = given.replace(File.separatorChar, '/');
    int wild = 0;
    while (WILD.indexOf(slashed.charAt(wild)) < 0) {
      wild++;
    }
    int slash = slashed.lastIndexOf('/', wild);
    String base = slash < 0 ? "." : slash == 0 ? "/" : slashed.substring(0, slash);
    String prefix = slash < 0 ? "" : slashed.substring(0, slash);
    Path folder = Path.of(base);
    String below = slashed.substring(slash + 1);
    PathMatcher matcher = matcher(given, folder, below);
    Wanted wanted = new Wanted(matcher::matches, below.contains("/") || below.contains("**"));
    List<SourceFile> files = Files.isDirectory(folder) ? walk(folder, prefix, wanted) : List.of();
    if (files.isEmpty()) {
      throw new SourceException(
          Reason.MISSING, given, "no file matches the pattern: '%s'".formatted(given));
    }
    Path real = folder.toRealPath();
    return below(
        real,
        given,
        files,
        path -> path.startsWith(real) && matcher.matches(real.relativize(path)));
  }

  private static PathMatcher matcher(String given, Path folder, String pattern)
      throws SourceException {
    try {
      return folder.getFileSystem().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException malformed) {
      throw new SourceException(
          Reason.MALFORMED, given, "source is not a pattern: '%s'".formatted(given));
    }
  }

  private static List<SourceFile> walk(Path folder, String given, Wanted wanted)
      throws IOException {
    String root = lastName(folder);
    Path start = folder.toRealPath();
    List<SourceFile> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new Walker(folder, wanted) {
          @Override
          void found(Path path, Path below, long bytes, Optional<String> problem)
              throws IOException {
            String slashed = PathText.of(below).replace(File.separatorChar, '/');
            String input = given.isEmpty() ? slashed : given.replaceAll("/+$", "") + "/" + slashed;
            Path real = problem.isPresent() ? start.resolve(below) : path.toRealPath();
            files.add(
                new SourceFile(
                    Optional.of(path),
                    root + "/" + slashed,
                    input,
                    PathText.of(real),
                    bytes,
                    problem,
                    PathText.of(start.resolve(below))));
          }
        });
    files.sort(Comparator.comparing(SourceFile::name));
    return files;
  }

  /**
   * What is looked for below a folder.
   *
   * @param files tells by their path below it which files are wanted
   * @param deep whether they may lie in its subfolders
   */
  private record Wanted(Predicate<Path> files, boolean deep) {}

  String given() {
    return given;
  }

  List<SourceFile> files() {
    return files;
  }

  /** Whether a file was or would be read from this source. */
  boolean covers(String origin) {
    if (origin.equals(SourceFile.STANDARD_INPUT)) {
      return given.equals(SourceFile.STANDARD_INPUT);
    }
    return PathText.path(origin).filter(covers).isPresent();
  }

  /** Whether a file of this path is read, or would be if it were there. */
  boolean reads(Path path) {
    return reads.test(path);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** Walks a folder without what begins with a dot. */
  private abstract static class Walker extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Wanted wanted;

    Walker(Path folder, Wanted wanted) {
      this.folder = folder;
      this.wanted = wanted;
    }

    abstract void found(Path path, Path below, long bytes, Optional<String> problem)
        throws IOException;

    private boolean hidden(Path path) {
      return !path.equals(folder) && isHidden(path);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return hidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
      if (!hidden(path) && wanted.files().test(folder.relativize(path))) {
        Optional<String> problem = Optional.empty();
        if (attributes.isSymbolicLink()) { // links are followed, so this one leads nowhere
          problem = Optional.of("is a link to a file that is not there");
        } else if (!attributes.isRegularFile()) {
          problem = Optional.of(IRREGULAR);
        }
        found(path, folder.relativize(path), attributes.size(), problem);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
      if (path.equals(folder)) {
        throw failure;
      }
      boolean folderOfWanted = wanted.deep() && Files.isDirectory(path);
      if (!hidden(path) && (folderOfWanted || wanted.files().test(folder.relativize(path)))) {
        found(path, folder.relativize(path), 0, Optional.of(problem(path, failure)));
      }
      return FileVisitResult.CONTINUE;
    }

    private static String problem(Path path, IOException failure) {
      if (failure instanceof FileSystemLoopException) {
        return "is a link that leads back to a folder above it";
      }
      if (failure instanceof AccessDeniedException) {
        return Files.isDirectory(path)
            ? "is a folder whose files cannot be listed, its rights forbid it"
            : "cannot be read, its rights forbid it";
      }
      return "cannot be read: " + failure.getClass().getSimpleName();
    }
  }
}
