// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** What a terminal does again and again, and how the answers must be. One for each terminal; for one thread. */
interface Round {
    String DATE = "20260115    093000";
    String NO_DATE = " ".repeat(18);

    /** The first message on a connection. */
    default String login() {
        return "9300CNkiosk|COsecret|CP";
    }

    /** Once around; says what was wrong, or nothing. */
    String go(Terminal terminal) throws IOException;

    /** What is wrong with the answer to a request; empty if nothing is. */
    static String ask(Terminal terminal, String request, String start, String... parts) throws IOException {
        return check(request, terminal.ask(request), start, parts);
    }

    static String check(String request, String answer, String start, String... parts) {
        boolean right = answer.startsWith(start);
        for (String part : parts) {
            right &= answer.contains(part);
        }
        return right ? "" : request + " was answered " + answer;
    }

    /** The value of a field of an answer. */
    static String field(String code, String answer) {
        int start = answer.indexOf("|" + code);
        if (start < 0) {
            throw new IllegalStateException("no " + code + " in " + answer);
        }
        return answer.substring(start + 3, answer.indexOf('|', start + 1));
    }

    /** The first complaint. */
    static String first(Step... steps) throws IOException {
        for (Step step : steps) {
            String complaint = step.take();
            if (!complaint.isEmpty()) {
                return complaint;
            }
        }
        return "";
    }

    /** One request. */
    @FunctionalInterface
    interface Step {
        String take() throws IOException;
    }

    /** Borrows, pays and returns in the ILS; what was paid twice, or not at all, shows in the balance. */
    final class Lending implements Round {
        static final BigDecimal DEBT = new BigDecimal("50000.00");
        private static final BigDecimal PAYMENT = new BigDecimal("0.01");

        private final String patron;
        private final String item;
        private Optional<BigDecimal> balance = Optional.empty();

        Lending(int number) {
            this.patron = "K" + number;
            this.item = "I" + number;
        }

        @Override
        public String go(Terminal terminal) throws IOException {
            String who = "AOMAIN|AA" + patron + "|AC|AD1234|";
            String information = "63001" + DATE + " ".repeat(10) + who;
            if (balance.isEmpty()) {
                balance = Optional.of(new BigDecimal(field("BV", terminal.ask(information))));
            }
            return first(
                    () -> ask(terminal, "17" + DATE + "AOMAIN|AB" + item + "|", "1803", "AB" + item + "|"),
                    () -> ask(terminal, "23001" + DATE + who, "24", "|AA" + patron + "|", "|BLY|CQY|"),
                    () -> ask(
                            terminal,
                            "11NN" + DATE + NO_DATE + "AOMAIN|AA" + patron + "|AB" + item + "|AC|AD1234|BON|",
                            "121N",
                            "AB" + item + "|"),
                    () -> ask(terminal, "17" + DATE + "AOMAIN|AB" + item + "|", "1804", "AB" + item + "|"),
                    () -> pay(terminal),
                    () -> ask(terminal, information, "64", "|AA" + patron + "|", "|BV" + balance.orElseThrow() + "|"),
                    () -> ask(
                            terminal,
                            "09N" + DATE + NO_DATE + "APMAIN|AOMAIN|AB" + item + "|AC|",
                            "101",
                            "AB" + item + "|"));
        }

        private String pay(Terminal terminal) throws IOException {
            String complaint = ask(
                    terminal,
                    "37" + DATE + "0100USDBV" + PAYMENT + "|AOMAIN|AA" + patron + "|AC|AD1234|",
                    "38Y",
                    "|AA" + patron + "|");
            balance = balance.map(before -> before.subtract(PAYMENT));
            return complaint;
        }
    }

    /** Looks things up at the demo, which forgets its loans when it is replaced. */
    final class Looking implements Round {
        @Override
        public String login() {
            return "9300CNdemo|COsecret|CP";
        }

        @Override
        public String go(Terminal terminal) throws IOException {
            return first(
                    () -> ask(terminal, "9900402.00", "98Y", "AODEMO|"),
                    () -> ask(terminal, "23001" + DATE + "AODEMO|AAD1|AC|", "24", "|AAD1|", "|BLY|"),
                    () -> ask(terminal, "17" + DATE + "AODEMO|ABB2|", "1803", "ABB2|AJWalden|"));
        }
    }

    /** Logs in by the directory and types PINs that it knows, right ones and wrong ones. */
    final class Identifying implements Round {
        @Override
        public String login() {
            return "9300CNdesk|COsecret|CP";
        }

        @Override
        public String go(Terminal terminal) throws IOException {
            return first(
                    () -> ask(terminal, login(), "941"),
                    () -> ask(terminal, "23001" + DATE + "AODEMO|AAD1|AC|AD1815|", "24", "|BLY|CQY|"),
                    () -> ask(terminal, "23001" + DATE + "AODEMO|AAD1|AC|AD1816|", "24", "|BLY|CQN|"));
        }
    }
}
