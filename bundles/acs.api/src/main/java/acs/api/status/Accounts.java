// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import acs.api.Account;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Who may log in; registered by the core. Safe for use by many threads. */
@ProviderType
public interface Accounts {

    /** All configured accounts, sorted by id. */
    List<Account> accounts();
}
