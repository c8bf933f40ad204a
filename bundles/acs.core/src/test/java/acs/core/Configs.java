// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the container hands them out: what is not given has its default. */
final class Configs {
    private Configs() {}

    static <T> T of(Class<T> type, Map<String, ?> given) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> {
            Object value = given.get(property(method.getName()));
            if (value != null) {
                return value;
            }
            Object fallback = method.getDefaultValue();
            return fallback == null ? "" : fallback;
        }));
    }

    /** The name of the property by the rules of Declarative Services. */
    private static String property(String method) {
        return method.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }
}
