// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.implementation.ils.IlsCirculation;
import acs.implementation.ils.IlsStore;
import acs.testkit.AcsCore;
import acs.testkit.AcsServer;
import acs.testkit.Components;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The demo library, served in this JVM: with its own listeners, one more that speaks TLS (6443), and one that asks
 * terminals for their certificates (6444).
 */
final class DemoServer implements AutoCloseable {
    private static final Path RUNTIME = Path.of("../../runtime");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final IlsStore store;
    private final AcsServer server;

    /**
     * @param folder for keys and configuration
     * @param name of its database
     */
    DemoServer(Path folder, String name) throws Exception {
        store = Components.make(
                IlsStore.class,
                Map.of(
                        "url",
                        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1",
                        "demo",
                        RUNTIME.resolve("demo").toString(),
                        "pin_cost",
                        4));
        store.bindDriver(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.h2.Driver"));
        server = AcsServer.open(AcsCore.reading(configuration(folder))
                .implementation("ILS", new IlsCirculation(store))
                .start());
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isOpen()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the demo library did not come up");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean isOpen() {
        return CommandRun.of(
                        "-a",
                        "localhost",
                        "-p",
                        port("6001"),
                        "-su",
                        "term1",
                        "-sp",
                        "term1",
                        "-m",
                        "patron_information",
                        "--patron",
                        "P001")
                .out()
                .contains("|BLY|");
    }

    private static Path configuration(Path folder) throws Exception {
        Certificates.make(folder);
        Certificates.makeTerminal(folder);
        String secure = "transport=\"RAW\" tls=\"true\" keystore=\"" + folder.resolve("server.p12")
                + "\" keystore_password=\"" + Certificates.PASSWORD + "\"";
        String text = Files.readString(RUNTIME.resolve("etc/SIPconfig.xml"))
                .replace(
                        "</listeners>",
                        "<service port=\"127.0.0.1:6443/tcp\" " + secure + "/>"
                                + "<service port=\"127.0.0.1:6444/tcp\" client_auth=\"need\" " + secure
                                + "/></listeners>");
        return Files.writeString(folder.resolve("SIPconfig.xml"), text);
    }

    /** Where the listener is that the configuration gives this port. */
    String port(String listener) {
        return String.valueOf(server.address(listener).getPort());
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
