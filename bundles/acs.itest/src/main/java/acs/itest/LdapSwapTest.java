// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.SipClient;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The LDAP bundle and its configuration are replaced while terminals log in by it and patrons type their PINs. */
class LdapSwapTest {
    private static final int KIOSKS = 16;
    private static final int SWAPS = 5;
    private static final String LDAP = "acs.auth.ldap";
    private static final String DATE = "20260115    093000";

    private final BundleContext bundles =
            FrameworkUtil.getBundle(LdapSwapTest.class).getBundleContext();
    private final LiveServer server = new LiveServer(bundles);

    @Test
    void nobodyIsTurnedAwayWhileDirectoriesAreSwapped() throws Exception {
        int port = LiveServer.freePort();
        InMemoryDirectoryServer directory = directory();
        Path jar = server.shipped(LDAP);
        uninstall();
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(KIOSKS);
        try {
            server.save("koha-conf.xml", directories(directory.getListenPort(), 30));
            server.save("SIPconfig.xml", configuration(port));
            server.drop(jar);
            LiveServer.waitUntil("terminals log in by the directory", () -> LiveServer.isServed(port));

            List<Future<String>> kiosks = new ArrayList<>();
            for (int i = 0; i < KIOSKS; i++) {
                kiosks.add(threads.submit(() -> work(port, done, answers)));
            }
            for (int swap = 1; swap <= SWAPS; swap++) {
                long before = modified();
                server.drop(jar);
                LiveServer.waitUntil("the new jar is installed", () -> modified() > before);
                waitForAnswers(kiosks, answers, 200);
                server.save("koha-conf.xml", directories(directory.getListenPort(), 30 + swap));
                waitForAnswers(kiosks, answers, 200);
            }
            done.set(true);
            for (Future<String> kiosk : kiosks) {
                assertThat(kiosk.get(60, TimeUnit.SECONDS)).isEmpty();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
            server.delete("SIPconfig.xml");
            server.delete("koha-conf.xml");
            directory.shutDown(true);
        }
    }

    private static InMemoryDirectoryServer directory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), 0, null));
        InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
        directory.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        person(directory, "kiosk", "secret");
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

    /** Comes, logs in, asks with a right PIN and a wrong one, and goes; says what was wrong, or nothing. */
    private static String work(int port, AtomicBoolean done, AtomicInteger answers) throws IOException {
        while (!done.get()) {
            try (SipClient kiosk = LiveServer.kiosk(port)) {
                String[][] visit = {
                    {"9300CNkiosk|COsecret|", "941", ""},
                    {"23001" + DATE + "AODEMO|AAD1|AC|AD1815|", "24", "|BLY|CQY|"},
                    {"23001" + DATE + "AODEMO|AAD1|AC|AD1816|", "24", "|BLY|CQN|"}
                };
                for (String[] step : visit) {
                    String answer = LiveServer.ask(kiosk, step[0]);
                    if (!answer.startsWith(step[1]) || !answer.contains(step[2])) {
                        return step[0] + " was answered " + answer;
                    }
                    answers.incrementAndGet();
                }
            }
        }
        return "";
    }

    private static void waitForAnswers(List<Future<String>> kiosks, AtomicInteger answers, int more) throws Exception {
        int enough = answers.get() + more;
        LiveServer.waitUntil(
                "kiosks got " + more + " more answers",
                () -> answers.get() >= enough || kiosks.stream().anyMatch(Future::isDone));
        for (Future<String> kiosk : kiosks) {
            if (kiosk.isDone()) {
                assertThat(kiosk.get()).isEmpty();
            }
        }
    }

    /** The tests' framework starts with every bundle; this one is to come by way of its folder. */
    private void uninstall() throws Exception {
        for (Bundle bundle : bundles.getBundles()) {
            if (LDAP.equals(bundle.getSymbolicName())) {
                bundle.uninstall();
            }
        }
    }

    private long modified() {
        long latest = 0;
        for (Bundle bundle : bundles.getBundles()) {
            if (LDAP.equals(bundle.getSymbolicName())) {
                latest = Math.max(latest, bundle.getLastModified());
            }
        }
        return latest;
    }

    /** @param seconds that the directory may take: another number is another configuration */
    private static String directories(int port, int seconds) {
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
                .formatted(port, seconds);
    }

    private static String configuration(int port) {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners>
                    <service port="127.0.0.1:%d/tcp" transport="RAW" protocol="SIP/2.00" timeout="60"/>
                  </listeners>
                  <accounts><login id="kiosk" institution="DEMO"/></accounts>
                  <institutions>
                    <institution id="DEMO" implementation="Demo">
                      <policy checkin="true" checkout="true" renewal="true" timeout="300" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                .formatted(port);
    }
}
