// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import acs.api.circulation.Item;
import acs.api.circulation.Patron;
import acs.rules.FieldTemplate;
import acs.sip2.Field;
import acs.sip2.Message;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Fields that a login's configuration adds to answers about patrons and items, under codes of its choice. */
final class ExtraFields {
    private ExtraFields() {}

    static void add(Message.Builder answer, Visit visit, Patron patron) {
        addTemplates(answer, visit, "custom_patron_field", name -> KohaNames.of(patron, name));
        for (Settings extra : ChildElements.of(visit.account().settings(), "patron_attribute")) {
            field(extra).ifPresent(field -> answer.withIfPresent(field, KohaNames.of(patron, extra.text("code"))));
        }
    }

    static void add(Message.Builder answer, Visit visit, Item item) {
        for (Settings extra : ChildElements.of(visit.account().settings(), "item_field")) {
            field(extra).ifPresent(field -> answer.with(field, KohaNames.of(item, extra.text("code"))));
        }
        addTemplates(answer, visit, "custom_item_field", name -> KohaNames.of(item, name));
    }

    private static void addTemplates(Message.Builder answer, Visit visit, String name, UnaryOperator<String> values) {
        for (Settings extra : ChildElements.of(visit.account().settings(), name)) {
            String value = FieldTemplate.of(extra.text("template")).fill(values, visit.templateStyle());
            field(extra).ifPresent(field -> answer.withIfPresent(field, value));
        }
    }

    /** Empty if the configuration says something that is no code: then there is nothing to add. */
    private static Optional<Field> field(Settings extra) {
        String code = extra.text("field");
        return code.length() == 2 ? Optional.of(Field.of(code)) : Optional.empty();
    }
}
