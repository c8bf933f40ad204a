// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells when what it has done is safe, for an implementation that is quicker with the work than with the disk.
 *
 * <p>Whoever has this facet may return from a request before its outcome would survive a loss of power. Core asks after
 * each request that may change something, and sends the answer when what it got is complete; no thread waits for that, so
 * many terminals can share one write. Whoever does not have it returns when everything is safe.
 */
@ConsumerType
public interface Durable {

    /**
     * What is complete as soon as everything that was done before this call is safe; does not block.
     *
     * @return completes on any thread, and exceptionally if it is not known whether all of it is safe
     */
    CompletionStage<?> saved();
}
