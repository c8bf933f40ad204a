// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a long command has come; elsewhere nothing. */
final class Bar implements ProgressListener, AutoCloseable {
    private String step = "";
    private @Nullable ProgressBar bar;

    @Override
    public void at(String name, long done, long total) {
        if (!Surroundings.showsProgress()) {
            return;
        }
        if (bar == null || !step.equals(name)) {
            close();
            step = name;
            bar = new ProgressBarBuilder()
                    .setTaskName(name.toLowerCase(Locale.ROOT))
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
        bar.stepTo(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
