// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A PEM file with a private key (PKCS#8) and certificates, the way certificate authorities hand them out. */
final class PemKeys {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /** Key algorithms, each with the signature that shows whether key and certificate belong together. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private PemKeys() {}

    /** Puts key and certificates into a key store whose only key has the same password. */
    static KeyStore read(String text, char[] password) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<PrivateKey> keys = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case "CERTIFICATE" ->
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes)));
                case "PRIVATE KEY" -> keys.add(key(new PKCS8EncodedKeySpec(bytes)));
                case "ENCRYPTED PRIVATE KEY" -> keys.add(key(decrypt(bytes, password)));
                case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                    throw new IOException(
                            "its key has an old form; \"openssl pkcs8 -topk8 -nodes -in OLD -out NEW\" makes the new one");
                default -> {
                    // Parameters and the like are of no use here.
                }
            }
        }
        if (keys.size() != 1) {
            throw new IOException("it has " + keys.size() + " private keys (expected: 1)");
        }
        return store(keys.get(0), certificates, password);
    }

    private static KeyStore store(PrivateKey key, List<X509Certificate> certificates, char[] password)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            if (chain.isEmpty() && belongTogether(key, certificate)) {
                chain.add(certificate);
            }
        }
        if (chain.isEmpty()) {
            throw new IOException("no certificate in it belongs to its private key");
        }
        while (addIssuer(chain, certificates)) {
            // The next one's issuer follows.
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, password, chain.toArray(Certificate[]::new));
        for (X509Certificate other : certificates) {
            if (!chain.contains(other)) {
                store.setCertificateEntry("other" + store.size(), other);
            }
        }
        return store;
    }

    private static boolean addIssuer(List<X509Certificate> chain, List<X509Certificate> certificates) {
        X509Certificate last = chain.get(chain.size() - 1);
        for (X509Certificate candidate : certificates) {
            if (!chain.contains(candidate)
                    && candidate.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
                return chain.add(candidate);
            }
        }
        return false;
    }

    private static PKCS8EncodedKeySpec decrypt(byte[] bytes, char[] password)
            throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(bytes);
        // The algorithm's name is in its parameters: "PBES2" alone names no cipher.
        String algorithm = encrypted.getAlgParameters() == null
                ? encrypted.getAlgName()
                : encrypted.getAlgParameters().toString();
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
                encrypted.getAlgParameters());
        return encrypted.getKeySpec(cipher);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws IOException, GeneralSecurityException {
        for (String algorithm : SIGNATURES.keySet()) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // The specification does not say which one it is.
            }
        }
        throw new IOException("its private key is of an unknown kind (expected: RSA, EC, Ed25519 or Ed448)");
    }

    private static boolean belongTogether(PrivateKey key, Certificate certificate) {
        try {
            Signature signature =
                    Signature.getInstance(SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
            byte[] sample = {1, 2, 3};
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (InvalidKeyException anotherKind) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
