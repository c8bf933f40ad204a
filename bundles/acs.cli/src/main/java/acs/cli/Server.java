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
import org.apache.felix.main.Main;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The server in this process: the Felix framework with what {@code conf/} says. */
final class Server {
    /** Longer than anything in the server waits for requests in flight. */
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(60);
    /** Of {@code conf/config.properties}: implementations are up, the transport is not. */
    private static final String DOORS_CLOSED = "acs.startlevel.doors.closed";

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

    /** The server; an empty database is filled with the demo library, if the configuration says so. */
    static Server start() throws BundleException {
        return new Server(configuration(Surroundings.home().resolve("demo").toString()));
    }

    /** A server that nobody can connect to, and that leaves an empty database empty. */
    static Server withDoorsClosed() throws BundleException {
        // of conf/logback.xml: the terminal is the command's, not the server's
        System.setProperty("acs.console.level", "ERROR");
        Map<String, String> configuration = configuration("");
        configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, configuration.get(DOORS_CLOSED));
        configuration.put("acs.doors", "closed");
        return new Server(configuration);
    }

    private static Map<String, String> configuration(String demo) {
        System.setProperty("acs.demo", demo);
        System.setProperty(
                Main.CONFIG_PROPERTIES_PROP,
                Surroundings.home()
                        .resolve("conf")
                        .resolve(Main.CONFIG_PROPERTIES_FILE_VALUE)
                        .toUri()
                        .toString());
        Map<String, String> configuration = Main.loadConfigProperties();
        Main.copySystemProperties(configuration);
        return configuration;
    }

    void waitForStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops what runs, doors first. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
