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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code acs sip}: speaks to any SIP2 server, or explains what was said. */
@Command(
        name = "sip",
        description = {
            "Speaks SIP2 to a server, with the options of Koha's sip_cli_emulator.pl.",
            "With --decode and no message: explains LINEs, without a server."
        },
        footer = {
            "",
            "Messages: checkin, checkout, fee_paid, hold, item_information, patron_information,",
            "patron_status_request, sc_status_request, renew, renew_all, block_patron, patron_enable,",
            "end_patron_session, item_status_update, login, request_acs_resend; or their codes.",
            "Passwords are never printed. Exit status 1 if a login or a message got no proper answer."
        })
public final class SipCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // that it is there is enough
    private boolean help;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private MessageOptions content = new MessageOptions();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What is sent after the login. Can be repeated.")
    private List<String> messages = List.of();

    @Option(names = "--raw", description = "Sends LINEs as they are; prints answers as they come, and nothing else.")
    private boolean raw;

    @Option(names = "--decode", description = "Prints each field of each message by its name.")
    private boolean decode;

    @Parameters(arity = "0..*", paramLabel = "LINE", description = "For --raw and --decode; none: standard input.")
    private List<String> lines = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Printer printer = new Printer(out, style(), server.wire());
        if (decode && !raw && messages.isEmpty()) {
            for (String line : given()) {
                printer.explain(LoggedLine.message(line).getBytes(server.encoding));
            }
            return 0;
        }
        if (!raw && messages.isEmpty() && content.user.isEmpty()) {
            throw new IllegalArgumentException("nothing to do (expected: -m, -su, --raw or --decode; see --help)");
        }
        askForPassword();
        printer.say("Attempting socket connection to " + server.address + ":" + server.port + "...");
        try (SipClient client = server.connect(printer)) {
            printer.say("connected!" + System.lineSeparator());
            return converse(client, printer) ? 0 : 1;
        }
    }

    private Printer.Style style() {
        if (decode) {
            return Printer.Style.DECODED;
        }
        return raw ? Printer.Style.ANSWERS : Printer.Style.LINES;
    }

    private void askForPassword() {
        if (!content.user.isEmpty() && content.password.isEmpty() && Boolean.getBoolean("acs.terminal")) {
            char[] typed =
                    Objects.requireNonNull(System.console(), "console").readPassword("Password of %s: ", content.user);
            content.password = typed == null ? "" : new String(typed);
        }
    }

    private boolean converse(SipClient client, Printer printer) throws IOException {
        Requests requests = new Requests(content, server.wire());
        if (!content.user.isEmpty()) {
            Message answer = client.ask(requests.of(MessageType.LOGIN));
            if (answer.type() != MessageType.LOGIN_RESPONSE || !answer.get(Fixed.OK)) {
                complain("Login Failed!");
                return false;
            }
        }
        boolean well = true;
        for (String message : messages) {
            well &= attempt(client, printer, requests, message);
        }
        if (raw) {
            for (String line : given()) {
                byte[] bytes = line.getBytes(server.encoding);
                if (server.errorDetection) {
                    client.ask(bytes);
                } else {
                    client.exchange(bytes);
                }
            }
        }
        return well;
    }

    private boolean attempt(SipClient client, Printer printer, Requests requests, String message) throws IOException {
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

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }

    /** The lines of the command line, or of standard input. */
    private List<String> given() throws IOException {
        if (!lines.isEmpty() || (raw && !messages.isEmpty())) {
            return lines;
        }
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
