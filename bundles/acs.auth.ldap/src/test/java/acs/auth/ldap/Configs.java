// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.config.koha.KohaConf;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configurations as OSGi would hand them over. */
final class Configs {
    private Configs() {}

    /** An annotation whose values are the properties, or else its defaults. */
    static LdapConfig of(Map<String, Object> properties) {
        return (LdapConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(), new Class<?>[] {LdapConfig.class}, (proxy, method, arguments) -> {
                    Object value = properties.get(property(method));
                    if (value instanceof List<?> list) {
                        return list.toArray(String[]::new);
                    }
                    return value == null ? method.getDefaultValue() : value;
                });
    }

    /** By the rules of declarative services. */
    private static String property(Method method) {
        return method.getName().replace("__", "\0").replace('_', '.').replace('\0', '_');
    }

    /** The directories of a {@code koha-conf.xml}. */
    static List<LdapAuthenticator> open(Path file) {
        return KohaConf.directories(file).stream()
                .map(properties -> new LdapAuthenticator(
                        String.valueOf(properties.get("id")), () -> LdapSettings.of(of(properties)), Given.CODEC))
                .toList();
    }

    /** The same for a text, of which parts are replaced. */
    static List<LdapAuthenticator> open(Path folder, String text, Map<String, String> replaced) throws IOException {
        String changed = text;
        for (Map.Entry<String, String> one : replaced.entrySet()) {
            if (!changed.contains(one.getKey())) {
                throw new IllegalArgumentException("text: no " + one.getKey() + " in it");
            }
            changed = changed.replace(one.getKey(), one.getValue());
        }
        return open(Files.writeString(folder.resolve("koha-conf.xml"), changed));
    }
}
