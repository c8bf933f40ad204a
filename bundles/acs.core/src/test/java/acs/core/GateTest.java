// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Dialect;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that a terminal may not send, or nobody can answer. */
class GateTest {
    private static final Policy NOTHING = new Policy(false, false, false, false, false, 100, 3);
    private static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("23", "2300120260115    093000AOMAIN|AAP110|AC|AD1234|"),
            Map.entry("11", "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|"),
            Map.entry("09", "09N20260115    09300020260115    093000AP|AOMAIN|ABI001|AC|"),
            Map.entry("01", "01N20260115    093000AOMAIN|ALleft behind|AAP110|AC|"),
            Map.entry("63", "6300120260115    093000          AOMAIN|AAP110|"),
            Map.entry("35", "3520260115    093000AOMAIN|AAP110|"),
            Map.entry("37", "3720260115    0930000400USDBV5.00|AOMAIN|AAP110|"),
            Map.entry("17", "1720260115    093000AOMAIN|ABI001|"),
            Map.entry("19", "1920260115    093000AOMAIN|ABI001|CHheavy|"),
            Map.entry("25", "2520260115    093000AOMAIN|AAP110|"),
            Map.entry("15", "15+20260115    093000AOMAIN|AAP110|ABI001|"),
            Map.entry("29", "29NN20260115    093000                  AOMAIN|AAP110|ABI001|"),
            Map.entry("65", "6520260115    093000AOMAIN|AAP110|"));
    private static final List<String> BX =
            List.of("23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29", "65");

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    private static Rights onlyOf(Set<String> messages) {
        return new Rights(messages, Offline.AS_POLICY, false, PersonalData.ALWAYS, Set.of());
    }

    @Test
    void refusesWhatThePolicyForbids() {
        harness.institution(Harness.institution("MAIN", NOTHING));
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send(REQUESTS.get("11")))
                .startsWith("120NUN")
                .contains("AFThis is not permitted at this terminal.|");
        assertThat(kiosk.send(REQUESTS.get("09"))).startsWith("100N");
        assertThat(kiosk.send(REQUESTS.get("29"))).startsWith("300N");
        assertThat(kiosk.send(REQUESTS.get("65"))).startsWith("66000000000");
        assertThat(kiosk.send(REQUESTS.get("17"))).startsWith("1803");
        assertThat(shelf.loans).hasValue(0);
    }

    @Test
    @DisplayName("R-107 refuses what the account may not send")
    void refusesWhatTheAccountMayNotSend() {
        harness.account(Harness.account("sc01", "secret1", onlyOf(Set.of("23", "63")), Dialect.standard()));
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send(REQUESTS.get("37"))).startsWith("38N");
        assertThat(kiosk.send(REQUESTS.get("11"))).startsWith("120NUN");
        assertThat(kiosk.send(REQUESTS.get("63"))).contains("BLY|");
        assertThat(shelf.paid.get()).isZero();
        assertThat(kiosk.isClosed()).isFalse();
    }

    @Test
    void refusesWhatTheImplementationCannotDo() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send(REQUESTS.get("19")))
                .startsWith("200")
                .contains("AFThis is not available at this library.|");
        assertThat(kiosk.send(REQUESTS.get("15"))).startsWith("160N");
        assertThat(kiosk.send(REQUESTS.get("65"))).startsWith("660");
    }

    @Test
    void doesWhatItSaysItDoes() { // C-067
        for (Set<String> messages : List.of(Set.<String>of(), Set.of("09", "17"), Set.of("63", "37", "35"))) {
            harness.account(Harness.account("sc01", "secret1", onlyOf(messages), Dialect.standard()));
            Kiosk kiosk = harness.loggedIn();
            String status = kiosk.send("9900402.00");
            String bx = status.substring(status.indexOf("BX") + 2);
            REQUESTS.forEach((code, request) -> {
                boolean served = bx.charAt(BX.indexOf(code)) == 'Y';
                String answer = kiosk.send(request);
                assertThat(answer.contains("not permitted") || answer.contains("not available at this library"))
                        .as("%s: %s", code, answer)
                        .isNotEqualTo(served);
            });
        }
    }

    @Test
    @DisplayName("R-009 R-020 R-027 asks again for what it does not understand")
    void asksAgainForWhatItDoesNotUnderstand() { // decision 1
        Kiosk kiosk = harness.loggedIn();
        for (String line : List.of(
                "5520260115    093000AOMAIN|",
                "11",
                "63",
                "99",
                "9",
                "AB",
                "GET / HTTP/1.1",
                "121NNY",
                "98YYYYYN",
                "hi")) {
            assertThat(kiosk.send(line)).as(line).isEqualTo("96");
        }

        assertThat(kiosk.send("9900402.00")).startsWith("98Y");
        assertThat(kiosk.isClosed()).isFalse();
    }

    @Test
    @DisplayName("R-019 closes after many lines that make no sense")
    void closesAfterManyLinesThatMakeNoSense() {
        Kiosk kiosk = harness.loggedIn();
        for (int i = 0; i < 50; i++) {
            assertThat(kiosk.isClosed()).as("line %d", i).isFalse();
            kiosk.send(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) i, 'x'});
        }

        assertThat(kiosk.isClosed()).isTrue();
    }

    @Test
    @DisplayName("R-010 R-012 R-022 R-024 hears through noise")
    void hearsThroughNoise() { // C-015
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("\n9900402.00")).startsWith("98Y");
        assertThat(kiosk.send("\0\0990 402.00")).startsWith("98Y");
        assertThat(kiosk.send("\uFEFF9900402.00")).startsWith("98Y");
        assertThat(kiosk.send(
                        new byte[] {(byte) 0xFF, (byte) 0xFB, 1, '9', '9', '0', '0', '4', '0', '2', '.', '0', '0'}))
                .startsWith((byte) '9', (byte) '8');
        assertThat(kiosk.send("\n\n")).isEmpty();
    }

    @Test
    void answersOneLineForEach() { // C-004
        Kiosk kiosk = harness.loggedIn();
        for (int i = 0; i < 3; i++) {
            assertThat(kiosk.send("9900402.00")).startsWith("98Y");
        }
    }
}
