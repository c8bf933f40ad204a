// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.auth.Authenticator;
import acs.api.auth.Realm;
import acs.api.circulation.Circulation;
import acs.implementation.ils.TestLibrary.On;
import acs.testkit.AuthenticatorContract;
import acs.testkit.CirculationContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every library system owes, on each database. */
class ContractTest {

    @Nested
    class OnH2 extends Lending {
        OnH2() {
            super(On.H2);
        }
    }

    @Nested
    class OnPostgresql extends Lending {
        OnPostgresql() {
            super(On.POSTGRESQL);
        }
    }

    @Nested
    class TerminalsOnH2 extends Terminals {
        TerminalsOnH2() {
            super(On.H2);
        }
    }

    @Nested
    class TerminalsOnPostgresql extends Terminals {
        TerminalsOnPostgresql() {
            super(On.POSTGRESQL);
        }
    }

    private static class Fresh {
        private final On database;
        TestLibrary library;

        Fresh(On database) {
            this.database = database;
        }

        @BeforeEach
        void open() throws Exception {
            library = database.open();
        }

        @AfterEach
        void close() {
            library.close();
        }
    }

    private static class Lending extends Fresh implements CirculationContract {
        Lending(On database) {
            super(database);
        }

        @Override
        public Circulation circulation() {
            return library.circulation;
        }

        @Override
        public CirculationContract.Known known() {
            return new CirculationContract.Known("P110", "1234", "I001");
        }
    }

    private static class Terminals extends Fresh implements AuthenticatorContract {
        Terminals(On database) {
            super(database);
        }

        @Override
        public Authenticator authenticator() {
            return new IlsAuthenticator(library.store);
        }

        @Override
        public AuthenticatorContract.Known known() {
            return new AuthenticatorContract.Known(new Realm(Realm.Kind.TERMINAL, "MAIN", "ILS"), "kiosk1", "1234");
        }
    }
}
