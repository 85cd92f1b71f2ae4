package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** A few made-up articles to run commands on. */
final class News {
  /** Holds what must never reach a terminal: a title setter, colours, a bell, turned-round text. */
  static final String HOSTILE = "news/hostile";

  private News() {}

  static List<Article> articles() {
    return List.of(
        Article.builder("news/task-force")
            .title("Ministers agree on a joint task force for ammunition")
            .body(
                "Defence ministers agreed on Wednesday to set up a joint task force that will buy"
                    + " ammunition for Ukraine together.\n\nPoland and Germany will lead it. The"
                    + " task force meets for the first time in June, its chairman said, and will"
                    + " report to the ministers each month.")
            .published("2025-05-14T16:27")
            .countries("UA", "PL", "DE")
            .about("UA")
            .tags("Procurement", "Ammunition")
            .topics(List.of("ammunition"))
            .sections("Europe")
            .authors("Jana Novák")
            .source("Northern Wire")
            .url("https://example.org/2025/05/task-force")
            .language("en")
            .attribute("desk", "europe")
            .build(),
        Article.builder("news/frigate")
            .title("Second frigate handed over after two years of delay")
            .body("The navy took over its second frigate. A task force will look at the delay.")
            .published("2025-03-07")
            .countries("PL")
            .about("PL")
            .tags("procurement", "Navy", "none")
            .sections("Europe", "Sea")
            .source("Harbour Post")
            .language("en")
            .build(),
        Article.builder("news/drones")
            .title("Drone crews train in the far north", TitleFrom.DERIVED)
            .body("Drone crews train in the far north. Crews from five countries came to Norway.")
            .published(PartialDate.parse("2024-11").orElseThrow(), DateFrom.INFERRED)
            .countries("NO", "FI", "SE", "EE", "LV", "LT")
            .tags("Drones")
            .source("Northern Wire")
            .language("en")
            .build(),
        Article.builder("news/wojsko")
            .title("Wojsko zamawia amunicję")
            .body("Ministerstwo zamówiło amunicję 155 mm.")
            .published("2024-11-30")
            .countries("PL")
            .tags("amunicja")
            .source("Gazeta Łódzka")
            .language("pl")
            .build(),
        Article.builder(HOSTILE)
            .title("Bell \u0007 and \u001B]0;owned\u0007 title \u009B31m")
            .body(
                "Text with \u001B[31mcolour\u001B[0m, \u202Eturned round\u202C, \u0000 and \uD800.")
            .tags("bad\u001B[2Jtag")
            .source("Evil\u0085 \u2066Wire")
            .build());
  }

  static void index(Path folder) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      for (Article article : articles()) {
        writer.put(article);
      }
      writer.commit();
    }
  }
}
