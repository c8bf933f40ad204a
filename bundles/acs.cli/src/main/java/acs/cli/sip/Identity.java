// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Who a terminal says it is where the server asks for a certificate: a PKCS#12 file, or a PEM file with key and certificates. */
final class Identity {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

    private Identity() {}

    /** @param password of a PKCS#12 file */
    static KeyManager[] of(Path file, String password) throws GeneralSecurityException, IOException {
        byte[] bytes = Files.readAllBytes(file);
        char[] secret = password.toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("-----BEGIN ")) {
            keys.load(null, null);
            keys.setKeyEntry("terminal", key(file, text), secret, certificates(bytes));
        } else {
            keys.load(new ByteArrayInputStream(bytes), secret);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, secret);
        return factory.getKeyManagers();
    }

    private static Certificate[] certificates(byte[] pem) throws GeneralSecurityException {
        String text = new String(pem, StandardCharsets.ISO_8859_1);
        // the parser of certificates takes nothing else
        byte[] only = KEY.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(only)).stream()
                .toArray(Certificate[]::new);
    }

    private static PrivateKey key(Path file, String text) throws GeneralSecurityException, IOException {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new IOException(file + " has no key in clear (expected: BEGIN PRIVATE KEY, or a PKCS#12 file)");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // The specification does not say which one it is.
            }
        }
        throw new IOException(file + " has a key of an unknown kind (expected: RSA, EC, Ed25519 or Ed448)");
    }
}
