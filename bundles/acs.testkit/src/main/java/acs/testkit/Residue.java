// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.api.auth.Authenticator;
import acs.api.auth.Realm;
import acs.api.circulation.Circulation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a component that has ended keeps alive. */
final class Residue {
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final String CLASS = ".class";

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    private Residue() {}

    static Residue sinceNow() {
        return new Residue();
    }

    /**
     * The threads that were not there before, and do not end; one sentence each.
     *
     * @param patience how long they have for that
     */
    List<String> threads(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Set<Thread> left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left = left();
        }
        return left.stream()
                .map(thread -> "thread " + thread.getName() + " is left")
                .toList();
    }

    private Set<Thread> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !isOfJava(thread))
                .collect(Collectors.toSet());
    }

    /** Such as the platform's cleaners, which nobody can end. */
    private static boolean isOfJava(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup");
    }

    /** Asks for somebody whom nobody knows, so that what is made on demand is made. */
    static void use(Object service) throws Exception {
        if (service instanceof Circulation circulation) {
            circulation.findPatron(Contexts.now(), "nobody");
        } else if (service instanceof Authenticator authenticator) {
            authenticator.authenticate(new Realm(Realm.Kind.TERMINAL, "MAIN", ""), "nobody", new char[0]);
        } else {
            throw new IllegalArgumentException("service: " + service + " (expected: Circulation or Authenticator)");
        }
    }

    /** The static fields beside the class, and below its package, that can change; one sentence each. */
    static List<String> statics(Class<?> type) throws IOException, URISyntaxException, ReflectiveOperationException {
        List<String> found = new ArrayList<>();
        for (String name : classes(type)) {
            Class<?> beside = Class.forName(name, true, type.getClassLoader());
            for (Field field : beside.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && isState(field)) {
                    found.add(beside.getName() + "." + field.getName() + " is static, and can change");
                }
            }
        }
        return found;
    }

    private static boolean isState(Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            return true;
        }
        return Stream.of(ThreadLocal.class, Thread.class, Executor.class, Timer.class, ConcurrentMap.class)
                .anyMatch(kind -> kind.isAssignableFrom(field.getType()));
    }

    /** The names of the classes that lie in the same folder or jar and in the same package or below. */
    private static List<String> classes(Class<?> type) throws IOException, URISyntaxException {
        URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return classes(path, type.getPackageName());
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            return classes(jar.getPath("/"), type.getPackageName());
        }
    }

    private static List<String> classes(Path root, String inPackage) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(inPackage.replace('.', '/')))) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .toList();
        }
    }
}
