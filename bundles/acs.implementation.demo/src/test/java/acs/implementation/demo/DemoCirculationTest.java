// SPDX-License-Identifier: Apache-2.0
package acs.implementation.demo;

import acs.api.circulation.Circulation;
import acs.testkit.CirculationContract;

class DemoCirculationTest implements CirculationContract {
    private final Circulation demo = new DemoCirculation();

    @Override
    public Circulation circulation() {
        return demo;
    }

    @Override
    public Known known() {
        return new Known("D1", "", "B1");
    }
}
