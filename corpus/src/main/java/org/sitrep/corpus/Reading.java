package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.Origin;

/** What became of one input: one page, or one record of a file of records. */
public sealed interface Reading {
  /**
   * Names the input: the file as the source was given, and for records the line.
   *
   * @return a name such as {@code articles/a.txt} or {@code reuters.jsonl.gz:17}
   */
  String input();

  /**
   * An input that is an article.
   *
   * @param article the article
   * @param origin the real path of its file, and a digest of all of the article
   * @param input names the input
   * @param notes what a user should know and the article does not say, such as an ignored field;
   *     each said once for a file
   */
  record Read(Article article, Origin origin, String input, List<String> notes) implements Reading {
    /** Checks and copies the parts. */
    public Read {
      requireNonNull(article, "article");
      requireNonNull(origin, "origin");
      requireNonNull(input, "input");
      notes = List.copyOf(notes);
    }
  }

  /**
   * An input that is no article.
   *
   * @param input names the input
   * @param reason what is wrong, the offending value last
   * @param id the id that it would have had, empty where it is not known
   */
  record Rejected(String input, String reason, Optional<String> id) implements Reading {
    /** Checks the parts. */
    public Rejected {
      requireNonNull(input, "input");
      requireNonNull(reason, "reason");
      requireNonNull(id, "id");
    }

    /**
     * Returns input and reason in one line.
     *
     * @return such as {@code articles.jsonl:17: published is not a date: '2025-13-40'}
     */
    public String message() {
      return input + ": " + reason;
    }
  }
}
