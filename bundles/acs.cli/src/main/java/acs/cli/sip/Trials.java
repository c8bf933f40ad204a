// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.client.SipClient;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries messages on a server, one after the other, or explains lines without one. */
final class Trials {
    private final ServerOptions server;
    private final MessageOptions content;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Connector connector;
    private final Requests requests;

    Trials(ServerOptions server, MessageOptions content, PrintWriter out, PrintWriter err) {
        this.server = server;
        this.content = content;
        this.out = out;
        this.err = err;
        this.connector = new Connector(server);
        this.requests = new Requests(content, connector.wire());
    }

    /** @param lines none: those of standard input */
    void explain(List<String> lines) throws IOException {
        Printer printer = new Printer(out, Printer.Style.DECODED, connector.wire());
        for (String line : lines.isEmpty() ? standardInput() : lines) {
            printer.explain(LoggedLine.message(line).getBytes(server.encoding));
        }
    }

    /** Logs in, if there is a name, and sends messages, then lines as they are; whether all went well. */
    boolean run(List<String> messages, boolean raw, boolean decode, List<String> lines) throws IOException {
        Printer.Style bare = raw ? Printer.Style.ANSWERS : Printer.Style.LINES;
        Printer printer = new Printer(out, decode ? Printer.Style.DECODED : bare, connector.wire());
        printer.say("Attempting socket connection to " + server.address + ":" + server.port + "...");
        try (SipClient client = connector.connect(printer)) {
            printer.say("connected!" + System.lineSeparator());
            if (!content.user.isEmpty() && !logIn(client)) {
                complain("Login Failed!");
                return false;
            }
            boolean well = true;
            for (String message : messages) {
                well &= attempt(client, printer, message);
            }
            if (raw) {
                send(client, lines.isEmpty() && messages.isEmpty() ? standardInput() : lines);
            }
            return well;
        }
    }

    private boolean logIn(SipClient client) throws IOException {
        Message answer = client.ask(requests.of(MessageType.LOGIN));
        return answer.type() == MessageType.LOGIN_RESPONSE && answer.get(Fixed.OK);
    }

    private boolean attempt(SipClient client, Printer printer, String message) throws IOException {
        Optional<Trial> trial = Trial.of(message);
        if (trial.isEmpty()) {
            complain(message + " is an unsupported command!");
            return false;
        }
        List<String> missing = trial.get().required().stream()
                .filter(option -> !content.has(option))
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(option -> complain(option + " is required for " + message));
            return false;
        }
        printer.say("Trying '" + message + "'" + System.lineSeparator());
        client.ask(requests.of(trial.get().type()));
        return true;
    }

    private void send(SipClient client, List<String> lines) throws IOException {
        for (String line : lines) {
            byte[] bytes = line.getBytes(server.encoding);
            if (server.errorDetection) {
                client.ask(bytes);
            } else {
                client.exchange(bytes);
            }
        }
    }

    private void complain(String sentence) {
        err.println(sentence);
        err.flush();
    }

    private List<String> standardInput() throws IOException {
        List<String> read = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, server.encoding));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                read.add(line);
            }
        }
        return read;
    }
}
