// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** Says of a file that nobody could install what is wrong with it. */
final class JarFault {
    /** The longest name of a damaged entry, and the like, that is worth showing. */
    private static final int LONGEST = 200;

    private JarFault() {}

    /** Half a sentence; empty if it looks like a bundle. */
    static Optional<String> of(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return Optional.of("it has no META-INF/MANIFEST.MF, so it is no bundle");
            }
            Attributes headers = manifest.getMainAttributes();
            for (String header : new String[] {Constants.BUNDLE_SYMBOLICNAME, Constants.BUNDLE_VERSION}) {
                if (headers.getValue(header) == null) {
                    return Optional.of("its manifest has no " + header + ", so it is no bundle");
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            return Optional.of("it cannot be read as a jar (" + reason.substring(0, Math.min(reason.length(), LONGEST))
                    + "), so it is damaged or no jar at all");
        }
    }

    /** Name and version of the bundle in the file, as the framework writes them; empty if there is none. */
    static Optional<String> identity(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return Optional.empty();
            }
            String name = manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            String version = manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
            return name == null ? Optional.empty() : Optional.of(name.split(";", 2)[0].strip() + " " + version);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
