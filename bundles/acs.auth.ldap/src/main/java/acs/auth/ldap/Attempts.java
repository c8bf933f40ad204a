// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short while what the directory said of a secret: a kiosk sends the same PIN with every message of a
 * visit, and a mistyped one must not lock the account in the directory.
 *
 * <p>It keeps digests under a key that this process alone knows. Safe for use by many threads.
 */
final class Attempts {
    /** For how long wrong secrets of a name are counted. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CAPACITY = 10_000;

    private static final class Guess {
        private final byte[] digest;
        private final long at;

        Guess(byte[] digest, long at) {
            this.digest = digest;
            this.at = at;
        }
    }

    private static final class History {
        private byte[] right = {};
        private long rightAt;
        /** Different ones, oldest first. */
        private final Deque<Guess> wrong = new ArrayDeque<>();
    }

    private final SecretKeySpec key;
    private final Duration remember;
    private final int maxWrong;
    private final LongSupplier nanos;
    private final Map<String, History> histories = new LinkedHashMap<>();

    Attempts(Duration remember, int maxWrong, LongSupplier nanos) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.remember = remember;
        this.maxWrong = maxWrong;
        this.nanos = nanos;
    }

    /** The verdict, if the directory need not or must not be asked for it. */
    synchronized Optional<Verdict> known(String name, char[] secret) {
        History history = histories.get(name.toLowerCase(Locale.ROOT));
        if (history == null) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        byte[] digest = digest(name, secret);
        if (isFresh(history.rightAt, now, remember) && MessageDigest.isEqual(history.right, digest)) {
            return Optional.of(Verdict.ACCEPT);
        }
        history.wrong.removeIf(guess -> !isFresh(guess.at, now, WINDOW));
        boolean same = history.wrong.stream()
                .anyMatch(guess -> isFresh(guess.at, now, remember) && MessageDigest.isEqual(guess.digest, digest));
        return same || history.wrong.size() >= maxWrong ? Optional.of(Verdict.REJECT) : Optional.empty();
    }

    /** What the directory said; anything but a clear yes or no is not remembered. */
    synchronized void note(String name, char[] secret, Verdict verdict) {
        if (verdict != Verdict.ACCEPT && verdict != Verdict.REJECT) {
            return;
        }
        if (histories.size() >= CAPACITY) {
            histories.remove(histories.keySet().iterator().next());
        }
        History history = histories.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new History());
        byte[] digest = digest(name, secret);
        if (verdict == Verdict.ACCEPT) {
            history.right = digest;
            history.rightAt = nanos.getAsLong();
            history.wrong.clear();
        } else {
            history.right = new byte[0];
            history.wrong.removeIf(guess -> MessageDigest.isEqual(guess.digest, digest));
            history.wrong.addLast(new Guess(digest, nanos.getAsLong()));
        }
    }

    private static boolean isFresh(long at, long now, Duration span) {
        return now - at < span.toNanos();
    }

    private byte[] digest(String name, char[] secret) {
        byte[] bytes = Pass.bytes(secret);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(bytes);
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", missing);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
