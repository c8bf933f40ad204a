// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests that come again on the same connection, and answers that are asked for again (97). */
class ResendTest {
    private static final String CHECKOUT =
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|";

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void lendsOnceWhatIsAskedForTwiceWithTheSameNumber() { // C-034
        Kiosk kiosk = harness.loggedIn();
        String first = kiosk.send(CHECKOUT + "AY6AZECAA");

        assertThat(first).startsWith("121N");
        assertThat(kiosk.send(CHECKOUT + "AY6AZECAA")).isEqualTo(first);
        assertThat(shelf.loans).hasValue(1);
    }

    @Test
    @DisplayName("R-077 takes another number for another request")
    void takesAnotherNumberForAnotherRequest() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.sendSealed(CHECKOUT, 6)).startsWith("121N");
        assertThat(kiosk.sendSealed(CHECKOUT, 7)).startsWith("120");
    }

    @Test
    @DisplayName("R-079 takes another request in between for a new beginning")
    void takesAnotherRequestInBetweenForANewBeginning() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.sendSealed(CHECKOUT, 6)).startsWith("121N");
        assertThat(kiosk.sendSealed("9900402.00", 7)).startsWith("98Y");
        assertThat(kiosk.sendSealed(CHECKOUT, 6)).startsWith("120");
    }

    @Test
    void knowsNoRepetitionWithoutNumbers() { // ten payments of the same amount are ten payments
        Kiosk kiosk = harness.loggedIn();
        for (int i = 0; i < 10; i++) {
            assertThat(kiosk.send("3720260115    0930000402USDBV0.10|AOMAIN|AAP200|CGF1|"))
                    .startsWith("38Y");
        }

        assertThat(shelf.paid.get()).isEqualByComparingTo("1.00");
    }

    @Test
    void booksAPaymentOnceThatComesTwiceWithTheSameNumber() { // C-035
        Kiosk kiosk = harness.loggedIn();
        String first = kiosk.send("3720260115    0930000400USDBV5.00|AOMAIN|AAP200|CGF1|AY7AZF1D8");

        assertThat(first).startsWith("38Y");
        assertThat(kiosk.send("3720260115    0930000400USDBV5.00|AOMAIN|AAP200|CGF1|AY7AZF1D8"))
                .isEqualTo(first);
        assertThat(shelf.paid.get()).isEqualByComparingTo("5.00");
    }

    @Test
    void looksAgainAtWhatOnlyReads() {
        Kiosk kiosk = harness.loggedIn();
        assertThat(kiosk.sendSealed("1720260115    093000AOMAIN|ABI001|", 4)).startsWith("1803");
        Kiosk other = harness.loggedIn();
        other.send(CHECKOUT);

        assertThat(kiosk.sendSealed("1720260115    093000AOMAIN|ABI001|", 4)).startsWith("1804");
    }

    @Test
    void sendsTheLastAnswerAgain() { // C-037
        Kiosk kiosk = harness.loggedIn();
        String status = kiosk.sendSealed("9900402.00", 4);

        assertThat(kiosk.send("97AZFEF5")).isEqualTo(status);
        assertThat(kiosk.send("97AZFEF5")).isEqualTo(status);
    }

    @Test
    void sendsTheLastAnswerAgainWithoutErrorDetection() { // C-040
        Kiosk kiosk = harness.loggedIn();
        String status = kiosk.send("9900402.00");

        assertThat(kiosk.send("97")).isEqualTo(status);
    }

    @Test
    @DisplayName("R-082 R-105 asks for repetition where nothing was sent")
    void asksForRepetitionWhereNothingWasSent() { // C-039
        assertThat(harness.connect().send("97AZFEF5")).isEqualTo("96AZFEF6");
        Kiosk nobody = harness.connect();
        nobody.conversation.logIn("sc01", "SC1");
        assertThat(nobody.send("97AZFEF5")).isEqualTo("96AZFEF6");
    }

    @Test
    void sendsEvenARequestForRepetitionAgain() {
        Kiosk kiosk = harness.loggedIn();
        kiosk.send("1720260115    093000AOMAIN|ABI001|AY5AZF6E8");

        assertThat(kiosk.send("97AZFEF5")).isEqualTo("96AZFEF6");
    }

    @Test
    void recognisesARequestAcrossALineThatWasBroken() {
        Kiosk kiosk = harness.loggedIn();
        String first = kiosk.sendSealed(CHECKOUT, 6);
        kiosk.send("97AZ0000");

        assertThat(kiosk.sendSealed(CHECKOUT, 6)).isEqualTo(first);
        assertThat(shelf.loans).hasValue(1);
    }

    @Test
    @DisplayName("R-084 hears nothing in a 96 of the other side")
    void hearsNothingInARequestForRepetitionOfTheOtherSide() {
        assertThat(harness.loggedIn().send("96AZFEF6")).isEmpty();
        assertThat(harness.connect().send("96")).isEmpty();
    }
}
