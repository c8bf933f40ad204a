// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Can say how it is. */
@ConsumerType
public interface Diagnosed {

    /** How the implementation is at this moment; answers within a second, from memory if need be. */
    Diagnosis diagnose();
}
