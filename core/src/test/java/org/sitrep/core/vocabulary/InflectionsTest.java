package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InflectionsTest {
  @Test
  void writes_out_endings() {
    assertThat(Inflections.of("drone(s)")).containsExactly("drone", "drones");
    assertThat(Inflections.of("agenc(y/ies)")).containsExactly("agency", "agencies");
    assertThat(Inflections.of("Польщ(а/і)")).containsExactly("Польща", "Польщі");
  }

  @Test
  void reads_several_brackets_side_by_side() {
    assertThat(Inflections.of("ближн(ий/его) флот(/а)"))
        .containsExactly("ближний флот", "ближнего флота");
  }

  @Test
  void leaves_a_bracket_that_is_a_word() {
    assertThat(Inflections.of("Cocos (Keeling) Islands"))
        .containsExactly("Cocos (Keeling) Islands");
  }

  @Test
  void refuses_brackets_that_do_not_fit() {
    assertThatIllegalArgumentException().isThrownBy(() -> Inflections.of("a(b"));
    assertThatIllegalArgumentException().isThrownBy(() -> Inflections.of("a(b/c) d(e/f/g)"));
    assertThatIllegalArgumentException().isThrownBy(() -> Inflections.of("a(b/c)(d/e)"));
  }
}
