// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes jars with an implementation that would take over from the demo by its ranking, if it were any good. */
final class BrokenJar {
    private BrokenJar() {}

    /**
     * With one component.
     *
     * @param attributes of the component's description
     * @param reference elements of it
     */
    static JarCopy with(Class<?> implementation, String attributes, String reference) throws IOException {
        String name = implementation.getSimpleName();
        String description =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" %s>
                  <property name="implementation" type="String" value="Demo"/>
                  <property name="service.ranking" type="Integer" value="1000"/>
                  <service><provide interface="acs.api.circulation.Circulation"/></service>
                  %s
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(name, attributes, reference, implementation.getName());
        return JarCopy.empty(Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "broken." + name,
                        "Bundle-Version", "1.0.0",
                        "Import-Package", "acs.api.circulation",
                        "Service-Component", "OSGI-INF/component.xml"))
                .with("OSGI-INF/component.xml", description.getBytes(StandardCharsets.UTF_8))
                .with(file(implementation), classFile(implementation));
    }

    static JarCopy with(Class<?> implementation) throws IOException {
        return with(implementation, "", "");
    }

    static String file(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + file(type))) {
            if (in == null) {
                throw new IOException("no class file of " + type);
            }
            return in.readAllBytes();
        }
    }
}
