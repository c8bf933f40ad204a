// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.main.AutoProcessor;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import picocli.CommandLine.Command;

/** {@code acs run}: the server, in this process. */
@Command(name = "run", description = "Runs the server in the foreground until SIGTERM or Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    /** Longer than anything in the server waits for requests in flight. */
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(60);

    @Override
    public Integer call() throws Exception {
        Path data = Surroundings.data();
        makePrivate(data);
        Optional<PidFile> mine = PidFile.take(data);
        if (mine.isEmpty()) {
            System.err.println("acs: a server already runs on " + data + " (pid " + PidFile.text(data) + ")");
            return 1;
        }
        Framework framework = framework();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework, mine.get()), "acs-stop"));
        framework.start();
        framework.waitForStop(0);
        return 0;
    }

    /** The data folder holds personal data: nobody but its owner may enter. */
    private static void makePrivate(Path data) throws IOException {
        Files.createDirectories(data.resolve("log"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    private static Framework framework() throws BundleException {
        org.apache.felix.main.Main.loadSystemProperties();
        Map<String, String> configuration = org.apache.felix.main.Main.loadConfigProperties();
        org.apache.felix.main.Main.copySystemProperties(configuration);
        Framework framework = new FrameworkFactory().newFramework(configuration);
        framework.init();
        AutoProcessor.process(configuration, framework.getBundleContext());
        return framework;
    }

    /**
     * Stops what runs, doors first, and ends the process with status 0: being asked to stop is no failure. (Left to
     * itself the virtual machine would report the signal.)
     */
    private static void stop(Framework framework, PidFile pid) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
            pid.close();
            Runtime.getRuntime().halt(0);
        } catch (BundleException | IOException | InterruptedException failed) {
            System.err.println("acs: stopped uncleanly: " + failed);
            Runtime.getRuntime().halt(1);
        }
    }
}
