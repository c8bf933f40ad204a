// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
        CommandLine line = spec.commandLine();
        Trials trials = new Trials(server, content, line.getOut(), line.getErr());
        if (decode && !raw && messages.isEmpty()) {
            trials.explain(lines);
            return 0;
        }
        if (!raw && messages.isEmpty() && content.user.isEmpty()) {
            throw new IllegalArgumentException("nothing to do (expected: -m, -su, --raw or --decode; see --help)");
        }
        askForPassword();
        return trials.run(messages, raw, decode, lines) ? 0 : 1;
    }

    private void askForPassword() {
        if (!content.user.isEmpty() && content.password.isEmpty() && Boolean.getBoolean("acs.terminal")) {
            char[] typed =
                    Objects.requireNonNull(System.console(), "console").readPassword("Password of %s: ", content.user);
            content.password = typed == null ? "" : new String(typed);
        }
    }
}
