// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.jspecify.annotations.Nullable;

/** TLS 1.2 and 1.3 for the sessions of one listener. */
final class TlsFilter extends SslFilter {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Settings.ClientAuth clients;

    TlsFilter(SSLContext context, Settings.ClientAuth clients) {
        super(context);
        this.clients = clients;
        // The other way may keep what came with the end of a handshake until more comes (seen with 2.2.10).
        setUseNonBlockingPipeline(false);
    }

    /** MINA's own looks the terminal's name up in DNS, which may take the I/O thread seconds. */
    @Override
    protected SSLEngine createEngine(IoSession session, @Nullable InetSocketAddress address) {
        SSLEngine engine = sslContext.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        switch (clients) {
            case NONE -> engine.setNeedClientAuth(false);
            case WANT -> engine.setWantClientAuth(true);
            case NEED -> engine.setNeedClientAuth(true);
        }
        return engine;
    }
}
