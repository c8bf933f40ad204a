// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.main.AutoProcessor;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The server in this process: the Felix framework with what {@code conf/} says. */
final class Server implements AutoCloseable {
    /** Longer than anything in the server waits for requests in flight. */
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(60);
    /** Of {@code conf/config.properties}: implementations are up, the transport is not. */
    private static final String BELOW_TRANSPORT = "acs.startlevel.below.transport";

    private final Framework framework;

    private Server(Map<String, String> configuration) throws BundleException {
        framework = new FrameworkFactory().newFramework(configuration);
        framework.init();
        AutoProcessor.process(configuration, framework.getBundleContext());
        framework.start();
    }

    /** Makes the data folder, if need be. It holds personal data: nobody but its owner may enter. */
    static void prepare(Path data) throws IOException {
        Files.createDirectories(data.resolve("log"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    static Server start() throws BundleException {
        return new Server(configuration());
    }

    /** A server that nobody can connect to, and that does not fill an empty database with the demo library. */
    static Server withDoorsClosed() throws BundleException {
        System.setProperty("acs.demo", "");
        System.setProperty("acs.doors", "closed");
        Map<String, String> configuration = configuration();
        configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, configuration.get(BELOW_TRANSPORT));
        return new Server(configuration);
    }

    private static Map<String, String> configuration() {
        org.apache.felix.main.Main.loadSystemProperties();
        Map<String, String> configuration = org.apache.felix.main.Main.loadConfigProperties();
        org.apache.felix.main.Main.copySystemProperties(configuration);
        return configuration;
    }

    void waitForStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops what runs, doors first. */
    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
