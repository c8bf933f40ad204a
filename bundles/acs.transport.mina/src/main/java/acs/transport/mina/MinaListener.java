// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.status.ListenerStatus;
import acs.api.transport.Conversation;
import acs.api.transport.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that terminals connect to, as configured; it keeps trying until it can listen. */
@Component(
        service = ListenerStatus.class,
        configurationPid = "acs.listener",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = MinaListener.Config.class, factory = true)
public final class MinaListener implements ListenerStatus {

    /** One listener. */
    @ObjectClassDefinition(name = "ACS listener", description = "A port that terminals connect to")
    public @interface Config {
        @AttributeDefinition(name = "Id", description = "What logs and commands call it; empty = its address")
        String id() default "";

        @AttributeDefinition(name = "Host", description = "Name or address to listen on; * = every address")
        String host() default "127.0.0.1";

        @AttributeDefinition(name = "Port", description = "0 = any free one")
        int port() default 6001;

        @AttributeDefinition(
                name = "Transport",
                description = "What happens before the first message",
                options = {@Option("RAW"), @Option("telnet")})
        String transport() default "RAW";

        @AttributeDefinition(
                name = "Login",
                description = "Whether terminals must log in",
                options = {@Option("required"), @Option("none")})
        String login() default "required";

        @AttributeDefinition(name = "Account", description = "With login=none: whose terminals these are")
        String account() default "";

        @AttributeDefinition(name = "Delimiter", description = "Ends a field until the account is known")
        String delimiter() default "|";

        @AttributeDefinition(name = "Login timeout", description = "Seconds; 0 = none")
        int timeout() default 30;

        @AttributeDefinition(name = "Client timeout", description = "Seconds of silence after the login; 0 = any")
        int client__timeout() default 0;

        @AttributeDefinition(name = "Allow from", description = "Addresses and networks; none = everyone")
        String[] allow__from() default {};

        @AttributeDefinition(name = "TLS", description = "Whether it encrypts")
        boolean tls() default false;

        @AttributeDefinition(name = "Key store", description = "PKCS#12 or PEM file with key and certificates")
        String keystore() default "";

        @AttributeDefinition(name = "Key store password", description = "Empty if it has none")
        String _keystore__password() default "";

        @AttributeDefinition(
                name = "Client certificates",
                description = "Whether terminals show a certificate, signed by an authority in the key store",
                options = {@Option("none"), @Option("want"), @Option("need")})
        String client__auth() default "none";

        @AttributeDefinition(name = "Most connections", description = "More are refused")
        int max__sessions() default 20000;

        @AttributeDefinition(name = "Most connections of an address", description = "More are refused")
        int max__sessions__per__address() default 200;

        @AttributeDefinition(name = "Longest message", description = "Bytes; a longer one is thrown away")
        int max__message() default 16384;

        @AttributeDefinition(name = "Keep-alive", description = "Whether dead connections are looked for")
        boolean tcp__keepalive() default true;

        @AttributeDefinition(name = "Keep-alive time", description = "Seconds of silence; 0 = as the system does")
        int tcp__keepalive__time() default 0;

        @AttributeDefinition(name = "Keep-alive interval", description = "Seconds; 0 = as the system does")
        int tcp__keepalive__interval() default 0;
    }

    private static final Logger LOG = LoggerFactory.getLogger(MinaListener.class);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final IoThreads io;
    private final LineHandlers handlers;
    private final Predicate<Settings.Endpoint> shared;
    private final Duration retry;

    private volatile Listener listener;
    private volatile String problem = "";
    private volatile @Nullable Settings settings;
    private volatile @Nullable Door door;
    private @Nullable Future<?> retries;
    private boolean closed;

    @Activate
    public MinaListener(
            Config config,
            @Reference IoThreads io,
            @Reference LineHandlers handlers,
            @Reference Neighbours neighbours) {
        this(config, io, handlers, neighbours::have, RETRY);
    }

    MinaListener(
            Config config, IoThreads io, LineHandlers handlers, Predicate<Settings.Endpoint> shared, Duration retry) {
        this.io = io;
        this.handlers = handlers;
        this.shared = shared;
        this.retry = retry;
        this.listener = unusable(config);
        change(config);
    }

    /** Only a change of the address, the dialogue or the encryption closes connections. */
    @Modified
    synchronized void change(Config config) {
        Settings before = settings;
        Settings now;
        try {
            now = Settings.of(config);
        } catch (RuntimeException wrong) {
            // Also what the container throws for a value that is not even of the right type.
            refuse(config, reason(wrong));
            return;
        }
        settings = now;
        listener = now.listener();
        Door open = door;
        if (open != null && before != null && before.endpoint().equals(now.endpoint())) {
            open.apply(now);
            return;
        }
        if (open == null) {
            open(now);
            return;
        }
        open.stopAccepting();
        door = null;
        open(now);
        open.close();
        LOG.info("Listener {} moved", now.listener().id());
    }

    @Deactivate
    public synchronized void close() {
        closed = true;
        stopRetrying();
        Door open = door;
        if (open != null) {
            open.close();
            LOG.info("Listener {} is closed", listener.id());
        }
    }

    @Override
    public Listener listener() {
        return listener;
    }

    @Override
    public String address() {
        Door open = door;
        Settings now = settings;
        if (now == null) {
            return listener.id();
        }
        return open == null
                ? now.endpoint().address()
                : Settings.Endpoint.address(
                        now.endpoint().host(), open.address().getPort());
    }

    @Override
    public boolean secure() {
        Settings now = settings;
        return now != null && now.endpoint().tls().on();
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public Collection<Conversation> conversations() {
        Door open = door;
        return open == null ? List.of() : open.conversations();
    }

    private void open(Settings now) {
        String where = now.endpoint().address();
        try {
            door = Door.open(now, shared.test(now.endpoint()), io, handlers);
            problem = "";
            stopRetrying();
            LOG.info("Listener {}: {} on {}", now.listener().id(), protocol(now), address());
        } catch (IOException | RuntimeException e) {
            fail("Cannot listen on " + where + " (host, port of listener "
                    + now.listener().id() + "): " + reason(e) + ".");
            if (retries == null) {
                retries = io.every(retry, () -> io.threads().execute(this::openAgain));
            }
        }
    }

    private synchronized void openAgain() {
        Settings now = settings;
        if (!closed && door == null && now != null) {
            open(now);
        }
    }

    private void refuse(Config config, String why) {
        String sentence = "Listener " + unusable(config).id() + " is configured wrongly: " + why + ".";
        if (door == null) {
            settings = null;
            listener = unusable(config);
            stopRetrying();
            fail(sentence);
        } else {
            LOG.warn("{} It goes on as before.", sentence);
        }
    }

    /** Says it once, not at every attempt. */
    private void fail(String sentence) {
        if (!sentence.equals(problem)) {
            LOG.warn("{}", sentence);
            problem = sentence;
        }
    }

    private void stopRetrying() {
        Future<?> current = retries;
        if (current != null) {
            current.cancel(false);
            retries = null;
        }
    }

    private static String protocol(Settings now) {
        return now.listener().dialogue().label() + (now.endpoint().tls().on() ? " over TLS" : "");
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** What stands for a listener whose configuration is of no use. */
    private static Listener unusable(Config config) {
        String id = config.id().isBlank() ? config.host() : config.id();
        return new Listener(id, Listener.Dialogue.RAW, true, "", '|', Duration.ofSeconds(30), Duration.ZERO);
    }
}
