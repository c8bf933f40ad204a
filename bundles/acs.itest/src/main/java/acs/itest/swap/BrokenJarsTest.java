// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Institutions;
import acs.itest.LiveServer;
import acs.itest.LogWatch;
import acs.itest.broken.FailsAtFirst;
import acs.itest.broken.LacksAClass;
import acs.itest.broken.ThrowsWhenActivated;
import acs.itest.broken.ThrowsWhenMade;
import acs.itest.broken.WaitsForEver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A jar that is no good is put beside one that is: that one goes on, and an operator is told what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenJarsTest {
    private static final int TERMINALS = 4;

    private final BundleContext context =
            FrameworkUtil.getBundle(BrokenJarsTest.class).getBundleContext();
    private Site site;

    @BeforeAll
    void open() throws Exception {
        site = new Site(context, "broken", TERMINALS);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    private String why() {
        return LiveServer.service(context, Institutions.class).why("DEMO");
    }

    private Path file(String name) throws IOException {
        return Files.createDirectories(site.server().data().resolve("broken-jars"))
                .resolve(name);
    }

    /** What is said of the jar while it lies there. */
    private void drop(Path jar, String explanation) throws Exception {
        String name = jar.getFileName().toString();
        try (LogWatch log = new LogWatch(context);
                SwapLoad load = SwapLoad.of(site.port(), Collections.nCopies(TERMINALS, new Round.Looking()))) {
            load.await(50);
            site.server().drop(jar);
            LiveServer.waitUntil(() -> "it is explained: " + why(), () -> why().contains(explanation));
            LiveServer.waitUntil("it is in the log", () -> log.hasWarning(explanation));
            assertThat(why())
                    .startsWith("Institution DEMO is served by implementation Demo of bundle acs.implementation.demo ");
            load.await(100);
            load.finish();
        } finally {
            Files.delete(site.server().deploy().resolve(name));
        }
        LiveServer.waitUntil(() -> "nothing is said of it any more: " + why(), () -> !why().contains(explanation));
    }

    private JarCopy good() throws IOException {
        return JarCopy.of(site.server().shipped(Site.DEMO)).version("1.1.0").ranking(1000);
    }

    @Test
    void noZip() throws Exception {
        drop(
                Files.writeString(file("text.jar"), "this is no jar"),
                "deploy/text.jar is not in use: it cannot be read as a jar");
    }

    @Test
    void halfAZip() throws Exception {
        byte[] whole = Files.readAllBytes(good().write(file("half.jar")));
        drop(
                Files.write(file("half.jar"), Arrays.copyOf(whole, whole.length / 2)),
                "deploy/half.jar is not in use: it cannot be read as a jar");
    }

    @Test
    void noManifest() throws Exception {
        drop(
                good().without("META-INF/MANIFEST.MF").write(file("plain.jar")),
                "deploy/plain.jar is not in use: it has no META-INF/MANIFEST.MF");
    }

    @Test
    void noBundle() throws Exception {
        drop(
                JarCopy.empty(Map.of("Main-Class", "Main")).write(file("program.jar")),
                "deploy/program.jar is not in use: its manifest has no Bundle-SymbolicName");
    }

    @Test
    void anImportThatNobodyProvides() throws Exception {
        JarCopy jar = good();
        drop(
                jar.header("Import-Package", jar.header("Import-Package") + ",no.such.library")
                        .write(file("import.jar")),
                "cannot run: nobody provides osgi.wiring.package (osgi.wiring.package=no.such.library)");
    }

    @Test
    void aLaterJava() throws Exception {
        drop(
                good().header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                        .write(file("later.jar")),
                "cannot run: it needs another Java, (&(osgi.ee=JavaSE)(version=99)), and this is ");
    }

    @Test
    void aConstructorThatThrows() throws Exception {
        drop(BrokenJar.with(ThrowsWhenMade.class).write(file("made.jar")), "no licence");
    }

    @Test
    void anActivationThatThrows() throws Exception {
        drop(
                BrokenJar.with(ThrowsWhenActivated.class, "activate=\"activate\"", "")
                        .write(file("activated.jar")),
                "no server");
    }

    @Test
    void aComponentWithoutItsClass() throws Exception {
        drop(
                BrokenJar.with(ThrowsWhenMade.class)
                        .without(BrokenJar.file(ThrowsWhenMade.class))
                        .write(file("classless.jar")),
                "deploy/classless.jar is not in use: component ThrowsWhenMade");
    }

    @Test
    void aClassThatIsMissedAtTheFirstRequest() throws Exception {
        drop(
                BrokenJar.with(LacksAClass.class).write(file("lacking.jar")),
                "broken.LacksAClass 1.0.0 stays behind: it failed its trial, java.lang.NoClassDefFoundError");
    }

    @Test
    void requestsThatFailAtFirst() throws Exception {
        drop(
                BrokenJar.with(FailsAtFirst.class).write(file("failing.jar")),
                "broken.FailsAtFirst 1.0.0 stays behind: it failed its trial, "
                        + "acs.api.circulation.CirculationException: still warming up");
    }

    @Test
    void aServiceThatIsWaitedFor() throws Exception {
        drop(
                BrokenJar.with(
                                WaitsForEver.class,
                                "",
                                "<reference name=\"it\" interface=\"java.lang.Runnable\" target=\"(no=such)\""
                                        + " bind=\"setService\"/>")
                        .write(file("waiting.jar")),
                "waits for a service java.lang.Runnable with (no=such)");
    }

    @Test
    void nothingToOffer() throws Exception {
        drop(
                JarCopy.empty(Map.of(
                                "Bundle-ManifestVersion", "2",
                                "Bundle-SymbolicName", "broken.empty",
                                "Bundle-Version", "1.0.0"))
                        .write(file("empty.jar")),
                "runs, and offers neither an implementation nor a directory");
    }

    /** The deployer takes it for a new content of the bundle that is there; that one serves again when it has gone. */
    @Test
    void theSameBundleAgain() throws Exception {
        drop(
                JarCopy.of(site.server().shipped(Site.DEMO)).write(file("twin.jar")),
                "deploy/twin.jar is not in use: bundle acs.implementation.demo ");
        site.awaitService();
    }
}
