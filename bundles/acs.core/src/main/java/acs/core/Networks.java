// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Networks in CIDR form, such as {@code 10.1.0.0/16} or {@code 2001:db8::/32}; none = everywhere. Immutable. */
final class Networks {

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
                if (other[i] != address[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            int mask = 0xFF << (8 - rest);
            return rest == 0 || ((other[whole] ^ address[whole]) & mask & 0xFF) == 0;
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException if one is not in CIDR form; a single address is a network of its own */
    static Networks of(Collection<String> cidrs) {
        List<Network> networks = new ArrayList<>();
        for (String cidr : cidrs) {
            networks.add(read(cidr.strip()));
        }
        return new Networks(networks);
    }

    private static Network read(String cidr) {
        int slash = cidr.indexOf('/');
        String host = slash < 0 ? cidr : cidr.substring(0, slash);
        if (!isLiteral(host)) {
            throw wrong(cidr);
        }
        try {
            byte[] address = InetAddress.getByName(host).getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw wrong(cidr);
            }
            return new Network(address, bits);
        } catch (UnknownHostException | NumberFormatException notOne) {
            throw wrong(cidr);
        }
    }

    /** A name would be looked up in the network. */
    private static boolean isLiteral(String host) {
        boolean six = host.indexOf(':') >= 0;
        if (host.isEmpty() || (!six && host.chars().filter(c -> c == '.').count() != 3)) {
            return false;
        }
        return host.chars()
                .allMatch(c -> c == '.' || c == ':' || (six ? Character.digit(c, 16) : Character.digit(c, 10)) >= 0);
    }

    private static IllegalArgumentException wrong(String cidr) {
        return new IllegalArgumentException(
                "allow_from: " + cidr + " (expected: a network such as 10.1.0.0/16 or 2001:db8::/32)");
    }

    boolean isEverywhere() {
        return networks.isEmpty();
    }

    /** Whether the address is in one of them; an IPv4 address also in its IPv6 clothes, which Java takes off itself. */
    boolean contains(InetAddress address) {
        if (networks.isEmpty()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        for (Network network : networks) {
            if (network.contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
