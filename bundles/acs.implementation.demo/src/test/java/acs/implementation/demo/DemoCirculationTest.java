// SPDX-License-Identifier: Apache-2.0
package acs.implementation.demo;

import acs.api.circulation.Circulation;
import acs.testkit.CirculationContract;
import acs.testkit.SwapContract;

class DemoCirculationTest implements CirculationContract, SwapContract {
    private final Circulation demo = new DemoCirculation();

    @Override
    public Circulation circulation() {
        return demo;
    }

    @Override
    public Known known() {
        return new Known("D1", "", "B1");
    }

    @Override
    public Running start() {
        return Running.of(new DemoCirculation());
    }
}
