// SPDX-License-Identifier: Apache-2.0
package acs.conformance.model;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A patron with all there is to know of them: what they have, owe and wait for. Draws their next errand, and knows its
 * answer. Patron and items are those of one terminal.
 */
final class Reader {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd    HHmmss", Locale.ROOT);
    private static final String NO_DATE = " ".repeat(18);

    private final int number;
    private final SplittableRandom random;
    private final String patron;
    private final List<Supplier<Errand>> kinds = List.of(
            this::status,
            this::patronStatus,
            this::patronInformation,
            this::itemInformation,
            this::checkout,
            this::checkout,
            this::checkin,
            this::renew,
            this::renewAll,
            this::pay,
            this::hold,
            this::describe,
            this::block,
            this::enable,
            this::enable,
            this::endSession);

    /** How often each item was renewed since it was lent; -1 = it is not on loan. */
    private final int[] lent = new int[World.ITEMS_EACH];

    private final String[] properties = new String[World.ITEMS_EACH];
    private int owed = World.DEBT;
    private int returned;
    private int payments;
    private int descriptions;
    private boolean waiting;
    private boolean blocked;

    Reader(int number, SplittableRandom random) {
        this.number = number;
        this.random = random;
        this.patron = World.patron(number);
        Arrays.fill(lent, -1);
        Arrays.fill(properties, "");
    }

    Errand next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    /** What this patron's part of the database must be like. */
    Map<String, String> expected() {
        Map<String, String> state = new TreeMap<>();
        for (int item = 0; item < lent.length; item++) {
            if (lent[item] >= 0) {
                state.put(World.item(number, item), patron + " " + lent[item]);
            }
            if (!properties[item].isEmpty()) {
                state.put("properties " + World.item(number, item), properties[item]);
            }
        }
        state.put("owed " + patron, String.valueOf(owed));
        if (returned > 0) {
            state.put("loans " + patron, String.valueOf(returned));
        }
        if (waiting) {
            state.put("hold " + patron, World.wanted(number));
        }
        if (blocked) {
            state.put("blocked " + patron, "1");
        }
        return state;
    }

    private Errand status() {
        return Errand.question("9900402.00", "98YYYY", "AOMAIN|");
    }

    private Errand patronStatus() {
        return Errand.question(
                "23001" + now() + "AOMAIN|AA" + patron + "|AC|AD|", "24" + denied(), "BV" + owed + ".00|");
    }

    private Errand patronInformation() {
        String counts = String.format(Locale.ROOT, "00000000%04d00010000%04d", loans(), waiting ? 1 : 0);
        return Errand.question("63001" + now() + "          AOMAIN|AA" + patron + "|", "64" + denied(), counts);
    }

    private Errand itemInformation() {
        int item = item();
        String barcode = World.item(number, item);
        return Errand.question(
                "17" + now() + "AOMAIN|AB" + barcode + "|", isLent(item) ? "1804" : "1803", "AB" + barcode + "|");
    }

    private Errand checkout() {
        int item = item();
        String fields = "AA" + patron + "|AB" + World.item(number, item) + "|";
        return new Errand(
                "11YN" + now() + NO_DATE + "AOMAIN|" + fields + "AC|BON|BIN|",
                "12" + (blocked ? "0" : "1") + flag(isLent(item)),
                fields,
                () -> lent[item] += blocked ? 0 : 1);
    }

    private Errand checkin() {
        int item = item();
        String now = now();
        return new Errand(
                "09N" + now + now + "APMAIN|AOMAIN|AB" + World.item(number, item) + "|AC|BIN|",
                isLent(item) ? "101" : "100",
                "AB" + World.item(number, item) + "|",
                () -> {
                    returned += isLent(item) ? 1 : 0;
                    lent[item] = -1;
                });
    }

    private Errand renew() {
        int item = item();
        boolean may = isLent(item) && !blocked;
        String fields = "AA" + patron + "|AB" + World.item(number, item) + "|";
        return new Errand(
                "29NN" + now() + NO_DATE + "AOMAIN|" + fields + "AC|BON|",
                "30" + (may ? "1" : "0") + flag(isLent(item)),
                fields,
                () -> lent[item] += may ? 1 : 0);
    }

    private Errand renewAll() {
        int renewed = blocked ? 0 : loans();
        return new Errand(
                "65" + now() + "AOMAIN|AA" + patron + "|AC|BON|",
                String.format(Locale.ROOT, "66%s%04d0000", blocked ? "0" : "1", renewed),
                "AOMAIN|",
                () -> {
                    for (int item = 0; item < lent.length && renewed > 0; item++) {
                        lent[item] += isLent(item) ? 1 : 0;
                    }
                });
    }

    private Errand pay() {
        payments++;
        return new Errand(
                "37" + now() + "0100USDBV1.00|AOMAIN|AA" + patron + "|BK" + number + "-" + payments + "|",
                "38Y",
                "AA" + patron + "|",
                () -> owed--);
    }

    /** Places the hold, or takes it back; sometimes the one that is there already, or that is not. */
    private Errand hold() {
        boolean place = random.nextBoolean();
        boolean may = place ? !waiting && !blocked : waiting;
        return new Errand(
                "15" + (place ? "+" : "-") + now() + "AOMAIN|AA" + patron + "|AB" + World.wanted(number) + "|AC|",
                may ? "161" : "160",
                "AA" + patron + "|",
                () -> waiting = may ? place : waiting);
    }

    private Errand describe() {
        int item = item();
        String text = "shelf mark " + ++descriptions;
        return new Errand(
                "19" + now() + "AOMAIN|AB" + World.item(number, item) + "|AC|CH" + text + "|",
                "201",
                "AB" + World.item(number, item) + "|",
                () -> properties[item] = text);
    }

    private Errand block() {
        return new Errand(
                "01N" + now() + "AOMAIN|ALleft behind|AA" + patron + "|AC|",
                "24Y",
                "AA" + patron + "|",
                () -> blocked = true);
    }

    private Errand enable() {
        return new Errand(
                "25" + now() + "AOMAIN|AA" + patron + "|AC|AD|", "26 ", "AA" + patron + "|", () -> blocked = false);
    }

    private Errand endSession() {
        return Errand.question("35" + now() + "AOMAIN|AA" + patron + "|AC|AD|", "36Y", "AA" + patron + "|");
    }

    private static String flag(boolean set) {
        return set ? "Y" : "N";
    }

    /** How a patron's status begins. */
    private String denied() {
        return blocked ? "Y" : " ";
    }

    private int item() {
        return random.nextInt(World.ITEMS_EACH);
    }

    private boolean isLent(int item) {
        return lent[item] >= 0;
    }

    private int loans() {
        return (int) Arrays.stream(lent).filter(renewals -> renewals >= 0).count();
    }

    private static String now() {
        return LocalDateTime.now(ZoneOffset.UTC).format(DATE);
    }
}
