// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the reader of {@code koha-conf.xml} publishes; in its package, as nobody else may see it. */
public final class KohaConf {
    private KohaConf() {}

    /** The properties of each directory of a file in which nothing is wrong, in order. */
    public static List<Map<String, Object>> directories(Path file) {
        SipConfig config = KohaConfReader.read(file);
        if (config.isRefused()) {
            throw new AssertionError(config.problems().toString());
        }
        return config.entries().stream().map(Entry::properties).toList();
    }
}
