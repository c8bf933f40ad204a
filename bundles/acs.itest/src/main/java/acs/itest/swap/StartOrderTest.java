// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.itest.Distribution;
import acs.itest.LiveServer;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * In whichever order bundles are installed and started, all at one start level, the same is served in the end. {@code
 * ACS_START_ORDERS} says how many orders are tried.
 */
@EnabledIfEnvironmentVariable(named = "ACS_START_ORDERS", matches = "\\d+", disabledReason = "it takes minutes")
class StartOrderTest {
    private static final int ORDERS = Integer.parseInt(
            Optional.ofNullable(System.getenv("ACS_START_ORDERS")).orElse("3"));
    private static final Pattern BUNDLES = Pattern.compile("(?m)^felix\\.auto\\.start\\.\\d+=(.*)$");
    private static final Pattern BUNDLE = Pattern.compile("\"[^\"]+\"");

    private final BundleContext context =
            FrameworkUtil.getBundle(StartOrderTest.class).getBundleContext();

    @Test
    void anyOrderEndsInTheSameState() throws Exception {
        Path packed = Path.of(context.getProperty("acs.home"));
        for (int seed = 1; seed <= ORDERS; seed++) {
            String name = "order-" + seed;
            Path home = Path.of(context.getProperty("acs.data")).resolve(name + "-home");
            copy(packed, home);
            shuffle(home.resolve("conf/config.properties"), new Random(seed));
            int port = LiveServer.freePort();
            try (Distribution server = new Distribution(context, name, Map.of(), home)) {
                Files.writeString(server.etc().resolve("SIPconfig.xml"), configuration(port));
                assertThat(server.run())
                        .as(name)
                        .matches("ACS ready in \\d+\\.\\d s: RAW 127\\.0\\.0\\.1:" + port + "\\R");
                assertThat(LiveServer.isServed(port)).as(name).isTrue();
                server.terminate();
                assertThat(server.status()).as(name).isZero();
                assertThat(server.log().filter(line -> line.contains(" ERROR ")))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    /** All bundles at level 1, the order of which nobody thought about. */
    private static void shuffle(Path file, Random random) throws IOException {
        String properties = Files.readString(file);
        List<String> bundles = new ArrayList<>();
        Matcher levels = BUNDLES.matcher(properties);
        while (levels.find()) {
            Matcher each = BUNDLE.matcher(levels.group(1));
            while (each.find()) {
                bundles.add(each.group());
            }
        }
        assertThat(bundles).hasSizeGreaterThan(20);
        Collections.shuffle(bundles, random);
        Files.writeString(
                file,
                BUNDLES.matcher(properties).replaceAll("")
                        + "\nfelix.auto.start.1=" + String.join(" ", bundles)
                        + "\norg.osgi.framework.startlevel.beginning=1\nfelix.fileinstall.start.level=1\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String configuration(int port) {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners><service port="127.0.0.1:%d/tcp" transport="RAW" timeout="60"/></listeners>
                  <accounts><login id="kiosk" password="secret" institution="MAIN"/></accounts>
                  <institutions>
                    <institution id="MAIN" implementation="ILS">
                      <policy checkin="true" checkout="true" renewal="true" timeout="300" retries="3"/>
                    </institution>
                    <institution id="DEMO" implementation="Demo">
                      <policy checkin="true" checkout="true" renewal="true" timeout="300" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                .formatted(port);
    }
}
