// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** {@code run} sees none of the bundles: whatever picocli looks into for the other commands must do without. */
class LibrariesOfRunTest {
    /** Makes the classes of {@code lib/} anew, and has none of those in {@code bundle/} and {@code deploy/}. */
    private static final class Lib extends ClassLoader {
        Lib() {
            super(LibrariesOfRunTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                if (name.startsWith("acs.cli.") || name.startsWith("acs.client.")) {
                    return define(name);
                }
                if (name.startsWith("acs.") || name.startsWith("at.favre.") || name.startsWith("org.h2.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }

    @Test
    void areEnoughToFindTheCommand() throws Exception {
        Method run = new Lib().loadClass("acs.cli.Main").getDeclaredMethod("run", String[].class);
        run.setAccessible(true);

        assertThat(run.invoke(null, (Object) new String[] {"help", "run"})).isEqualTo(0);
    }
}
