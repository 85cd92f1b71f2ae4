package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.corpus.draft.RelativeDates;

/**
 * A page whose lines are parted for certain, as the blocks of an HTML page are. Its reader decides
 * on the zones; dates, bylines and the words that tell furniture are read here as for every page.
 *
 * <p>Not safe for use by several threads.
 */
public final class BlockPage {
  private final PageMap map;
  private final PageContext context;
  private final DateOrder order;

  /**
   * Takes the blocks of a page.
   *
   * @param blocks the blocks, none of them with a line end
   * @param context what else is known of the page
   */
  public BlockPage(List<String> blocks, PageContext context) {
    map = new PageMap(PageLines.ofBlocks(blocks, context.deadline()), context.deadline());
    this.context = requireNonNull(context, "context");
    order = new DateOrder(map, context);
  }

  /**
   * Counts the blocks.
   *
   * @return how many there are
   */
  public int size() {
    return map.size();
  }

  /**
   * Says whether the words of a block are of a kind.
   *
   * @param block the block's index
   * @param marker the kind
   * @return true when they are
   */
  public boolean is(int block, Marker marker) {
    return map.seen(block).has(marker);
  }

  /**
   * Returns the words by which a block is of a kind.
   *
   * @param block the block's index
   * @param marker the kind
   * @return the phrase, empty where the block is not of the kind
   */
  public String phrase(int block, Marker marker) {
    return map.seen(block).phrase(marker);
  }

  /**
   * Says whether a block is a marker and nothing else.
   *
   * @param block the block's index
   * @return true when all of its words are a phrase of some kind
   */
  public boolean onlyMarker(int block) {
    return map.seen(block).wholeMarker();
  }

  /**
   * Says whether a block is one or more sentences, long enough not to be a label.
   *
   * @param block the block's index
   * @return true when it is
   */
  public boolean prose(int block) {
    return map.line(block).prose();
  }

  /**
   * Says whether a block ends as a sentence does.
   *
   * @param block the block's index
   * @return true when it does
   */
  public boolean ends(int block) {
    return map.line(block).ends;
  }

  /**
   * Counts the words of a block.
   *
   * @param block the block's index
   * @return how many; where words are not parted by spaces, two letters count as one
   */
  public int words(int block) {
    return map.line(block).words;
  }

  /**
   * Says whether a block is a date or time of publication with at most a few words around it.
   *
   * @param block the block's index
   * @return true when it is
   */
  public boolean dateline(int block) {
    return map.seen(block).dateline();
  }

  /**
   * Says whether a block names the author after a word such as "by", and says nothing else.
   *
   * @param block the block's index
   * @return true when it does
   */
  public boolean byline(int block) {
    return map.seen(block).byline();
  }

  /**
   * Says whether a block names those who worked on an agency's text, as its last line does.
   *
   * @param block the block's index
   * @return true when it does
   */
  public boolean closingCredit(int block) {
    return Bylines.ending(map.line(block));
  }

  /**
   * Gives a zone to a block.
   *
   * @param block the block's index
   * @param zone the zone
   * @param reason why, in plain words
   */
  public void set(int block, Zone zone, String reason) {
    map.set(block, zone, reason);
  }

  /**
   * Says whether a block has no zone yet.
   *
   * @param block the block's index
   * @return true until one is given
   */
  public boolean free(int block) {
    return map.free(block);
  }

  /**
   * Gives zones to the blocks above and below the text that have none yet.
   *
   * @param headline the headline's index, -1 where there is none
   * @param first the first block of the text
   * @param last its last block
   */
  public void readAround(int headline, int first, int last) {
    BodyFinder.Run run = new BodyFinder.Run(first, last);
    HeadReader.read(map, headline, run);
    TailReader.read(map, run);
  }

  /**
   * Returns the zone of a block.
   *
   * @param block the block's index
   * @return the zone; promotion where none was given
   */
  public Zone zone(int block) {
    return map.zone(block);
  }

