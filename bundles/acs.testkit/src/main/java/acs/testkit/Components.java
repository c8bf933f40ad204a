// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;

/**
 * Makes components without a container, by their one public constructor that takes what the container would hand over:
 * configurations, in which what is not given has its default, and services, found by their type.
 */
public final class Components {
    private Components() {}

    /**
     * A component.
     *
     * @param properties its configuration: text, numbers, booleans, and arrays or collections of them, by the names that
     *     Declarative Services derives from the methods of the configuration type ({@code a_b()} is {@code a.b},
     *     {@code a__b()} is {@code a_b})
     * @param services what its constructor's other parameters may be
     * @throws IllegalArgumentException if no public constructor can be called with that
     */
    public static <T> T make(Class<T> type, Map<String, ?> properties, Object... services) {
        for (Constructor<?> constructor : type.getConstructors()) {
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(parameter -> argument(parameter, properties, services))
                    .toArray();
            if (Arrays.stream(arguments).noneMatch(argument -> argument == Missing.ARGUMENT)) {
                return type.cast(call(constructor, arguments));
            }
        }
        throw new IllegalArgumentException("no public constructor of " + type.getName() + " takes the services "
                + Arrays.stream(services)
                        .map(service -> service.getClass().getSimpleName())
                        .toList());
    }

    private enum Missing {
        ARGUMENT
    }

    private static Object argument(Class<?> parameter, Map<String, ?> properties, Object... services) {
        if (parameter.isAnnotation()) {
            return configuration(parameter, properties);
        }
        if (parameter == Map.class) {
            return new HashMap<>(properties);
        }
        if (parameter == BundleContext.class) {
            return nowhere();
        }
        return Arrays.stream(services).filter(parameter::isInstance).findFirst().orElse(Missing.ARGUMENT);
    }

    private static Object call(Constructor<?> constructor, Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object configuration(Class<?> type, Map<String, ?> properties) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> {
            Object value = properties.get(property(method.getName()));
            if (value != null) {
                return converted(value, method.getReturnType());
            }
            Object fallback = method.getDefaultValue();
            return fallback == null ? converted("", method.getReturnType()) : fallback;
        });
    }

    private static Object converted(Object value, Class<?> type) {
        if (!type.isArray() || value.getClass().isArray()) {
            return value;
        }
        Object[] elements = value instanceof Collection<?> many ? many.toArray() : new Object[] {value};
        Object array = Array.newInstance(type.getComponentType(), elements.length);
        for (int i = 0; i < elements.length; i++) {
            Array.set(array, i, elements[i]);
        }
        return array;
    }

    /** The name of a property by the rules of Declarative Services. */
    private static String property(String method) {
        return method.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }

    /** A framework that knows no property. */
    private static BundleContext nowhere() {
        return (BundleContext) Proxy.newProxyInstance(
                Components.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty")) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method + ": there is no framework");
                });
    }
}
