// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTemplateTest {
    private static final Map<String, String> VALUES =
            Map.of("surname", "Hopper", "firstname", "Grace", "zero", "0", "amount", "2.5", "library.name", "Main");

    @Test
    void fillsValuesIn() {
        assertThat(fill("[% patron.surname %], [% patron.firstname %].")).contains("Hopper, Grace.");
        assertThat(fill("[%patron.surname%][%- patron.library.name -%]")).contains("HopperMain");
        assertThat(fill("[% patron.surname() %]")).contains("Hopper");
        assertThat(fill("none")).contains("none");
        assertThat(fill("")).contains("");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(fill("[% patron.nonsense %]!")).contains("!");
    }

    @Test
    void decides() {
        String template = "[% IF patron.firstname %]A[% ELSE %]B[% END %]";
        assertThat(fill(template)).contains("A");
        assertThat(fill(template.replace("firstname", "missing"))).contains("B");
        assertThat(fill(template.replace("firstname", "zero"))).contains("B");
        assertThat(fill(template.replace("IF", "UNLESS"))).contains("B");
        assertThat(fill("[% IF patron.zero %]a[% IF patron.surname %]b[% END %]c[% END %]d"))
                .contains("d");
    }

    @Test
    void filters() {
        assertThat(fill("[% patron.amount | format('%.2f') %]")).contains("2.50");
        assertThat(fill("[% patron.surname | upper | trim %]")).contains("HOPPER");
        assertThat(fill("[% patron.surname | lower %]")).contains("hopper");
        assertThat(fill("[% patron.surname | format('%.2f') %]")).contains("Hopper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[% IF patron.surname %]",
                "[% END %]",
                "[% ELSE %]",
                "[% patron.surname",
                "[% FOREACH x IN y %][% END %]",
                "[% patron.surname | html_entity %]",
                "[% 1 + 1 %]"
            })
    void knowsWhatIsBroken(String template) {
        assertThat(fill(template)).isEmpty();
    }

    private static Optional<String> fill(String template) {
        return new FieldTemplate(template).fill(name -> VALUES.getOrDefault(name, ""));
    }
}
