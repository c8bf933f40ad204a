// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The kinds of databases that hold a library, and what differs between them. */
enum Engine {
    /** Embedded: the database lives in this process, and commits reach the disk together, see {@link CommitBarrier}. */
    H2("org.h2.Driver", " FOR UPDATE"),
    /** A server. Rows are locked so that others may still refer to them. */
    POSTGRESQL("org.postgresql.Driver", " FOR NO KEY UPDATE");

    private static final String H2_PREFIX = "jdbc:h2:";
    /** Neither of its caches: we keep the statements, and with every change it would look through both. */
    private static final String H2_DEFAULTS =
            ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=0;OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=5000";

    private static final String H2_FILE_DEFAULTS = ";WRITE_DELAY=5000;CACHE_SIZE=131072";
    private static final String POSTGRESQL_DEFAULTS = "ApplicationName=acs&connectTimeout=5&socketTimeout=20"
            + "&options=-c%20statement_timeout=10s%20-c%20lock_timeout=5s";

    /** H2: database is closed, already closed, general I/O error, file corrupted. */
    private static final Set<Integer> GONE = Set.of(90098, 90121, 90031, 90028, 90030);

    private final String driver;
    private final String locking;

    Engine(String driver, String locking) {
        this.driver = driver;
        this.locking = locking;
    }

    /**
     * The kind of database behind a JDBC URL.
     *
     * @throws IllegalArgumentException if there is none that we know
     */
    static Engine of(String url) {
        if (url.startsWith(H2_PREFIX)) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("url: " + url + " (expected: jdbc:h2:… or jdbc:postgresql:…)");
    }

    /** The class of the JDBC driver, by which its service is found. */
    String driver() {
        return driver;
    }

    String locking() {
        return locking;
    }

    /** The properties that a connection is made with; what the URL says itself stays. */
    Properties connecting(IlsSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("url", completed(settings.url()));
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        return properties;
    }

    /** Whether statements are kept here because the driver keeps none, see {@link Statements}. */
    boolean keepsStatements() {
        return this == H2;
    }

    /** Whether what was committed must be forced to the disk before it may be answered. */
    boolean needsBarrier(String url) {
        return this == H2 && isFile(url);
    }

    /** Whether the failure means that the database itself is gone. A server's connections are the pool's business. */
    boolean isGone(SQLException failure) {
        return this == H2 && GONE.contains(failure.getErrorCode());
    }

    private String completed(String url) {
        if (this == POSTGRESQL) {
            return url + (url.contains("?") ? "&" : "?") + POSTGRESQL_DEFAULTS;
        }
        String missing = missing(url, isFile(url) ? H2_DEFAULTS + H2_FILE_DEFAULTS : H2_DEFAULTS);
        return uninterruptible(url) + missing;
    }

    /**
     * A request whose time is up is interrupted, and an interrupt closes the file of the thread it meets there: with H2's
     * ordinary files that would be the end of the database. Its asynchronous files do not mind.
     */
    private static String uninterruptible(String url) {
        String path = url.substring(H2_PREFIX.length());
        if (path.startsWith("file:")) {
            return H2_PREFIX + "async:" + path.substring("file:".length());
        }
        return path.startsWith("/") || path.startsWith("~") || path.startsWith(".") ? H2_PREFIX + "async:" + path : url;
    }

    private static String missing(String url, String defaults) {
        String said = url.toUpperCase(Locale.ROOT);
        StringBuilder missing = new StringBuilder();
        for (String setting : defaults.substring(1).split(";", -1)) {
            if (!said.contains(";" + setting.substring(0, setting.indexOf('=') + 1))) {
                missing.append(';').append(setting);
            }
        }
        return missing.toString();
    }

    private static boolean isFile(String url) {
        String path = url.substring(H2_PREFIX.length());
        return !path.startsWith("mem:") && !path.startsWith("tcp:") && !path.startsWith("ssl:");
    }
}
