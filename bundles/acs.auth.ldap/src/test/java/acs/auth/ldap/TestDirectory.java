// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A real LDAP server in memory, on a free port of this machine, with people of its own. */
final class TestDirectory implements AutoCloseable {
    static final String BASE = "dc=example,dc=org";
    static final String SERVICE = "cn=kiosks,dc=example,dc=org";
    static final String SERVICE_PASSWORD = "service secret";
    static final String PEOPLE =
            """
            dn: dc=example,dc=org
            objectClass: domain
            dc: example

            dn: cn=kiosks,dc=example,dc=org
            objectClass: applicationProcess
            objectClass: simpleSecurityObject
            cn: kiosks
            userPassword: service secret

            dn: ou=people,dc=example,dc=org
            objectClass: organizationalUnit
            ou: people

            dn: ou=staff,dc=example,dc=org
            objectClass: organizationalUnit
            ou: staff

            dn: uid=ada,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: ada
            cn: Ada Lovelace
            sn: Lovelace
            givenName: Ada
            mail: ada@example.org
            mail: countess@example.org
            employeeType: reader
            userPassword: 1815

            dn: uid=bob,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: bob
            cn: Bob One
            sn: One
            userPassword: first

            dn: uid=bob,ou=staff,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: bob
            cn: Bob Two
            sn: Two
            userPassword: second

            dn: cn=odd,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: a*(b)\\c
            cn: odd
            sn: Odd
            userPassword: strange
            """;

    private final InMemoryDirectoryServer server;
    private final Counting counting = new Counting();

    private TestDirectory(InMemoryDirectoryServerConfig config, InMemoryListenerConfig listener) throws Exception {
        config.setListenerConfigs(listener);
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(counting);
        config.setAuthenticationRequiredOperationTypes(EnumSet.noneOf(OperationType.class));
        server = new InMemoryDirectoryServer(config);
    }

    static TestDirectory plain() throws Exception {
        return plain(0);
    }

    static TestDirectory plain(int port) throws Exception {
        return open(InMemoryListenerConfig.createLDAPConfig("plain", loopback(), port, null));
    }

    /** With {@code ldaps}. */
    static TestDirectory secure(Path keystore) throws Exception {
        SSLUtil tls = tls(keystore);
        return open(InMemoryListenerConfig.createLDAPSConfig(
                "secure", loopback(), 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
    }

    /** With StartTLS. */
    static TestDirectory startTls(Path keystore) throws Exception {
        return open(InMemoryListenerConfig.createLDAPConfig(
                "starttls", loopback(), 0, tls(keystore).createSSLSocketFactory()));
    }

    static TestDirectory of(String ldif, String... bases) throws Exception {
        TestDirectory directory = new TestDirectory(
                new InMemoryDirectoryServerConfig(bases),
                InMemoryListenerConfig.createLDAPConfig("plain", loopback(), 0, null));
        return directory.filled(ldif);
    }

    private static TestDirectory open(InMemoryListenerConfig listener) throws Exception {
        return new TestDirectory(new InMemoryDirectoryServerConfig(BASE), listener).filled(PEOPLE);
    }

    private TestDirectory filled(String ldif) throws Exception {
        for (String entry : ldif.split("\\R\\R", -1)) {
            server.add(entry.strip().lines().toArray(String[]::new));
        }
        server.startListening();
        return this;
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static SSLUtil tls(Path keystore) throws Exception {
        return new SSLUtil(
                new KeyStoreKeyManager(keystore.toString(), Certificates.PASSWORD.toCharArray(), "PKCS12", null), null);
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    int port() {
        return server.getListenPort();
    }

    /** Binds that named somebody. */
    int binds() {
        return counting.binds.get();
    }

    /** Whether a bind without a password came in. */
    boolean sawEmptyPassword() {
        return counting.empty.get() > 0;
    }

    /** Holds every bind back until the latch opens. */
    void hold(CountDownLatch latch) {
        counting.gate = latch;
    }

    /** Makes every search end in this. */
    void answerSearches(ResultCode code) {
        counting.searchResult = code;
    }

    /** Makes every bind of a person end in this. */
    void answerBinds(ResultCode code) {
        counting.bindResult = code;
    }

    /** Takes names that end so for those of entries, as Active Directory does. */
    void takePrincipals(String ending, String pattern) {
        counting.pattern = pattern;
        counting.ending = ending;
    }

    @Override
    public void close() {
        CountDownLatch gate = counting.gate;
        if (gate != null) {
            gate.countDown();
        }
        server.shutDown(true);
    }

    private static final class Counting extends InMemoryOperationInterceptor {
        private final AtomicInteger binds = new AtomicInteger();
        private final AtomicInteger empty = new AtomicInteger();
        private volatile CountDownLatch gate;
        private volatile ResultCode searchResult;
        private volatile ResultCode bindResult;
        private volatile String ending = "";
        private volatile String pattern = "";

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            if (!request.getRequest().getBindDN().isEmpty()) {
                binds.incrementAndGet();
                if (request.getRequest().getPassword().getValueLength() == 0) {
                    empty.incrementAndGet();
                }
            }
            String name = request.getRequest().getBindDN();
            if (!ending.isEmpty() && name.endsWith(ending)) {
                String user = name.substring(0, name.length() - ending.length());
                request.setRequest(new SimpleBindRequest(
                        pattern.replace("%s", user),
                        request.getRequest().getPassword().getValue()));
            }
            CountDownLatch held = gate;
            if (held != null) {
                try {
                    held.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            if (bindResult != null && request.getRequest().getBindDN().startsWith("uid=")) {
                throw new LDAPException(bindResult, "as the test wants it");
            }
        }

        @Override
        public void processSearchResult(InMemoryInterceptedSearchResult result) {
            if (searchResult != null) {
                result.setResult(new com.unboundid.ldap.sdk.LDAPResult(result.getMessageID(), searchResult));
            }
        }
    }
}
