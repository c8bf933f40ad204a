// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.PassingMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those see who look on while terminals talk. */
class TrafficTest {
    private final Harness harness = Harness.withShelf(new Shelf());
    private final List<PassingMessage> seen = new ArrayList<>();

    @AfterEach
    void close() {
        harness.close();
    }

    private List<String> texts() {
        return seen.stream().map(PassingMessage::text).toList();
    }

    @Test
    void showsBothDirectionsInOrder() {
        harness.traffic.watch(seen::add);
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CNsc01|COsecret1|CPhall|");
        kiosk.sendSealed("9900402.00", 3);

        assertThat(seen).extracting(PassingMessage::fromTerminal).containsExactly(true, false, true, false);
        assertThat(seen).extracting(PassingMessage::account).containsExactly("", "sc01", "sc01", "sc01");
        assertThat(seen).extracting(PassingMessage::institution).containsExactly("", "MAIN", "MAIN", "MAIN");
        assertThat(texts().subList(0, 3)).containsExactly("9300CNsc01|CO***|CPhall|", "941", "9900402.00AY3AZFCA2");
        assertThat(texts().get(3)).startsWith("98Y").contains("|AY3AZ");
    }

    @Test
    void masksPersonalDataUnlessAskedForIt() {
        Kiosk kiosk = harness.loggedIn();
        harness.traffic.watch(seen::add);
        kiosk.send("2300120260115    093000AOMAIN|AAP110|ACterminal-word|AD1234|");

        assertThat(texts().get(0)).endsWith("AOMAIN|AAP110|AC***|AD***|");
        assertThat(texts().get(1)).contains("AE***|");
        assertThat(seen.get(0).textWithPersonalData()).endsWith("AC***|AD***|");
        assertThat(seen.get(1).textWithPersonalData()).contains("Hopper");
    }

    @Test
    void showsALoginByDialogueWithoutItsPassword() {
        harness.traffic.watch(seen::add);
        Kiosk kiosk = harness.connect();
        kiosk.dialogue("sc01", "wrong1");
        kiosk.dialogue("sc01\u001B[2J", "secret1");
        kiosk.dialogue("sc01", "secret1");

        assertThat(texts())
                .containsExactly(
                        "login dialogue: CNsc01 CO***",
                        "login dialogue: invalid",
                        "login dialogue: CNsc01?[2J CO***",
                        "login dialogue: invalid",
                        "login dialogue: CNsc01 CO***",
                        "login dialogue: ok");
        assertThat(seen)
                .extracting(PassingMessage::fromTerminal)
                .containsExactly(true, false, true, false, true, false);
        assertThat(seen).extracting(PassingMessage::account).containsExactly("", "", "", "", "", "sc01");
        assertThat(seen).extracting(PassingMessage::textWithPersonalData).noneMatch(text -> text.contains("secret1"));
    }

    @Test
    void tellsNothingOfWhatIsNoMessage() {
        Kiosk kiosk = harness.loggedIn();
        harness.traffic.watch(seen::add);
        kiosk.send("secret1");
        kiosk.send("93AD1234|");

        assertThat(texts().get(0)).isEqualTo("(7 bytes: unknown message code)");
        assertThat(texts().get(2)).isEqualTo("93AD***|");
    }

    @Test
    void masksAPasswordThatAnotherDelimiterHides() {
        harness.traffic.watch(seen::add);
        harness.connect().send("9300CNsc01^COsecret1^CPhall^");
        harness.connect().send("9300CNsc01|COsecret|1234567|CPhall|");

        assertThat(texts()).noneMatch(text -> text.contains("secret") || text.contains("1234567"));
    }

    @Test
    void anOnlookerThatFailsKeepsNobodyFromAnAnswer() {
        Kiosk kiosk = harness.loggedIn();
        harness.traffic.watch(message -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(kiosk.send("9900402.00")).startsWith("98Y");
    }

    @Test
    void nobodyIsShownAnythingAfterTheEnd() {
        Kiosk kiosk = harness.loggedIn();
        harness.traffic.watch(seen::add).end();
        kiosk.send("9900402.00");

        assertThat(seen).isEmpty();
        assertThat(harness.traffic.isWatched()).isFalse();
    }
}
