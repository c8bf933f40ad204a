// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Pins.Check;
import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks PINs against their bcrypt hashes.
 *
 * <p>A hash of less cost than configured, as imports make them, is replaced after its PIN was found right. Where
 * {@code FailedLoginAttempts} sets a limit, a patron with that many wrong PINs in a row is locked until staff reset it.
 */
final class PinDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PinDesk.class);
    private static final String FIND =
            """
            SELECT p.id, p.version, p.pin_hash, p.pin_failures
              FROM patron_names n JOIN patrons p ON p.id = n.patron_id WHERE n.name = ?""";

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final Database database;
    private final PinMemory memory;
    private final int cost;
    private final Executor background;

    private record Stored(long patronId, long version, Optional<String> hash, int failures) {}

    /**
     * @param cost that hashes are to have
     * @param background does what may be done later
     */
    PinDesk(Database database, PinMemory memory, int cost, Executor background) {
        this.database = database;
        this.memory = memory;
        this.cost = cost;
        this.background = background;
    }

    /** Whether the PIN is that of a patron; a patron that is not there has none. */
    Check check(String name, char[] pin, OptionalInt mostFailures) throws CirculationException {
        Optional<Stored> found = database.read(
                "check PIN",
                session -> session.one(
                        FIND, row -> new Stored(row.id(), row.id(), row.optionalText(), row.number()), name));
        if (found.isEmpty() || found.get().hash().isEmpty() || pin.length == 0) {
            return Check.NONE;
        }
        Stored stored = found.get();
        if (mostFailures.isPresent() && stored.failures() >= mostFailures.getAsInt()) {
            return Check.WRONG;
        }
        if (memory.knows(stored.patronId(), stored.version(), pin)) {
            return Check.RIGHT;
        }
        return isRight(pin, stored.hash().get()) ? right(stored, pin) : wrong(stored, mostFailures);
    }

    /** How many wrong PINs in a row lock a card; empty = none does. */
    static OptionalInt mostFailures(Context context, IlsSettings settings) {
        OptionalInt ofAccount = context.account().preferences().number("FailedLoginAttempts");
        OptionalInt most =
                ofAccount.isPresent() ? ofAccount : settings.preferences().number("FailedLoginAttempts");
        return most.isPresent() && most.getAsInt() > 0 ? most : OptionalInt.empty();
    }

    private Check right(Stored stored, char[] pin) throws CirculationException {
        memory.remember(stored.patronId(), stored.version(), pin);
        if (cost(stored.hash().orElseThrow()) < cost) {
            char[] copy = pin.clone();
            background.execute(() -> strengthen(stored, copy));
        }
        if (stored.failures() > 0) {
            database.write(
                    "reset wrong PINs",
                    session -> session.update("UPDATE patrons SET pin_failures = 0 WHERE id = ?", stored.patronId()));
        }
        return Check.RIGHT;
    }

    /** Takes a while. If it fails, the PIN's next use tries it again. */
    private void strengthen(Stored stored, char[] pin) {
        String stronger = hash(pin, cost);
        Arrays.fill(pin, '\0');
        try {
            database.write(
                    "strengthen PIN",
                    session -> session.update(
                            "UPDATE patrons SET pin_hash = ? WHERE id = ? AND pin_hash = ?",
                            stronger,
                            stored.patronId(),
                            stored.hash().orElseThrow()));
        } catch (CirculationException failure) {
            LOG.debug("The hash of a PIN was not replaced: {}", failure.getMessage());
        }
    }

    private Check wrong(Stored stored, OptionalInt mostFailures) throws CirculationException {
        if (mostFailures.isPresent()) {
            database.write(
                    "count wrong PIN",
                    session -> session.update(
                            "UPDATE patrons SET pin_failures = pin_failures + 1 WHERE id = ?", stored.patronId()));
        }
        return Check.WRONG;
    }

    private static boolean isRight(char[] pin, String hash) {
        return BCrypt.verifyer(VERSION, LongPasswordStrategies.truncate(VERSION))
                .verify(pin, hash.toCharArray())
                .verified;
    }

    static String hash(char[] pin, int cost) {
        return BCrypt.with(VERSION, LongPasswordStrategies.truncate(VERSION)).hashToString(cost, pin);
    }

    /** The cost that a hash of the form {@code $2a$10$…} was made with; the highest if it has another form. */
    private static int cost(String hash) {
        String[] parts = hash.split("\\$", 4);
        try {
            return parts.length == 4 ? Integer.parseInt(parts[2]) : Integer.MAX_VALUE;
        } catch (NumberFormatException otherForm) {
            return Integer.MAX_VALUE;
        }
    }
}
