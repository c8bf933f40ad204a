// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.felix.cm.PersistenceManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

/** A real framework with a real ConfigurationAdmin, which keeps what it is told in a folder. */
final class Felix {
    private static final long PATIENCE_MS = 10_000;

    private final Framework framework;

    Felix(Path data) throws Exception {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        framework = factory.newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE,
                data.resolve("cache").toString(),
                "felix.cm.dir",
                data.resolve("configurations").toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                "org.osgi.service.cm;version=1.6"));
        framework.start();
        String jar = PersistenceManager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        Bundle configAdmin = context().installBundle(jar);
        configAdmin.start();
    }

    ConfigurationAdmin configurationAdmin() {
        return context().getService(context().getServiceReference(ConfigurationAdmin.class));
    }

    /** Tells a listener of changes from now on, on a thread of ConfigurationAdmin's. */
    void tell(ConfigurationListener listener) {
        context().registerService(ConfigurationListener.class, listener, null);
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    void close() throws Exception {
        framework.stop();
        framework.waitForStop(PATIENCE_MS);
    }
}
