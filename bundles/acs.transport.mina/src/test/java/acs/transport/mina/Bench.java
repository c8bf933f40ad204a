// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures the transport alone: terminals in a closed loop against a line handler that echoes.
 *
 * <p>Arguments: working terminals, idle terminals, seconds, I/O threads, {@code inline} or {@code workers}.
 */
final class Bench {
    private static final byte[] REQUEST =
            "2300120260115    093000AOMAIN|AAP110|AC|AD1234|AY1AZF1D8\r".getBytes(US_ASCII);

    private Bench() {}

    public static void main(String[] args) throws Exception {
        int working = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int idle = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        int threads = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        boolean inline = args.length < 5 || args[4].equals("inline");

        IoThreads io = new IoThreads(Limits.DEFAULT, threads);
        LineHandlers handlers = new LineHandlers(io);
        ExecutorService workers = Executors.newFixedThreadPool(8);
        Echo echo =
                inline ? new Echo() : new Echo(line -> CompletableFuture.supplyAsync(() -> Echo.reply(line), workers));
        handlers.addHandler(new Ref(1), echo);
        MinaListener listener = new MinaListener(
                Configs.listener(Map.of("port", 0, "max_sessions_per_address", 20_000, "timeout", 0)),
                io,
                handlers,
                endpoint -> false,
                io.limits().patience());
        int port = Integer.parseInt(listener.address().substring("127.0.0.1:".length()));

        long before = heap();
        int threadsBefore = Thread.activeCount();
        List<SocketChannel> all = new ArrayList<>();
        for (int i = 0; i < idle; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap("login\r".getBytes(US_ASCII)));
            channel.read(ByteBuffer.allocate(16));
            all.add(channel);
        }
        if (idle > 0) {
            System.out.printf(
                    "%d idle: %d bytes of heap each (both ends), %d threads more%n",
                    idle, (heap() - before) / idle, Thread.activeCount() - threadsBefore);
        }
        for (int round = 0; round < 2; round++) {
            long cpu = cpu();
            long answers = load(port, working, seconds);
            System.out.printf(
                    "%d working, %d idle, %d I/O threads, %s: %d req/s, %.1f us of CPU each (both ends), %d threads%n",
                    working,
                    idle,
                    threads,
                    inline ? "inline" : "workers",
                    answers / seconds,
                    (cpu() - cpu) / 1000.0 / answers,
                    Thread.activeCount());
        }
        for (SocketChannel channel : all) {
            channel.close();
        }
        listener.close();
        io.close();
        workers.shutdown();
    }

    /** One thread plays all terminals, so that the server has the other core. */
    private static long load(int port, int working, int seconds) throws IOException {
        long answers = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < working; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                channel.write(ByteBuffer.wrap(REQUEST));
            }
            ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
            ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST);
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                selector.select(1000);
                for (SelectionKey key : selector.selectedKeys()) {
                    SocketChannel channel = (SocketChannel) key.channel();
                    buffer.clear();
                    if (channel.read(buffer) != REQUEST.length) {
                        throw new IOException("wrong answer");
                    }
                    answers++;
                    request.rewind();
                    channel.write(request);
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        return answers;
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
