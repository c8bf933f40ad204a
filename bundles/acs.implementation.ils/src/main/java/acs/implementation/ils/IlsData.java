// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.CirculationException;
import acs.api.data.DataStore;
import acs.api.data.ImportReport;
import acs.api.data.Progress;
import acs.implementation.ils.csv.Exporter;
import acs.implementation.ils.csv.Importer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The library's data as files, while terminals are served; what was loaded is on the disk when that is reported. */
@Component(service = DataStore.class)
public final class IlsData implements DataStore {
    private final Store store;

    /** Made when the store is there; the database itself may not be. */
    @Activate
    public IlsData(@Reference IlsStore store) {
        this(store.store());
    }

    IlsData(Store store) {
        this.store = store;
    }

    @Override
    public ImportReport importFrom(List<Path> paths, Progress progress) throws IOException {
        Database database = database();
        IlsSettings settings = store.settings();
        Importer importer = new Importer(
                database.source(), Clock.system(settings.zone()), settings.currency(), () -> store.changed());
        ImportReport report = importer.importFrom(paths, progress);
        try {
            database.save();
        } catch (SQLException failure) {
            throw new IOException("The import did not reach the disk: " + failure.getMessage(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before the import was known to be on the disk", stop);
        }
        return report;
    }

    @Override
    public void exportTo(Path folder, Progress progress) throws IOException {
        IlsSettings settings = store.settings();
        new Exporter(database().source(), Clock.system(settings.zone()), settings.currency())
                .exportTo(folder, progress);
    }

    private Database database() throws IOException {
        try {
            return store.guarded(opened -> opened);
        } catch (CirculationException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
