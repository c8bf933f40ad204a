// SPDX-License-Identifier: Apache-2.0
package acs.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Blind mutations of the seeds of a fuzz test, the same ones for the same seed number: what every build tries, without
 * the guidance of coverage and without its cost.
 */
public final class Mutations {
    private static final byte[] MEANINGFUL = {0, '\t', '\n', '\r', ' ', '|', '0', 'A', 'Y', 'Z', 0x7F, -128, -17, -5, -1
    };

    private final List<byte[]> seeds;
    private final Random random;

    private Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    /** The files that Jazzer takes for the seeds of this test method. */
    public static List<byte[]> seedsOf(Class<?> test, String method) {
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(test.getResource(test.getSimpleName() + "Inputs/" + method), "seeds")
                        .toURI()))) {
            List<byte[]> seeds = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Hands so many mutations to the test; says which seed number it was when one fails. */
    public static void tryOn(Class<?> test, String method, long seed, int count, Consumer<byte[]> body) {
        Mutations mutations = new Mutations(seedsOf(test, method), seed);
        for (int i = 0; i < count; i++) {
            byte[] input = mutations.next();
            try {
                body.accept(input);
            } catch (RuntimeException | AssertionError finding) {
                throw new AssertionError("seed " + seed + ", mutation " + i + ": " + Findings.show(input), finding);
            }
        }
    }

    private byte[] next() {
        byte[] input = oneOf(seeds);
        for (int more = random.nextInt(5); more >= 0; more--) {
            input = mutate(input);
        }
        return input;
    }

    private byte[] mutate(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int length = random.nextInt(Math.min(input.length - at, 12) + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> {} // lost
            case 1 -> out.write(oneOfMeaningful());
            case 2 -> out.write(random.nextInt(256));
            case 3 -> {
                out.write(input, at, length);
                out.write(input, at, length);
            }
            case 4 -> {
                byte[] other = oneOf(seeds);
                int from = random.nextInt(other.length + 1);
                out.write(other, from, random.nextInt(other.length - from + 1));
            }
            default -> {
                for (int times = random.nextInt(300); times >= 0; times--) {
                    out.write(oneOfMeaningful() ^ times % 3);
                }
            }
        }
        out.write(input, at + length, input.length - at - length);
        return out.toByteArray();
    }

    private byte oneOfMeaningful() {
        return MEANINGFUL[random.nextInt(MEANINGFUL.length)];
    }

    private byte[] oneOf(List<byte[]> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
