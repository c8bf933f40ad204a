// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which PINs were found right, because asking bcrypt takes tens of milliseconds and a kiosk
 * asks for the same patron several times a visit.
 *
 * <p>A PIN is kept as a digest under a key that this process alone knows, bound to the version of the patron's row: any
 * change of the patron forgets it. A wrong PIN is never remembered. Safe for use by many threads.
 */
final class PinMemory {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 20_000;

    private final ConcurrentHashMap<Long, Entry> entries = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Duration span;
    private final LongSupplier nanos;

    private static final class Entry {
        private final long version;
        private final byte[] digest;
        private final long until;

        Entry(long version, byte[] digest, long until) {
            this.version = version;
            this.digest = digest;
            this.until = until;
        }
    }

    /**
     * A memory of its own.
     *
     * @param span how long it lasts; zero = nothing is remembered
     * @param nanos the clock
     */
    PinMemory(Duration span, LongSupplier nanos) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.span = span;
        this.nanos = nanos;
    }

    /** Whether the PIN was found right for this very version of the patron's row, not long ago. */
    boolean knows(long patronId, long version, char[] pin) {
        Entry entry = entries.get(patronId);
        if (entry == null || entry.version != version) {
            return false;
        }
        if (entry.until - nanos.getAsLong() < 0) {
            entries.remove(patronId, entry);
            return false;
        }
        return MessageDigest.isEqual(entry.digest, digest(patronId, version, pin));
    }

    /** The PIN was found right. */
    void remember(long patronId, long version, char[] pin) {
        if (span.isZero()) {
            return;
        }
        if (entries.size() >= MOST) {
            long now = nanos.getAsLong();
            entries.values().removeIf(entry -> entry.until - now < 0);
            if (entries.size() >= MOST) {
                entries.clear();
            }
        }
        entries.put(patronId, new Entry(version, digest(patronId, version, pin), nanos.getAsLong() + span.toNanos()));
    }

    void forgetAll() {
        entries.clear();
    }

    private byte[] digest(long patronId, long version, char[] pin) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(patronId)
                    .putLong(version)
                    .flip());
            mac.update(bytes.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        } finally {
            bytes.clear();
            while (bytes.hasRemaining()) {
                bytes.put((byte) 0);
            }
        }
    }
}
