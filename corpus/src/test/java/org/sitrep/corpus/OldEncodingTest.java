package org.sitrep.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldEncodingTest {
  private static final String POLISH =
      "Żołnierze wrócili z ćwiczeń; rząd ogłosił, że zamówił więcej łodzi. Źródła mówią o maju.";
  private static final String UKRAINIAN =
      "Міністерство замовило дванадцять катерів; їх збудують на верфі. Це перші човни з весни.";
  private static final String RUSSIAN =
      "Министерство заказало двенадцать катеров; их построят на верфи. Это первые лодки с весны.";
  private static final String WESTERN =
      "Über die Straße: où était l’été? El niño llegó. Ça coûte £5, dit-elle – «déjà» – à Mâcon.";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "pl,windows-1250",
    "pl,ISO-8859-2",
    "uk,windows-1251",
    "uk,KOI8-U",
    "ru,windows-1251",
    "ru,KOI8-R",
    "west,windows-1252"
  })
  void text_in_an_old_encoding_that_nobody_declares_is_read_right(String language, String name) {
    String text =
        switch (language) {
          case "pl" -> POLISH;
          case "uk" -> UKRAINIAN;
          case "ru" -> RUSSIAN;
          default -> WESTERN;
        };
    byte[] plain = text.getBytes(Charset.forName(name));
    byte[] html =
        ("<html><head><meta name=robots content=index></head><body>"
                + "<script>const unread = 'a script of many letters';</script>".repeat(50)
                + "<p class=article>"
                + text)
            .getBytes(Charset.forName(name));

    assertThat(Decoded.of(plain).text()).isEqualTo(text);
    assertThat(Decoded.ofMarkup(html).text()).endsWith(text);
  }

  @Test
  void of_two_declarations_the_one_that_fits_is_believed() {
    String page =
        "<?xml version='1.0' encoding='%s'?><html><head><meta http-equiv='Content-Type'"
            + " content='text/html; charset=%s'></head><p>"
            + POLISH;
    String late = page.formatted("utf-8", "iso-8859-2");
    String early = page.formatted("iso-8859-2", "utf-8");

    assertThat(Decoded.ofMarkup(late.getBytes(Charset.forName("ISO-8859-2"))).text())
        .isEqualTo(late);
    assertThat(Decoded.ofMarkup(early.getBytes(Charset.forName("ISO-8859-2"))).text())
        .isEqualTo(early);
    assertThat(Decoded.ofMarkup(late.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(late);
  }

  @Test
  void a_few_broken_bytes_do_not_make_another_declaration_right() {
    String page =
        "<?xml version='1.0' encoding='utf-8'?><meta charset=windows-1252>" + POLISH.repeat(20);
    byte[] bytes = (page + "?").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThat(Decoded.ofMarkup(bytes).text()).startsWith(page);
  }
}
