// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the commands that come through the control socket. */
@Component(
        service = {},
        immediate = true)
public final class ControlServer {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final CommandProcessor processor;
    private final Path data;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "acs-control");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ControlServer(@Reference CommandProcessor processor, BundleContext bundles) throws IOException {
        this(processor, Path.of(bundles.getProperty("acs.data")));
    }

    ControlServer(CommandProcessor processor, Path data) throws IOException {
        this.processor = processor;
        this.data = data;
        this.server = ControlSocket.listen(data);
        threads.execute(this::accept);
    }

    @Deactivate
    void close() throws IOException {
        server.close();
        for (SocketChannel client : clients) {
            client.close();
        }
        threads.shutdownNow();
        ControlSocket.remove(data);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                LOG.warn("control socket: {}", broken.toString());
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            Frames frames = new Frames(Channels.newInputStream(client), Channels.newOutputStream(client));
            try (CommandRunner runner = new CommandRunner(processor, frames)) {
                while (true) {
                    Frames.Frame frame = frames.receive();
                    if (frame.kind() != Frames.COMMAND) {
                        return;
                    }
                    runner.run(frame.text());
                }
            }
        } catch (EOFException | ClosedChannelException gone) {
            LOG.debug("a client of the control socket left");
        } catch (IOException broken) {
            LOG.debug("control socket: {}", broken.toString());
        } finally {
            clients.remove(client);
        }
    }
}
