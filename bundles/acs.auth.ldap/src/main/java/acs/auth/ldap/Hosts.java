// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers of a directory in the order in which they are asked. One that fails is left alone for a while, longer each
 * time, after which one request tries it again. Safe for use by many threads.
 */
final class Hosts {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final List<Host> hosts;
    private final Map<Host, Pause> pauses = new ConcurrentHashMap<>();

    private record Pause(long until, Duration length, String reason) {
        boolean isOver() {
            return until - System.nanoTime() <= 0;
        }
    }

    Hosts(List<Host> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    int count() {
        return hosts.size();
    }

    /** The first one that may be asked; after a pause it is asked by one request only. */
    synchronized Optional<Host> next() {
        for (Host host : hosts) {
            Pause pause = pauses.get(host);
            if (pause == null) {
                return Optional.of(host);
            }
            if (pause.isOver()) {
                pauses.put(host, new Pause(System.nanoTime() + pause.length.toNanos(), pause.length, pause.reason));
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    /** Whether the host is not left alone at the moment. */
    boolean isWell(Host host) {
        return !pauses.containsKey(host);
    }

    synchronized void answered(Host host) {
        pauses.remove(host);
    }

    synchronized void failed(Host host, String reason) {
        Pause before = pauses.get(host);
        Duration length = before == null ? FIRST_PAUSE : before.length.multipliedBy(2);
        Duration pause = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
        pauses.put(host, new Pause(System.nanoTime() + pause.toNanos(), pause, reason));
    }

    /** Why none of them is asked at the moment; empty if one is. */
    String trouble() {
        for (Host host : hosts) {
            if (!pauses.containsKey(host)) {
                return "";
            }
        }
        return hosts.stream()
                .map(pauses::get)
                .filter(pause -> pause != null)
                .map(Pause::reason)
                .findFirst()
                .orElse("");
    }
}
