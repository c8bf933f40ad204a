// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import acs.testkit.Transcript;
import acs.testkit.TranscriptTests;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** A transcript that is not what happens fails, in every way that it is run. */
class WrongTranscriptsTest {
    private static final String CHECKOUT =
            "C: 11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|\n";

    @Test
    void ofAnotherAnswer() {
        assertFails(
                CHECKOUT + "S: 120NNY******************AOMAIN|AAP110|ABI001|AJDubliners|AH...|CK001|\n",
                """
                wrong:3: ok: expected 0, was 1
                expected: 120NNY***""");
    }

    @Test
    void ofAFieldThatIsNotThere() {
        assertFails(CHECKOUT + "S: 121...\nhas: BV2.50\n", "wrong:4: no field BV2.50");
        assertFails(CHECKOUT + "S: 121...\nnot: CK...\n", "wrong:4: a field CK...");
        assertFails(CHECKOUT + "S: 121...\ncount: 2 CK...\n", "wrong:4: 1 fields, expected 2 CK...");
        assertFails(CHECKOUT + "S: 121...\nlike: AJUlysses\n", "wrong:4: not like AJUlysses");
        assertFails(CHECKOUT + "S: 121...\nunlike: AJDubliners\n", "wrong:4: like AJDubliners");
    }

    @Test
    void ofFewerAnswers() {
        assertFails("C: 9900402.00\nC: 9900402.00\nS: 98...\n", "one more answer: 98");
    }

    @Test
    void ofAnAnswerThatWasToBeNone() {
        assertFails("C: 9900402.00\nS: (nothing)\nC: 5520260115\nS: 96\n", "");
    }

    @Test
    void ofSomethingNobodyKnowsHowToBring() {
        assertFails("given: pigs fly\nC: 9900402.00\nS: 98...\n", "wrong:2: given: pigs fly (expected: one of [");
    }

    private static void assertFails(String steps, String message) {
        Transcript transcript = Transcript.parse("wrong", "account: sc01\n" + steps);
        DynamicContainer runs =
                (DynamicContainer) TranscriptTests.of(transcript, URI.create("transcript:wrong"), Library.only());
        List<DynamicTest> tests =
                runs.getChildren().map(DynamicTest.class::cast).toList();

        assertThat(tests).hasSize(4);
        assertThat(tests).allSatisfy(test -> assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> test.getExecutable().execute())
                .withMessageStartingWith(message));
    }
}
