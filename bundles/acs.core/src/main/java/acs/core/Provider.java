// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.circulation.Circulation;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An implementation that is there, who brought it, and how it was when it was last asked. For many threads. */
final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    /** How long what it said of itself is good for: asking costs time, and there are many requests. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final Circulation circulation;
    private final String bundle;
    private final AtomicLong asked = new AtomicLong(System.nanoTime() - FRESH);
    private volatile Diagnosis diagnosis = Diagnosis.ok();

    /** @param bundle its name and version, for people */
    Provider(Circulation circulation, String bundle) {
        this.circulation = requireNonNull(circulation, "circulation");
        this.bundle = requireNonNull(bundle, "bundle");
    }

    Circulation circulation() {
        return circulation;
    }

    String bundle() {
        return bundle;
    }

    /** How it is, at most a second ago; may block as long as the implementation takes to say so. */
    Diagnosis diagnosis() {
        if (circulation instanceof Diagnosed diagnosed) {
            long now = System.nanoTime();
            long last = asked.get();
            if (now - last >= FRESH && asked.compareAndSet(last, now)) {
                diagnosis = ask(diagnosed);
            }
        }
        return diagnosis;
    }

    boolean isWell() {
        return diagnosis().state() == Diagnosis.State.OK;
    }

    private Diagnosis ask(Diagnosed diagnosed) {
        Diagnosis before = diagnosis;
        Diagnosis now = answer(diagnosed);
        if (now.state() != before.state()) {
            if (now.state() == Diagnosis.State.OK) {
                LOG.info("{} is well again", bundle);
            } else {
                LOG.warn("{} is {}: {}", bundle, now.state(), now.detail());
            }
        }
        return now;
    }

    private Diagnosis answer(Diagnosed diagnosed) {
        try {
            return requireNonNull(diagnosed.diagnose(), "diagnosis");
        } catch (RuntimeException broken) {
            // It may well be able to lend books although it cannot say how it is.
            return new Diagnosis(Diagnosis.State.DEGRADED, "cannot say how it is: " + broken);
        }
    }
}
