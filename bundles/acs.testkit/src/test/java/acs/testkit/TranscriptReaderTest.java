// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import acs.testkit.Transcript.Answer;
import acs.testkit.Transcript.Check;
import acs.testkit.Transcript.Closed;
import acs.testkit.Transcript.Given;
import acs.testkit.Transcript.HangUp;
import acs.testkit.Transcript.Send;
import acs.testkit.Transcript.Silence;
import org.junit.jupiter.api.Test;

class TranscriptReaderTest {

    @Test
    void readsEveryKindOfLine() {
        Transcript transcript = Transcript.parse(
                "example",
                """
                # for people
                account: sc01
                account2: sc02

                given: it rains
                C: 9900402.00
                S: 98...
                has: AOMAIN
                count: 1 AO...
                C2: 97
                S2: (nothing)
                S: (closed)
                C: (hang up)
                """);

        assertThat(transcript.header("account", "")).isEqualTo("sc01");
        assertThat(transcript.header("account", "2")).isEqualTo("sc02");
        assertThat(transcript.header("account", "3")).isEqualTo("sc01");
        assertThat(transcript.steps())
                .containsExactly(
                        new Given(5, "it rains"),
                        new Send(6, "", "9900402.00"),
                        new Answer(7, "", "98..."),
                        new Check(8, Check.Kind.HAS, "AOMAIN"),
                        new Check(9, Check.Kind.COUNT, "1 AO..."),
                        new Send(10, "2", "97"),
                        new Silence(11, "2"),
                        new Closed(12, ""),
                        new HangUp(13, ""));
    }

    @Test
    void keepsBlanksOfMessages() {
        assertThat(Transcript.parse("blanks", "C:  a b \n").steps()).containsExactly(new Send(1, "", " a b "));
    }

    @Test
    void namesALineThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transcript.parse("wrong", "C: 97\nsays: 96\n"))
                .withMessageStartingWith("wrong:2: says: 96 (expected: C:, S:");
    }

    @Test
    void wantsItsHeadFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transcript.parse("late", "C: 97\naccount: sc01\n"))
                .withMessageStartingWith("late:2: account: sc01");
    }

    @Test
    void isNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transcript.parse("empty", "# nothing\n"))
                .withMessage("empty: nothing is sent");
    }
}
