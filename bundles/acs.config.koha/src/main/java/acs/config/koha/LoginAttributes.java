// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes, most of them Koha's, and child elements of {@code login} that are handed on as they are, because core or an
 * implementation acts on them.
 */
final class LoginAttributes {
    static final Set<String> IN_FORCE = Set.of(
            "ae_field_template",
            "allow_additional_materials_checkout",
            "allow_empty_passwords",
            "allow_fields",
            "av_field_template",
            "blocked_item_types",
            "checked_in_ok",
            "convert_nonprinting_characters",
            "cr_item_field",
            "ct_always_send",
            "cv_send_00_on_success",
            "cv_triggers_alert",
            "da_field_template",
            "disallow_overpayment",
            "format_due_date",
            "hide_fields",
            "holds_block_checkin",
            "holds_get_captured",
            "inhouse_item_types",
            "inhouse_patron_categories",
            "log_messages",
            "log_personal_data_until",
            "lost_block_checkout",
            "lost_block_checkout_value",
            "lost_status_for_missing",
            "overdues_block_checkout",
            "payment_type_writeoff",
            "prevcheckout_block_checkout",
            "register_id",
            "seen_on_item_information",
            "send_patron_home_library_in_af",
            "show_checkin_message",
            "show_outstanding_amount",
            "screen_msg_regex",
            "patron_attribute",
            "custom_patron_field",
            "item_field",
            "custom_item_field",
            "sort_bin_mapping");

    /** Those that Koha takes as on unless they are empty or 0. */
    static final Set<String> SWITCHES = Set.of(
            "allow_additional_materials_checkout",
            "allow_empty_passwords",
            "checked_in_ok",
            "ct_always_send",
            "cv_send_00_on_success",
            "cv_triggers_alert",
            "disallow_overpayment",
            "format_due_date",
            "holds_block_checkin",
            "holds_get_captured",
            "log_messages",
            "overdues_block_checkout",
            "prevcheckout_block_checkout",
            "send_patron_home_library_in_af",
            "show_checkin_message",
            "show_outstanding_amount");

    /** The child elements of which each one is handed on by itself, with the attributes that it has. */
    static final Map<String, List<String>> CHILDREN = Map.of(
            "screen_msg_regex", List.of("find", "replace"),
            "patron_attribute", List.of("field", "code"),
            "custom_patron_field", List.of("field", "template"),
            "item_field", List.of("field", "code"),
            "custom_item_field", List.of("field", "template"));

    /** The one that is a point in time. */
    static final String TIME = "log_personal_data_until";

    private LoginAttributes() {}

    /** Whether there is an attribute, rather than a child element, of that name. */
    static boolean isAttribute(String name) {
        return !CHILDREN.containsKey(name) && !name.equals("sort_bin_mapping") && IN_FORCE.contains(name);
    }
}
