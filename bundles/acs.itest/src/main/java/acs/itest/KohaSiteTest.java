// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.ConfigurationStatus;
import acs.api.status.Institutions;
import acs.api.status.Problem;
import acs.client.SipClient;
import acs.itest.KohaSite.Login;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A Koha site's own configuration, dropped into a server that runs: it is served, and nobody is cut off. */
class KohaSiteTest {
    private static final String FILE = "SIPconfig.xml";
    private static final String STATUS = "9900402.00";

    private final BundleContext bundles =
            FrameworkUtil.getBundle(KohaSiteTest.class).getBundleContext();
    private final LiveServer server = new LiveServer(bundles);

    @AfterEach
    void takeTheConfigurationAway() throws Exception {
        server.delete(FILE);
        LiveServer.waitUntil(
                "nothing is configured", () -> configuration().listeners().isEmpty());
    }

    @Test
    void servesASiteOfKoha3() throws Exception {
        serves(KohaSite.ofKoha3());
    }

    @Test
    void servesASiteOfKoha20() throws Exception {
        serves(KohaSite.ofKoha20());
    }

    @Test
    void servesASiteOfKoha25() throws Exception {
        serves(KohaSite.ofKoha25());
    }

    private void serves(KohaSite site) throws Exception {
        server.save(FILE, site.smaller(), site.charset());
        LiveServer.waitUntil("the RAW port is open", () -> LiveServer.isOpen(site.raw()));
        try (SipClient loggedIn = LiveServer.kiosk(site.raw());
                SipClient stranger = LiveServer.kiosk(site.raw())) {
            assertThat(login(loggedIn, site.first())).isEqualTo("941");
            assertThat(LiveServer.ask(stranger, STATUS)).startsWith("98");

            save(site.configuration(), site);
            assertThat(configuration().problems()).noneMatch(Problem::isError);
            everyLoginIsServed(site);
            stillAnswers(loggedIn, site.first());
            assertThat(login(stranger, site.logins().get(1))).isEqualTo("941");
        }
    }

    @Test
    void keepsWhatWasInForceWhileTheFileIsWrong() throws Exception {
        KohaSite site = KohaSite.ofKoha20();
        save(site.configuration(), site);
        try (SipClient before = LiveServer.kiosk(site.raw());
                LogWatch log = new LogWatch(bundles)) {
            assertThat(login(before, site.first())).isEqualTo("941");

            server.save(FILE, site.mistaken(), site.charset());
            LiveServer.waitUntil("the error is reported", () -> !errors().isEmpty());
            String place = FILE + ":" + site.lineOfTelnet() + ": error: `port` is `127.0.0.1:99999/tcp` (expected: ";
            assertThat(errors()).singleElement().satisfies(problem -> assertThat(problem.toString())
                    .contains(place));
            LiveServer.waitUntil("the error is logged", () -> log.has(place));
            assertThat(log.errors()).anySatisfy(line -> assertThat(line).contains("what was in force before stays so"));
            everyLoginIsServed(site);
            stillAnswers(before, site.first());

            save(site.configuration(), site);
            LiveServer.waitUntil("the error is gone", () -> errors().isEmpty());
            everyLoginIsServed(site);
            stillAnswers(before, site.first());
        }
    }

    @Test
    void tellsTerminalsAndOperatorsThatNobodyAnswersForAnInstitution() throws Exception {
        KohaSite site = KohaSite.ofKoha20();
        save(site.configuration(), site);
        Bundle ils = ils();
        try (SipClient kiosk = LiveServer.kiosk(site.raw())) {
            assertThat(login(kiosk, site.first())).isEqualTo("941");
            LiveServer.waitUntil("the library is open", () -> LiveServer.isAnswered(kiosk, STATUS, "98Y"));
            ils.stop();
            assertThat(LiveServer.ask(kiosk, STATUS)).startsWith("98N").contains("AORIVER|");
            assertThat(why("RIVER"))
                    .startsWith("Institution RIVER is not served: ")
                    .contains(ils.getSymbolicName());

            ils.start();
            LiveServer.waitUntil("the library is open again", () -> LiveServer.isAnswered(kiosk, STATUS, "98Y"));
            assertThat(why("RIVER")).startsWith("Institution RIVER is served by ");
        } finally {
            ils.start();
        }
    }

    /** Saves the site's file and waits until it is in force. */
    private void save(String text, KohaSite site) throws Exception {
        server.save(FILE, text, site.charset());
        LiveServer.waitUntil(
                "the site's ports are open", () -> LiveServer.isOpen(site.raw()) && LiveServer.isOpen(site.telnet()));
        LiveServer.waitUntil(
                "all is in force", () -> configuration().institutions().size() == 5);
    }

    private static void everyLoginIsServed(KohaSite site) throws Exception {
        for (Login login : site.logins()) {
            try (SipClient kiosk = LiveServer.kiosk(site.raw())) {
                assertThat(login(kiosk, login)).as("%s by RAW", login.name()).isEqualTo("941");
                stillAnswers(kiosk, login);
            }
            assertThat(LiveServer.telnetLogin(site.telnet(), login.name(), login.password(), login.charset()))
                    .as("%s by telnet", login.name())
                    .contains("Login OK");
        }
    }

    private static String login(SipClient kiosk, Login login) throws Exception {
        String request = "9300CN" + login.name() + "|CO" + login.password() + "|";
        return LiveServer.ask(kiosk, request, login.charset());
    }

    private static void stillAnswers(SipClient kiosk, Login login) throws Exception {
        assertThat(LiveServer.ask(kiosk, STATUS)).startsWith("98Y").contains("AO" + login.institution() + "|");
    }

    private List<Problem> errors() {
        return configuration().problems().stream().filter(Problem::isError).toList();
    }

    private ConfigurationStatus configuration() {
        return LiveServer.service(bundles, ConfigurationStatus.class);
    }

    private String why(String institution) {
        return LiveServer.service(bundles, Institutions.class).why(institution);
    }

    private Bundle ils() {
        return Stream.of(bundles.getBundles())
                .filter(bundle -> "acs.implementation.ils".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
