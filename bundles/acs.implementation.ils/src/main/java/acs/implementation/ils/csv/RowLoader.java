// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.SQLException;
import java.util.List;

/** Writes the checked rows of one file into the database, some hundreds at a time; for one thread. */
interface RowLoader extends AutoCloseable {

    void load(List<Row> rows) throws SQLException;

    @Override
    void close() throws SQLException;
}
