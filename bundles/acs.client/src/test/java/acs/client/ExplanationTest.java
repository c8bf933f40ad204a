// SPDX-License-Identifier: Apache-2.0
package acs.client;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.Explanation.Part;
import acs.sip2.MessageType;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    private static Explanation explain(String line) {
        return Explanation.of(line.getBytes(StandardCharsets.UTF_8), Wire.standard());
    }

    @Test
    void namesEveryField() {
        Explanation explanation =
                explain("11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|ADx|BON|BIY|");

        assertThat(explanation.title()).isEqualTo("11 checkout (terminal to server)");
        assertThat(explanation.warnings()).isEmpty();
        assertThat(explanation.parts())
                .containsExactly(
                        new Part("", "SC renewal policy", "Y", "yes"),
                        new Part("", "no block", "N", "no"),
                        new Part("", "transaction date", "20260115    093000", ""),
                        new Part("", "nb due date", "                  ", ""),
                        new Part("AO", "institution id", "MAIN", ""),
                        new Part("AA", "patron identifier", "P110", ""),
                        new Part("AB", "item identifier", "I001", ""),
                        new Part("AC", "terminal password", "", ""),
                        new Part("AD", "patron password", "***", ""),
                        new Part("BO", "fee acknowledged", "N", "no"),
                        new Part("BI", "cancel", "Y", "yes"));
    }

    @Test
    void saysFlagsAndCodesInWords() {
        Explanation explanation = explain("64YY Y          00320260115    093000000200000001000000000000"
                + "AOMAIN|AAP110|AEGrace Hopper|BLY|CQN|BTX|");

        assertThat(explanation.parts())
                .contains(
                        new Part("", "patron status", "YY Y          ", "charge denied, renewal denied, hold denied"),
                        new Part("", "language", "003", "German"),
                        new Part("AE", "personal name", "Grace Hopper", ""),
                        new Part("CQ", "valid patron password", "N", "no"));
        assertThat(explanation.warnings()).containsExactly("field BT is not part of this message");
    }

    @Test
    void listsTheMessagesThatAServerOffers() {
        assertThat(explain("98YYYYYN10000320260115    0930002.00AOMAIN|BXYYYNNNNNNNNNNNNN|")
                        .parts())
                .contains(new Part("BX", "supported messages", "YYYNNNNNNNNNNNNN", "23, 11, 09"));
    }

    @Test
    void verifiesTheChecksum() {
        assertThat(explain("9900402.00AY0AZFCA5").parts())
                .endsWith(new Part("AY", "sequence number", "0", ""), new Part("AZ", "checksum", "FCA5", "right"));
        Explanation wrong = explain("9900402.00AY0AZFCA6");
        assertThat(wrong.parts()).endsWith(new Part("AZ", "checksum", "FCA6", "wrong"));
        assertThat(wrong.warnings()).containsExactly("the checksum is wrong (expected: FCA5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "1720260115    093000AOMAIN|; required field AB is missing",
                "1720261315    093000AOMAIN|ABI001|; transaction date is \"\"20261315    093000\"\"",
                "11XN20260115    093000                  AOM|AAP|ABI|AC|; SC renewal policy is \"\"X\"\"",
                "9900X02.00; max print width is \"\"0X0\"\"",
                "98YYYYYN10000320260115    0930002.00AOMAIN|BXYYY|; field BX has 3 characters",
                "17202601150930AOMAIN|ABI001|; transaction date is \"\"202601150930AOMAIN\"\"",
                "1720260115    0930|ABI001|; transaction date does not have its 18 characters",
                "9900402.00AY10AZFC75; no proper sequence number",
                "hello; unknown message code",
                "1720260115    093000AOMAIN|ABI001|ABI002|; field AB is there more than once",
                "1720260115    093000AOMAIN|ABI001; last field has no delimiter"
            })
    void warns(String line, String warning) {
        assertThat(explain(line).warnings()).anyMatch(sentence -> sentence.contains(warning.replace("\"\"", "\"")));
    }

    @Test
    void showsNoPassword() {
        for (String line : new String[] {
            "9300CNterm1|COsecret|CPMAIN|",
            "9300CNterm1|COsec|ret1234|CPMAIN|",
            "9300CNterm1^COsecret^",
            "2300120260115    093000AOMAIN|AAP110|ACsecret|ADsecret",
            "93COsecret|"
        }) {
            assertThat(explain(line).toString()).doesNotContain("secret").doesNotContain("ret1234");
        }
    }

    @Test
    void masksLinesThatAreNoMessage() {
        assertThat(masked("23001ADsecret|AAP110|ACsecret")).isEqualTo("23001AD***|AAP110|AC***");
        assertThat(masked("2300120260115    093000AOMAIN|AAP110|AC|ADsecret|AEGrace|"))
                .isEqualTo("2300120260115    093000AOMAIN|AAP110|AC|AD***|AEGrace|");
        assertThat(masked("zz\u001B[2J")).isEqualTo("zz?[2J");
    }

    private static String masked(String line) {
        return Explanation.masked(line.getBytes(StandardCharsets.UTF_8), Wire.standard());
    }

    @Test
    void nothingDrivesTheScreen() {
        Explanation explanation = explain("941AF\u001B[2Jx\u202Ey|");
        assertThat(explanation.toString()).doesNotContain("\u001B").doesNotContain("\u202E");
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void explainsEveryPrefixOfEveryMessage(MessageType type) {
        byte[] line = (type.code() + " ".repeat(type.fixedLength()) + "AOMAIN|AAP110|AY1AZF6EB")
                .getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length <= line.length; length++) {
            assertThat(Explanation.of(Arrays.copyOf(line, length), Wire.standard())
                            .title())
                    .isNotEmpty();
        }
    }
}
