// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one file row by row and says of each cell that is wrong where it stands; for one thread. */
final class CsvFile implements Closeable {
    /** Empty lines are kept, so that the lines can be counted. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final DataFile file;
    private final Today today;
    private final Problems problems;
    private final CountedStream bytes;
    private final RecordReader characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Set<String> present = new LinkedHashSet<>();
    /** For each cell of a line the place of its column in the rows. */
    private int[] places = new int[0];

    private boolean sound = true;

    private CsvFile(Path path, DataFile file, Today today, Problems problems) throws IOException {
        this.path = path;
        this.file = file;
        this.today = today;
        this.problems = problems;
        this.bytes = new CountedStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        this.characters = new RecordReader(new InputStreamReader(
                bytes,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        this.parser = FORMAT.parse(characters);
        this.records = parser.iterator();
    }

    /** Opens the file and reads its header line. */
    static CsvFile open(Path path, DataFile file, Today today, Problems problems) throws IOException {
        CsvFile opened = new CsvFile(path, file, today, problems);
        try {
            opened.sound = opened.readHeader();
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /** The next row, with what can be read of it; empty at the end, or where the file cannot be read on. */
    Optional<Row> next() throws IOException {
        while (sound) {
            int line = line();
            Optional<CSVRecord> next = nextRecord();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            CSVRecord cells = next.get();
            boolean empty = cells.size() == 1 && cells.get(0).isEmpty();
            if (!empty && isComplete(line, cells)) {
                return Optional.of(read(line, cells));
            }
        }
        return Optional.empty();
    }

    /** Whether every row was understood as one so far, if perhaps with wrong cells. */
    boolean sound() {
        return sound;
    }

    /** The columns that it has. */
    Set<String> present() {
        return present;
    }

    /** How much of the file is read. */
    long bytesRead() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private int line() {
        return (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1);
    }

    private boolean readHeader() throws IOException {
        Optional<CSVRecord> header = nextRecord();
        if (header.isEmpty()) {
            if (sound) {
                problems.add(path.toString(), 1, "no header line (expected: " + names() + ")");
            }
            return false;
        }
        boolean good = true;
        List<String> cells =
                Arrays.stream(header.get().values()).map(CsvFile::withoutMark).toList();
        places = new int[cells.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = file.indexOf(cells.get(i));
            if (places[i] < 0) {
                problems.add(path.toString(), 1, "column " + cells.get(i) + ": unknown (expected: " + names() + ")");
                good = false;
            } else if (!present.add(cells.get(i))) {
                problems.add(path.toString(), 1, "column " + cells.get(i) + ": twice (expected: each column once)");
                good = false;
            }
        }
        for (Column column : file.columns()) {
            if (column.required() && !present.contains(column.name())) {
                problems.add(path.toString(), 1, "column " + column.name() + ": missing (expected: it is required)");
                good = false;
            }
        }
        return good;
    }

    private static String withoutMark(String cell) {
        boolean marked = !cell.isEmpty() && cell.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? cell.substring(1) : cell).strip();
    }

    private String names() {
        return file.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private Optional<CSVRecord> nextRecord() throws IOException {
        int line = line();
        characters.next();
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException failure) {
            IOException cause = failure.getCause();
            if (!(cause instanceof CSVException) && !(cause instanceof RecordReader.RecordTooLong)) {
                throw cause;
            }
            problems.add(
                    path.toString(),
                    line,
                    "not CSV (expected: every quoted cell ends with a quote, and nothing but a comma follows it)");
            sound = false;
            return Optional.empty();
        }
    }

    private boolean isComplete(int line, CSVRecord cells) {
        if (cells.size() == places.length) {
            return true;
        }
        String text = cells.size() + " cells (expected: " + places.length + ", as in the header line)";
        problems.add(path.toString(), line, text);
        return false;
    }

    private Row read(int line, CSVRecord cells) {
        @Nullable Object[] values = new @Nullable Object[file.columns().size()];
        for (int i = 0; i < places.length; i++) {
            Column column = file.columns().get(places[i]);
            String cell = cells.get(i);
            if (!cell.isBlank()) {
                try {
                    values[places[i]] = column.kind().reader().read(cell, today);
                } catch (Unreadable unreadable) {
                    problems.add(path.toString(), line, column, cell, String.valueOf(unreadable.getMessage()));
                }
            } else if (column.required()) {
                problems.add(path.toString(), line, "column " + column.name() + ": empty (expected: a value)");
            }
        }
        return new Row(file, line, present, values);
    }

    /** Counts what is read. */
    private static final class CountedStream extends FilterInputStream {
        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
