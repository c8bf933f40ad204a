// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Dialect;
import acs.api.transport.Listener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How terminals are spoken to before it is known which dialect they speak. Safe for use by many threads. */
final class Speeches {
    private final Map<Character, Speech> byDelimiter = new ConcurrentHashMap<>();

    /** The standard dialect with the listener's delimiter. */
    Speech of(Listener listener) {
        return byDelimiter.computeIfAbsent(listener.delimiter(), Speeches::standardWith);
    }

    private static Speech standardWith(char delimiter) {
        Dialect standard = Dialect.standard();
        return Speech.of(new Dialect(
                standard.charset(), delimiter, standard.terminator(), standard.errorDetection(), standard.patronId()));
    }
}
