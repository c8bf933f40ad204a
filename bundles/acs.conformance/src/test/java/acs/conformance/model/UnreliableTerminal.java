// SPDX-License-Identifier: Apache-2.0
package acs.conformance.model;

import acs.client.LineConnection;
import acs.sip2.Trailer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * A terminal that repeats itself, garbles checksums, asks again, sends two requests at once and drops its connection under
 * a request; its {@link Reader} knows what must come of each.
 */
final class UnreliableTerminal implements Callable<Map<String, String>> {
    private static final Set<String> CHANGES = Set.of("01", "09", "11", "15", "19", "25", "29", "37", "65");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final InetSocketAddress server;
    private final int number;
    private final int requests;
    private final SplittableRandom random;
    private final Reader reader;

    private LineConnection connection;
    private int sequence;
    private int sent;

    UnreliableTerminal(InetSocketAddress server, int number, int requests, long seed) throws IOException {
        this.server = server;
        this.number = number;
        this.requests = requests;
        this.random = new SplittableRandom(seed + number);
        this.reader = new Reader(number, random);
        this.connection = dial();
    }

    /** Works; tells what its part of the database must be like afterwards. */
    @Override
    public Map<String, String> call() throws IOException {
        try {
            while (sent < requests) {
                switch (random.nextInt(12)) {
                    case 0 -> twice(reader.next());
                    case 1 -> garbled(reader.next());
                    case 2 -> askedAgain(reader.next());
                    case 3 -> together();
                    case 4 -> dropped(reader.next());
                    default -> once(reader.next());
                }
            }
        } finally {
            connection.close();
        }
        return reader.expected();
    }

    private void once(Errand errand) throws IOException {
        send(seal(errand.request()));
        verify(errand, receive());
    }

    /** The same bytes twice: no second effect, and the same bytes back, unless it is a question, whose answer may be newer. */
    private void twice(Errand errand) throws IOException {
        byte[] line = seal(errand.request());
        send(line);
        String first = receive();
        send(line);
        String second = receive();
        if (CHANGES.contains(errand.request().substring(0, 2))) {
            same(first, second, errand);
        } else {
            matches(errand, second, sequence);
        }
        verify(errand, first);
    }

    /** A checksum that is wrong: 96, and no effect until it is right. */
    private void garbled(Errand errand) throws IOException {
        byte[] right = seal(errand.request());
        byte[] wrong = right.clone();
        wrong[wrong.length - 2] = (byte) (wrong[wrong.length - 2] == '0' ? '1' : '0');
        send(wrong);
        check(receive().startsWith("96"), "a wrong checksum is not answered 96", errand.request());
        send(right);
        verify(errand, receive());
    }

    /** Asked to say it again it says the same. */
    private void askedAgain(Errand errand) throws IOException {
        send(seal(errand.request()));
        String first = receive();
        send(line("97AZFEF5"));
        same(first, receive(), errand);
        verify(errand, first);
    }

    /** Two requests in one piece: two answers in order. */
    private void together() throws IOException {
        Errand one = reader.next();
        byte[] first = seal(one.request());
        int number = sequence;
        one.effect().run();
        Errand other = reader.next();
        byte[] second = seal(other.request());
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        send(both);
        matches(one, receive(), number);
        verify(other, receive());
    }

    /** The connection breaks under the request: sent again on the next one, it has its effect once. */
    private void dropped(Errand errand) throws IOException {
        send(seal(errand.request()));
        connection.close();
        connection = dial();
        send(seal(errand.request()));
        verify(errand, receive());
    }

    private void verify(Errand errand, String answer) {
        matches(errand, answer, sequence);
        errand.effect().run();
    }

    private void matches(Errand errand, String answer, int number) {
        check(
                Trailer.of(answer.getBytes(StandardCharsets.ISO_8859_1)) instanceof Trailer.Good good
                        && good.sequence().equals(OptionalInt.of(number))
                        && answer.startsWith(errand.answer())
                        && answer.contains(errand.contains()),
                answer,
                errand.request() + " (expected: " + errand.answer() + "… with " + errand.contains() + ", number "
                        + number + ")");
    }

    private static void same(String first, String second, Errand errand) {
        check(first.equals(second), second + " and not again " + first, errand.request());
    }

    private static void check(boolean right, String answer, String request) {
        if (!right) {
            throw new AssertionError(answer + " answers " + request);
        }
    }

    private LineConnection dial() throws IOException {
        LineConnection fresh = LineConnection.open(server, PATIENCE);
        fresh.send(line("9300CNkiosk|COsecret|CPT" + number + "|"));
        check(new String(fresh.receive(), StandardCharsets.ISO_8859_1).equals("941"), "no login", "93");
        sequence = 9;
        return fresh;
    }

    private byte[] seal(String request) {
        sequence = (sequence + 1) % 10;
        return line(new String(
                Trailer.append(request.getBytes(StandardCharsets.ISO_8859_1), OptionalInt.of(sequence)),
                StandardCharsets.ISO_8859_1));
    }

    private static byte[] line(String text) {
        return (text + "\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void send(byte[] bytes) throws IOException {
        sent++;
        connection.send(bytes);
    }

    private String receive() throws IOException {
        return new String(connection.receive(), StandardCharsets.ISO_8859_1);
    }
}
