// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the container hands them out: what is not given has its default. */
final class Configs {
    private Configs() {}

    static MinaListener.Config listener(Map<String, ?> given) {
        return of(MinaListener.Config.class, given);
    }

    static IoThreads.Config transport(Map<String, ?> given) {
        return of(IoThreads.Config.class, given);
    }

    private static <T> T of(Class<T> type, Map<String, ?> given) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> {
            Object value = given.get(property(method.getName()));
            return value == null ? method.getDefaultValue() : value;
        }));
    }

    /** The name of the property by the rules of Declarative Services. */
    private static String property(String method) {
        return method.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }
}
