// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords on their way to a directory, and where configured ones lie. */
final class Pass {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(env|file):([^\\]]+)]");

    private Pass() {}

    /** The password itself, where the configuration may say {@code $[env:NAME]} or {@code $[file:PATH]} instead. */
    static String resolve(String configured) throws Outage {
        Matcher reference = REFERENCE.matcher(configured);
        if (!reference.matches()) {
            return configured;
        }
        String name = reference.group(2);
        if (reference.group(1).equals("env")) {
            String value = System.getenv(name);
            if (value == null) {
                throw Outage.busy("pass: the environment variable " + name + " is not set");
            }
            return value;
        }
        try {
            return Files.readString(Path.of(name), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException unreadable) {
            throw Outage.busy("pass: the file " + name + " cannot be read");
        }
    }

    /** The bytes of a password; whoever gets them erases them. */
    static byte[] bytes(char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(4 * secret.length);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
