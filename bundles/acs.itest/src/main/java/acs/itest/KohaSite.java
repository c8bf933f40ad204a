// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import java.io.IOException;
import java.io.InputStream;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A site that ran Koha up to now: its {@code SIPconfig.xml} as it is, but for the ports, which are free ones of this
 * machine's own network.
 *
 * @param charset that the file is written in
 * @param logins all of the site
 */
record KohaSite(String configuration, Charset charset, int raw, int telnet, List<Login> logins) {

    /**
     * One login of the site.
     *
     * @param charset that its terminal speaks
     */
    record Login(String name, String password, String institution, Charset charset) {
        Login(String name, String password, String institution) {
            this(name, password, institution, StandardCharsets.UTF_8);
        }
    }

    static KohaSite ofKoha3() throws IOException {
        return of(
                "site-3.x",
                StandardCharsets.ISO_8859_1,
                new Login("hall", "hall-2009", "TOWN"),
                new Login("porch", "porch-2009", "TOWN"),
                new Login("hill", "hügel", "HILL"),
                new Login("mill", "mühle", "MILL", StandardCharsets.ISO_8859_1),
                new Login("bus", "4711", "BUS"));
    }

    static KohaSite ofKoha20() throws IOException {
        return of(
                "site-20.x",
                StandardCharsets.UTF_8,
                new Login("kiosk1", "river-1", "RIVER"),
                new Login("kiosk2", "river-2", "RIVER"),
                new Login("sorter", "belt", "RIVER"),
                new Login("payments", "coins", "BRIDGE"),
                new Login("gate", "open", "BRIDGE"));
    }

    static KohaSite ofKoha25() throws IOException {
        return of(
                "site-25.x",
                StandardCharsets.UTF_8,
                new Login("north-1", "n1", "NORTH"),
                new Login("north-2", "n2", "NORTH"),
                new Login("south-1", "s1", "SOUTH"),
                new Login("south-sorter", "s2", "SOUTH"),
                new Login("east-1", "e1", "EAST"));
    }

    private static KohaSite of(String folder, Charset charset, Login... logins) throws IOException {
        int raw = LiveServer.freePort();
        int telnet = LiveServer.freePort();
        String text;
        try (InputStream file = KohaSite.class.getResourceAsStream("/" + folder + "/SIPconfig.xml")) {
            if (file == null) {
                throw new IOException(folder + "/SIPconfig.xml is not in this bundle");
            }
            text = new String(file.readAllBytes(), charset);
        }
        String here = text.replace("\"127.0.0.1:6001/", "\"127.0.0.1:" + raw + "/")
                .replace("\"8023/", "\"127.0.0.1:" + telnet + "/")
                .replace("\"[::1]:6001/", (hasIpv6() ? "\"[::1]:" : "\"127.0.0.1:") + LiveServer.freePort() + "/");
        return new KohaSite(here, charset, raw, telnet, List.of(logins));
    }

    private static boolean hasIpv6() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address.getHostAddress().startsWith("0:0:0:0:0:0:0:1"));
    }

    Login first() {
        return logins.get(0);
    }

    /** The site's file before it was extended: the RAW port, the first login and its institution. */
    String smaller() {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners><service port="127.0.0.1:%s/tcp" transport="RAW" timeout="60"/></listeners>
                  <accounts><login id="%s" password="%s" institution="%s"/></accounts>
                  <institutions><institution id="%4$s" implementation="ILS"><policy checkin="true"/></institution></institutions>
                </acsconfig>
                """
                .formatted(raw, first().name(), first().password(), first().institution());
    }

    /** The site's file with a telnet port that no machine has. */
    String mistaken() {
        return configuration.replace(":" + telnet + "/tcp", ":99999/tcp");
    }

    /** The line of the file that the telnet port is on, counted from 1. */
    int lineOfTelnet() {
        List<String> lines = configuration.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(":" + telnet + "/tcp")) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no telnet port in " + configuration);
    }
}
