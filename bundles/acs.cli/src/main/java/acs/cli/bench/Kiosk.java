// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A terminal that trusts nothing: number and checksum of every answer are verified, and nothing is sent twice, so that a
 * lost, late or mixed-up answer shows.
 */
final class Kiosk implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Wire wire = Wire.standard();
    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(LONGEST_ANSWER);
    private int sequence;

    Kiosk(InetSocketAddress server) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Logs in, and waits for the answer. */
    void logIn() throws IOException {
        Message login = Message.of(MessageType.LOGIN)
                .with(Fixed.UID_ALGORITHM, "0")
                .with(Fixed.PWD_ALGORITHM, "0")
                .with(Field.CN, BenchLibrary.ACCOUNT)
                .with(Field.CO, BenchLibrary.PASSWORD)
                .with(Field.CP, BenchLibrary.INSTITUTION)
                .build();
        send(login);
        Optional<Message> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = receive();
        }
        if (!answer.get().get(Fixed.OK)) {
            throw new IOException("login refused");
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** Sends a request; the one before must have been answered. */
    void send(Message request) throws IOException {
        sequence = (sequence + 1) % 10;
        byte[] line = Trailer.append(wire.write(request), OptionalInt.of(sequence));
        byte[] sent = Arrays.copyOf(line, line.length + 1);
        sent[line.length] = '\r';
        for (ByteBuffer bytes = ByteBuffer.wrap(sent); bytes.hasRemaining(); ) {
            channel.write(bytes);
        }
    }

    /** Reads what is there; the answer once it is complete and found to be the one to the last request. */
    Optional<Message> receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new IOException("the server closed the connection");
        }
        int last = received.position() - 1;
        if (last < 0 || received.get(last) != '\r') {
            return Optional.empty();
        }
        byte[] line = Arrays.copyOf(received.array(), last);
        received.clear();
        return Optional.of(verified(line));
    }

    private Message verified(byte[] line) throws IOException {
        if (!(Trailer.of(line) instanceof Trailer.Good good)) {
            throw new IOException("the checksum of an answer is wrong or missing");
        }
        if (good.sequence().isEmpty() || good.sequence().getAsInt() != sequence) {
            throw new IOException("answer " + good.sequence() + " to request " + sequence);
        }
        if (wire.read(good.body()) instanceof Reading.Understood understood) {
            return understood.message();
        }
        throw new IOException("an answer cannot be read");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
