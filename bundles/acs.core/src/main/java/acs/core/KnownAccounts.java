// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.status.Accounts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Everything that terminals may log in as. Safe for use by many threads. */
@Component(service = {KnownAccounts.class, Accounts.class})
public final class KnownAccounts implements Accounts {
    private final Register<KnownAccount> register = new Register<>("account");

    @Activate
    public KnownAccounts() {}

    Register<KnownAccount> register() {
        return register;
    }

    Optional<KnownAccount> find(String id) {
        return register.find(id);
    }

    /** The account, waiting for it while it is being reconfigured. */
    Optional<KnownAccount> await(String id, Duration patience) throws InterruptedException {
        return register.await(id, patience);
    }

    @Override
    public List<Account> accounts() {
        return register.all().stream()
                .map(KnownAccount::account)
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }
}
