// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.testkit.Transcript.Answer;
import acs.testkit.Transcript.Check;
import acs.testkit.Transcript.Closed;
import acs.testkit.Transcript.Given;
import acs.testkit.Transcript.HangUp;
import acs.testkit.Transcript.Send;
import acs.testkit.Transcript.Silence;
import acs.testkit.Transcript.Step;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Goes through a transcript once, and stops where the server does something else. For one thread. */
final class TranscriptRunner implements AutoCloseable {
    private final Transcript transcript;
    private final AcsCore core;
    private final Terminals terminals;
    private final Trailers trailers;
    private final Consumer<String> stage;
    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final Wildcards wildcards = new Wildcards();
    private Side last;
    private String answer = "";

    /** @param stage makes happen what the transcript says is given */
    TranscriptRunner(
            Transcript transcript, AcsCore core, Terminals terminals, Trailers trailers, Consumer<String> stage)
            throws IOException {
        this.transcript = transcript;
        this.core = core;
        this.terminals = terminals;
        this.trailers = trailers;
        this.stage = stage;
        this.last = side("");
    }

    /** Fails with what is wrong, where, and how it should be. */
    void run() throws IOException {
        for (Step step : transcript.steps()) {
            try {
                take(step);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError(transcript.name() + ":" + step.line() + ": " + wrong.getMessage(), wrong);
            }
        }
        for (Side side : sides.values()) {
            side.expectNothingMore();
        }
    }

    private void take(Step step) throws IOException {
        if (step instanceof Send send) {
            Side side = side(send.connection());
            side.send(Escapes.bytes(wildcards.filled(send.text()), charset(send.connection())));
        } else if (step instanceof Answer expected) {
            receive(expected);
        } else if (step instanceof Check check) {
            Checks.of(check, wildcards, last.delimiter()).on(answer);
        } else if (step instanceof Given given) {
            stage.accept(given.sentence());
        } else if (step instanceof Silence silence) {
            side(silence.connection()).expectSilence();
        } else if (step instanceof Closed closed) {
            expectEnd(side(closed.connection()));
        } else if (step instanceof HangUp hangUp) {
            side(hangUp.connection()).close();
            sides.remove(hangUp.connection());
        }
    }

    private void receive(Answer expected) throws IOException {
        last = side(expected.connection());
        byte[] bytes;
        try {
            bytes = last.receive();
        } catch (EOFException closed) {
            throw new AssertionError("the server closed the connection\nexpected: " + expected.pattern(), closed);
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("no answer\nexpected: " + expected.pattern(), silent);
        }
        answer = new String(bytes, charset(expected.connection()));
        if (!wildcards.matches(expected.pattern(), answer)) {
            throw new AssertionError(
                    String.join("\n", Difference.of(wildcards, last.delimiter(), expected.pattern(), answer))
                            + "\nexpected: " + wildcards.filled(expected.pattern()) + "\nbut was:  " + answer);
        }
        Checks.form(bytes, last.delimiter());
    }

    private static void expectEnd(Side side) throws IOException {
        try {
            String more = new String(side.receive(), StandardCharsets.ISO_8859_1);
            throw new AssertionError("the connection was to be closed\nbut was:  " + more);
        } catch (EOFException expected) {
            side.closed();
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the connection was to be closed\nbut is open", open);
        }
    }

    /** The connection of that name, made and logged in if need be. */
    private Side side(String connection) throws IOException {
        Side known = sides.get(connection);
        if (known != null) {
            return known;
        }
        Side made = new Side(
                terminals.connect(transcript.header("listener", connection)),
                trailers.connection(),
                core.listener(transcript.header("listener", connection)).delimiter());
        sides.put(connection, made);
        String account = transcript.header("account", connection);
        if (!account.isEmpty()) {
            made.send(core.login(account).getBytes(charset(connection)));
            String answered = new String(made.receive(), StandardCharsets.US_ASCII);
            if (!answered.startsWith("941")) {
                throw new AssertionError("account " + account + " cannot log in: " + answered);
            }
            String theirs = transcript.header("delimiter", connection);
            made.speaks(theirs.isEmpty() ? '|' : theirs.charAt(0));
        }
        return made;
    }

    private Charset charset(String connection) {
        String name = transcript.header("encoding", connection);
        return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    @Override
    public void close() throws IOException {
        for (Side side : sides.values()) {
            side.close();
        }
    }
}
