// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.Objects;
import java.util.regex.Pattern;

/** Asks for the password that {@code acs:ldap test USER} needs, so that it is neither shown nor kept in a history. */
final class DirectoryPassword {
    private static final Pattern WITHOUT = Pattern.compile("(acs:)?ldap\\s+test\\s+\\S+");

    private DirectoryPassword() {}

    /** The command, with what is typed hidden if it is that one and somebody is there to type. */
    static String added(String command) {
        if (!isWithout(command) || !Surroundings.onTerminal()) {
            return command;
        }
        char[] typed = Objects.requireNonNull(System.console(), "console").readPassword("Password: ");
        return typed == null ? command : with(command, new String(typed));
    }

    static boolean isWithout(String command) {
        return WITHOUT.matcher(command.strip()).matches();
    }

    static String with(String command, String password) {
        return command.strip() + " " + ServerShell.quoted(password);
    }
}
