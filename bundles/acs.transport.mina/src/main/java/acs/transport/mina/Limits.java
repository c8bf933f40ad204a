// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.time.Duration;

/**
 * How long things may take and how many of them there may be, on all listeners.
 *
 * @param patience how long a line may wait for a line handler to arrive; an older one is dropped
 * @param drain how long a leaving line handler is waited for
 * @param stop how long a closing listener waits for the lines in hand and for its output
 * @param message how long a terminal may take from the first byte of a line to its end, and for a TLS handshake
 * @param write how long a terminal may leave output unread without taking a byte of it
 * @param emptyLines how many empty lines in a row close the connection
 */
record Limits(Duration patience, Duration drain, Duration stop, Duration message, Duration write, int emptyLines) {

    static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(25),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            1000);
}
