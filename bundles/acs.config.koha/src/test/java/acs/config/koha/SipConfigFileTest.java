// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class SipConfigFileTest {
    @TempDir
    Path data;

    @TempDir
    Path etc;

    private Felix felix;
    private ConfigurationAdmin admin;

    @BeforeEach
    void start() throws Exception {
        felix = new Felix(data);
        admin = felix.configurationAdmin();
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @Test
    void publishesWhatTheFileSays() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());

        assertThat(file.problems()).isEmpty();
        assertThat(file.listeners()).containsExactlyInAnyOrder("127.0.0.1:6001/tcp", "8023/tcp", "6002/tcp");
        assertThat(file.institutions()).containsExactlyInAnyOrder("NORTH", "SOUTH");
        Dictionary<String, Object> account = find("acs.account", "kiosk1").getProperties();
        assertThat(account.get("password")).isEqualTo("hush-hush");
        assertThat((String[]) account.get("messages")).containsExactly("09", "11");
        assertThat(account.get("pin_required")).isEqualTo(true);
        assertThat(find("acs.institution", "NORTH").getProperties().get("policy.timeout"))
                .isEqualTo(100);
        assertThat(changeCounts()).hasSize(7);
    }

    @Test
    void touchesOnlyWhatChanged() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        Map<String, Long> before = changeCounts();

        save(file, Fixtures.flawless().replace("personal_data=\"pin\"", "personal_data=\"never\""));

        Map<String, Long> after = changeCounts();
        String changed = new Key(Kind.ACCOUNT, "kiosk1").pid();
        assertThat(after.remove(changed)).isEqualTo(before.remove(changed) + 1);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void touchesNothingWhenOnlyTheLinesMoved() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        Map<String, Long> before = changeCounts();

        save(file, Fixtures.flawless().replace("<accounts>", "<!-- \n\n\n -->\n<accounts>"));

        assertThat(changeCounts()).isEqualTo(before);
    }

    @Test
    void takesAwayWhatIsGone() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());

        save(file, Fixtures.flawless().replaceAll("(?s)<service port=\"\\*.*?/>", ""));

        assertThat(file.listeners()).containsExactlyInAnyOrder("127.0.0.1:6001/tcp", "6002/tcp");
        assertThat(ids("acs.listener")).hasSize(2);
    }

    @Test
    void keepsWhatIsInForceWhenAFileIsRefusedAndNamesEveryProblem() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        Map<String, Long> before = changeCounts();

        save(
                file,
                Fixtures.flawless()
                        .replace("6002/tcp", "6002")
                        .replace("personal_data=\"pin\"", "personal_data=\"never\"")
                        .replace("\"EUR\"", "\"EURO\""));

        assertThat(file.problems()).hasSize(2).allMatch(problem -> problem.isError());
        assertThat(changeCounts()).isEqualTo(before);
        assertThat(file.listeners()).contains("6002/tcp");

        save(file, "<acsconfig>");

        assertThat(file.problems()).hasSize(1);
        assertThat(changeCounts()).isEqualTo(before);
    }

    @Test
    void readsOnWhileOthersDelete() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        Thread others = new Thread(() -> {
            try {
                for (int i = 0; i < 300; i++) {
                    write("acs.account", "console" + i, Map.of("id", "theirs" + i, "institution", "NORTH"));
                    admin.getFactoryConfiguration("acs.account", "console" + i, "?")
                            .delete();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        others.start();
        while (others.isAlive()) {
            file.install(etc.resolve("SIPconfig.xml").toFile());
        }

        assertThat(file.problems()).isEmpty();
        assertThat(file.listeners()).hasSize(3);
    }

    @Test
    void takesEverythingAwayWhenTheFileIsDeleted() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        write("acs.account", "console", Map.of("id", "theirs", "institution", "NORTH"));

        Files.delete(etc.resolve("SIPconfig.xml"));
        file.uninstall(etc.resolve("SIPconfig.xml").toFile());

        assertThat(file.listeners()).isEmpty();
        assertThat(file.problems())
                .singleElement()
                .hasToString(
                        etc.resolve("SIPconfig.xml") + ":0: warning: there is no such file, so it configures nothing");
        assertThat(ids("acs.account")).containsExactly("theirs");
        assertThat(ids("acs.institution")).isEmpty();
    }

    @Test
    void isReadyWithoutAFileToo() throws Exception {
        SipConfigFile file = new SipConfigFile(admin, etc, Optional.empty());

        assertThat(file.problems()).hasSize(1).noneMatch(problem -> problem.isError());

        save(file, Fixtures.flawless());

        assertThat(file.problems()).isEmpty();
        assertThat(file.listeners()).hasSize(3);
    }

    @Test
    void reconcilesWhatAnEarlierRunLeft() throws Exception {
        open(Fixtures.flawless());
        Map<String, Long> before = changeCounts();
        felix.close();
        felix = new Felix(data);
        admin = felix.configurationAdmin();
        assertThat(ids("acs.account")).containsExactlyInAnyOrder("kiosk1", "sorter");

        SipConfigFile file = open(Fixtures.flawless()
                .replaceAll("(?s)<service port=\"\\*.*?/>", "")
                .replace("delimiter=\"!\"", "delimiter=\"#\""));

        Map<String, Long> after = changeCounts();
        assertThat(file.listeners()).hasSize(2);
        assertThat(find("acs.account", "sorter").getProperties().get("delimiter"))
                .isEqualTo("#");
        assertThat(after.get(new Key(Kind.ACCOUNT, "kiosk1").pid()))
                .isEqualTo(before.get(new Key(Kind.ACCOUNT, "kiosk1").pid()));
    }

    @Test
    void servesTheLastGoodConfigurationWhenItStartsWithABadFile() throws Exception {
        open(Fixtures.flawless());

        SipConfigFile file = open(Fixtures.flawless().replace("6002/tcp", "6002"));

        assertThat(file.problems()).hasSize(1);
        assertThat(file.listeners()).hasSize(3);
        assertThat(file.institutions()).hasSize(2);
    }

    @Test
    void refusesAnIdThatIsTakenOnAConsoleUntilItIsGivenBack() throws Exception {
        SipConfigFile file = open(Fixtures.flawless());
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch givenBack = new CountDownLatch(1);
        felix.tell(event -> {
            file.configurationEvent(event);
            if (event.getPid().equals("acs.account~console")) {
                (file.problems().isEmpty() ? givenBack : taken).countDown();
            }
        });

        Configuration theirs = write("acs.account", "console", Map.of("id", "kiosk1", "institution", "NORTH"));

        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file.problems())
                .singleElement()
                .hasToString(etc.resolve("SIPconfig.xml")
                        + ":13: error: the id `kiosk1` of `login` is used twice, also in the configuration"
                        + " acs.account~console");

        theirs.delete();

        assertThat(givenBack.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ids("acs.account")).containsExactlyInAnyOrder("kiosk1", "sorter");
    }

    @Test
    void namesTheFileOfAnIdThatIsTakenThereOnce() throws Exception {
        Path theirs = Files.writeString(etc.resolve("acs.account-a.config"), "\nid=\"kiosk1\"\n");
        write(
                "acs.account",
                "a",
                Map.of(
                        "id",
                        "kiosk1",
                        "felix.fileinstall.filename",
                        theirs.toUri().toString()));

        SipConfigFile file = open(Fixtures.flawless());

        assertThat(file.problems()).singleElement().satisfies(problem -> assertThat(problem.text())
                .isEqualTo("the id `kiosk1` of `login` is used twice, also in acs.account-a.config:2"));
        assertThat(ids("acs.institution")).isEmpty();
    }

    @Test
    void handlesTheFileOfThatNameInItsFolderOnly() throws IOException {
        SipConfigFile file = new SipConfigFile(admin, etc, Optional.empty());

        assertThat(file.canHandle(etc.resolve("SIPconfig.xml").toFile())).isTrue();
        assertThat(file.canHandle(etc.resolve(".").resolve("SIPconfig.xml").toFile()))
                .isTrue();
        assertThat(file.canHandle(etc.resolve("sipconfig.xml").toFile())).isFalse();
        assertThat(file.canHandle(data.resolve("SIPconfig.xml").toFile())).isFalse();
        assertThat(file.canHandle(new File("SIPconfig.xml"))).isFalse();
    }

    private SipConfigFile open(String text) throws IOException {
        Fixtures.write(etc, text);
        return new SipConfigFile(admin, etc, Optional.empty());
    }

    private void save(SipConfigFile file, String text) throws IOException {
        file.update(Fixtures.write(etc, text).toFile());
    }

    private Configuration write(String factory, String name, Map<String, Object> properties) throws IOException {
        Configuration configuration = admin.getFactoryConfiguration(factory, name, "?");
        configuration.update(FrameworkUtil.asDictionary(properties));
        return configuration;
    }

    private Configuration find(String factory, String id) throws Exception {
        Configuration[] found = admin.listConfigurations("(&(service.factoryPid=" + factory + ")(id=" + id + "))");
        assertThat(found).hasSize(1);
        return found[0];
    }

    private List<String> ids(String factory) throws Exception {
        Configuration[] found = admin.listConfigurations("(service.factoryPid=" + factory + ")");
        List<String> ids = new ArrayList<>();
        if (found != null) {
            Arrays.stream(found)
                    .forEach(configuration ->
                            ids.add(String.valueOf(configuration.getProperties().get("id"))));
        }
        return ids;
    }

    /** How often each configuration was written. */
    private Map<String, Long> changeCounts() throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        Configuration[] found = admin.listConfigurations("(" + Publication.MARK + "=*)");
        if (found != null) {
            Arrays.stream(found)
                    .forEach(configuration -> counts.put(configuration.getPid(), configuration.getChangeCount()));
        }
        return counts;
    }
}
