// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a long command has come; elsewhere nothing. */
final class Bar implements ProgressListener, AutoCloseable {
    private static final int LOOK_MILLIS = 250;
    private static final long BYTES_OF_MB = 1_000_000;

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
            bar = look(name)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(LOOK_MILLIS)
                    .build();
        }
        bar.stepTo(done);
    }

    /** What each step is called, and counts; a newer server may have steps that are not known here. */
    private static ProgressBarBuilder look(String step) {
        ProgressBarBuilder builder = new ProgressBarBuilder();
        return switch (step) {
            case "CHECK" -> builder.setTaskName("Checking files").setUnit(" MB", BYTES_OF_MB);
            case "HASH" -> builder.setTaskName("Hashing PINs");
            case "LOAD" -> builder.setTaskName("Loading rows");
            case "SAVE" -> builder.setTaskName("Saving rows");
            default -> builder.setTaskName(step.toLowerCase(Locale.ROOT));
        };
    }

    /** So that it stands on a line of its own. */
    @Override
    public void makeWay() {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
