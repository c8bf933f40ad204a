// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.apache.mina.core.filterchain.DefaultIoFilterChainBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts the connections of a listener, with a renewed certificate as soon as the file has one. */
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final String NAME = "tls";
    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final Settings.Tls tls;
    private final DefaultIoFilterChainBuilder filters;
    private volatile long checked = System.nanoTime();
    private FileTime changed = FileTime.fromMillis(0);

    /** @throws IOException if the file cannot be used; the message is a sentence */
    Keys(Settings.Tls tls, DefaultIoFilterChainBuilder filters) throws IOException {
        this.tls = tls;
        this.filters = filters;
        if (tls.on()) {
            filters.addLast(NAME, filter());
            changed = Files.getLastModifiedTime(Path.of(tls.keyStore()));
        }
    }

    /** Whether it is time to look at the file again. */
    boolean isDue(long now) {
        return tls.on() && now - checked > INTERVAL;
    }

    /** Reads the file again if it changed; new connections get what is in it, a useless one changes nothing. */
    synchronized void refresh() {
        checked = System.nanoTime();
        try {
            FileTime latest = Files.getLastModifiedTime(Path.of(tls.keyStore()));
            if (!latest.equals(changed)) {
                changed = latest;
                filters.replace(NAME, filter());
                LOG.info("keystore {} is read again", tls.keyStore());
            }
        } catch (IOException e) {
            LOG.warn("The keys of before stay in use: {}", e.getMessage());
        }
    }

    private TlsFilter filter() throws IOException {
        return new TlsFilter(KeyFile.context(tls), tls.clients());
    }
}
