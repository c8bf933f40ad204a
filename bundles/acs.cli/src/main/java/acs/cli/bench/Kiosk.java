// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import acs.client.LineConnection;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A terminal that trusts nothing: number and checksum of every answer are verified, and nothing is sent twice, so that a
 * lost, late or mixed-up answer shows.
 */
final class Kiosk implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Wire wire = Wire.standard();
    private final LineConnection connection;
    private int sequence;

    Kiosk(InetSocketAddress server) throws IOException {
        connection = LineConnection.open(server, TIMEOUT);
    }

    /** Logs in. */
    void logIn() throws IOException {
        Message login = Message.of(MessageType.LOGIN)
                .with(Fixed.UID_ALGORITHM, "0")
                .with(Fixed.PWD_ALGORITHM, "0")
                .with(Field.CN, BenchLibrary.ACCOUNT)
                .with(Field.CO, BenchLibrary.PASSWORD)
                .with(Field.CP, BenchLibrary.INSTITUTION)
                .build();
        if (!ask(login).get(Fixed.OK)) {
            throw new IOException("login refused");
        }
    }

    /** Runs the errand; says what was wrong with the answer, or nothing. */
    String run(Errand errand) throws IOException {
        Message answer = ask(errand.request());
        return errand.isDoneBy(answer) ? "" : errand.request().type() + " was answered " + answer;
    }

    private Message ask(Message request) throws IOException {
        sequence = (sequence + 1) % 10;
        byte[] line = Trailer.append(wire.write(request), OptionalInt.of(sequence));
        byte[] sent = Arrays.copyOf(line, line.length + 1);
        sent[line.length] = '\r';
        connection.send(sent);
        Trailer trailer = Trailer.of(connection.receive());
        if (!(trailer instanceof Trailer.Good good)) {
            throw new IOException("checksum of the answer to " + request.type() + " is wrong or missing");
        }
        if (good.sequence().isEmpty() || good.sequence().getAsInt() != sequence) {
            throw new IOException("answer " + good.sequence() + " to request " + sequence);
        }
        if (wire.read(good.body()) instanceof Reading.Understood understood) {
            return understood.message();
        }
        throw new IOException("answer to " + request.type() + " cannot be read");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
