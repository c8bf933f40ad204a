// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.circulation.CirculationException;
import acs.api.circulation.StaffException;
import acs.api.status.ExceptionLists;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands for what machines recorded and a person must look at: {@code acs:exceptions} and {@code acs:settle}. */
@Component(
        service = ExceptionCommands.class,
        property = {"osgi.command.scope=acs", "osgi.command.function=exceptions", "osgi.command.function=settle"})
public final class ExceptionCommands {
    private static final Usage LIST = new Usage(
            "acs:exceptions INSTITUTION", "Lists what machines recorded and a person must look at, the oldest first.");
    private static final Usage SETTLE =
            new Usage("acs:settle INSTITUTION ID", "Takes an entry off the list of acs:exceptions.");

    private final ExceptionLists lists;

    @Activate
    public ExceptionCommands(@Reference ExceptionLists lists) {
        this.lists = lists;
    }

    /** What nobody has settled yet. */
    public String exceptions(String... arguments) throws CirculationException {
        if (LIST.isAskedFor(arguments) || arguments.length != 1) {
            return LIST.text(arguments);
        }
        List<StaffException> open = lists.open(arguments[0]);
        if (open.isEmpty()) {
            return "nothing to look at";
        }
        Table table = new Table("ID", "NOTICED", "KIND", "ITEM", "PATRON", "TERMINAL", "DETAIL");
        for (StaffException entry : open) {
            table.row(
                    entry.id(),
                    entry.noticed().truncatedTo(ChronoUnit.SECONDS),
                    entry.kind(),
                    entry.item().isEmpty() ? "-" : entry.item(),
                    entry.patron().isEmpty() ? "-" : entry.patron(),
                    entry.terminal(),
                    entry.detail());
        }
        return table.toString().stripTrailing();
    }

    /** A person has seen to it. */
    public String settle(String... arguments) throws CirculationException {
        if (SETTLE.isAskedFor(arguments) || arguments.length != 2) {
            return SETTLE.text(arguments);
        }
        long id;
        try {
            id = Long.parseLong(arguments[1]);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "ID: " + arguments[1] + " (expected: a number of acs:exceptions)", notANumber);
        }
        if (!lists.settle(arguments[0], id)) {
            throw new IllegalArgumentException("no entry " + id + " is on the list of " + arguments[0]);
        }
        return "settled " + id;
    }
}
