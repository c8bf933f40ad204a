// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.util.List;
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
    private final List<String> doubts;

    private FieldTemplate(TemplateParser.Read read) {
        this.all = read.all();
        this.doubts = read.doubts();
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
     * What of it is left out when it is filled, because nobody here knows it, such as a plugin; each names the place, as
     * the message of a {@link BrokenRuleException} does.
     */
    public List<String> doubts() {
        return doubts;
    }

    /**
     * The text with the values in it.
     *
     * @param values by the part of the name after the first point, empty when there is none
     * @param style how dates and amounts are written where the template asks for that
     */
    public String fill(UnaryOperator<String> values, SiteStyle style) {
        Filling filling = new Filling(values, style);
        all.run(filling);
        return filling.text();
    }
}
