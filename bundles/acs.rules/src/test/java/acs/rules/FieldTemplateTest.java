// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTemplateTest {
    private static final Map<String, String> VALUES = Map.of(
            "surname",
            "Hopper",
            "firstname",
            "Grace",
            "zero",
            "0",
            "amount",
            "2.5",
            "library.name",
            "Main",
            "odd",
            "<a&b>");

    @Test
    void fillsValuesIn() {
        assertThat(fill("[% patron.surname %], [% patron.firstname %].")).isEqualTo("Hopper, Grace.");
        assertThat(fill("[%patron.surname%][%- patron.library.name -%]")).isEqualTo("HopperMain");
        assertThat(fill("[% patron.surname() %][% GET patron.zero; '!' %]")).isEqualTo("Hopper0!");
        assertThat(fill("none")).isEqualTo("none");
        assertThat(fill("")).isEmpty();
        assertThat(fill("[% patron.nonsense %]!")).isEqualTo("!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[% IF patron.firstname %]A[% ELSE %]B[% END %]; A",
                "[% IF patron.missing %]A[% ELSE %]B[% END %]; B",
                "[% IF patron.zero %]A[% ELSE %]B[% END %]; B",
                "[% UNLESS patron.firstname %]A[% ELSE %]B[% END %]; B",
                "[% IF patron.zero %]A[% ELSIF patron.missing %]B[% ELSIF patron.surname %]C[% ELSE %]D[% END %]; C",
                "[% IF patron.zero %]a[% IF patron.surname %]b[% END %]c[% END %]d; d",
                "[% IF patron.surname == 'Hopper' && patron.amount > 2 %]A[% END %]; A",
                "[% IF patron.surname != \"Hopper\" or not patron.zero %]A[% END %]; A",
                "[% IF patron.amount >= 2.5 and patron.amount <= 2.5 and !(patron.amount < 2.5) %]A[% END %]; A",
                "[% patron.missing || patron.zero || 'nobody' %]; nobody",
                "[% patron.surname ? 'yes' : 'no' %]; yes",
                "[% patron.surname _ ', ' _ patron.firstname %]; Hopper, Grace",
                "[% \"$patron.surname and ${patron.firstname}\" %]; Hopper and Grace",
                "[% patron.surname IF patron.zero %]x; x",
                "[% patron.surname UNLESS patron.zero %]; Hopper"
            })
    void decidesAndJoins(String template, String expected) {
        assertThat(fill(template)).isEqualTo(expected);
    }

    @Test
    void goesThroughLists() {
        assertThat(fill("[% FOREACH x IN ['a', patron.surname, 3] %][% x %][% UNLESS loop.last %],[% END %][% END %]"))
                .isEqualTo("a,Hopper,3");
        assertThat(fill("[% FOREACH x = ['a' 'b'] %][% loop.count %]/[% loop.size %][% x %] [% END %]"))
                .isEqualTo("1/2a 2/2b ");
        assertThat(fill("[% FOREACH name IN patron.surname %]<[% name %]>[% END %]"))
                .isEqualTo("<Hopper>");
        assertThat(fill("[% FOREACH name IN patron.missing %]<[% name %]>[% END %]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amount | format('%.2f'); 2.50",
                "amount | format('EUR %6.1f'); EUR    2.5",
                "amount | format('%05d'); 00002",
                "surname | format('%.2f'); Hopper",
                "surname | format('%-8s|'); 'Hopper  |'",
                "surname | upper | trim; HOPPER",
                "surname | lower; hopper",
                "surname | lower | ucfirst; Hopper",
                "odd | html; '&lt;a&amp;b&gt;'",
                "surname | truncate(5); Ho...",
                "surname | truncate(3, ''); Hop",
                "surname | replace('p+', 'b'); Hober",
                "surname | replace('(H)', '$1!'); $1!opper",
                "surname | remove('[a-z]'); H"
            })
    void filters(String value, String expected) {
        assertThat(fill("[% patron." + value + " %]")).isEqualTo(expected);
    }

    @Test
    void takesBlanksAwayWhereItIsToldTo() {
        assertThat(fill("a \n [%- 'b' -%] \n c")).isEqualTo("a b c");
        assertThat(fill("a \n\n [%~ 'b' ~%] \n\n c")).isEqualTo("abc");
        assertThat(fill("a\n [%= 'b' =%] \n c")).isEqualTo("a b c");
        assertThat(fill("a[%# IF nonsense %]b[% 'c' # remark\n %]")).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[% IF patron.surname %]x; character 4: `IF` without END",
                "a[% END %]; character 5: `END` has no IF, UNLESS or FOREACH before it",
                "[% ELSE %]; character 4: `ELSE` has no IF, UNLESS or FOREACH before it",
                "[% patron.surname; character 1: `[%` without `%]`",
                "[% patron.surname | html_entity %]; character 21: there is no filter `html_entity`",
                "[% patron.surname | upper(1) %]; character 21: `upper` takes no arguments",
                "[% patron.surname | format('%q') %]; character 21: `format` has `%q` (expected: such as %.2f, %s, %05d)",
                "[% 1 + 1 %]; character 6: `+` is not known here",
                "[% WHILE 1 %][% END %]; character 4: `WHILE` is not supported in templates",
                "[% SET a = 1 %]; character 4: `SET` is not supported in templates",
                "[% a = 1 %]; character 6: `=` is not expected here",
                "[% IF %]x[% END %]; character 7: the end of the directive stands where a value is expected",
                "[% patron. %]; character 12: the end of the directive stands where a name is expected",
                "[% patron.x(1) %]; character 13: `1` stands where `)` is expected",
                "[% 'a %]; character 4: a text without its closing '",
                "[% IF a %][% ELSE %][% ELSE %][% END %]; character 24: `ELSE` stands where END is expected",
                "[% a | replace('(', 'b') %]; character 8: `replace` has `(` (expected: a regular expression)"
            },
            quoteCharacter = '^')
    void saysWhatIsBrokenAndWhere(String template, String message) {
        assertThatThrownBy(() -> FieldTemplate.of(template))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[% IF a %]", "(", "[% FOREACH x IN ["})
    void doesNotGetLostInDepth(String piece) {
        String opening = piece.equals("(") ? "[% " + "(".repeat(5_000) : piece.repeat(5_000);
        assertThatThrownBy(() -> FieldTemplate.of(opening)).isInstanceOf(BrokenRuleException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" | upper", " or a", " && a"})
    void doesNotGetLostInChains(String link) {
        assertThatThrownBy(() -> FieldTemplate.of("[% a" + link.repeat(5_000) + " %]"))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessageContaining("is chained more than 50 times");
        assertThatThrownBy(() -> FieldTemplate.of("[% IF a %]" + "[% ELSIF a %]".repeat(5_000) + "[% END %]"))
                .isInstanceOf(BrokenRuleException.class);
    }

    /** What is asked for its values is the step that costs: there are so many of them, and no more. */
    @Test
    void asksForABoundedNumberOfValues() {
        AtomicInteger asked = new AtomicInteger();
        String list = "[" + "'a' ".repeat(1_000) + "]";
        String sum = "patron.x" + " _ patron.x".repeat(1_000);
        String template =
                "[% FOREACH a IN " + list + " %][% FOREACH b IN " + list + " %][% " + sum + " %][% END %][% END %]";

        FieldTemplate.of(template)
                .fill(
                        name -> {
                            asked.incrementAndGet();
                            return "";
                        },
                        SiteStyle.PLAIN);

        assertThat(asked.get()).isBetween(1_000, 10_000);
    }

    /** 60 to the power of 5 rounds, if nobody counted them. */
    @Test
    void comesToAnEndWhateverItSays() {
        String list = "[" + "'a' ".repeat(60) + "]";
        String loops = ("[% FOREACH x IN " + list + " %]").repeat(5) + "[% x %]" + "[% END %]".repeat(5);
        assertThat(fill(loops)).hasSizeLessThanOrEqualTo(10_000);
        String silent = ("[% FOREACH x IN " + list + " %]").repeat(5) + "[% END %]".repeat(5);
        assertThat(fill(silent)).isEmpty();
    }

    /** Written out, it would be a billion digits. */
    @Test
    void doesNotWriteOutWhatOnlyLooksShort() {
        assertThat(fill("[% '1e999999999' | format('%.2f') %]")).isEqualTo("1e999999999");
        assertThat(fill("[% IF '1e999999999' > '1e999999998' %]more[% END %]")).isEqualTo("more");
    }

    private static String fill(String template) {
        return FieldTemplate.of(template).fill(name -> VALUES.getOrDefault(name, ""), SiteStyle.PLAIN);
    }
}
