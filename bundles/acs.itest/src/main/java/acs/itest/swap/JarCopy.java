// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Constants;

/** A bundle's jar in memory, to be changed and written elsewhere. */
final class JarCopy {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private JarCopy() {}

    static JarCopy of(Path jar) throws IOException {
        JarCopy copy = new JarCopy();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // folders, too: there are libraries that look for them
                copy.entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return copy;
    }

    /** A jar with nothing in it but these headers. */
    static JarCopy empty(Map<String, String> headers) throws IOException {
        JarCopy jar = new JarCopy();
        jar.entries.put(MANIFEST, "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            jar.header(header.getKey(), header.getValue());
        }
        return jar;
    }

    JarCopy header(String name, String value) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(entry(MANIFEST)));
        manifest.getMainAttributes().putValue(name, value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        entries.put(MANIFEST, bytes.toByteArray());
        return this;
    }

    String header(String name) throws IOException {
        return new Manifest(new ByteArrayInputStream(entry(MANIFEST)))
                .getMainAttributes()
                .getValue(name);
    }

    JarCopy version(String version) throws IOException {
        return header(Constants.BUNDLE_VERSION, version);
    }

    /** Has the services of the implementation preferred to those of a lower ranking. */
    JarCopy ranking(int ranking) {
        return descriptions(xml -> xml.replace(
                "<property name=\"implementation\"",
                "<property name=\"service.ranking\" type=\"Integer\" value=\"" + ranking
                        + "\"/><property name=\"implementation\""));
    }

    /** Changes the descriptions of components. */
    JarCopy descriptions(UnaryOperator<String> change) {
        entries.replaceAll((name, bytes) -> name.startsWith("OSGI-INF/") && name.endsWith(".xml")
                ? change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : bytes);
        return this;
    }

    JarCopy with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    JarCopy without(String name) {
        entry(name);
        entries.remove(name);
        return this;
    }

    private byte[] entry(String name) {
        byte[] entry = entries.get(name);
        if (entry == null) {
            throw new AssertionError("no " + name + " in the jar");
        }
        return entry;
    }

    Path write(Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            // the manifest comes first
            write(zip, MANIFEST);
            for (String name : entries.keySet()) {
                if (!name.equals(MANIFEST)) {
                    write(zip, name);
                }
            }
        }
        return target;
    }

    private void write(ZipOutputStream zip, String name) throws IOException {
        byte[] content = entries.get(name);
        if (content != null) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
    }
}
