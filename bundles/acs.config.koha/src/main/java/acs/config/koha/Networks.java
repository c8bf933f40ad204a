// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Networks in the form {@code address/bits}; a lone address is the network of itself. No name is ever looked up. */
final class Networks {
    private static final Pattern FOUR = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern SIX = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+(%[\\w.-]+)?");
    private static final int BITS_OF_FOUR = 32;
    private static final int BITS_OF_SIX = 128;

    private Networks() {}

    /** The network with its number of bits; empty if it is none. */
    static Optional<String> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!isAddress(address) || address.contains("%")) {
            return Optional.empty();
        }
        int most = address.contains(":") ? BITS_OF_SIX : BITS_OF_FOUR;
        OptionalInt bits = slash < 0 ? OptionalInt.of(most) : Numbers.parse(text.substring(slash + 1), 0, most);
        return bits.isEmpty() ? Optional.empty() : Optional.of(address + "/" + bits.getAsInt());
    }

    /** Whether it is an address in digits. */
    static boolean isAddress(String text) {
        if (FOUR.matcher(text).matches()) {
            return true;
        }
        if (!SIX.matcher(text).matches()) {
            return false;
        }
        try {
            int zone = text.indexOf('%');
            InetAddress.getByName(zone < 0 ? text : text.substring(0, zone));
            return true;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
