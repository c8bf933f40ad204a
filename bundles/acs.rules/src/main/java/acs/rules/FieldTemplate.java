// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A template that a login's configuration has for a field, such as
 * {@code [% patron.surname %][% IF patron.firstname %], [% patron.firstname %][% END %]}: the part of Template Toolkit
 * that such templates use.
 *
 * <p>It sees the values that it is given and nothing else, and comes to an end after a bounded number of steps.
 * Immutable and safe for use by many threads.
 */
public final class FieldTemplate {
    /** More than an installation has; what would be more is read again each time. */
    private static final int REMEMBERED = 1_000;

    private static final Map<String, FieldTemplate> KNOWN = new ConcurrentHashMap<>();

    private final Step all;

    private FieldTemplate(Step all) {
        this.all = all;
    }

    /**
     * Reads a template; one that was read before is not read again.
     *
     * @throws BrokenRuleException if it is none; the message names the place
     */
    public static FieldTemplate of(String source) {
        FieldTemplate known = KNOWN.get(source);
        if (known != null) {
            return known;
        }
        FieldTemplate template = new FieldTemplate(TemplateParser.parse(source));
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(source, template);
        }
        return template;
    }

    /**
     * The text with the values in it.
     *
     * @param values by the part of the name after the first point, empty when there is none
     */
    public String fill(UnaryOperator<String> values) {
        Filling filling = new Filling(values);
        all.run(filling);
        return filling.text();
    }
}
