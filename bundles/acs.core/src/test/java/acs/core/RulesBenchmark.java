// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Rights;
import acs.api.Secret;
import acs.api.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long a terminal waits for its answers, alone and beside terminals whose login has a template with loops in loops and
 * patterns that a backtracking engine would never come to the end of. Arguments: such terminals, seconds.
 */
final class RulesBenchmark {
    private static final String PATRON = "2300120260115    093000AOMAIN|AAP110|AC|AD1234|";
    private static final String LIST = "[" + "'a' ".repeat(60) + "]";

    private static final Map<String, String> EVIL = Map.of(
            "ae_field_template",
            ("[% FOREACH x IN " + LIST + " %]").repeat(5) + "[% END %]".repeat(5) + "Evil",
            "screen_msg_regex.1.find",
            "^(([a-z ])+.)+[A-Z]([a-z ])+$",
            "screen_msg_regex.1.replace",
            "x",
            "screen_msg_regex.2.find",
            "(a+)+$|.",
            "screen_msg_regex.2.replace",
            "x".repeat(200));

    private final AtomicBoolean done = new AtomicBoolean();

    public static void main(String[] arguments) throws InterruptedException {
        int evil = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new RulesBenchmark().run(evil, seconds);
    }

    private void run(int evil, int seconds) throws InterruptedException {
        try (Harness harness = Harness.withShelf(new Shelf())) {
            harness.account(new Account(
                    "evil",
                    Secret.of("secret1"),
                    "MAIN",
                    "",
                    Rights.all(),
                    Dialect.standard(),
                    Settings.of(EVIL),
                    Settings.empty()));
            Kiosk plain = harness.loggedIn();
            measure("warming up", plain, seconds);
            measure("alone", plain, seconds);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < evil; i++) {
                Kiosk kiosk = harness.connect();
                kiosk.send("9300CNevil|COsecret1|");
                Thread thread = new Thread(() -> measureUntilDone(kiosk), "evil");
                threads.add(thread);
                thread.start();
            }
            measure("beside " + evil + " such terminals", plain, seconds);
            done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void measureUntilDone(Kiosk kiosk) {
        long[] nanos = ask(kiosk, Long.MAX_VALUE);
        print("such a terminal", nanos);
    }

    private void measure(String what, Kiosk kiosk, int seconds) {
        print(what, ask(kiosk, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)));
    }

    private long[] ask(Kiosk kiosk, long end) {
        long[] nanos = new long[1_000_000];
        int count = 0;
        while (count < nanos.length && !done.get() && System.nanoTime() - end < 0) {
            long since = System.nanoTime();
            if (!kiosk.send(PATRON).startsWith("24")) {
                throw new IllegalStateException("not an answer");
            }
            nanos[count++] = System.nanoTime() - since;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d answers, half within %.3f ms, 99 %% within %.3f ms, the slowest %.1f ms%n",
                what,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
