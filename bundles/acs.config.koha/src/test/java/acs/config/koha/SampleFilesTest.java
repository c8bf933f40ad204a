// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as Koha sites of three generations have them load unchanged, and with nothing to complain of. */
class SampleFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"site-3.x", "site-20.x", "site-25.x"})
    void loadWithoutAnError(String site) {
        SipConfig config = read(site);

        assertThat(config.isRefused()).as(config.problems().toString()).isFalse();
        assertThat(config.entries().stream()
                        .collect(Collectors.groupingBy(entry -> entry.key().kind(), Collectors.counting())))
                .containsEntry(Kind.ACCOUNT, 5L)
                .containsEntry(Kind.INSTITUTION, 5L)
                .hasEntrySatisfying(
                        Kind.LISTENER, listeners -> assertThat(listeners).isBetween(2L, 3L));
    }

    @Test
    void ofTheFirstGenerationNeedOnlyWhatIsThere() {
        SipConfig config = read("site-3.x");

        assertThat(config.problems()).isEmpty();
        assertThat(config.remarks())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(":7: of `server-params`, `min_servers`, `min_spare_servers` have no meaning here");
        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "hill"))
                .containsEntry("password", "hügel")
                .containsEntry("terminator", "CR");
        assertThat(Fixtures.properties(config, Kind.INSTITUTION, "BUS"))
                .containsEntry("policy.offline", true)
                .containsEntry("policy.status_update", false);
    }

    @Test
    void ofTheSecondGenerationHaveTheirChildElementsHandedOn() {
        SipConfig config = read("site-20.x");

        assertThat(config.problems()).isEmpty();
        assertThat(config.remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).contains(":9: of `server-params`, `max_servers` is the"),
                        remark -> assertThat(remark)
                                .contains(":10: of `server-params`, `log_file` sends the log to syslog, too"
                                        + " (facility local6, ident riverside_sip)"),
                        remark -> assertThat(remark)
                                .contains(":6: of `server-params`, `min_servers`, `min_spare_servers`"
                                        + " have no meaning here"));
        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "kiosk2"))
                .containsEntry(
                        "settings",
                        List.of(
                                "checked_in_ok=1",
                                "cv_triggers_alert=1",
                                "screen_msg_regex.1.find=Greetings from Koha. ",
                                "screen_msg_regex.1.replace=Welcome at the riverside! ",
                                "screen_msg_regex.2.find=Invalid patron barcode.",
                                "screen_msg_regex.2.replace=We do not know this card."));
    }

    @Test
    void ofTheThirdGenerationOverridePreferencesOnceForAllAndPerLogin() {
        SipConfig config = read("site-25.x");

        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "south-sorter"))
                .containsEntry("preferences", List.of("AllFinesNeedOverride=0", "AllowItemsOnHoldCheckoutSIP=1"));
        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "east-1"))
                .containsEntry("preferences", List.of("AllowItemsOnHoldCheckoutSIP=1"));
        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "south-sorter"))
                .containsEntry("settings", List.of("sort_bin_mapping=SOUTH:itype:eq:BK:1\nSOUTH:itype:eq:DVD:2"));
        assertThat(Fixtures.properties(config, Kind.LISTENER, "0.0.0.0:8023/tcp"))
                .containsEntry("host", "0.0.0.0")
                .containsEntry("tcp_keepalive_time", 120);
    }

    @Test
    void areWarnedOfNothingThatIsUnknown() {
        assertThat(Stream.of("site-3.x", "site-20.x", "site-25.x")
                        .flatMap(site -> read(site).problems().stream())
                        .map(Problem::text))
                .isEmpty();
    }

    private static SipConfig read(String site) {
        return SipConfigReader.read(Fixtures.path(site + "/SIPconfig.xml"), List.of());
    }
}
