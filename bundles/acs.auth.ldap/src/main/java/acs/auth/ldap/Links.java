// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.jspecify.annotations.Nullable;

/**
 * The connections to a directory: bounded in number, kept for the next request, and opened to the next server if one does
 * not answer. No more requests wait than there are connections, so that a directory that hangs holds few of them. Safe for
 * use by many threads.
 */
final class Links implements AutoCloseable {
    /** Firewalls forget what is silent for long. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** What a connection is used for: a search is done under one name all the time, a bind changes it. */
    enum Use {
        SEARCH,
        BIND
    }

    /** What is done with a connection. */
    interface Work<T> {
        T on(Link link) throws Outage;
    }

    private final LdapSettings settings;
    private final LdapApiService codec;
    private final Hosts hosts;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Use, Deque<Link>> idle = new EnumMap<>(Use.class);
    private boolean closed;

    Links(LdapSettings settings, LdapApiService codec) {
        this.settings = settings;
        this.codec = codec;
        this.hosts = new Hosts(settings.hosts());
        this.permits = new Semaphore(settings.poolSize());
        for (Use use : Use.values()) {
            idle.put(use, new ArrayDeque<>());
        }
    }

    /** Does the work, at another server if the first one does not answer. */
    <T> T with(Use use, Deadline deadline, Steps steps, Work<T> work) throws Outage {
        enter(deadline);
        try {
            return attempt(use, deadline, steps, work);
        } finally {
            permits.release();
        }
    }

    private <T> T attempt(Use use, Deadline deadline, Steps steps, Work<T> work) throws Outage {
        Outage last = Outage.silence("no server was asked");
        // An idle connection may have been cut unnoticed: that is no fault of the server's, so it gets one more try.
        for (int attempt = 0; attempt <= hosts.count() && !deadline.isOver(); attempt++) {
            Link link = idle(use);
            boolean wasIdle = link != null;
            long since = System.nanoTime();
            try {
                if (link == null) {
                    Optional<Host> next = hosts.next();
                    if (next.isEmpty()) {
                        throw Outage.busy("not asked, as it gave no answer a moment ago: " + hosts.trouble());
                    }
                    Host host = next.get();
                    steps.say("connect to " + host + (settings.startTls() && !host.secure() ? " with StartTLS" : ""));
                    link = open(host, deadline);
                }
                T result = work.on(link);
                hosts.answered(link.host());
                giveBack(use, link);
                return result;
            } catch (Outage outage) {
                steps.say(outage.getMessage());
                last = outage;
                if (link != null) {
                    failed(link, wasIdle && Tally.since(since).compareTo(settings.responseTimeout()) < 0, outage);
                }
                if (!outage.isSilence()) {
                    throw outage;
                }
            } catch (RuntimeException broken) {
                if (link != null) {
                    link.close();
                }
                throw broken;
            }
        }
        throw last;
    }

    private Link open(Host host, Deadline deadline) throws Outage {
        try {
            return Link.open(host, settings, codec, deadline);
        } catch (Outage unreachable) {
            hosts.failed(host, unreachable.getMessage());
            throw unreachable;
        }
    }

    /** @param stale whether an idle connection failed at once, as one does that was cut unnoticed */
    private void failed(Link link, boolean stale, Outage outage) {
        link.close();
        if (outage.isSilence() && !stale) {
            hosts.failed(link.host(), outage.getMessage());
        }
    }

    private void enter(Deadline deadline) throws Outage {
        if (permits.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > settings.poolSize()
                    || !permits.tryAcquire(deadline.millis(settings.responseTimeout()), TimeUnit.MILLISECONDS)) {
                throw Outage.busy("all " + settings.poolSize() + " connections are in use (pool_size)");
            }
        } catch (InterruptedException timeIsUp) {
            Thread.currentThread().interrupt();
            throw Outage.busy("the request was given up");
        } finally {
            waiting.decrementAndGet();
        }
    }

    private synchronized @Nullable Link idle(Use use) {
        Deque<Link> links = idle.getOrDefault(use, new ArrayDeque<>());
        for (Link link = links.pollFirst(); link != null; link = links.pollFirst()) {
            if (link.isUsable(LONGEST_LIFE) && hosts.isWell(link.host())) {
                return link;
            }
            link.close();
        }
        return null;
    }

    private synchronized void giveBack(Use use, Link link) {
        Deque<Link> links = idle.getOrDefault(use, new ArrayDeque<>());
        if (closed || links.size() >= settings.poolSize()) {
            link.close();
        } else {
            links.addFirst(link);
        }
    }

    /** Why no server is asked at the moment; empty if one is. */
    String trouble() {
        return hosts.trouble();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(links -> {
            links.forEach(Link::close);
            links.clear();
        });
    }
}
