// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates of Koha sites take from Koha with {@code USE}. */
class PluginsTest {
    private static final Map<String, String> VALUES =
            Map.of("dateexpiry", "2026-01-15", "due", "2026-01-15T18:30", "amount", "2.5", "branchcode", "MAIN");

    private static final SiteStyle MARKED = new SiteStyle() {
        @Override
        public String date(String value, String format, boolean withHours) {
            return "date(" + value + "," + format + "," + withHours + ")";
        }

        @Override
        public String price(String value) {
            return "price(" + value + ")";
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "[% USE KohaDates %][% patron.dateexpiry | $KohaDates %]; date(2026-01-15,,false)",
                "[% USE KohaDates %][% patron.due | $KohaDates with_hours => 1 %]; date(2026-01-15T18:30,,true)",
                "[% patron.due | $KohaDates(with_hours => 0, dateformat = 'iso') %]; date(2026-01-15T18:30,iso,false)",
                "[% USE d = KohaDates %][% patron.dateexpiry | $d | upper %]; DATE(2026-01-15,,FALSE)",
                "[% patron.dateexpiry | $KohaDates IF patron.dateexpiry %]; date(2026-01-15,,false)",
                "[% patron.dateexpiry | $KohaDates UNLESS patron.dateexpiry %].; .",
                "[% USE Price %][% accountline.amount | $Price %]; price(2.5)",
                "[%- USE raw -%][% patron.branchcode | $raw %]; MAIN",
                "[% patron.nothing | $KohaDates %][% patron.nothing | $Price %].; ."
            })
    void areKnownAsFarAsTheyAreAboutValues(String template, String expected) {
        assertThat(fill(template)).isEqualTo(expected);
        assertThat(FieldTemplate.of(template).doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "[% USE Branches %][% Branches.GetName(patron.branchcode) %]; MAIN;"
                        + " character 8: the plugin `Branches` is not known here: values stay as they are",
                "[% USE av = AuthorisedValues %][% av.GetByCode( 'LOC', patron.branchcode, 1 ) %]; LOC;"
                        + " character 13: the plugin `AuthorisedValues` is not known here: values stay as they are",
                "[% USE Koha.Things('a') %][% patron.branchcode %]; MAIN;"
                        + " character 8: the plugin `Koha.Things` is not known here: values stay as they are",
                "[% USE Branches %][% Branches.GetLoggedInBranchcode %]; ^^;"
                        + " character 8: the plugin `Branches` is not known here: values stay as they are",
                "[% USE Things %][% patron.branchcode | $Things %]; MAIN;"
                        + " character 8: the plugin `Things` is not known here: values stay as they are",
                "[% patron.branchcode | $Things %]; MAIN;"
                        + " character 25: there is no filter `$Things` here: values stay as they are"
            })
    void leaveValuesAsTheyAreWhereNobodyKnowsThem(String template, String expected, String doubt) {
        assertThat(fill(template)).isEqualTo(expected);
        assertThat(FieldTemplate.of(template).doubts()).containsExactly(doubt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[% USE %]; character 8: the end of the directive stands where a name is expected",
                "[% USE KohaDates Price %]; character 18: `Price` is not expected here",
                "[% a | $ %]; character 10: the end of the directive stands where a name is expected",
                "[% a | $Price(x %]; character 17: the end of the directive stands where `)` is expected",
                "[% USE B %][% B.GetName(a %]; character 27: the end of the directive stands where `)` is expected"
            })
    void areBrokenWhereTheyAreNotWhole(String template, String message) {
        assertThatThrownBy(() -> FieldTemplate.of(template))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessage(message);
    }

    @Test
    void plainStyleChangesNothing() {
        assertThat(SiteStyle.PLAIN.date("2026-01-15", "us", true)).isEqualTo("2026-01-15");
        assertThat(SiteStyle.PLAIN.price("1000")).isEqualTo("1000");
    }

    private static String fill(String template) {
        return FieldTemplate.of(template).fill(name -> VALUES.getOrDefault(name, ""), MARKED);
    }
}
