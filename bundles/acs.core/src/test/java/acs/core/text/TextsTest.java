// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Language;
import acs.api.circulation.Note;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private final Texts texts = Texts.standard();

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void hasATextForEveryRefusalInEveryLanguage(Refusal refusal) {
        for (Language language : Language.values()) {
            assertThat(texts.of(language, Outcome.refused(refusal, "a", "b")))
                    .isNotBlank()
                    .doesNotContain("refusal.", "{");
        }
    }

    @Test
    void fillsPlaces() {
        assertThat(texts.of(Language.ENGLISH, Refusal.PATRON_EXPIRED, LocalDate.of(2026, 1, 15)))
                .isEqualTo("Patron expired on Jan 15, 2026");
        assertThat(texts.of(Language.UNKNOWN, Refusal.FEE_NOT_ACCEPTED, new BigDecimal("2.50")))
                .isEqualTo("There is a charge of 2.50. Please confirm it.");
        assertThat(texts.of(Language.ENGLISH, Refusal.ITEM_NOT_ON_LOAN_TO_PATRON, "Ada {0} Lovelace"))
                .isEqualTo("Item not checked out to Ada {0} Lovelace");
    }

    @Test
    void leavesAPlaceWithoutArgumentEmpty() {
        assertThat(texts.of(Language.ENGLISH, Refusal.PATRON_EXPIRED)).isEqualTo("Patron expired on ");
    }

    @Test
    void writesDatesTheWayOfTheLanguage() {
        Template template = Template.of("{0}|{1}|{2}");
        ZonedDateTime at = ZonedDateTime.of(2026, 1, 15, 9, 30, 0, 0, ZoneId.of("Europe/Berlin"));

        assertThat(template.fill(List.of(LocalDate.of(2026, 1, 15), at, List.of("a", 1)), Language.GERMAN.locale()))
                .isEqualTo("15.01.2026|15.01.2026, 09:30|a, 1");
    }

    @Test
    void leavesBracesAlone() {
        assertThat(Template.of("{x} {12} {0 {} {").fill(List.of("a"), Language.ENGLISH.locale()))
                .isEqualTo("{x} {12} {0 {} {");
    }

    @Test
    void takesANoteAsItIs() {
        assertThat(texts.of(Language.GERMAN, Note.text("as it is"))).isEqualTo("as it is");
        assertThat(texts.of(Language.GERMAN, Note.message("version.unsupported", "0.50")))
                .contains("0.50");
    }

    @Test
    void givesAnUnknownKeyBack() {
        assertThat(texts.of(Language.ENGLISH, "no.such.key", 1)).isEqualTo("no.such.key");
        assertThat(texts.has("no.such.key")).isFalse();
        assertThat(texts.has("login.required")).isTrue();
    }
}
