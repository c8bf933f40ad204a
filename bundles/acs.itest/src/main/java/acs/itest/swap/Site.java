// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import acs.itest.LiveServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** A server with an ILS, a demo and a directory, the bundles of which lie in {@code deploy/} as an operator has them. */
final class Site {
    static final String ILS = "acs.implementation.ils";
    static final String DEMO = "acs.implementation.demo";
    static final String LDAP = "acs.auth.ldap";
    private static final List<String> SWAPPED = List.of(ILS, DEMO, LDAP);

    private final LiveServer server;
    private final Bundles bundles;
    private final String settings;
    private final InMemoryDirectoryServer directory;
    private final int port;
    private String complaint = "";

    /**
     * Opens it.
     *
     * @param name of its database
     * @param terminals for how many there are patrons and items
     */
    Site(BundleContext context, String name, int terminals) throws Exception {
        server = new LiveServer(context);
        bundles = new Bundles(context);
        Path library = library(server.data().resolve(name + "-library"), terminals);
        directory = directory();
        port = LiveServer.freePort();
        clear();
        settings = "url = jdbc:h2:file:" + server.data().resolve(name) + "\npin_cost = 4\ndemo = " + library + "\n";
        server.save("acs.implementation.ils.cfg", settings);
        // so that a busy machine does not decide whether requests are lost
        server.save("acs.core.cfg", "patience_ms = 50000\ncall_limit_ms = 60000\n");
        server.save("acs.transport.mina.cfg", "patience_ms = 50000\ndrain_ms = 70000\n");
        server.save("koha-conf.xml", directories(30));
        server.save("SIPconfig.xml", configuration(port, ""));
        for (String bundle : SWAPPED) {
            server.drop(server.shipped(bundle));
        }
        awaitService();
    }

    /** Takes the bundles away, wherever they came from. */
    private void clear() throws Exception {
        for (String name : SWAPPED) {
            for (Path jar : jars(name)) {
                Files.delete(jar);
                LiveServer.waitUntil(
                        jar + " is uninstalled", () -> bundles.from(jar).isEmpty());
            }
            bundles.uninstall(name);
        }
    }

    private List<Path> jars(String name) throws IOException {
        try (Stream<Path> all = Files.list(server.deploy())) {
            return all.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .toList();
        }
    }

    int port() {
        return port;
    }

    LiveServer server() {
        return server;
    }

    Bundles bundles() {
        return bundles;
    }

    /** Waits until terminals of every kind are served. */
    void awaitService() throws InterruptedException {
        for (Round round : List.of(new Round.Lending(1), new Round.Looking(), new Round.Identifying())) {
            LiveServer.waitUntil(() -> "terminals are served: " + complaint, () -> isServed(round));
        }
    }

    private boolean isServed(Round round) {
        try (Terminal terminal = new Terminal(port, new Timings())) {
            if (!terminal.ask(round.login()).equals("941")) {
                return false;
            }
            complaint = round.go(terminal);
            return complaint.isEmpty();
        } catch (IOException | IllegalStateException notYet) {
            complaint = notYet.toString();
            return false;
        }
    }

    /** Most of the terminals lend, every fourth looks things up, every fourth asks the directory. */
    static List<Round> mixed(int terminals) {
        return IntStream.rangeClosed(1, terminals)
                .mapToObj(number -> number % 4 == 0
                        ? new Round.Looking()
                        : number % 4 == 1 ? new Round.Identifying() : new Round.Lending(number))
                .toList();
    }

    /** Saves another configuration that serves the same terminals. */
    void reconfigure(int turn) throws IOException {
        server.save("koha-conf.xml", directories(30 + turn % 5));
        server.save("SIPconfig.xml", configuration(port, "<!-- " + turn + " -->"));
        server.save("acs.implementation.ils.cfg", settings + "pool_size = " + (16 + turn % 5) + "\n");
    }

    private static Path library(Path folder, int terminals) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("libraries.csv"), "code,name\nMAIN,Main Library\n");
        Files.writeString(folder.resolve("item_types.csv"), "code,loan_days\nBK,21\n");
        Files.writeString(folder.resolve("categories.csv"), "code\nA\n");
        List<String> patrons = new ArrayList<>(List.of("cardnumber,pin,surname,category,library"));
        List<String> items = new ArrayList<>(List.of("barcode,title,item_type,home_library"));
        List<String> fees = new ArrayList<>(List.of("id,cardnumber,type,amount,outstanding"));
        for (int i = 1; i <= terminals; i++) {
            patrons.add("K" + i + ",1234,Reader,A,MAIN");
            items.add("I" + i + ",Title " + i + ",BK,MAIN");
            fees.add("F" + i + ",K" + i + ",01," + Round.Lending.DEBT + "," + Round.Lending.DEBT);
        }
        Files.write(folder.resolve("patrons.csv"), patrons);
        Files.write(folder.resolve("items.csv"), items);
        Files.write(folder.resolve("fees.csv"), fees);
        return folder;
    }

    private static InMemoryDirectoryServer directory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), 0, null));
        InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
        directory.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        person(directory, "desk", "secret");
        person(directory, "D1", "1815");
        directory.startListening();
        return directory;
    }

    private static void person(InMemoryDirectoryServer directory, String name, String password) throws Exception {
        directory.add(
                "dn: uid=" + name + ",dc=example,dc=org",
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: " + name,
                "sn: " + name,
                "userPassword: " + password);
    }

    /** @param seconds that the directory may take: another number is another configuration */
    private String directories(int seconds) {
        return """
                <config>
                  <useldapserver>1</useldapserver>
                  <ldapserver id="main">
                    <hostname>127.0.0.1:%d</hostname>
                    <base>dc=example,dc=org</base>
                    <auth_by_bind>1</auth_by_bind>
                    <response_timeout>%d</response_timeout>
                    <remember>0</remember>
                    <mapping><userid is="uid"/></mapping>
                  </ldapserver>
                </config>
                """
                .formatted(directory.getListenPort(), seconds);
    }

    private static String configuration(int port, String more) {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">%s
                  <listeners><service port="127.0.0.1:%d/tcp" transport="RAW" timeout="60"/></listeners>
                  <accounts>
                    <login id="kiosk" password="secret" institution="MAIN"/>
                    <login id="demo" password="secret" institution="DEMO"/>
                    <login id="desk" institution="DEMO"/>
                  </accounts>
                  <institutions>
                    <institution id="MAIN" implementation="ILS">
                      <policy checkin="true" checkout="true" renewal="true" timeout="900" retries="3"/>
                    </institution>
                    <institution id="DEMO" implementation="Demo">
                      <policy checkin="true" checkout="true" renewal="true" timeout="900" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                .formatted(more, port);
    }

    /** Leaves the shipped bundles in {@code deploy/}, and nothing configured. */
    void close() throws Exception {
        server.delete("SIPconfig.xml");
        server.delete("koha-conf.xml");
        server.delete("acs.core.cfg");
        server.delete("acs.transport.mina.cfg");
        directory.shutDown(true);
        LiveServer.waitUntil("the listener is closed", () -> !LiveServer.isOpen(port));
        clear();
        for (String bundle : SWAPPED) {
            Path jar = server.shipped(bundle);
            server.drop(jar);
            bundles.awaitActive(bundle, JarCopy.of(jar).header(Constants.BUNDLE_VERSION));
        }
    }
}