  /**
   * Reads when the page says that it was published, out of its datelines or the first words of its
   * text.
   *
   * @param headline the headline's index, -1 where there is none
   * @return the date, empty where the page does not say
   */
  public Optional<Published> declared(int headline) {
    return dates(headline).published();
  }

  /**
   * Reads when the page says that it was changed, out of its datelines.
   *
   * @param headline the headline's index, -1 where there is none
   * @return the date, empty where the page does not say
   */
  public Optional<PartialDate> modified(int headline) {
    return dates(headline).modified();
  }

  private DeclaredDates dates(int headline) {
    return new DeclaredDates(map, context, order, headline);
  }

  /**
   * Works out when a page was published from what its text reports as past.
   *
   * @return the latest full date, empty where there is none
   */
  public Optional<Published> inferred() {
    return new OtherDates(map, context, order).inferred();
  }

  /**
   * Reads the date that an address or a file's name carries.
   *
   * @param name the address or name
   * @param latest the last day on which the page can have been published
   * @return the date, empty where there is none
   */
  public static Optional<Published> inName(String name, LocalDate latest) {
    return OtherDates.inName(name, latest);
  }

  /**
   * Reads a text that holds a date and little else, such as a declared one in the publisher's own
   * style.
   *
   * @param text the text
   * @return the date, its day and month in the order that the rest of the page shows; inferred
   *     where the page does not show it
   */
  public Optional<Published> date(String text) {
    return DateFinder.find(text).stream()
        .filter(FoundDate::full)
        .findFirst()
        .map(order::order)
        .flatMap(
            o -> o.date().partial().map(d -> new Published(d, o.from(), "as written: " + text)))
        .or(() -> counted(text).map(d -> new Published(d, DateFrom.DECLARED, "counted: " + text)));
  }

  private Optional<PartialDate> counted(String text) {
    return RelativeDates.parse(text).flatMap(d -> context.fetched().flatMap(d::before));
  }

  /**
   * Explains why a date that the page counts from the time of its reading is none of ours.
   *
   * @param headline the headline's index, -1 where there is none
   * @return the reason; empty where there is no such date, or it was read
   */
  public Optional<ExplainedField> uncounted(int headline) {
    return dates(headline).uncounted();
  }

  /**
   * Reads the authors that a block names.
   *
   * @param block the block's index
   * @return their names, in order
   */
  public List<String> authors(int block) {
    return Credits.credit(map, block).authors();
  }

  /**
   * Says whether a text can be the name of a person.
   *
   * @param text the text
   * @return true for two to four capitalised words, with the particles of names between them
   */
  public static boolean person(String text) {
    return Names.person(text);
  }

  /**
   * Parts a list of names.
   *
   * @param names names with commas or the word "and" between them, and perhaps what their bearers
   *     are, or whose, after them
   * @return each by itself
   */
  public static List<String> names(String names) {
    int affiliation = Names.affiliation(names);
    String people = affiliation < 0 ? names : names.substring(0, affiliation);
    List<String> parts = Names.split(people);
    List<String> all = parts.size() > 1 ? parts : Names.split(names);
    return all.stream().filter(n -> !Names.role(n)).toList();
  }

  /**
   * Says whether a label is what publishing systems write where nobody chose a section.
   *
   * @param label the label
   * @return true for "Uncategorized" and its like in other languages
   */
  public static boolean unsorted(String label) {
    return Sections.unsorted(label);
  }

  /**
   * Says whether a text is of a kind.
   *
   * @param marker the kind
   * @param text the text
   * @return true when it holds a phrase of the kind where the kind asks for it
   */
  public static boolean is(Marker marker, String text) {
    return Markers.standard().is(marker, text);
  }

  /**
   * Explains the page.
   *
   * @return every block with its zone and reason; the number is the block's, from 1
   */
  public List<ExplainedLine> lines() {
    List<ExplainedLine> lines = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      lines.add(
          new ExplainedLine(map.line(i).number, map.line(i).text, map.zone(i), map.reason(i)));
    }
    return lines;
  }
}
