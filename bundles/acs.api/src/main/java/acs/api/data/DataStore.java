// SPDX-License-Identifier: Apache-2.0
package acs.api.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The data of a library that an implementation keeps itself, as CSV files; registered by that implementation, used by the
 * shell. Safe for use by many threads; terminals are served meanwhile.
 */
@ConsumerType
public interface DataStore {

    /**
     * Loads files into the data that is there: all of them or, when a single row is wrong, nothing. A row whose key exists
     * already replaces what the file's columns say of it.
     *
     * @param paths files, or folders of them, in any order
     * @param progress is told how far it is, by the calling thread
     * @return what was loaded, or what is wrong
     * @throws IOException if a file cannot be read or the data cannot be written; nothing was loaded then
     */
    ImportReport importFrom(List<Path> paths, Progress progress) throws IOException;

    /**
     * Saves everything as files that {@link #importFrom} takes, replacing files of their names.
     *
     * @param folder made if it is not there
     * @param progress is told how far it is, by the calling thread
     * @throws IOException if the data cannot be read or a file not be written; files of before are as they were then
     */
    void exportTo(Path folder, Progress progress) throws IOException;
}
