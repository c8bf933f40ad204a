// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a record that never ends: a quote that is opened and not closed would otherwise pull the rest of a file of any
 * size into one cell.
 */
final class RecordReader extends FilterReader {
    private static final int LONGEST = 1 << 20;

    private int left = LONGEST;

    RecordReader(Reader in) {
        super(in);
    }

    /** A new record begins. */
    void next() {
        left = LONGEST;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return counted(count, count);
    }

    private int counted(int result, int count) throws IOException {
        left -= Math.max(0, count);
        if (left < 0) {
            throw new RecordTooLong();
        }
        return result;
    }

    /** The record is longer than anything that can be meant. */
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1;

        RecordTooLong() {
            super("a record of more than " + LONGEST + " characters");
        }
    }
}
