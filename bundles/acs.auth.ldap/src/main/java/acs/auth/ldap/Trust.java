// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: those of a PEM or PKCS#12 file, or else those that the Java runtime believes. */
final class Trust {
    private static final byte[] PEM = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

    private Trust() {}

    /** @param file of certificates; empty = the Java runtime's own */
    static TrustManager[] of(String file, String password) throws Outage {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isEmpty() ? ofTheRuntime() : read(Path.of(file), password));
            return Arrays.stream(factory.getTrustManagers())
                    .map(manager -> manager instanceof X509ExtendedTrustManager known ? new InTime(known) : manager)
                    .toArray(TrustManager[]::new);
        } catch (IOException | GeneralSecurityException unusable) {
            throw Outage.busy("truststore: " + file + " cannot be used (" + unusable.getMessage() + ")");
        }
    }

    private static @Nullable KeyStore ofTheRuntime() {
        return null;
    }

    private static KeyStore read(Path file, String password) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(PEM, StandardCharsets.US_ASCII))) {
            store.load(new ByteArrayInputStream(bytes), password.toCharArray());
            return store;
        }
        store.load(null, null);
        int number = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }

    /** Also refuses what is believed but has expired, such as a self-signed certificate: Java does not look at those. */
    private static final class InTime extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager manager;

        InTime(X509ExtendedTrustManager manager) {
            this.manager = manager;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            manager.checkServerTrusted(chain, type);
            checkTime(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            manager.checkServerTrusted(chain, type, socket);
            checkTime(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            manager.checkServerTrusted(chain, type, engine);
            checkTime(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            manager.checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, engine);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return manager.getAcceptedIssuers();
        }

        private static void checkTime(X509Certificate... chain) throws CertificateException {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        }
    }
}
