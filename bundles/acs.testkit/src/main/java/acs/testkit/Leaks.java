// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds what a server leaves behind, and gives it some seconds to tidy up before it is called a leak. */
final class Leaks {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final String OURS = "acs-";

    private final Set<Thread> before = threads();

    /** Fails if there is something left in use. */
    static void failIf(Supplier<List<String>> leaks) {
        List<String> left = await(leaks);
        if (!left.isEmpty()) {
            throw new AssertionError(String.join("\n", left));
        }
    }

    /** Fails if there are threads of ours that were not there when this was made. */
    void failIfThreadsAreLeft() {
        failIf(this::threadsLeft);
    }

    private List<String> threadsLeft() {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left.stream()
                .map(thread -> "thread " + thread.getName() + " is left")
                .toList();
    }

    private static List<String> await(Supplier<List<String>> leaks) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<String> left = new ArrayList<>(leaks.get());
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left = leaks.get();
        }
        return left;
    }

    /** Those of this JVM that are ours; without their stacks, for which all would have to stop. */
    private static Set<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] all = new Thread[root.activeCount() * 2 + 16];
        int found = root.enumerate(all);
        return Arrays.stream(all, 0, found)
                .filter(thread -> thread.getName().startsWith(OURS))
                .collect(Collectors.toSet());
    }
}
