// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes that a password was found right, so that a costly check is not done at every login.
 *
 * <p>What it keeps is a digest with a key that is made at start and never leaves the memory. The digest covers what the
 * password was checked against, so a change of that forgets it. Safe for use by many threads.
 */
final class RememberedSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration MEMORY = Duration.ofMinutes(10);
    /** More are simply forgotten: it is a cache. */
    private static final int CAPACITY = 10_000;

    private static final class Memory {
        private final byte[] digest;
        private final long since = System.nanoTime();

        Memory(byte[] digest) {
            this.digest = digest;
        }

        boolean isFresh(long now) {
            return now - since < MEMORY.toNanos();
        }
    }

    private final SecretKeySpec key;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    RememberedSecrets() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether the secret of the name was found right a while ago, against the same thing. */
    boolean isRight(String name, String against, String secret) {
        Memory memory = memories.get(name);
        return memory != null
                && memory.isFresh(System.nanoTime())
                && MessageDigest.isEqual(memory.digest, digest(name, against, secret));
    }

    void remember(String name, String against, String secret) {
        if (memories.size() >= CAPACITY) {
            memories.clear();
        }
        memories.put(name, new Memory(digest(name, against, secret)));
    }

    /** Compares in a time that tells nothing, not even the length. */
    boolean areSame(String expected, String sent) {
        return MessageDigest.isEqual(digest(expected), digest(sent));
    }

    private byte[] digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((byte) (bytes.length >> 8));
                mac.update((byte) bytes.length);
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", missing);
        }
    }
}
