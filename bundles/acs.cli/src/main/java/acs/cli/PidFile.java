// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code acs.pid} in the data folder: who runs on it.
 *
 * <p>The server holds a lock on the file as long as it lives, so that no second one starts on the same data and a file
 * left behind by a killed server misleads nobody.
 */
final class PidFile implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private PidFile(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    private static Path in(Path data) {
        return data.resolve("acs.pid");
    }

    /** Takes the data folder for this process; empty if another one has it. */
    static Optional<PidFile> take(Path data) throws IOException {
        FileChannel channel = FileChannel.open(in(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
        return Optional.of(new PidFile(channel, lock));
    }

    /** The process that runs on the data folder; empty if none does. */
    static Optional<ProcessHandle> owner(Path data) throws IOException {
        Path file = in(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock != null) {
                return Optional.empty();
            }
        }
        String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return pid.chars().allMatch(Character::isDigit) && !pid.isEmpty()
                ? ProcessHandle.of(Long.parseLong(pid))
                : Optional.empty();
    }

    /** The number of the process that has the folder, as the file says it. */
    static String text(Path data) throws IOException {
        return Files.readString(in(data), StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(in(Surroundings.data()));
        lock.release();
        channel.close();
    }
}
