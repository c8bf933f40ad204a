// SPDX-License-Identifier: Apache-2.0
package acs.core;

import org.osgi.framework.ServiceReference;

/**
 * A newcomer that would take over from another implementation by its ranking, and first has to answer some requests that
 * change nothing. Whatever it makes of them, no terminal notices: a request that it fails is answered by the other one.
 *
 * <p>One request at a time is tried, so that a newcomer that hangs holds up one terminal. Safe for use by many threads.
 */
final class Trial {
    private final ServiceReference<?> newcomer;
    private final String bundle;
    private final int wanted;
    /** Guarded by this, like the next two. */
    private int passed;

    private boolean busy;
    private String failure = "";

    /** @param wanted how many requests it has to answer */
    Trial(ServiceReference<?> newcomer, String bundle, int wanted) {
        this.newcomer = newcomer;
        this.bundle = bundle;
        this.wanted = wanted;
    }

    ServiceReference<?> newcomer() {
        return newcomer;
    }

    String bundle() {
        return bundle;
    }

    /** Whether the caller is to try the next request, and then to say how that went. */
    synchronized boolean begin() {
        if (busy || passed == wanted || !failure.isEmpty()) {
            return false;
        }
        busy = true;
        return true;
    }

    /** The request was not tried after all. */
    synchronized void leaveOut() {
        busy = false;
    }

    /** The request was answered; whether that was the last one. */
    synchronized boolean pass() {
        busy = false;
        passed++;
        return passed == wanted;
    }

    /** The request was not answered: that is the end of the trial. */
    synchronized void fail(Throwable why) {
        busy = false;
        failure = why.toString();
    }

    /** One sentence about a trial that is not over, or was failed. */
    synchronized String remark() {
        return failure.isEmpty()
                ? bundle + " would take over and is on trial: it has answered " + passed + " of " + wanted + " requests"
                : bundle + " stays behind: it failed its trial, " + failure;
    }
}
