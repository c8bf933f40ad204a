// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that come again on another connection, because the first one broke. */
class ReconnectTest {
    private static final String CHECKOUT =
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|";

    private final Shelf shelf = new Shelf();
    private Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    /** From here on the dates in the messages are of now. */
    private void itIsNow() {
        harness.close();
        harness = Harness.withShelf(shelf, Harness.settings(), Harness.CLOCK);
    }

    @Test
    void lendsOnceWhenTheAnswerWasLost() {
        Kiosk before = harness.loggedIn();
        assertThat(before.sendSealed(CHECKOUT, 6)).startsWith("121N").contains("AY6AZ");
        before.conversation.loseAnswer();

        assertThat(harness.loggedIn().sendSealed(CHECKOUT, 1))
                .startsWith("121N")
                .contains("AY1AZ");
        assertThat(harness.loggedIn().sendSealed(CHECKOUT, 2)).startsWith("120");
        assertThat(shelf.loans).hasValue(1);
    }

    @Test
    void takesTheSameBytesForANewRequestWhenTheAnswerArrived() {
        assertThat(harness.loggedIn().send(CHECKOUT)).startsWith("121N");

        assertThat(harness.loggedIn().send(CHECKOUT)).startsWith("120");
    }

    @Test
    void takesTheSameBytesForTheSameRequestWhenTheirDateIsOfNow() {
        itIsNow();
        assertThat(harness.loggedIn().send(CHECKOUT)).startsWith("121N");

        assertThat(harness.loggedIn().send(CHECKOUT)).startsWith("121N");
        assertThat(shelf.loans).hasValue(1);
    }

    @Test
    void forgetsARequestOnceItsConnectionGoesOn() {
        itIsNow();
        Kiosk before = harness.loggedIn();
        before.send(CHECKOUT);
        before.send("9900402.00");

        assertThat(harness.loggedIn().send(CHECKOUT)).startsWith("120");
    }

    @Test
    void lendsAgainOnTheSameConnectionAfterACancel() {
        itIsNow();
        Kiosk kiosk = harness.loggedIn();
        assertThat(kiosk.send(CHECKOUT)).startsWith("121N");
        assertThat(kiosk.send("09N20260115    09300020260115    093000APSC1|AOMAIN|ABI001|AC|BIN|"))
                .startsWith("101");
        assertThat(kiosk.send(CHECKOUT)).startsWith("121N");

        assertThat(shelf.loans).hasValue(2);
    }

    @Test
    void tellsTerminalsApart() {
        itIsNow();
        harness.loggedIn().send(CHECKOUT);
        Kiosk elsewhere = harness.connect();
        elsewhere.send("9300CNsc01|COsecret1|CPSC2|");

        assertThat(elsewhere.send(CHECKOUT)).startsWith("120");
        Kiosk farAway = new Kiosk(harness.conversations, Harness.RAW, "10.0.0.7");
        farAway.send("9300CNsc01|COsecret1|CPSC1|");
        assertThat(farAway.send(CHECKOUT)).startsWith("120");
    }

    @Test
    void waitsForTheAnswerOfTheFirst() throws InterruptedException { // C-047
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        shelf.obstacle = () -> {
            asked.incrementAndGet();
            arrived.countDown();
            goOn.await();
        };
        Kiosk before = harness.loggedIn();
        CompletableFuture<Reply> first = before.sendAhead(CHECKOUT);
        arrived.await();
        int askedForFirst = asked.get();
        CompletableFuture<Reply> second = harness.loggedIn().sendAhead(CHECKOUT);
        assertThat(second).isNotDone();
        assertThat(asked).hasValue(askedForFirst);
        goOn.countDown();

        byte[] answer = Kiosk.await(first).bytes();
        assertThat(Kiosk.await(second).bytes())
                .isEqualTo(answer)
                .asString(StandardCharsets.UTF_8)
                .startsWith("121N");
        assertThat(shelf.loans).hasValue(1);
    }

    @Test
    void triesAgainWhatWasNotBegun() {
        harness.close();
        harness = new Harness(Harness.settings(), Harness.CLOCK);
        harness.institution(Harness.institution("MAIN", Harness.policy(100, 3)));
        harness.account(Harness.account("sc01", "secret1"));
        Kiosk before = harness.loggedIn();
        assertThat(before.sendSealed(CHECKOUT, 6)).startsWith("98N");
        harness.implementation("SHELF", shelf);

        assertThat(before.sendSealed(CHECKOUT, 6)).startsWith("121N");
    }

    @Test
    void keepsOneRequestOfEachConnection() {
        Repetitions repetitions = new Repetitions();
        Kiosk kiosk = harness.connect();
        for (int i = 0; i < 100; i++) {
            Repetitions.Key key = Repetitions.Key.of(
                    "sc01", "SC1", kiosk.conversation.remote().getAddress(), new byte[] {(byte) i});
            repetitions.enter(key, kiosk.conversation, false, Duration.ofMinutes(1));
        }

        assertThat(repetitions.size()).isEqualTo(1);
    }
}
