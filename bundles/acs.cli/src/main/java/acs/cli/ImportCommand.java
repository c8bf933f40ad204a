// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
