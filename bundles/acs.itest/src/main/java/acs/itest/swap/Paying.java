// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A terminal that pays again and again, and when its connection is closed comes in anew, logs in and sends what was not
 * answered once more, as terminals do. For one thread.
 */
final class Paying implements Runnable {
    private static final BigDecimal PAYMENT = new BigDecimal("0.01");
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd'    'HHmmss", Locale.ROOT);
    private static final int MOST_TRIES = 3000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final int port;
    private final String patron;
    /** So that no payment looks like one of an earlier visit in the same second, come again on another connection. */
    private final String visit = Long.toHexString(System.nanoTime());

    private final Terminal terminal;
    private volatile boolean done;
    private final AtomicInteger payments = new AtomicInteger();
    private final AtomicInteger reconnects = new AtomicInteger();
    private volatile String complaint = "";

    Paying(int port, int number) throws IOException {
        this.port = port;
        this.patron = "K" + number;
        this.terminal = new Terminal(port, new Timings());
        logIn();
    }

    private void logIn() throws IOException {
        String answer = terminal.ask("9300CNkiosk|COsecret|CPdesk " + patron + "|");
        if (!answer.equals("941")) {
            throw new IOException("login answered " + answer);
        }
    }

    @Override
    public void run() {
        try {
            BigDecimal before = balance();
            while (!done && complaint.isEmpty()) {
                pay();
            }
            BigDecimal expected = before.subtract(PAYMENT.multiply(BigDecimal.valueOf(payments.get())));
            BigDecimal after = balance();
            if (complaint.isEmpty() && after.compareTo(expected) != 0) {
                complaint = "after " + payments + " payments the balance is " + after + ", not " + expected;
            }
            terminal.close();
        } catch (IOException | RuntimeException broken) {
            complaint = broken.toString();
        }
    }

    private void pay() throws IOException {
        // a field that nobody knows makes each payment another one
        String request = "37" + LocalDateTime.now(ZoneId.systemDefault()).format(NOW) + "0100USDBV" + PAYMENT
                + "|AOMAIN|AA" + patron + "|AC|AD1234|ZZ" + visit + "-" + payments + "|";
        String answer = insist(request);
        payments.incrementAndGet();
        complaint = Round.check(request, answer, "38Y", "AA" + patron + "|");
    }

    private BigDecimal balance() throws IOException {
        String answer = insist("63001" + Round.DATE + " ".repeat(10) + "AOMAIN|AA" + patron + "|AC|AD1234|");
        return new BigDecimal(Round.field("BV", answer));
    }

    /** Sends it until it is answered. */
    private String insist(String request) throws IOException {
        try {
            return terminal.ask(request);
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException cutOff) {
            return insistAnew(request, cutOff);
        }
    }

    private String insistAnew(String request, IOException cutOff) throws IOException {
        IOException last = cutOff;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                terminal.reconnect(port);
                logIn();
                reconnects.incrementAndGet();
                return terminal.ask(request);
            } catch (SocketTimeoutException late) {
                throw late;
            } catch (IOException notYet) {
                last = notYet;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw last;
    }

    void finish() {
        done = true;
    }

    int payments() {
        return payments.get();
    }

    /** How often it came in anew. */
    int reconnects() {
        return reconnects.get();
    }

    /** What was wrong; empty if nothing was. */
    String complaint() {
        return complaint;
    }
}
