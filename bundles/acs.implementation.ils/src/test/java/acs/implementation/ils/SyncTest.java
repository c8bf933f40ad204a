// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.auth.DirectoryEntry;
import acs.api.auth.DirectoryEntry.Pin;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronSync.Change;
import acs.api.circulation.Pins.Check;
import acs.implementation.ils.TestLibrary.On;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Patrons whom a directory vouches for. */
class SyncTest {
    private static final Scene MAIN = Scene.main();
    private static final Map<String, String> ADA = Map.of("userid", "ada", "surname", "King", "city", "London");
    private static final Map<String, String> NEW =
            Map.of("userid", "mary", "surname", "Somerville", "categorycode", "adult", "SHOE", "38");
    private static final Map<String, String> DEFAULTS =
            Map.of("categorycode", "SMALL", "branchcode", "BR2", "firstname", "Reader");

    private static DirectoryEntry entry(Map<String, String> values, boolean creates, boolean updates, Pin pin) {
        return new DirectoryEntry(values, DEFAULTS, creates, updates, pin);
    }

    private static Change sync(TestLibrary library, DirectoryEntry entry, String pin) throws Exception {
        return library.circulation.synchronise(MAIN.context(), entry, pin.toCharArray());
    }

    private static Check check(TestLibrary library, String patron, String pin) throws Exception {
        return library.circulation.check(MAIN.context(), patron, pin.toCharArray());
    }

    private static Optional<Patron> find(TestLibrary library, String name) throws Exception {
        return library.circulation.findPatron(MAIN.context(), name);
    }

    /** update × replicate × exists. */
    @ParameterizedTest
    @CsvSource({
        "true, true, ada, UPDATED",
        "true, false, ada, UPDATED",
        "false, true, ada, UNCHANGED",
        "false, false, ada, UNCHANGED",
        "true, true, mary, CREATED",
        "false, true, mary, CREATED",
        "true, false, mary, UNKNOWN",
        "false, false, mary, UNKNOWN"
    })
    void createsAndUpdatesAsTheSiteWantsIt(boolean updates, boolean creates, String user, Change expected)
            throws Exception {
        for (On database : On.values()) {
            try (TestLibrary library = database.open()) {
                Map<String, String> values = user.equals("ada") ? ADA : NEW;
                long before = library.count("patrons");
                assertThat(sync(library, entry(values, creates, updates, Pin.KEEP), "1234"))
                        .isEqualTo(expected);
                assertThat(library.count("patrons")).isEqualTo(before + (expected == Change.CREATED ? 1 : 0));
                assertThat(find(library, "ada").orElseThrow().surname())
                        .isEqualTo(expected == Change.UPDATED ? "King" : "Lovelace");
                assertThat(find(library, "mary").isPresent()).isEqualTo(expected == Change.CREATED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewPatronHasWhatTheDirectorySaysAndDefaultsForTheRest(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            sync(library, entry(NEW, true, true, Pin.STORE), "s3cret");
            Patron patron = find(library, "mary").orElseThrow();
            assertThat(patron.id()).isEqualTo("mary");
            assertThat(patron.name()).isEqualTo("Reader Somerville");
            assertThat(patron.category()).isEqualTo("ADULT");
            assertThat(patron.library()).isEqualTo("BR2");
            assertThat(check(library, "mary", "s3cret")).isEqualTo(Check.RIGHT);
            assertThat(library.value("SELECT content FROM patron_attributes WHERE code = 'SHOE'"))
                    .isEqualTo("38");
            assertThat(sync(library, entry(NEW, true, true, Pin.STORE), "s3cret"))
                    .isEqualTo(Change.UNCHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateLeavesWhatTheDirectoryDoesNotSay(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            sync(library, entry(ADA, false, true, Pin.KEEP), "x");
            Patron patron = find(library, "P100").orElseThrow();
            assertThat(patron.name()).isEqualTo("Ada King");
            assertThat(patron.contact().address()).isEqualTo("London");
            assertThat(patron.contact().email()).isEqualTo("ada@example.org");
            assertThat(patron.category()).isEqualTo("ADULT");
            sync(library, entry(Map.of("userid", "ada", "email", ""), false, true, Pin.KEEP), "x");
            assertThat(find(library, "P100").orElseThrow().contact().email()).isEmpty();
            assertThat(check(library, "ada", "1234")).isEqualTo(Check.RIGHT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePinIsStoredOrRemoved(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            sync(library, entry(ADA, false, true, Pin.STORE), "of the directory");
            assertThat(check(library, "ada", "of the directory")).isEqualTo(Check.RIGHT);
            assertThat(check(library, "ada", "1234")).isEqualTo(Check.WRONG);
            sync(library, entry(ADA, false, true, Pin.REMOVE), "of the directory");
            assertThat(check(library, "ada", "of the directory")).isEqualTo(Check.NONE);
        }
    }

    @Test
    void findsByCardNumberAndTakesNobodysId() throws Exception {
        try (TestLibrary library = On.H2.open()) {
            Map<String, String> grace = Map.of("userid", "grace", "cardnumber", "P110");
            assertThat(sync(library, entry(grace, false, true, Pin.KEEP), "x")).isEqualTo(Change.UPDATED);
            assertThat(find(library, "grace").orElseThrow().id()).isEqualTo("P110");
            Map<String, String> greedy = Map.of("userid", "ada", "cardnumber", "P110");
            sync(library, entry(greedy, false, true, Pin.KEEP), "x");
            assertThat(find(library, "P100").orElseThrow().surname()).isEqualTo("Lovelace");
            assertThat(find(library, "P110").orElseThrow().surname()).isEqualTo("Hopper");
        }
    }

    @Test
    void nobodyIsCreatedWithoutACategory() throws Exception {
        try (TestLibrary library = On.H2.open()) {
            DirectoryEntry entry = new DirectoryEntry(
                    Map.of("userid", "mary", "categorycode", "NOPE"), Map.of(), true, true, Pin.KEEP);
            assertThatThrownBy(() -> sync(library, entry, "x"))
                    .isInstanceOf(CirculationException.class)
                    .hasMessageContaining("category");
            assertThat(find(library, "mary")).isEmpty();
        }
    }
}
