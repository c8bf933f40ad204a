// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The file with the server's key and certificates: PKCS#12 or PEM. */
final class KeyFile {
    private static final String PEM = "-----BEGIN ";

    private KeyFile() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be used; the message is a sentence for the operator
     */
    static SSLContext context(Settings.Tls tls) throws IOException {
        Path file = Path.of(tls.keyStore());
        char[] password = tls.password().toCharArray();
        try {
            KeyStore keys = keys(Files.readAllBytes(file), password);
            KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            mine.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(mine.getKeyManagers(), trusted(keys, tls), null);
            return context;
        } catch (NoSuchFileException missing) {
            throw new IOException("keystore " + file + " is not there", missing);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "keystore " + file + " cannot be used: "
                            + (e.getMessage() == null ? "it is neither PKCS#12 nor PEM" : e.getMessage()),
                    e);
        }
    }

    private static KeyStore keys(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(PEM)) {
            return PemKeys.read(text, password);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(bytes), password);
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return keys;
            }
        }
        throw new IOException("it has no private key");
    }

    /** Terminals are known by the authorities whose certificates are in the same file. */
    private static TrustManager[] trusted(KeyStore keys, Settings.Tls tls)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        List<X509Certificate> authorities = tls.clients() == Settings.ClientAuth.NONE ? List.of() : authorities(keys);
        if (tls.clients() != Settings.ClientAuth.NONE && authorities.isEmpty()) {
            throw new IOException("client_auth needs the certificate of an authority in it");
        }
        for (X509Certificate authority : authorities) {
            trusted.setCertificateEntry("authority" + trusted.size(), authority);
        }
        if (authorities.isEmpty()) {
            return new TrustManager[0];
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static List<X509Certificate> authorities(KeyStore keys) throws GeneralSecurityException {
        Set<Certificate> all = new LinkedHashSet<>();
        for (String alias : Collections.list(keys.aliases())) {
            all.add(keys.getCertificate(alias));
            if (keys.isKeyEntry(alias)) {
                all.addAll(List.of(keys.getCertificateChain(alias)));
            }
        }
        List<X509Certificate> authorities = new ArrayList<>();
        for (Certificate one : all) {
            if (one instanceof X509Certificate certificate && certificate.getBasicConstraints() >= 0) {
                authorities.add(certificate);
            }
        }
        return authorities;
    }
}
