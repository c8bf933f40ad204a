// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Institutions;
import acs.client.SipClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** What is saved in {@code etc/} beside the site's file: the bundles' own settings, without a restart. */
class SettingsFilesTest {
    private static final String LISTENER = "acs.listener-side.config";
    private static final String ACCOUNT = "acs.account-side.config";
    private static final String INSTITUTION = "acs.institution-side.config";
    private static final String CORE = "acs.core.cfg";

    private final BundleContext bundles =
            FrameworkUtil.getBundle(SettingsFilesTest.class).getBundleContext();
    private final LiveServer server = new LiveServer(bundles);
    private final LogWatch log = new LogWatch(bundles);

    @AfterEach
    void takeTheSettingsAway() throws Exception {
        for (String name : List.of(CORE, LISTENER, ACCOUNT, INSTITUTION)) {
            server.delete(name);
        }
        LiveServer.waitUntil("nothing is configured", () -> LiveServer.service(bundles, Institutions.class)
                .institutions()
                .isEmpty());
        log.close();
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void opensAListenerForAnAccountOfAnInstitution() throws Exception {
        int port = LiveServer.freePort();
        side(port);
        LiveServer.waitUntil("the side entrance serves", () -> LiveServer.isServed(port));

        int other = LiveServer.freePort();
        server.save(LISTENER, listener(other));
        LiveServer.waitUntil("it has moved", () -> LiveServer.isServed(other));
        assertThat(LiveServer.isOpen(port)).isFalse();

        server.delete(LISTENER);
        LiveServer.waitUntil("it is closed", () -> !LiveServer.isOpen(other));
    }

    @Test
    void changesASettingUnderATerminal() throws Exception {
        int port = LiveServer.freePort();
        side(port);
        LiveServer.waitUntil("the side entrance serves", () -> LiveServer.isServed(port));
        try (SipClient kiosk = LiveServer.kiosk(port)) {
            assertThat(LiveServer.ask(kiosk, "9300CNkiosk|COsecret|")).isEqualTo("941");
            server.save(CORE, "maintenance = SIDE\n");
            LiveServer.waitUntil("the institution is closed", () -> LiveServer.isAnswered(kiosk, "9900402.00", "98N"));
            assertThat(LiveServer.service(bundles, Institutions.class).why("SIDE"))
                    .contains("closed by the setting maintenance of acs.core");

            server.delete(CORE);
            LiveServer.waitUntil("it is open again", () -> LiveServer.isAnswered(kiosk, "9900402.00", "98Y"));
        }
    }

    private void side(int port) throws Exception {
        server.save(INSTITUTION, "id=\"SIDE\"\nimplementation=\"Demo\"\npolicy.checkin=B\"true\"\n");
        server.save(ACCOUNT, "id=\"kiosk\"\npassword=\"secret\"\ninstitution=\"SIDE\"\n");
        server.save(LISTENER, listener(port));
    }

    private static String listener(int port) {
        return "id=\"side\"\nhost=\"127.0.0.1\"\nport=I\"" + port + "\"\ntransport=\"RAW\"\n";
    }
}
