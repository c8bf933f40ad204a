// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The networks that terminals may come from; none listed = they may come from everywhere. Immutable. */
public final class Networks {
    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");
    private static final Pattern BYTE = Pattern.compile("\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final class Network {
        private final byte[] address;
        private final int bits;

        Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != other[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            return rest == 0 || (address[whole] ^ other[whole]) >> (8 - rest) == 0;
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads addresses ({@code 10.1.2.3}, {@code fe80::1}) and networks ({@code 10.0.0.0/8}); names are not looked up.
     *
     * @param texts each may list several, separated by commas or blanks, or none
     * @throws IllegalArgumentException if one of them is neither
     */
    public static Networks of(Collection<String> texts) {
        List<Network> networks = new ArrayList<>();
        for (String text : texts) {
            for (String part : SEPARATORS.split(text, -1)) {
                if (!part.isEmpty()) {
                    networks.add(network(part));
                }
            }
        }
        return new Networks(networks);
    }

    /** Whether the address is in one of them; an IPv4 address also in its IPv6 clothes, which Java takes off itself. */
    public boolean contains(InetAddress address) {
        if (networks.isEmpty()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        int all = address.length * 8;
        int bits = slash < 0 ? all : number(text.substring(slash + 1));
        if (address.length == 0 || bits < 0 || bits > all) {
            throw new IllegalArgumentException(
                    "allow_from: " + text + " (expected: addresses or networks such as 10.0.0.0/8)");
        }
        return new Network(address, bits);
    }

    private static byte[] address(String text) {
        if (IPV6.matcher(text).matches()) {
            try {
                // Literals with a colon are never looked up.
                return InetAddress.getByName("[" + text + "]").getAddress();
            } catch (UnknownHostException notAnAddress) {
                return new byte[0];
            }
        }
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < parts.length; i++) {
            int value = number(parts[i]);
            if (parts.length != 4 || value < 0 || value > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static int number(String text) {
        return BYTE.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
