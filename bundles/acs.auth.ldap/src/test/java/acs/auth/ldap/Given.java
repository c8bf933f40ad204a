// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.time.Duration;
import java.util.List;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.codec.api.LdapApiServiceFactory;

/** The settings of a directory, with short patience and without memory; changed one by one. */
final class Given {
    static final LdapApiService CODEC = LdapApiServiceFactory.getSingleton();
    static final String[] MAPPING = {
        "userid=uid",
        "surname=sn",
        "firstname=givenName|Unnamed",
        "email=mail",
        "city=l|Athens, OH",
        "categorycode=employeeType|EM",
        "password=userPassword"
    };

    private String hosts;
    private String base = TestDirectory.BASE;
    private String user = TestDirectory.SERVICE;
    private String pass = TestDirectory.SERVICE_PASSWORD;
    private boolean byPrincipal;
    private String principal = "";
    private String filter = "";
    private Mapping mapping = Mapping.of(MAPPING, new String[0], "", false);
    private boolean replicate = true;
    private boolean update = true;
    private boolean updatePassword = true;
    private boolean startTls;
    private String truststore = "";
    private String truststorePassword = "";
    private Duration response = Duration.ofMillis(700);
    private int poolSize = 4;
    private Duration remember = Duration.ZERO;
    private int maxWrong = 1000;
    private boolean local;

    private Given(String hosts) {
        this.hosts = hosts;
    }

    static Given at(TestDirectory directory) {
        return new Given("localhost:" + directory.port());
    }

    static Given at(String hosts) {
        return new Given(hosts);
    }

    Given below(String dn) {
        base = dn;
        return this;
    }

    Given anonymous() {
        return searchedBy("", "");
    }

    Given searchedBy(String name, String password) {
        user = name;
        pass = password;
        return this;
    }

    Given principal(String format) {
        byPrincipal = true;
        principal = format;
        return this;
    }

    Given filter(String term) {
        filter = term;
        return this;
    }

    Given mapping(Mapping other) {
        mapping = other;
        return this;
    }

    Given syncing(boolean creates, boolean updates, boolean passwords) {
        replicate = creates;
        update = updates;
        updatePassword = passwords;
        return this;
    }

    Given startTls() {
        startTls = true;
        return this;
    }

    Given trusting(java.nio.file.Path file, String password) {
        truststore = file.toString();
        truststorePassword = password;
        return this;
    }

    Given response(Duration time) {
        response = time;
        return this;
    }

    Given connections(int most) {
        poolSize = most;
        return this;
    }

    Given remembering(Duration time, int wrong) {
        remember = time;
        maxWrong = wrong;
        return this;
    }

    Given localOnOutage() {
        local = true;
        return this;
    }

    LdapSettings settings() {
        return new LdapSettings(
                List.copyOf(Host.list(hosts)),
                base,
                user,
                pass,
                byPrincipal,
                principal,
                filter,
                mapping,
                replicate,
                update,
                updatePassword,
                startTls,
                truststore,
                truststorePassword,
                Duration.ofSeconds(3),
                response,
                poolSize,
                remember,
                maxWrong,
                local);
    }

    LdapAuthenticator open() {
        return new LdapAuthenticator("test", this::settings, CODEC);
    }
}
