// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.jar.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs version}. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        spec.commandLine()
                .getOut()
                .println("ACS " + version() + " (Java " + Runtime.version().feature() + ")");
        return 0;
    }

    /** What the manifest of this program's own jar says. */
    private static String version() throws IOException {
        for (URL url : Collections.list(VersionCommand.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                var attributes = new Manifest(in).getMainAttributes();
                if ("acs.cli".equals(attributes.getValue("Bundle-SymbolicName"))) {
                    return attributes.getValue("Bundle-Version");
                }
            }
        }
        return "unknown";
    }
}
