// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.time.Duration;
import java.util.List;

/**
 * What the operator decided about a directory.
 *
 * @param hosts in the order in which they are tried
 * @param base below which people are looked for
 * @param user who looks for them; empty = anybody
 * @param pass of that user, or where it lies
 * @param byPrincipal whether people are not looked for before they bind
 * @param principal the name that they bind by then, {@code %s} standing for theirs
 * @param filter that entries must match, too; may be empty
 * @param replicate whether unknown patrons are created
 * @param update whether known patrons are brought up to date
 * @param updatePassword whether a right PIN becomes the library's own
 * @param truststore PEM or PKCS#12 file; empty = what the Java runtime believes
 * @param responseTimeout for one answer of the directory
 * @param poolSize how many connections there are at most
 * @param remember how long a PIN found right or wrong is not asked about again; zero = never
 * @param maxWrong how many different wrong PINs of one name reach the directory in {@link Attempts#WINDOW}
 * @param localOnOutage whether the library's own PIN counts while the directory does not answer
 */
record LdapSettings(
        List<Host> hosts,
        String base,
        String user,
        String pass,
        boolean byPrincipal,
        String principal,
        String filter,
        Mapping mapping,
        boolean replicate,
        boolean update,
        boolean updatePassword,
        boolean startTls,
        String truststore,
        String truststorePassword,
        Duration connectTimeout,
        Duration responseTimeout,
        int poolSize,
        Duration remember,
        int maxWrong,
        boolean localOnOutage) {

    LdapSettings {
        hosts = List.copyOf(hosts);
        check(!base.isBlank(), "base", base, "the DN below which people are looked for");
        check(user.isEmpty() == pass.isEmpty(), "user", user, "user and pass, or neither");
        check(filter.isEmpty() || (filter.startsWith("(") && filter.endsWith(")")), "filter", filter, "(…)");
        check(isWithin(connectTimeout, 60), "connect_timeout", connectTimeout, "1..60 seconds");
        check(isWithin(responseTimeout, 60), "response_timeout", responseTimeout, "1..60 seconds");
        check(poolSize >= 1 && poolSize <= 100, "pool_size", poolSize, "1..100");
        check(remember.toSeconds() <= 3600 && !remember.isNegative(), "remember", remember, "0..3600 seconds");
        check(maxWrong >= 1 && maxWrong <= 1000, "max_wrong", maxWrong, "1..1000");
    }

    private static boolean isWithin(Duration time, int seconds) {
        return time.toMillis() > 0 && time.toSeconds() <= seconds;
    }

    private static void check(boolean good, String name, Object value, String expected) {
        if (!good) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }

    static LdapSettings of(LdapConfig config) {
        return new LdapSettings(
                Host.list(String.join(",", config.hostname())),
                config.base().strip(),
                config.user().strip(),
                config._pass(),
                config.auth__by__bind() && isNo(config.anonymous__bind()),
                config.principal__name().strip(),
                config.filter().strip(),
                Mapping.of(
                        config.mapping(),
                        config.categorycode__mapping(),
                        config.categorycode__default().strip(),
                        clears(config.on__missing())),
                config.replicate(),
                config.update(),
                config.update__password(),
                config.starttls(),
                config.truststore().strip(),
                config._truststore__password(),
                Duration.ofSeconds(config.connect__timeout()),
                Duration.ofSeconds(config.response__timeout()),
                config.pool__size(),
                Duration.ofSeconds(config.remember()),
                config.max__wrong(),
                isLocal(config.on__outage()));
    }

    private static boolean isNo(String word) {
        return word.equals("0") || word.equalsIgnoreCase("false") || word.equalsIgnoreCase("no");
    }

    private static boolean clears(String word) {
        check(word.equals("keep") || word.equals("clear"), "on_missing", word, "keep or clear");
        return word.equals("clear");
    }

    private static boolean isLocal(String word) {
        check(word.equals("refuse") || word.equals("local"), "on_outage", word, "refuse or local");
        return word.equals("local");
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "LdapSettings" + hosts;
    }
}
