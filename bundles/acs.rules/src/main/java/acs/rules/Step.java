// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template does, one after the other. */
@FunctionalInterface
interface Step {

    void run(Filling filling);

    static Step text(String text) {
        return filling -> filling.write(text);
    }

    static Step show(Value value) {
        return filling -> filling.write(value.of(filling));
    }

    static Step all(List<Step> steps) {
        List<Step> inOrder = List.copyOf(steps);
        return filling -> {
            for (Step step : inOrder) {
                if (!filling.step()) {
                    return;
                }
                step.run(filling);
            }
        };
    }

    static Step choose(Value condition, Step then, Step otherwise) {
        return filling -> (condition.isTrue(filling) ? then : otherwise).run(filling);
    }

    /**
     * Does something for each item of a list.
     *
     * @param variable what the item is called; empty = nothing
     */
    static Step loop(String variable, Value list, Step body) {
        return filling -> {
            List<String> items = list.items(filling);
            for (int index = 0; index < items.size() && filling.step(); index++) {
                Map<String, String> variables = new HashMap<>();
                if (!variable.isEmpty()) {
                    variables.put(variable, items.get(index));
                }
                variables.put("loop.index", Integer.toString(index));
                variables.put("loop.count", Integer.toString(index + 1));
                variables.put("loop.size", Integer.toString(items.size()));
                variables.put("loop.first", Value.of(index == 0));
                variables.put("loop.last", Value.of(index == items.size() - 1));
                filling.enter(variables);
                body.run(filling);
                filling.leave();
            }
        };
    }
}
