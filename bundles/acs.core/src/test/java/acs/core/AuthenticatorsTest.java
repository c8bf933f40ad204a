// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Authenticator;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {
    private static final Realm TERMINALS = new Realm(Realm.Kind.TERMINAL, "MAIN", "SHELF");
    private static final Realm PATRONS = new Realm(Realm.Kind.PATRON, "MAIN", "SHELF");

    private final Authenticators authenticators = new Authenticators(Harness.settings());
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksADirectoryOfTerminalsAboutTerminalsOnly() throws InterruptedException {
        add("terminals", Map.of(Authenticator.REALM, "TERMINAL"), Verdict.ACCEPT);

        assertThat(ask(TERMINALS)).isEqualTo(Verdict.ACCEPT);
        assertThat(ask(PATRONS)).isEqualTo(Verdict.ABSTAIN);
        assertThat(asked).containsExactly("terminals TERMINAL");
    }

    @Test
    void asksADirectoryOfPatronsAboutPatronsOnly() throws InterruptedException {
        add("patrons", Map.of(Authenticator.REALM, "PATRON"), Verdict.ACCEPT);

        assertThat(ask(PATRONS)).isEqualTo(Verdict.ACCEPT);
        assertThat(ask(TERMINALS)).isEqualTo(Verdict.ABSTAIN);
        assertThat(asked).containsExactly("patrons PATRON");
    }

    @Test
    void asksADirectoryWithoutARealmAboutBoth() throws InterruptedException {
        add("all", Map.of(), Verdict.ACCEPT);

        assertThat(ask(TERMINALS)).isEqualTo(Verdict.ACCEPT);
        assertThat(ask(PATRONS)).isEqualTo(Verdict.ACCEPT);
        assertThat(asked).containsExactly("all TERMINAL", "all PATRON");
    }

    @Test
    void passesOverADirectoryOfTheOtherRealmToTheNext() throws InterruptedException {
        add("terminals", Map.of(Authenticator.REALM, "TERMINAL", "service.ranking", 2), Verdict.REJECT);
        add("all", Map.of("service.ranking", 1), Verdict.ABSTAIN);
        add("patrons", Map.of(Authenticator.REALM, "PATRON"), Verdict.REJECT);

        assertThat(ask(PATRONS)).isEqualTo(Verdict.REJECT);
        assertThat(ask(TERMINALS)).isEqualTo(Verdict.REJECT);
        assertThat(asked).containsExactly("all PATRON", "patrons PATRON", "terminals TERMINAL");
    }

    /** Nobody is kept waiting for the successor of one who would not have been asked. */
    @Test
    void doesNotWaitForADirectoryOfTheOtherRealm() throws InterruptedException {
        Authenticators patient = new Authenticators(Harness.settings(Duration.ofMinutes(10), Set.of()));
        Reference<Authenticator> leaving =
                new Reference<>(Map.of("component.name", "terminals", Authenticator.REALM, "TERMINAL"));
        patient.add(leaving, (realm, name, secret) -> Verdict.ACCEPT);
        patient.remove(leaving);

        assertThat(patient.ask(PATRONS, "sam", "1234".toCharArray())).isEqualTo(Verdict.ABSTAIN);
    }

    private void add(String name, Map<String, Object> properties, Verdict verdict) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("component.name", name);
        authenticators.add(new Reference<>(all), (realm, who, secret) -> {
            asked.add(name + " " + realm.kind());
            return verdict;
        });
    }

    private Verdict ask(Realm realm) throws InterruptedException {
        return authenticators.ask(realm, "sam", "1234".toCharArray());
    }
}
