// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

/**
 * What tells one configuration from all others.
 *
 * @param kind what it configures
 * @param id its id in the file
 */
record Key(Kind kind, String id) {
    /** The name of the factory configuration: the id, without characters that mean something in a PID or a path. */
    String name() {
        StringBuilder name = new StringBuilder(kind.prefix());
        id.chars().forEach(character -> {
            if (isPlain(character)) {
                name.append((char) character);
            } else {
                name.append(String.format("%%%04X", character));
            }
        });
        return name.toString();
    }

    /** The PID of the factory configuration. */
    String pid() {
        return kind.pid() + "~" + name();
    }

    private static boolean isPlain(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0);
    }
}
