// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.data.DataStore;
import acs.api.data.ImportReport;
import acs.api.data.Progress;
import acs.api.status.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The commands that load and save a library's data: {@code acs:import} and {@code acs:export}. */
@Component(
        service = DataCommands.class,
        property = {"osgi.command.scope=acs", "osgi.command.function=import", "osgi.command.function=export"})
public final class DataCommands {
    /** How long a store is waited for that may be coming up. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final long LOOK_AGAIN_MILLIS = 50;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Collection<DataStore> stores = List.of();

    @Activate
    public DataCommands() {}

    /** Loads files. (A name with an underscore: the word itself is taken in Java.) */
    public String _import(CommandSession session, String... arguments) throws IOException, InterruptedException {
        Usage usage = new Usage(
                "acs:import PATH...", "Loads CSV files, or folders of them, into the library's data: all or nothing.");
        if (usage.isAskedFor(arguments) || arguments.length == 0) {
            return usage.text(arguments);
        }
        List<Path> paths = Stream.of(arguments).map(Path::of).toList();
        ImportReport report = store().importFrom(paths, progress(session));
        if (report.loaded()) {
            return summary(report);
        }
        for (Problem problem : report.problems()) {
            session.getConsole().println(problem.file() + ":" + problem.line() + ": " + problem.text());
        }
        long count = report.problems().size() + report.further();
        throw new IllegalStateException("nothing was imported: " + count + (count == 1 ? " problem" : " problems"));
    }

    private static String summary(ImportReport report) {
        StringBuilder text = new StringBuilder();
        report.rows()
                .forEach((file, rows) ->
                        text.append(file).append(": ").append(rows).append(" rows\n"));
        return text.append(String.format("imported in %.1f s", report.took().toMillis() / 1000.0))
                .toString();
    }

    /** Saves everything as files. */
    public String export(CommandSession session, String... arguments) throws IOException, InterruptedException {
        Usage usage = new Usage("acs:export DIR", "Saves the library's data as CSV files, which acs:import takes.");
        if (usage.isAskedFor(arguments) || arguments.length != 1) {
            return usage.text(arguments);
        }
        Path folder = Path.of(arguments[0]);
        store().exportTo(folder, progress(session));
        return "exported to " + folder;
    }

    private DataStore store() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Optional<DataStore> store = stores.stream().findFirst();
            if (store.isPresent()) {
                return store.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no implementation here keeps data of its own: is ILS in deploy/?");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static Progress progress(CommandSession session) {
        return session.get(CommandRunner.PROGRESS) instanceof Progress progress ? progress : Progress.none();
    }
}
