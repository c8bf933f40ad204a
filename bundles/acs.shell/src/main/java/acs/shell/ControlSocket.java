// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that the shell of a server is reached through: {@code control.sock} in its data folder.
 *
 * <p>Whoever can open it can do anything, so only its owner can: it is made in a folder that nobody else may enter. The
 * operating system allows about a hundred bytes for the path of a socket; for a data folder with a longer one the socket
 * lies in a folder of its own under the temporary folder, and {@code control.sock} is a link to it.
 */
public final class ControlSocket {
    private static final int LONGEST_PATH = 100;

    private ControlSocket() {}

    /** The file in the data folder. */
    public static Path in(Path data) {
        return data.resolve("control.sock");
    }

    /** The address to connect to. */
    public static UnixDomainSocketAddress address(Path data) throws IOException {
        Path file = in(data);
        return UnixDomainSocketAddress.of(Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file);
    }

    static ServerSocketChannel listen(Path data) throws IOException {
        remove(data);
        Path file = in(data);
        Path socket = file;
        if (file.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            socket = Files.createTempDirectory("acs").resolve("control.sock");
            Files.createSymbolicLink(file, socket);
        } else {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        return channel;
    }

    static void remove(Path data) throws IOException {
        Path file = in(data);
        if (Files.isSymbolicLink(file)) {
            Path socket = Files.readSymbolicLink(file);
            Files.deleteIfExists(socket);
            Path folder = socket.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        }
        Files.deleteIfExists(file);
    }
}
