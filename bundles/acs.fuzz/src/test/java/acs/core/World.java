// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.api.Dialect.PatronId;
import acs.api.Dialect.Terminator;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.circulation.Circulation;
import acs.api.transport.Conversation;
import acs.api.transport.Listener;
import acs.core.handler.Libraries;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server in the test's own process, with two institutions: HALL for the terminal that is fuzzed, and MAIN for the one
 * beside it. Each has a library of its own; that of HALL is replaced before every try.
 */
final class World {
    private static final Policy EVERYTHING = new Policy(true, true, true, true, true, 100, 3);
    private static final Settings MANY = Settings.of(Map.of(
            "ae_field_template", "[% patron.surname %], [% patron.firstname %]",
            "av_field_template", "[% accountline.description %] [% accountline.amountoutstanding | format('%.2f') %]",
            "convert_nonprinting_characters", "_",
            "screen_msg_regex.1.find", "^(Greetings) from (\\w+)",
            "screen_msg_regex.1.replace", "$2",
            "ct_always_send", "1",
            "cv_send_00_on_success", "1",
            "show_checkin_message", "1",
            "show_outstanding_amount", "1",
            "format_due_date", "1"));

    /** Each with a dialect of its own; the last terminal is not logged in. */
    private static final List<Account> ACCOUNTS = List.of(
            account("plain", Rights.all(), Dialect.standard(), Settings.empty()),
            account(
                    "strict",
                    new Rights(Set.of(), Offline.DENIED, true, PersonalData.AFTER_PIN, Set.of()),
                    new Dialect(Charset.forName("IBM850"), '|', Terminator.CR, ErrorDetection.REQUIRED, PatronId.SENT),
                    Settings.empty()),
            account(
                    "wide",
                    Rights.all(),
                    new Dialect(
                            Charset.forName("Big5"), '\u0080', Terminator.CR, ErrorDetection.DISABLED, PatronId.CARD),
                    Settings.empty()),
            account(
                    "many",
                    new Rights(Set.of(), Offline.ALLOWED, false, PersonalData.NEVER, Set.of()),
                    new Dialect(StandardCharsets.US_ASCII, '|', Terminator.CRLF, ErrorDetection.ENABLED, PatronId.CARD),
                    MANY));

    private final Harness harness = new Harness(Harness.settings(Duration.ZERO, Set.of()), Clock.systemUTC());
    private Reference<Circulation> hall;

    World() {
        harness.institution(institution("MAIN", "BESIDE"));
        harness.institution(institution("HALL", "FUZZED"));
        harness.account(Harness.account("sc01", "secret1"));
        ACCOUNTS.forEach(harness::account);
        hall = harness.implementation("FUZZED", Libraries.full());
        harness.implementation("BESIDE", Libraries.full());
    }

    /** As if nothing had happened yet in HALL. */
    void begin() {
        harness.implementations.remove(hall);
        hall = harness.implementation("FUZZED", Libraries.full());
    }

    /** How many kinds of terminals there are to be fuzzed. */
    static int kinds() {
        return ACCOUNTS.size() + 1;
    }

    /** How the terminal is answered: as its account wants it, or by the listener's delimiter if it is nobody's. */
    static Dialect dialect(Conversation terminal) {
        return ACCOUNTS.stream()
                .filter(known -> known.id().equals(terminal.account()))
                .map(Account::dialect)
                .findFirst()
                .orElseGet(() -> new Dialect(
                        StandardCharsets.UTF_8,
                        terminal.listener().delimiter(),
                        Terminator.CRLF,
                        ErrorDetection.ENABLED,
                        PatronId.SENT));
    }

    Kiosk fuzzed(int kind) {
        if (kind >= ACCOUNTS.size()) {
            return harness.connect();
        }
        Account account = ACCOUNTS.get(kind);
        Listener listener = new Listener(
                "hall",
                Listener.Dialogue.RAW,
                false,
                account.id(),
                account.dialect().delimiter(),
                Duration.ZERO,
                Duration.ZERO);
        return harness.connect(listener);
    }

    Kiosk beside() {
        return harness.connect();
    }

    private static Account account(String id, Rights rights, Dialect dialect, Settings settings) {
        return new Account(id, Secret.of("secret1"), "HALL", "", rights, dialect, settings, Settings.empty());
    }

    private static Institution institution(String id, String implementation) {
        return new Institution(
                id,
                id + " Library",
                implementation,
                Harness.ZONE,
                Currency.getInstance("USD"),
                Language.ENGLISH,
                "",
                Settings.empty(),
                EVERYTHING);
    }
}
