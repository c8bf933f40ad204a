// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Authenticator;
import acs.api.auth.DirectoryEntry;
import acs.api.auth.Identification;
import acs.api.auth.PatronDirectory;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronSync;
import acs.api.circulation.Pins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a directory that knows patrons changes for the library and its terminals. */
class PatronDirectoryTest {
    private static final DirectoryEntry ADA =
            new DirectoryEntry(Map.of("userid", "ada"), Map.of(), true, true, DirectoryEntry.Pin.KEEP);

    /** A library that creates whomever a directory vouches for; the PIN of everybody is 1. */
    private static final class Members implements Circulation, Pins, PatronSync {
        private final Set<String> members = ConcurrentHashMap.newKeySet();
        private final List<String> synchronised = new ArrayList<>();
        private boolean broken;

        @Override
        public Optional<Patron> findPatron(Context context, String id) {
            return members.contains(id)
                    ? Optional.of(Patron.of(id).named("Ada", "Lovelace").build())
                    : Optional.empty();
        }

        @Override
        public Check check(Context context, String patron, char[] pin) {
            return Arrays.equals(pin, new char[] {'1'}) ? Check.RIGHT : Check.WRONG;
        }

        @Override
        public Change synchronise(Context context, DirectoryEntry entry, char[] pin) throws CirculationException {
            if (broken) {
                throw new CirculationException("no category");
            }
            String user = entry.values().get("userid");
            synchronised.add(user + " " + new String(pin));
            boolean known = members.contains(user);
            members.add(user);
            return known ? Change.UPDATED : Change.CREATED;
        }
    }

    private static PatronDirectory knowing(DirectoryEntry entry) {
        return (realm, name, secret) -> !name.equals("ada")
                ? Identification.of(Verdict.ABSTAIN)
                : Arrays.equals(secret, new char[] {'2'})
                        ? Identification.of(entry)
                        : Identification.of(Verdict.REJECT);
    }

    private static String ask(Members members, Authenticator directory, String patron, String pin) {
        try (Harness harness = new Harness(Harness.settings())) {
            harness.institution(Harness.institution("MAIN", Harness.policy(100, 3)));
            harness.account(Harness.account("sc01", "secret1"));
            harness.implementation("SHELF", members);
            harness.directory("directory", 100, directory);
            return harness.loggedIn().send("2300120260115    093000AOMAIN|AA" + patron + "|AC|AD" + pin + "|");
        }
    }

    @Test
    void createsAPatronWhoCameWithTheirPin() {
        Members members = new Members();
        assertThat(ask(members, knowing(ADA), "ada", "2")).contains("|BLY|", "|CQY|");
        assertThat(members.synchronised).contains("ada 2");
    }

    @Test
    void createsNobodyWithoutARightPin() {
        Members members = new Members();
        assertThat(ask(members, knowing(ADA), "ada", "3")).contains("|BLN|");
        assertThat(ask(members, knowing(ADA), "ada", "")).contains("|BLN|");
        assertThat(ask(members, knowing(ADA), "bob", "2")).contains("|BLN|");
        assertThat(members.synchronised).isEmpty();
    }

    @Test
    void bringsAKnownPatronUpToDateIfTheSiteWantsItSo() {
        Members members = new Members();
        members.members.add("ada");
        assertThat(ask(members, knowing(ADA), "ada", "2")).contains("|CQY|");
        assertThat(members.synchronised).containsExactly("ada 2");
        DirectoryEntry still =
                new DirectoryEntry(Map.of("userid", "ada"), Map.of(), true, false, DirectoryEntry.Pin.KEEP);
        assertThat(ask(members, knowing(still), "ada", "2")).contains("|CQY|");
        assertThat(members.synchronised).hasSize(1);
    }

    @Test
    void aRightPinIsRightEvenIfTheLibraryCannotBeBroughtUpToDate() {
        Members members = new Members();
        members.members.add("ada");
        members.broken = true;
        assertThat(ask(members, knowing(ADA), "ada", "2")).contains("|BLY|", "|CQY|");
    }

    @Test
    void anOutageIsNoWrongPin() {
        Members members = new Members();
        members.members.add("ada");
        PatronDirectory down = (realm, name, secret) -> Identification.of(Verdict.UNAVAILABLE);
        assertThat(ask(members, down, "ada", "1")).doesNotContain("|CQN|").doesNotContain("|CQY|");
    }

    @Test
    void theLibraryStepsInOnlyToAccept() {
        Members members = new Members();
        members.members.add("ada");
        PatronDirectory down = (realm, name, secret) -> Identification.unavailableWithFallback();
        assertThat(ask(members, down, "ada", "1")).contains("|CQY|");
        assertThat(ask(members, down, "ada", "9")).doesNotContain("|CQN|").doesNotContain("|CQY|");
    }

    /** A directory that says of itself that it is down. */
    private static final class Down implements Authenticator, Diagnosed {
        @Override
        public Verdict authenticate(Realm realm, String name, char[] secret) {
            return Verdict.UNAVAILABLE;
        }

        @Override
        public Diagnosis diagnose() {
            return new Diagnosis(Diagnosis.State.OFFLINE, "directory main cannot be asked: base is missing");
        }
    }

    @Test
    void whyNamesADirectoryThatCannotBeAsked() {
        try (Harness harness = new Harness(Harness.settings())) {
            harness.institution(Harness.institution("MAIN", Harness.policy(100, 3)));
            harness.implementation("SHELF", new Members());
            harness.directory("directory", 100, new Down());
            assertThat(harness.report.why("MAIN"))
                    .endsWith("Passwords and PINs cannot be checked: directory main cannot be asked: base is missing.");
        }
    }
}
