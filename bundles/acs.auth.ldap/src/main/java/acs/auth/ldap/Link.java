// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.net.ssl.TrustManager;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.SearchCursor;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.entry.Value;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;

/** One connection to one server of a directory; for one thread at a time. */
final class Link {
    private final Host host;
    private final LdapNetworkConnection connection;
    private final Duration responseTimeout;
    private final long opened = System.nanoTime();
    /** Whom the server takes us for; empty = anybody. */
    private String boundAs = "";

    private Link(Host host, LdapNetworkConnection connection, Duration responseTimeout) {
        this.host = host;
        this.connection = connection;
        this.responseTimeout = responseTimeout;
    }

    static Link open(Host host, LdapSettings settings, LdapApiService codec, Deadline deadline) throws Outage {
        LdapConnectionConfig config = new LdapConnectionConfig();
        long connect = deadline.millis(settings.connectTimeout());
        config.setLdapHost(host.name());
        config.setLdapPort(host.port());
        config.setConnectTimeout(connect);
        config.setTimeout(connect);
        config.setCloseTimeout(500L);
        config.setUseSsl(host.secure());
        if (host.secure() || settings.startTls()) {
            TrustManager[] trusted = Trust.of(settings.truststore(), settings.truststorePassword());
            config.setTrustManagers(trusted);
            config.setSslEndpointIdentificationAlgorithm("LDAPS");
            config.setEnabledProtocols("TLSv1.3", "TLSv1.2");
        }
        LdapNetworkConnection connection = new LdapNetworkConnection(config, codec);
        boolean done = false;
        try {
            if (!connection.connect()) {
                throw Outage.silence(host + " cannot be reached");
            }
            if (settings.startTls() && !host.secure()) {
                connection.startTls();
                if (!connection.isSecured()) {
                    throw Outage.silence(host + " does not speak TLS (starttls)");
                }
            }
            done = true;
            return new Link(host, connection, settings.responseTimeout());
        } catch (LdapException | RuntimeException unreachable) {
            throw Outage.silence(host + " cannot be reached: " + reason(connection, unreachable));
        } finally {
            if (!done) {
                close(connection);
            }
        }
    }

    Host host() {
        return host;
    }

    boolean isUsable(Duration longest) {
        return connection.isConnected() && System.nanoTime() - opened < longest.toNanos();
    }

    boolean isBoundAs(String name) {
        return boundAs.equals(name);
    }

    /**
     * Says who we are.
     *
     * @param name a distinguished name, or whatever else the server takes; empty = anybody
     * @param secret empty only with an empty name; erased
     */
    ResultCodeEnum bind(String name, byte[] secret, Deadline deadline) throws Outage {
        if (secret.length == 0 && !name.isEmpty()) {
            // Many servers say yes to a name without a password: they take it for an anonymous bind (RFC 4513 5.1.2).
            throw new IllegalArgumentException("secret: empty (expected: at least one byte)");
        }
        BindRequest request = new BindRequestImpl();
        try {
            request.setName(name);
            request.setCredentials(secret);
            connection.setTimeOut(deadline.millis(responseTimeout));
            boundAs = "";
            ResultCodeEnum code = connection.bind(request).getLdapResult().getResultCode();
            if (code == ResultCodeEnum.SUCCESS) {
                boundAs = name;
            }
            return code;
        } catch (LdapException | RuntimeException silent) {
            throw lost();
        } finally {
            Arrays.fill(secret, (byte) 0);
            if (request.getCredentials() != null) {
                Arrays.fill(request.getCredentials(), (byte) 0);
            }
        }
    }

    /** What was found, and whether there was more. */
    record Found(List<Person> persons, boolean more) {}

    /** The entries below the base that match, at most so many. */
    Found search(String base, String filter, String[] attributes, int most, Deadline deadline) throws Outage {
        long millis = deadline.millis(responseTimeout);
        SearchRequest request = new SearchRequestImpl();
        List<Person> found = new ArrayList<>();
        try {
            request.setBase(new Dn(base));
            request.setScope(SearchScope.SUBTREE);
            request.setFilter(filter);
            request.setSizeLimit(most + 1L);
            request.setTimeLimit((int) Math.max(1, millis / 1000));
            request.setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES);
            request.addAttributes(attributes);
        } catch (LdapInvalidDnException invalid) {
            throw Outage.busy("base: " + base + " is no distinguished name");
        } catch (LdapException invalid) {
            throw Outage.busy("filter: the search filter cannot be read");
        }
        try (SearchCursor cursor = connection.search(request, millis)) {
            while (cursor.next()) {
                // What else may come are references to other servers, which nobody follows.
                if (cursor.get() instanceof SearchResultEntry entry && found.size() <= most) {
                    found.add(person(entry.getEntry()));
                }
            }
            if (cursor.getSearchResultDone() == null) {
                throw lost();
            }
            ResultCodeEnum code = cursor.getSearchResultDone().getLdapResult().getResultCode();
            boolean more = found.size() > most || code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED;
            if (code != ResultCodeEnum.SUCCESS && code != ResultCodeEnum.SIZE_LIMIT_EXCEEDED) {
                throw Outage.refusal("the search failed", code);
            }
            return new Found(List.copyOf(found.subList(0, Math.min(most, found.size()))), more);
        } catch (LdapException | CursorException | IOException | RuntimeException silent) {
            throw lost();
        }
    }

    private Outage lost() {
        return Outage.silence(
                connection.isConnected() ? host + " does not answer in time" : host + " broke the connection");
    }

    void close() {
        close(connection);
    }

    private static void close(LdapNetworkConnection connection) {
        try {
            connection.close();
        } catch (RuntimeException alreadyGone) {
            // nothing is left to be closed
        }
    }

    private static Person person(Entry entry) {
        Map<String, String> values = new TreeMap<>();
        for (Attribute attribute : entry) {
            StringJoiner joined = new StringJoiner(" ");
            for (Value value : attribute) {
                String text = value.getString();
                if (text != null) {
                    joined.add(text);
                }
            }
            values.put(
                    attribute.getId().toLowerCase(Locale.ROOT),
                    joined.toString().strip());
        }
        return new Person(entry.getDn().getName(), values);
    }

    /** The innermost reason, which names machines and certificates but no people. */
    private static String reason(LdapNetworkConnection connection, Throwable thrown) {
        Throwable cause = thrown;
        try {
            cause = connection.exceptionCaught() == null ? thrown : connection.exceptionCaught();
        } catch (RuntimeException neverConnected) {
            // what was thrown is all there is
        }
        for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
