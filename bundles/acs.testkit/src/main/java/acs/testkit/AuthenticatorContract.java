// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Authenticator;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every authenticator must do, whatever directory it asks.
 *
 * <p>A test class implements this interface and says what it tests.
 */
public interface AuthenticatorContract {

    /**
     * Somebody whom the directory knows at the start of every test.
     *
     * @param realm that they belong to
     * @param name of one word that no other name begins with
     * @param secret theirs
     */
    record Known(Realm realm, String name, String secret) {}

    /** What is tested; the same one throughout one test. */
    Authenticator authenticator();

    Known known();

    private Verdict ask(String name, String secret) {
        return authenticator().authenticate(known().realm(), name, secret.toCharArray());
    }

    @Test
    default void acceptsTheRightSecret() {
        assertThat(ask(known().name(), known().secret())).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    default void rejectsAWrongSecret() {
        String secret = known().secret();
        for (String wrong : List.of(secret + "0", secret + " ", " " + secret, "*", "x".repeat(255), "\u00e9\u4e2d")) {
            assertThat(ask(known().name(), wrong)).as("secret <%s>", wrong).isEqualTo(Verdict.REJECT);
        }
    }

    /** So that the next one is asked. */
    @Test
    default void abstainsWhenItDoesNotKnowTheName() {
        assertThat(ask("nobody", known().secret())).isEqualTo(Verdict.ABSTAIN);
    }

    /** What is typed or scanned is never part of a query. */
    @Test
    default void takesNamesLiterally() {
        String start = known().name().substring(0, 1);
        for (String name : List.of(
                "",
                " ",
                "*",
                "%",
                "_",
                start + "*",
                start + "%",
                known().name() + "*",
                known().name() + ")(uid=*",
                known().name() + "' OR '1'='1",
                known().name() + "\0",
                "\\",
                "x".repeat(255),
                "\u00e9\u4e2d")) {
            assertThat(ask(name, known().secret())).as("name <%s>", name).isEqualTo(Verdict.ABSTAIN);
        }
    }

    /** Whatever it remembers: neither a wrong secret nor a right one changes what is said of the next. */
    @Test
    default void saysTheSameAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(known().name(), known().secret())).isEqualTo(Verdict.ACCEPT);
            assertThat(ask(known().name(), known().secret() + "0")).isEqualTo(Verdict.REJECT);
        }
    }

    @Test
    default void leavesTheSecretAsItIs() {
        char[] secret = known().secret().toCharArray();
        authenticator().authenticate(known().realm(), known().name(), secret);
        assertThat(secret).isEqualTo(known().secret().toCharArray());
    }

    @Test
    default void answersManyAtOnce() throws Exception {
        Callable<Verdict> right = () -> ask(known().name(), known().secret());
        Callable<Verdict> wrong = () -> ask(known().name(), known().secret() + "0");
        ExecutorService terminals = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Verdict>> questions = new ArrayList<>(Collections.nCopies(8, right));
            questions.addAll(Collections.nCopies(8, wrong));
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> asked : terminals.invokeAll(questions)) {
                verdicts.add(asked.get());
            }
            assertThat(verdicts.subList(0, 8)).containsOnly(Verdict.ACCEPT);
            assertThat(verdicts.subList(8, 16)).containsOnly(Verdict.REJECT);
        } finally {
            terminals.shutdownNow();
        }
    }
}
