// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.Identification;
import acs.api.circulation.Diagnosis;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The command {@code acs:ldap}: how the directories are, and what they say of a user, step by step. */
@Component(
        service = LdapCommand.class,
        property = {"osgi.command.scope=acs", "osgi.command.function=ldap"})
public final class LdapCommand {
    private static final String USAGE =
            """
            acs:ldap [test USER PASSWORD]
              Shows the LDAP directories, or asks them about a user and shows each step.
              bin/acs shell asks for the password if it is left out, and does not show it.""";

    private final List<LdapAuthenticator> directories;

    @Activate
    public LdapCommand(
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<LdapAuthenticator> directories) {
        this.directories = directories.stream()
                .sorted(Comparator.comparing(LdapAuthenticator::name))
                .toList();
    }

    public String ldap(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            return USAGE;
        }
        if (arguments.length == 0) {
            return state();
        }
        if (arguments.length != 3 || !arguments[0].equals("test") || arguments[2].isEmpty()) {
            throw new IllegalArgumentException(
                    "usage: " + USAGE.lines().findFirst().orElse(""));
        }
        return test(arguments[1], arguments[2].toCharArray());
    }

    private String state() {
        StringBuilder text = new StringBuilder();
        for (LdapAuthenticator directory : directories) {
            Diagnosis diagnosis = directory.diagnose();
            String state = diagnosis.state() == Diagnosis.State.OK ? "ok" : diagnosis.detail();
            text.append(directory.name()).append(": ").append(state).append("\n  ");
            text.append(directory.figures()).append('\n');
        }
        return text.isEmpty() ? "no directory is configured" : text.toString().stripTrailing();
    }

    private String test(String user, char[] password) {
        StringBuilder text = new StringBuilder();
        for (LdapAuthenticator directory : directories) {
            text.append("directory ").append(directory.name()).append('\n');
            Identification answer = directory.ask(
                    user, password, step -> text.append("  ").append(step).append('\n'));
            answer.entry().ifPresent(entry -> {
                new TreeMap<>(entry.values()).forEach((column, value) -> line(text, column, value));
                new TreeMap<>(entry.defaults())
                        .forEach((column, value) -> line(text, column, value + " (where there is none)"));
            });
            text.append("  verdict: ").append(answer.verdict()).append('\n');
        }
        return text.isEmpty() ? "no directory is configured" : text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String column, String value) {
        text.append("    ").append(column).append(" = ").append(value).append('\n');
    }
}
