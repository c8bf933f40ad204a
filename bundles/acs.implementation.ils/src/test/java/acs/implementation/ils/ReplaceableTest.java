// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.implementation.ils.TestLibrary.On;
import acs.testkit.SwapContract;

/** What lets the ILS be replaced while terminals work. */
class ReplaceableTest implements SwapContract {

    @Override
    public Running start() throws Exception {
        TestLibrary library = On.H2.open();
        return new Running(library.circulation, library);
    }
}
