// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a server takes from its machine, counted after a full garbage collection.
 *
 * @param heapKiB the heap in use
 * @param metaspaceKiB the space of classes
 * @param classes how many are loaded
 * @param threads how many live
 * @param files how many file descriptors are open, sockets among them; 0 where the system does not tell
 */
record Census(long heapKiB, long metaspaceKiB, long classes, long threads, long files) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static Census now() throws IOException {
        // the second one takes what finalizers and references let go of
        System.gc();
        System.gc();
        return new Census(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
                metaspace() / 1024,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                descriptors());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private static long descriptors() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }

    static String headings() {
        return "| swaps | heap KiB | metaspace KiB | classes | threads | files |\n|---|---|---|---|---|---|\n";
    }

    String row(int swaps) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d |%n",
                swaps,
                heapKiB,
                metaspaceKiB,
                classes,
                threads,
                files);
    }
}
