// SPDX-License-Identifier: Apache-2.0
package acs.api.swap;

/**
 * The permission to use a part until it is given back; while it lasts the part is not taken down.
 *
 * <p>For one thread at a time. Closing it twice is harmless.
 */
public final class Lease<T> implements AutoCloseable {
    private final T part;
    private final Runnable giveBack;
    private boolean open = true;

    Lease(T part, Runnable giveBack) {
        this.part = part;
        this.giveBack = giveBack;
    }

    /** The part; not to be kept beyond {@link #close}. */
    public T part() {
        return part;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            giveBack.run();
        }
    }
}
