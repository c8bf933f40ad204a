// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.Problem;
import java.nio.file.Path;
import java.util.List;

/** Looks through a {@code SIPconfig.xml} or {@code koha-conf.xml} without starting anything; plain Java. */
public final class Check {
    private Check() {}

    /**
     * Everything that is wrong with a file, which is taken for a {@code koha-conf.xml} if its name begins so; sorted by line; the same list that a running server reports. What lies beside
     * it in {@code acs.*-*.config} and {@code .cfg} files is taken into account.
     *
     * @param file as it is to be named in the problems; one that cannot be read is a problem, too
     */
    public static List<Problem> check(Path file) {
        if (KohaConfReader.isName(file)) {
            return KohaConfReader.read(file).problems();
        }
        Path folder = file.toAbsolutePath().getParent();
        List<Place> others = folder == null ? List.of() : HandWritten.in(folder);
        return SipConfigReader.read(file, others).problems();
    }
}
